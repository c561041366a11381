// 8c 各市的三明医改 The Sanming model across cities
MATCH p = (:Model {key: 'sanming'})-[:HAS_COMPONENT]->(:Component)<-[:DOES]-(:Measure) RETURN p LIMIT 150
