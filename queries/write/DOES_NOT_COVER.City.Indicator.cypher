// Generated from ontology.yaml: write DOES_NOT_COVER from City to Indicator. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Indicator {id: row.target})
MERGE (a)-[r:DOES_NOT_COVER]->(b)
SET r += row.props
