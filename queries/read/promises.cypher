// promises: Which documents the plans promise to draft, by title or in plain words
// zh: 各计划承诺制定哪些文件
// path: /promises
// param city: city = null — only this city
// returns: city text, document text, place text, measure text, verb text, name text, kind text, titled bool,
// returns: evidence evidence
CALL () {
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[:PROMISES]->(p:Promise)
  RETURN c.id AS own, c.name AS city, d.title AS document, o.title AS place, o.key AS measure, p.verb AS verb,
         p.name AS name, p.kind AS kind, false AS titled,
         {document: d.id, title: d.title, url: d.url, start: p.start, end: p.end, quote: p.quote, cut: p.cut,
         rule: p.rule} AS evidence
  UNION
  MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
  WHERE r.relation = 'drafts'
  RETURN c.id AS own, c.name AS city, d.title AS document, o.title AS place, o.key AS measure, null AS verb,
         p.title AS name, null AS kind, true AS titled,
         {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: r.rule} AS evidence
}
WITH * WHERE $city IS NULL OR own = $city
RETURN city, document, place, measure, verb, name, kind, titled, evidence
ORDER BY city, evidence.document, evidence.start, name
