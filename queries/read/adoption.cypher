// adoption: Which cities adopted a reform model, by grade, with evidence
// zh: 哪些城市采用了某一改革模式
// path: /models/{model}/adoption
// param model: model — key of a model in codebooks/models.yaml or codebooks/components, such as sanming
// param city: city = null — only this city
// example: model=sanming
// returns: city text, code text, grade text, named text, stance text, stages list set, status text, reason text
// returns: reason_text text, core_done int, core_partial int, core int, needed int, extended_done int
// returns: extended_partial int, extended int, components list, evidence list
MATCH (x:Model {key: $model})
OPTIONAL MATCH (x)-[:HAS_COMPONENT]->(k:Component)
WITH x, collect(CASE WHEN k IS NULL THEN null ELSE {key: k.key, zh: k.name, en: k.en, tier: k.tier} END) AS parts
OPTIONAL MATCH (x)<-[:BROADER]-(z:Model)
WITH x, parts, [x.key] + collect(z.key) AS keys
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (c)-[a:ADOPTS]->(e:Model)
WHERE e.key = $model
OPTIONAL MATCH (c)-[v:COVERS]->(g:Component)
WHERE g.model = $model
WITH c, a, keys, parts,
     collect(CASE WHEN v IS NULL THEN null ELSE {key: g.key, status: v.status, reason: v.reason} END) AS covers
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document)-[:HAS_MEASURE]->(m:Measure)-[r:DOES]->(t:Component)
WHERE t.model = $model
WITH c, a, keys, parts, covers, collect(CASE WHEN r IS NULL THEN null ELSE {key: t.key, document: d.id, title: m.title,
     url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS does
WITH c, a, keys, [k IN parts | {key: k.key, zh: k.zh, en: k.en, tier: k.tier,
     status: coalesce(head([v IN covers WHERE v.key = k.key | v.status]), 'empty'),
     reason: CASE WHEN size([v IN covers WHERE v.key = k.key]) = 0 THEN 'not_read'
                  ELSE head([v IN covers WHERE v.key = k.key | v.reason]) END,
     evidence: [r IN does WHERE r.key = k.key | {document: r.document, title: r.title, url: r.url, start: r.start,
     end: r.end, quote: r.quote, cut: r.cut, rule: r.rule}]}] AS components
OPTIONAL MATCH (c)-[:ISSUED]->(p:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[n:REFERS_TO]->(y:Model)
WHERE y.key IN keys AND n.polarity = 'does'
WITH c, a, components, collect(CASE WHEN n IS NULL THEN null ELSE {document: p.id, title: p.title, url: p.url,
     start: n.start, end: n.end, quote: n.quote, cut: n.cut, rule: n.rule} END) AS evidence
RETURN c.name AS city, c.code AS code,
       CASE WHEN a.grade IS NULL THEN 'not_read'
            WHEN a.grade = 'silent' AND a.status IN ['not_read', 'out_of_scope'] THEN a.status ELSE a.grade END AS grade,
       coalesce(a.named, 'no') AS named,
       a.stance AS stance, coalesce(a.stages, []) AS stages, coalesce(a.status, 'not_read') AS status,
       CASE WHEN a.grade IS NULL THEN 'not_read' ELSE a.reason END AS reason,
       CASE WHEN a.grade IS NULL THEN 'No position on it was derived.' ELSE a.reason_text END AS reason_text,
       a.core_done AS core_done, a.core_partial AS core_partial, a.core AS core, a.needed AS needed,
       a.extended_done AS extended_done, a.extended_partial AS extended_partial, a.extended AS extended,
       components, evidence
ORDER BY code, city
