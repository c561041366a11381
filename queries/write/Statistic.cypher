// Generated from ontology.yaml: write Statistic nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Statistic {id: row.id})
SET n += row.props
