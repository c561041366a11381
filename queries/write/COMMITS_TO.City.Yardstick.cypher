// Generated from ontology.yaml: write COMMITS_TO from City to Yardstick. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Yardstick {id: row.target})
MERGE (a)-[r:COMMITS_TO]->(b)
SET r += row.props
