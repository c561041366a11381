// Generated from ontology.yaml: write ADOPTS from City to Model. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Model {id: row.target})
MERGE (a)-[r:ADOPTS]->(b)
SET r += row.props
