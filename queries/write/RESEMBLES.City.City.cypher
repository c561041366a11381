// Generated from ontology.yaml: write RESEMBLES from City to City. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:City {id: row.target})
MERGE (a)-[r:RESEMBLES]->(b)
SET r += row.props
