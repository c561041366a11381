// Generated from ontology.yaml: write DOES from Measure to Component. $rows: a list of {source, target, props}.
UNWIND $rows AS row
MATCH (a:Measure {id: row.source})
MATCH (b:Component {id: row.target})
MERGE (a)-[r:DOES]->(b)
SET r += row.props
