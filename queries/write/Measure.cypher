// Generated from ontology.yaml: write Measure nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Measure {id: row.id})
SET n += row.props
