// Generated from ontology.yaml: write ISSUED from Province to Document. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Province {id: row.source})
MATCH (b:Document {id: row.target})
MERGE (a)-[r:ISSUED]->(b)
SET r += row.props
