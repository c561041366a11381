// Generated from ontology.yaml: write Benchmark nodes. $rows: a list of {id, props}.
UNWIND $rows AS row
MERGE (n:Benchmark {id: row.id})
SET n += row.props
