// Generated from ontology.yaml: write Correction nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Correction {id: row.id})
SET n += row.props
