// Generated from ontology.yaml: write WORKS_WITH from Institution to Institution. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Institution {id: row.source})
MATCH (b:Institution {id: row.target})
MERGE (a)-[r:WORKS_WITH]->(b)
SET r += row.props
