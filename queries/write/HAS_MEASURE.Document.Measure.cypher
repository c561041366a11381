// Generated from ontology.yaml: write HAS_MEASURE from Document to Measure. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:HAS_MEASURE]->(b)
SET r += row.props
