// Generated from ontology.yaml: write Document nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Document {id: row.id})
SET n += row.props
