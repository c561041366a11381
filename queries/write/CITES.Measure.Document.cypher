// Generated from ontology.yaml: write CITES from Measure to Document. $rows: a list of {id, source, target, props}.
UNWIND $rows AS row
MATCH (a:Measure {id: row.source})
MATCH (b:Document {id: row.target})
MERGE (a)-[r:CITES {id: row.id}]->(b)
SET r += row.props
