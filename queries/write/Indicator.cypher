// Generated from ontology.yaml: write Indicator nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Indicator {id: row.id})
SET n += row.props
