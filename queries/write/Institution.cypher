// Generated from ontology.yaml: write Institution nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Institution {id: row.id})
SET n += row.props
