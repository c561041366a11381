// Generated from ontology.yaml: write Theme nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Theme {id: row.id})
SET n += row.props
