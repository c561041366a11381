// 8b 各市的三明医改 The Sanming model across cities
MATCH (c:City)-[a:ADOPTS]->(:Model {key: 'sanming'})
RETURN c.name AS city, a.grade AS grade ORDER BY grade, city
