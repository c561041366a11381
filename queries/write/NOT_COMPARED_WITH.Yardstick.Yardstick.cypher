// Generated from ontology.yaml: write NOT_COMPARED_WITH from Yardstick to Yardstick. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Yardstick {id: row.source})
MATCH (b:Yardstick {id: row.target})
MERGE (a)-[r:NOT_COMPARED_WITH]->(b)
SET r += row.props
