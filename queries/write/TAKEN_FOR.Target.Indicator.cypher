// Generated from ontology.yaml: write TAKEN_FOR from Target to Indicator. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Target {id: row.source})
MATCH (b:Indicator {id: row.target})
MERGE (a)-[r:TAKEN_FOR]->(b)
SET r += row.props
