// Generated from ontology.yaml: write HAS_COMPONENT from Model to Component. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Model {id: row.source})
MATCH (b:Component {id: row.target})
MERGE (a)-[r:HAS_COMPONENT]->(b)
SET r += row.props
