// Generated from ontology.yaml: write HAS_SECTION from Document to Section. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Section {id: row.target})
MERGE (a)-[r:HAS_SECTION]->(b)
SET r += row.props
