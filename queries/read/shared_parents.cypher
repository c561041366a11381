// shared_parents: Which parent documents several cities' plans have in common
// zh: 哪些上级文件为几个城市的计划所共有
// path: /shared_parents
// param level: text = null — national, province, city or unknown
// values level: national, province, city, unknown
// param cities: int = 2 — the least number of cities
// returns: id text, title text, number text, level text, held bool, relations list set, cities list set, evidence list
MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
WHERE (r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(p.level, 'unknown') <> 'city') AND ($level IS NULL OR p.level = $level)
WITH p, collect(DISTINCT c.name) AS cities, collect(DISTINCT r.relation) AS relations,
     collect({document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule}) AS evidence
WHERE size(cities) >= $cities
RETURN p.id AS id, p.title AS title, p.number AS number, p.level AS level, p.held AS held, relations, cities, evidence
ORDER BY size(cities) DESC, id
