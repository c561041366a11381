// models: Which cities name which reform models, and with what stance: every model in every city
// zh: 哪些城市提到哪些改革模式，态度如何
// path: /models
// param model: model = null — only this model
// param city: city = null — only this city
// returns: model text, zh text, en text, city text, code text, stance text, stances list set, variants list set,
// returns: mentions int, measures list set, evidence list
MATCH (x:Model)
WHERE $model IS NULL OR x.key = $model
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:REFERS_TO]->(y:Model)
WHERE y.key = x.key
WITH x, c, count(r) AS mentions, collect(DISTINCT r.stance) AS stances, collect(DISTINCT r.variant) AS variants,
     collect(DISTINCT o.key) AS measures,
     collect(CASE WHEN r IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS evidence
RETURN x.key AS model, x.name AS zh, x.en AS en, c.name AS city, c.code AS code,
       CASE WHEN mentions = 0 THEN 'silent' WHEN 'promote' IN stances THEN 'promote'
            WHEN 'establish' IN stances THEN 'establish' WHEN 'pilot' IN stances THEN 'pilot'
            WHEN 'explore' IN stances THEN 'explore' ELSE 'mention' END AS stance,
       stances, variants, mentions, measures, evidence
ORDER BY model, code, city
