// centrality: Which institutions stand at the centre of their city's network of joint work
// zh: 哪些机构处于本市协作网络的中心
// path: /centrality
// param city: city = null — only this city
// returns: id text, city text, institution text, functions list set, measures int, degree int, centrality float,
// returns: betweenness float
MATCH (i:Institution)
WHERE i.degree IS NOT NULL AND ($city IS NULL OR COUNT { (i)-[:OF_CITY]->(:City {id: $city}) } > 0)
RETURN i.id AS id, i.city AS city, i.name AS institution, [(i)-[:PERFORMS]->(f:Function) | f.key] AS functions,
       COUNT { (i)-[:RESPONSIBLE_FOR]->(:Measure) } AS measures, i.degree AS degree, i.centrality AS centrality,
       i.betweenness AS betweenness
ORDER BY city, degree DESC, betweenness DESC, id
