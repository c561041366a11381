// Generated from ontology.yaml: write BROADER from Lever to Topic. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Lever {id: row.source})
MATCH (b:Topic {id: row.target})
MERGE (a)-[r:BROADER]->(b)
SET r += row.props
