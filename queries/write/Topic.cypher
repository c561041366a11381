// Generated from ontology.yaml: write Topic nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Topic {id: row.id})
SET n += row.props
