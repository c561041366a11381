// Generated from ontology.yaml: write PROBABLE_PARENT from Document to Document. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Document {id: row.target})
MERGE (a)-[r:PROBABLE_PARENT]->(b)
SET r += row.props
