// Generated from ontology.yaml: write BROADER from Function to Function. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Function {id: row.source})
MATCH (b:Function {id: row.target})
MERGE (a)-[r:BROADER]->(b)
SET r += row.props
