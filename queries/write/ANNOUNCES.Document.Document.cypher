// Generated from ontology.yaml: write ANNOUNCES from Document to Document. $rows: a list of {id, source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Document {id: row.target})
MERGE (a)-[r:ANNOUNCES {id: row.id}]->(b)
SET r += row.props
