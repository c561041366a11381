// parents: Which parent documents the plans are based on or implement, by level
// zh: 各地计划依据或落实哪些上级文件
// path: /parents
// param level: text = null — national, province, unknown, or city where a plan is based on a city's own document
// values level: national, province, city, unknown
// param city: city = null — only parents of this city's plans
// param relation: text = null — based_on or implements; otherwise both
// returns: id text, title text, number text, issuer text, level text, held bool, date_from date,
// returns: date_to date, relations list set, plans list set, cities list set, evidence list
MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
WHERE (r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(p.level, 'unknown') <> 'city') AND ($relation IS NULL OR r.relation = $relation)
  AND ($level IS NULL OR p.level = $level) AND ($city IS NULL OR c.id = $city)
WITH p, collect(DISTINCT r.relation) AS relations, collect(DISTINCT d.title) AS plans,
     collect(DISTINCT c.name) AS cities,
     collect({document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule}) AS evidence
RETURN p.id AS id, p.title AS title, p.number AS number, p.issuer AS issuer, p.level AS level, p.held AS held,
       p.date_from AS date_from, p.date_to AS date_to, relations, plans, cities, evidence
ORDER BY CASE level WHEN 'national' THEN 0 WHEN 'province' THEN 1 WHEN 'city' THEN 2 ELSE 3 END, size(plans) DESC, id
