// joint_work: Which institutions act together, and on which measures
// zh: 哪些机构共同负责举措
// path: /joint_work
// param city: city = null — only this city
// param institution: institution = null — only pairs with this institution
// param least: int = 1 — the least number of measures in common
// returns: id text, city text, first text, second text, measures int, shared list, rule text, evidence list
MATCH (a:Institution)-[w:WORKS_WITH]->(b:Institution)
WHERE w.measures >= $least AND ($institution IS NULL OR a.id = $institution OR b.id = $institution)
  AND ($city IS NULL OR COUNT { (a)-[:OF_CITY]->(:City {id: $city}) } > 0)
OPTIONAL MATCH (a)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[s:RESPONSIBLE_FOR]-(b)
OPTIONAL MATCH (m)<-[:HAS_MEASURE]-(d:Document)
WITH a, b, w, collect(DISTINCT CASE WHEN m IS NULL THEN null ELSE {id: m.id, key: m.key, title: m.title,
     document: d.id, start: m.start} END) AS shared,
     collect(DISTINCT CASE WHEN r IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule}
     END) AS evidence
RETURN a.id + '|' + b.id AS id, a.city AS city, a.name AS first, b.name AS second, w.measures AS measures, shared,
       w.rule AS rule, evidence
ORDER BY city, measures DESC, id
