// Generated from ontology.yaml: write Section nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Section {id: row.id})
SET n += row.props
