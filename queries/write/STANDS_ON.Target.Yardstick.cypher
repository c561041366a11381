// Generated from ontology.yaml: write STANDS_ON from Target to Yardstick. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Target {id: row.source})
MATCH (b:Yardstick {id: row.target})
MERGE (a)-[r:STANDS_ON]->(b)
SET r += row.props
