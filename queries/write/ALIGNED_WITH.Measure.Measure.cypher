// Generated from ontology.yaml: write ALIGNED_WITH from Measure to Measure. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Measure {id: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:ALIGNED_WITH]->(b)
SET r += row.props
