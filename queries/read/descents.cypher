// descents: What each plan descends from, how many days later it came, and what it did with the parent's measures
// zh: 各计划源自哪些上级文件，晚多少天，如何承接其举措
// path: /descents
// param city: city = null — only this city's plans
// returns: city text, code text, document text, plan text, date_from date, date_to date, date_basis text,
// returns: parent text, parent_title text, number text, level text, basis text, relation text, status text,
// returns: reason text, reason_text text, lag_from int, lag_to int, parent_measures int, child_measures int,
// returns: copied int, adapted int, strengthened int, weakened int, left_out int, added int, evidence list
CALL () {
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[r:DESCENDS_FROM]->(p:Document)
  OPTIONAL MATCH (d)<-[:CONTAINS*0..1]-(s:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[q:CITES]->(x:Document)
  WHERE x.id = p.id AND q.relation IN ['based_on', 'implements']
  WITH c, d, r, p, collect(CASE WHEN q IS NULL THEN null ELSE {document: s.id, title: s.title, url: s.url,
       start: q.start, end: q.end, quote: q.quote, cut: q.cut, rule: q.rule} END) AS places
  RETURN c.id AS own, c.name AS city, c.code AS code, d.id AS document, d.title AS plan, d.date_from AS date_from,
         d.date_to AS date_to, d.date_basis AS date_basis, p.id AS parent, p.title AS parent_title,
         p.number AS number, p.level AS level, r.basis AS basis, r.relation AS relation, r.status AS status,
         r.reason AS reason, r.reason_text AS reason_text, r.lag_from AS lag_from, r.lag_to AS lag_to,
         r.parent_measures AS parent_measures, r.child_measures AS child_measures, r.copied AS copied,
         r.adapted AS adapted, r.strengthened AS strengthened, r.weakened AS weakened, r.left_out AS left_out,
         CASE WHEN r.status = 'present' THEN COUNT { (d)-[:ADDS]->(:Measure) } ELSE null END AS added,
         places AS evidence
  UNION
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})
  WHERE d.n_measures > 0 AND COUNT { (d)-[:DESCENDS_FROM]->(:Document) } = 0
  RETURN c.id AS own, c.name AS city, c.code AS code, d.id AS document, d.title AS plan, d.date_from AS date_from,
         d.date_to AS date_to, d.date_basis AS date_basis, null AS parent, null AS parent_title,
         null AS number, null AS level, null AS basis, null AS relation, 'silent' AS status,
         'silent' AS reason, 'The plan names no parent document, and none is probable.' AS reason_text,
         null AS lag_from, null AS lag_to,
         null AS parent_measures, null AS child_measures, null AS copied,
         null AS adapted, null AS strengthened, null AS weakened, null AS left_out,
         null AS added, [] AS evidence
}
WITH * WHERE $city IS NULL OR own = $city
RETURN city, code, document, plan, date_from, date_to, date_basis, parent, parent_title, number, level, basis,
       relation, status, reason, reason_text, lag_from, lag_to, parent_measures, child_measures, copied, adapted,
       strengthened, weakened, left_out, added, evidence
ORDER BY code, city, document, basis, parent
