// Generated from ontology.yaml: write REPEATS from Target to Target. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Target {id: row.source})
MATCH (b:Target {id: row.target})
MERGE (a)-[r:REPEATS]->(b)
SET r += row.props
