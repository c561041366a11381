// adoption_profiles: What each city does of each component of a reform model, wholly, in part, or why not at all
// zh: 各城市落实了某一改革模式的哪些要素
// path: /models/{model}/profiles
// param model: model — key of a model in codebooks/components, such as county_consortium
// param city: city = null — only this city
// param tier: text = null — only these components: core or extended
// values tier: core, extended
// example: model=county_consortium
// returns: component text, zh text, en text, tier text, since int, source text, city text, code text, doing text
// returns: status text, reason text, reason_text text, parts list set, measures list set, evidence list
MATCH (x:Model {key: $model})-[:HAS_COMPONENT]->(k:Component)
WHERE $tier IS NULL OR k.tier = $tier
MATCH (k)<-[v:COVERS]-(c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document)-[:HAS_MEASURE]->(m:Measure)-[r:DOES]->(t:Component)
WHERE t.id = k.id
WITH k, v, c, collect(DISTINCT m.key) AS measures,
     collect(CASE WHEN r IS NULL THEN null ELSE {document: d.id, title: m.title, url: d.url, start: r.start,
     end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS evidence
RETURN k.key AS component, k.name AS zh, k.en AS en, k.tier AS tier, k.since AS since, k.source AS source,
       c.name AS city, c.code AS code, v.status AS doing, v.cell AS status, v.reason AS reason,
       v.reason_text AS reason_text, coalesce(v.parts, []) AS parts, measures, evidence
ORDER BY tier, component, code, city
