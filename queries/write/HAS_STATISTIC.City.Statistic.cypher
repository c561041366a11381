// Generated from ontology.yaml: write HAS_STATISTIC from City to Statistic. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Statistic {id: row.target})
MERGE (a)-[r:HAS_STATISTIC]->(b)
SET r += row.props
