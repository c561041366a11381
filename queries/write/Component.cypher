// Generated from ontology.yaml: write Component nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Component {id: row.id})
SET n += row.props
