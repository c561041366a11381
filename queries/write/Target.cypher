// Generated from ontology.yaml: write Target nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Target {id: row.id})
SET n += row.props
