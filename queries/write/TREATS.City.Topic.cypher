// Generated from ontology.yaml: write TREATS from City to Topic. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Topic {id: row.target})
MERGE (a)-[r:TREATS]->(b)
SET r += row.props
