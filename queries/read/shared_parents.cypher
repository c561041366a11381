// shared_parents: Which parent documents several cities' plans have in common, with parents of parents
// zh: 哪些上级文件为几个城市的计划所共有，含上级的上级
// path: /shared_parents
// param level: text = null — national, province, city or unknown
// values level: national, province, city, unknown
// param cities: int = 2 — the least number of cities
// param steps: int = 3 — how many steps up: 1 for what the plans name themselves, or probably descend from
// silent: no parent document is named, within {steps} steps up, by {cities} or more cities: {whose} name parents of their own; see /api/v1/parents
// returns: id text, title text, number text, level text, held bool, origin text, relations list set, cities list set,
// returns: steps list set, through list set, evidence list
CALL () {
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
  WHERE r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(p.level, 'unknown') <> 'city'
  RETURN c.name AS city, p.id AS parent, 1 AS step, r.relation AS relation, d.title AS through,
         {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: r.rule} AS evidence
  UNION
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[r:PROBABLE_PARENT]->(p:Document)
  RETURN c.name AS city, p.id AS parent, 1 AS step, 'probable' AS relation, d.title AS through, null AS evidence
  UNION
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(s:Document)
  MATCH (s)-[:PROBABLE_PARENT]->(p:Document)
  WHERE r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(s.level, 'unknown') <> 'city'
  RETURN c.name AS city, p.id AS parent, 2 AS step, 'probable' AS relation, s.title AS through,
         {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: r.rule} AS evidence
  UNION
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(s:Document)
  MATCH (s)-[:PROBABLE_PARENT]->(t:Document)-[:PROBABLE_PARENT]->(p:Document)
  WHERE r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(s.level, 'unknown') <> 'city'
  RETURN c.name AS city, p.id AS parent, 3 AS step, 'probable' AS relation, t.title AS through,
         {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: r.rule} AS evidence
  UNION
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[e:DESCENDS_FROM]->(s:Document {held: true})
  MATCH (s)-[:CONTAINS*0..1]->(t:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
  WHERE r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(p.level, 'unknown') <> 'city'
  RETURN c.name AS city, p.id AS parent, 2 AS step, r.relation AS relation, s.title AS through,
         {document: t.id, title: t.title, url: t.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: r.rule} AS evidence
}
WITH * WHERE step <= $steps
MATCH (p:Document {id: parent})
WHERE $level IS NULL OR p.level = $level
WITH p, collect(DISTINCT city) AS cities, collect(DISTINCT relation) AS relations, collect(DISTINCT step) AS steps,
     collect(DISTINCT through) AS through, collect(evidence) AS evidence
WHERE size(cities) >= $cities
RETURN p.id AS id, p.title AS title, p.number AS number, p.level AS level, p.held AS held, p.origin AS origin,
       relations, cities, steps, through, evidence
ORDER BY size(cities) DESC, id
