// Generated from ontology.yaml: write COVERS from City to Component. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Component {id: row.target})
MERGE (a)-[r:COVERS]->(b)
SET r += row.props
