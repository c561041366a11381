// drafts: Which documents each city promises to draft, with the measure that does so
// zh: 各城市承诺制定或出台哪些文件
// path: /drafts
// param city: city = null — only this city
// returns: city text, code text, status text, reason text, reason_text text, id text, title text, held bool,
// returns: measures list set, evidence list
CALL () {
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
  WHERE r.relation = 'drafts'
  RETURN c.id AS own, c.name AS city, c.code AS code, 'present' AS status, null AS reason, null AS reason_text,
         p.id AS id, p.title AS title, p.held AS held, collect(DISTINCT o.title) AS measures,
         collect({document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: r.rule}) AS evidence
  UNION
  MATCH (c:City)
  WHERE COUNT { (c)-[:ISSUED]->(d:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
    WHERE r.relation = 'drafts' } = 0
  RETURN c.id AS own, c.name AS city, c.code AS code, 'silent' AS status, 'silent' AS reason,
         'No plan held names a document that it is to draft.' AS reason_text, null AS id, null AS title,
         null AS held, [] AS measures, [] AS evidence
}
WITH * WHERE $city IS NULL OR own = $city
RETURN city, code, status, reason, reason_text, id, title, held, measures, evidence
ORDER BY code, city, title, id
