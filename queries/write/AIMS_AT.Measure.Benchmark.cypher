// Generated from ontology.yaml: write AIMS_AT from Measure to Benchmark. $rows: a list of {id, source, target, props}.
UNWIND $rows AS row
MATCH (a:Measure {id: row.source})
MATCH (b:Benchmark {id: row.target})
MERGE (a)-[r:AIMS_AT {id: row.id}]->(b)
SET r += row.props
