// indicator: One indicator, or a subject of several, over all cities held: values made comparable, or why they are not
// zh: 一个指标（或一类指标）在各市的目标：可比值、差距，或不可比的原因
// path: /indicators/{indicator}
// param indicator: indicator — key of an indicator or of a family in codebooks/indicators.yaml
// param at: date = today — the date at which a year has passed
// returns: city text, code text, indicator text, zh text, en text, status text, reason text, reason_text text,
// returns: comparable bool, refusal text, refusal_zh text, refusal_text text, value float, value_max float,
// returns: comparator text, unit text, deadline int, expired bool, yardstick text, yardstick_en text,
// returns: with_cities list set, highest float, lowest float, gap_to_highest float, gap_to_lowest float, best bool,
// returns: parent text, parent_value float, gap_to_parent float, caveats list set, targets list, benchmarks list,
// returns: evidence list
MATCH (n:Indicator {key: $indicator})
OPTIONAL MATCH (n)<-[:BROADER]-(b:Indicator)
WITH n, collect(b.key) AS narrower
WITH n, size(narrower) > 0 AS family, narrower + [n.key] AS keys
MATCH (c:City)
OPTIONAL MATCH (c)-[k:COMMITS_TO]->(y:Yardstick)-[:OF_INDICATOR]->(x:Indicator)
WHERE x.key IN keys AND ((family AND k.main_of_family) OR (NOT family AND k.main))
WITH n, keys, c, k, y
OPTIONAL MATCH (n)<-[u:DOES_NOT_COVER]-(left:City)
WHERE left.id = c.id
WITH n, keys, c, k, y, u
OPTIONAL MATCH (c)-[:ISSUED]->(e:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(w)-[:AIMS_AT]->(a:Benchmark)-[:QUANTIFIES]->(v:Indicator)
WHERE v.key IN keys
WITH n, keys, c, k, y, u, collect(CASE WHEN a IS NULL THEN null ELSE {id: a.id, wording: a.name, kind: a.kind,
     scope: a.scope, deadline: a.deadline, document: e.id, title: e.title, url: e.url, start: a.start, end: a.end,
     quote: a.quote, cut: a.cut, rule: a.rule} END) AS benchmarks
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[:SETS]->(t:Target)-[:QUANTIFIES|TAKEN_FOR]->(z:Indicator)
WHERE z.key IN keys
WITH n, c, k, y, u, benchmarks, collect(DISTINCT CASE WHEN t IS NULL THEN null ELSE {id: t.id, wording: t.wording,
     scope: t.scope, comparator: t.comparator, value: t.value, value_max: t.value_max, unit: t.unit,
     deadline: t.deadline, period_end: t.period_end, kind: t.kind, strength: t.strength, place: o.title,
     document: d.id, start: t.start} END) AS targets,
     collect(DISTINCT CASE WHEN t IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url, start: t.start,
     end: t.end, quote: t.quote, cut: t.cut, rule: t.rule} END) AS proofs
WITH n, c, k, y, u, targets, proofs, benchmarks, size(targets) = 0 AND size(benchmarks) > 0 AS unnumbered,
     size(targets) + size(benchmarks) > 0 AS present, CASE WHEN k.deadline IS NULL AND any(one IN targets
     WHERE one.id IN k.targets AND any(span IN ['年内', '年以内', '年之内'] WHERE coalesce(one.scope, '') CONTAINS span))
     THEN null ELSE coalesce(k.deadline, k.period_end) END AS last_year
RETURN c.name AS city, c.code AS code, n.key AS indicator, n.name AS zh, n.en AS en,
       CASE WHEN present THEN 'present' ELSE coalesce(u.status, 'silent') END AS status,
       CASE WHEN present THEN null ELSE coalesce(u.status, 'silent') END AS reason,
       CASE WHEN present THEN null ELSE coalesce(u.reason_text, 'The plans of this city that are held set no target of it.') END AS reason_text,
       CASE WHEN unnumbered THEN false ELSE k.comparable END AS comparable,
       CASE WHEN unnumbered THEN 'benchmark_only' ELSE k.refusal END AS refusal,
       CASE WHEN unnumbered THEN '只有参照线，没有数字' ELSE k.refusal_zh END AS refusal_zh,
       CASE WHEN unnumbered THEN 'only a benchmark without a number' ELSE k.refusal_text END AS refusal_text,
       k.value AS value, k.value_max AS value_max, k.comparator AS comparator, y.unit AS unit, k.deadline AS deadline,
       CASE WHEN last_year IS NULL THEN null ELSE last_year < toInteger(substring($at, 0, 4)) END AS expired,
       y.name AS yardstick, y.en AS yardstick_en, CASE WHEN NOT k.comparable THEN null WHEN y.n_cities > 1 THEN [one IN y.cities WHERE one <> c.name] ELSE k.ordered_with END
       AS with_cities, y.highest AS highest,
       y.lowest AS lowest, k.gap_to_highest AS gap_to_highest, k.gap_to_lowest AS gap_to_lowest, k.best AS best,
       k.parent AS parent, k.parent_value AS parent_value, k.gap_to_parent AS gap_to_parent, k.caveats AS caveats,
       targets, benchmarks,
       proofs + [one IN benchmarks | {document: one.document, title: one.title, url: one.url, start: one.start,
       end: one.end, quote: one.quote, cut: one.cut, rule: one.rule}] AS evidence
ORDER BY code, city
