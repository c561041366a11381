// Generated from ontology.yaml: write Model nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Model {id: row.id})
SET n += row.props
