// Generated from ontology.yaml: write ABOUT from Measure to Topic. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Measure {id: row.source})
MATCH (b:Topic {id: row.target})
MERGE (a)-[r:ABOUT]->(b)
SET r += row.props
