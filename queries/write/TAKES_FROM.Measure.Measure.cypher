// Generated from ontology.yaml: write TAKES_FROM from Measure to Measure. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Measure {id: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:TAKES_FROM]->(b)
SET r += row.props
