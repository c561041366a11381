// city: The profile of one city: its documents, what they hold, and how the place was found
// zh: 一个城市的概况：有哪些文件，各有多少内容
// path: /cities/{city}
// param city: city — the city, by name or code
// returns: id text, city text, code text, province text, basis text, institutions int, documents list, evidence list
MATCH (c:City {id: $city})
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document {held: true})
WITH c, collect(CASE WHEN d IS NULL THEN null ELSE {id: d.id, key: d.key, title: d.title, kind: d.kind,
     number: d.number, issuer: d.issuer, date_issued: d.date_issued, period_start: d.period_start,
     period_end: d.period_end, url: d.url, measures: d.n_measures, responsibilities: d.n_bodies, leads: d.n_leads,
     targets: d.n_targets, citations: d.n_citations, models: d.n_models, start: d.start} END) AS documents,
     collect(CASE WHEN d IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url, start: d.start,
     end: d.end, quote: null, cut: false, rule: d.rule} END) AS evidence
RETURN c.id AS id, c.name AS city, c.code AS code, c.province AS province, c.basis AS basis,
       COUNT { (c)<-[:OF_CITY]-(:Institution) } AS institutions, documents, evidence
ORDER BY id
