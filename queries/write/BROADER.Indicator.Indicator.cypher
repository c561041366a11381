// Generated from ontology.yaml: write BROADER from Indicator to Indicator. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Indicator {id: row.source})
MATCH (b:Indicator {id: row.target})
MERGE (a)-[r:BROADER]->(b)
SET r += row.props
