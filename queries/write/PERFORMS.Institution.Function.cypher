// Generated from ontology.yaml: write PERFORMS from Institution to Function. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Institution {id: row.source})
MATCH (b:Function {id: row.target})
MERGE (a)-[r:PERFORMS]->(b)
SET r += row.props
