// Generated from ontology.yaml: write CORRECTS from Correction to Document. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Correction {id: row.source})
MATCH (b:Document {id: row.target})
MERGE (a)-[r:CORRECTS]->(b)
SET r += row.props
