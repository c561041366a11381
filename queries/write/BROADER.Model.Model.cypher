// Generated from ontology.yaml: write BROADER from Model to Model. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Model {id: row.source})
MATCH (b:Model {id: row.target})
MERGE (a)-[r:BROADER]->(b)
SET r += row.props
