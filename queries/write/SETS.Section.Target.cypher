// Generated from ontology.yaml: write SETS from Section to Target. $rows: a list of {id, source, target, props}.
UNWIND $rows AS row
MATCH (a:Section {id: row.source})
MATCH (b:Target {id: row.target})
MERGE (a)-[r:SETS {id: row.id}]->(b)
SET r += row.props
