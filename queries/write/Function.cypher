// Generated from ontology.yaml: write Function nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Function {id: row.id})
SET n += row.props
