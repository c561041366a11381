// Generated from ontology.yaml: write PROMISES from Section to Promise. $rows: a list of {id, source, target, props}.
UNWIND $rows AS row
MATCH (a:Section {id: row.source})
MATCH (b:Promise {id: row.target})
MERGE (a)-[r:PROMISES {id: row.id}]->(b)
SET r += row.props
