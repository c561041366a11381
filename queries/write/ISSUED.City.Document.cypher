// Generated from ontology.yaml: write ISSUED from City to Document. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:City {id: row.source})
MATCH (b:Document {id: row.target})
MERGE (a)-[r:ISSUED]->(b)
SET r += row.props
