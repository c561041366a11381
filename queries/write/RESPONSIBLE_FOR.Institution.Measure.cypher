// Generated from ontology.yaml: write RESPONSIBLE_FOR from Institution to Measure. $rows: a list of {id, source, target, props}.
UNWIND $rows AS row
MATCH (a:Institution {id: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:RESPONSIBLE_FOR {id: row.id}]->(b)
SET r += row.props
