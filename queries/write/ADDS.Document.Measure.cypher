// Generated from ontology.yaml: write ADDS from Document to Measure. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:ADDS]->(b)
SET r += row.props
