// Generated from ontology.yaml: write BROADER from Topic to Topic. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Topic {id: row.source})
MATCH (b:Topic {id: row.target})
MERGE (a)-[r:BROADER]->(b)
SET r += row.props
