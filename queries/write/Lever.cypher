// Generated from ontology.yaml: write Lever nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Lever {id: row.id})
SET n += row.props
