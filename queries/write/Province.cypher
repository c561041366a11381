// Generated from ontology.yaml: write Province nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Province {id: row.id})
SET n += row.props
