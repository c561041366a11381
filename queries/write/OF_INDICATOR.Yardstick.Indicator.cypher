// Generated from ontology.yaml: write OF_INDICATOR from Yardstick to Indicator. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Yardstick {id: row.source})
MATCH (b:Indicator {id: row.target})
MERGE (a)-[r:OF_INDICATOR]->(b)
SET r += row.props
