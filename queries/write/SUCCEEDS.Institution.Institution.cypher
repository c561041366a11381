// Generated from ontology.yaml: write SUCCEEDS from Institution to Institution. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Institution {id: row.source})
MATCH (b:Institution {id: row.target})
MERGE (a)-[r:SUCCEEDS]->(b)
SET r += row.props
