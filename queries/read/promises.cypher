// promises: Which documents each city promises to draft, by title or in plain words, with the measure that does so
// zh: 各城市承诺制定或出台哪些文件
// path: /promises
// param city: city = null — only this city
// returns: city text, code text, status text, reason text, reason_text text, document text, place text, measure text,
// returns: verb text, id text, name text, kind text, titled bool, held bool, evidence list
CALL () {
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[:PROMISES]->(p:Promise)
  RETURN c.id AS own, c.name AS city, c.code AS code, 'present' AS status, null AS reason, null AS reason_text,
         d.title AS document, o.title AS place, o.key AS measure, p.verb AS verb, p.id AS id, p.name AS name,
         p.kind AS kind, false AS titled, false AS held,
         [{document: d.id, title: d.title, url: d.url, start: p.start, end: p.end, quote: p.quote, cut: p.cut,
         rule: p.rule}] AS evidence
  UNION
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
  WHERE r.relation = 'drafts'
  RETURN c.id AS own, c.name AS city, c.code AS code, 'present' AS status, null AS reason, null AS reason_text,
         d.title AS document, o.title AS place, o.key AS measure, null AS verb, p.id AS id, p.title AS name,
         null AS kind, true AS titled, p.held AS held,
         [{document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: r.rule}] AS evidence
  UNION
  MATCH (c:City)
  WHERE COUNT { (c)-[:ISSUED]->(:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[:PROMISES]->(:Promise) } = 0
    AND COUNT { (c)-[:ISSUED]->(:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(:Document)
      WHERE r.relation = 'drafts' } = 0
  OPTIONAL MATCH (c)-[:ISSUED]->(d:Document {held: true})
  WITH c, coalesce(sum(d.n_measures), 0) AS measures
  WITH c, CASE WHEN measures = 0 THEN 'not_read' ELSE 'silent' END AS status
  RETURN c.id AS own, c.name AS city, c.code AS code, status, status AS reason,
         CASE status WHEN 'not_read' THEN 'No measures were read in the plans of this city.'
           ELSE 'No plan held names a document that it is to draft.' END AS reason_text,
         null AS document, null AS place, null AS measure, null AS verb, null AS id, null AS name, null AS kind,
         null AS titled, null AS held, [] AS evidence
}
WITH * WHERE $city IS NULL OR own = $city
RETURN city, code, status, reason, reason_text, document, place, measure, verb, id, name, kind, titled, held, evidence
ORDER BY code, city, evidence[0].document, evidence[0].start, evidence[0].end, name, id
