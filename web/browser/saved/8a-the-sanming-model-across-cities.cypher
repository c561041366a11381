// 8a 各市的三明医改 The Sanming model across cities
MATCH p = (:City)-[:ADOPTS]->(:Model {key: 'sanming'})-[:HAS_COMPONENT]->(:Component) RETURN p
