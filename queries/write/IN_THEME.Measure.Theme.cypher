// Generated from ontology.yaml: write IN_THEME from Measure to Theme. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Measure {id: row.source})
MATCH (b:Theme {id: row.target})
MERGE (a)-[r:IN_THEME]->(b)
SET r += row.props
