// Generated from ontology.yaml: write OF_CITY from Institution to City. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Institution {id: row.source})
MATCH (b:City {id: row.target})
MERGE (a)-[r:OF_CITY]->(b)
SET r += row.props
