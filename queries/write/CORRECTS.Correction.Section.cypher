// Generated from ontology.yaml: write CORRECTS from Correction to Section. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Correction {id: row.source})
MATCH (b:Section {id: row.target})
MERGE (a)-[r:CORRECTS]->(b)
SET r += row.props
