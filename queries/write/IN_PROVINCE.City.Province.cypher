// Generated from ontology.yaml: write IN_PROVINCE from City to Province. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Province {id: row.target})
MERGE (a)-[r:IN_PROVINCE]->(b)
SET r += row.props
