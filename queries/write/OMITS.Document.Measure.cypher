// Generated from ontology.yaml: write OMITS from Document to Measure. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:OMITS]->(b)
SET r += row.props
