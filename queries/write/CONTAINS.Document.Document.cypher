// Generated from ontology.yaml: write CONTAINS from Document to Document. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Document {id: row.target})
MERGE (a)-[r:CONTAINS]->(b)
SET r += row.props
