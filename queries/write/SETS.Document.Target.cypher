// Generated from ontology.yaml: write SETS from Document to Target. $rows: a list of {id, source, target, props}.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Target {id: row.target})
MERGE (a)-[r:SETS {id: row.id}]->(b)
SET r += row.props
