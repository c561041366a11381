// Generated from ontology.yaml: write LACKS_FUNCTION from City to Function. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Function {id: row.target})
MERGE (a)-[r:LACKS_FUNCTION]->(b)
SET r += row.props
