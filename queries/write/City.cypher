// Generated from ontology.yaml: write City nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:City {id: row.id})
SET n += row.props
