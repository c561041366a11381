// models: Which cities name which reform models, with what stance and at what stage: every model in every city
// zh: 哪些城市提到哪些改革模式，态度与阶段如何
// path: /models
// param model: model = null — only this model
// param city: city = null — only this city
// returns: model text, zh text, en text, city text, code text, status text, reason text, reason_text text
// returns: stance text, stances list set, stages list set, polarities list set, variants list set
// returns: mentions int, measures list set, evidence list
MATCH (x:Model)
WHERE $model IS NULL OR x.key = $model
WITH x, [x.key] + [(x)<-[:BROADER]-(z:Model) | z.key] AS keys
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (c)-[a:ADOPTS]->(e:Model)
WHERE e.key = x.key
WITH x, c, keys, a, CASE WHEN a.status IN ['not_read', 'out_of_scope'] THEN a.status ELSE 'silent' END AS nothing
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:REFERS_TO]->(y:Model)
WHERE y.key IN keys
WITH x, c, a, nothing, count(r) AS mentions, collect(DISTINCT r.stance) AS stances, collect(DISTINCT r.stage) AS stages,
     collect(DISTINCT r.polarity) AS polarities, collect(DISTINCT r.variant) AS variants,
     collect(DISTINCT o.key) AS measures,
     collect(CASE WHEN r IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS evidence
RETURN x.key AS model, x.name AS zh, x.en AS en, c.name AS city, c.code AS code,
       CASE WHEN mentions = 0 THEN nothing ELSE 'present' END AS status,
       CASE WHEN mentions > 0 THEN null WHEN nothing = 'silent' THEN 'silent' ELSE a.reason END AS reason,
       CASE WHEN mentions > 0 THEN null
            WHEN nothing = 'silent' THEN 'No measure, opening or goal of the plans held names it.'
            ELSE a.reason_text END AS reason_text,
       CASE WHEN mentions = 0 THEN 'silent' WHEN 'promote' IN stances THEN 'promote'
            WHEN 'establish' IN stances THEN 'establish' WHEN 'pilot' IN stances THEN 'pilot'
            WHEN 'explore' IN stances THEN 'explore' ELSE 'mention' END AS stance,
       stances, stages, polarities, variants, mentions, measures, evidence
ORDER BY model, code, city
