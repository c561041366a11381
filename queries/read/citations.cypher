// citations: Which documents each plan names and how: what it is based on, implements, promises to draft, or cites
// zh: 各计划点名了哪些文件，是依据、落实、承诺制定还是提及
// path: /citations
// param city: city = null — only this city's plans
// param relation: text = null — based_on, implements, drafts, contains or cites
// values relation: based_on, implements, drafts, contains, cites
// param level: text = null — national, province, city or unknown
// values level: national, province, city, unknown
// returns: id text, city text, document text, place text, measure text, relation text, cited text, title text,
// returns: number text, issuer text, level text, held bool, evidence evidence
MATCH (c:City)-[:ISSUED]->(d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
WHERE ($city IS NULL OR c.id = $city) AND ($relation IS NULL OR r.relation = $relation)
  AND ($level IS NULL OR p.level = $level)
RETURN r.id AS id, c.name AS city, d.title AS document, o.title AS place, o.key AS measure, r.relation AS relation,
       p.id AS cited, coalesce(r.title, p.title) AS title, p.number AS number, p.issuer AS issuer, p.level AS level,
       p.held AS held,
       {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
        rule: r.rule} AS evidence
ORDER BY city, evidence.document, evidence.start, id
