// Generated from ontology.yaml: write SPEAKS_OF from Measure to Component. $rows: a list of {id, source, target, props}.
UNWIND $rows AS row
MATCH (a:Measure {id: row.source})
MATCH (b:Component {id: row.target})
MERGE (a)-[r:SPEAKS_OF {id: row.id}]->(b)
SET r += row.props
