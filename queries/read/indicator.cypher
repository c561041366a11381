// indicator: One indicator compared across all cities held
// zh: 一个指标在各市的目标比较
// path: /indicators/{indicator}
// param indicator: indicator — key of an indicator in codebooks/indicators.yaml
// returns: city text, code text, indicator text, zh text, en text, status text, targets list, evidence list
MATCH (n:Indicator {key: $indicator})
MATCH (c:City)
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[:SETS]->(t:Target)-[:QUANTIFIES]->(y:Indicator)
WHERE y.key = n.key
WITH n, c, collect(CASE WHEN t IS NULL THEN null ELSE {id: t.id, wording: t.wording, scope: t.scope,
     comparator: t.comparator, value: t.value, value_max: t.value_max, unit: t.unit, deadline: t.deadline,
     period_end: t.period_end, kind: t.kind, strength: t.strength, place: o.title, document: d.id, start: t.start} END)
     AS targets, collect(CASE WHEN t IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url, start: t.start, end: t.end, quote: t.quote, cut: t.cut,
     rule: t.rule} END) AS evidence
RETURN c.name AS city, c.code AS code, n.key AS indicator, n.name AS zh, n.en AS en,
       CASE WHEN size(targets) > 0 THEN 'present' ELSE 'silent' END AS status, targets, evidence
ORDER BY code, city
