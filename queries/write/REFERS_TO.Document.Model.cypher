// Generated from ontology.yaml: write REFERS_TO from Document to Model. $rows: a list of {id, source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Model {id: row.target})
MERGE (a)-[r:REFERS_TO {id: row.id}]->(b)
SET r += row.props
