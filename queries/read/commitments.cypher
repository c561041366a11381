// commitments: Every value that a city commits to, in the unit of its yardstick: compared, or why it is not
// zh: 各市在每个口径上的承诺值：可比，或不可比的原因
// path: /commitments
// param indicator: indicator = null — only this indicator, or those of this family
// param city: city = null — only this city
// annex: 指标, 目标
// returns: city text, code text, indicator text, zh text, en text, yardstick text, yardstick_en text, dimension text,
// returns: base text, population text, levels list set, value float, value_max float, comparator text, unit text,
// returns: printed_unit text, deadline int, period_end int, comparable bool, with_cities list set,
// returns: gap_to_highest float, best bool, caveats list set, refusal text, refusal_zh text, refusal_text text,
// returns: reviewed bool, rule text, evidence list
MATCH (c:City)-[k:COMMITS_TO]->(y:Yardstick)-[:OF_INDICATOR]->(n:Indicator)
WHERE ($city IS NULL OR c.id = $city)
  AND ($indicator IS NULL OR n.key = $indicator OR COUNT { (n)-[:BROADER]->(:Indicator {key: $indicator}) } > 0)
OPTIONAL MATCH (y)<-[:STANDS_ON]-(t:Target)<-[:SETS]-(o)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(d:Document {held: true})
WHERE t.id IN k.targets
WITH c, k, y, n, collect(CASE WHEN t IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url,
     start: t.start, end: t.end, quote: t.quote, cut: t.cut, rule: t.rule} END) AS evidence
RETURN c.name AS city, c.code AS code, n.key AS indicator, n.name AS zh, n.en AS en, y.name AS yardstick,
       y.en AS yardstick_en, y.dimension AS dimension, y.base AS base, y.population AS population,
       coalesce(y.levels, []) AS levels, k.value AS value, k.value_max AS value_max, k.comparator AS comparator,
       y.unit AS unit, k.printed_unit AS printed_unit, k.deadline AS deadline, k.period_end AS period_end,
       k.comparable AS comparable,
       CASE WHEN NOT k.comparable THEN null WHEN y.n_cities > 1 THEN [one IN y.cities WHERE one <> c.name]
            ELSE k.ordered_with END AS with_cities,
       k.gap_to_highest AS gap_to_highest, k.best AS best, k.caveats AS caveats, k.refusal AS refusal,
       k.refusal_zh AS refusal_zh, k.refusal_text AS refusal_text, y.reviewed AS reviewed, k.rule AS rule, evidence
ORDER BY indicator, y.key, code, city
