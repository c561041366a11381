// Generated from ontology.yaml: write PULLS from Measure to Lever. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Measure {id: row.source})
MATCH (b:Lever {id: row.target})
MERGE (a)-[r:PULLS]->(b)
SET r += row.props
