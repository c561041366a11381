// Generated from ontology.yaml: write USES from City to Lever. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Lever {id: row.target})
MERGE (a)-[r:USES]->(b)
SET r += row.props
