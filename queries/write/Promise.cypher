// Generated from ontology.yaml: write Promise nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Promise {id: row.id})
SET n += row.props
