// Generated from ontology.yaml: write Yardstick nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Yardstick {id: row.id})
SET n += row.props
