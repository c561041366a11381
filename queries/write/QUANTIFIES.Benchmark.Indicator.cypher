// Generated from ontology.yaml: write QUANTIFIES from Benchmark to Indicator. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Benchmark {id: row.source})
MATCH (b:Indicator {id: row.target})
MERGE (a)-[r:QUANTIFIES]->(b)
SET r += row.props
