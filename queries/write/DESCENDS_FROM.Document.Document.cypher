// Generated from ontology.yaml: write DESCENDS_FROM from Document to Document. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Document {id: row.target})
MERGE (a)-[r:DESCENDS_FROM]->(b)
SET r += row.props
