// gaps: Whose target is higher: each city's value beside the highest, the lowest and its province's, where they compare
// zh: 谁的目标更高：可比口径下各市的值与最高、最低及上级目标的差距
// path: /gaps
// param indicator: indicator = null — only this indicator, or those of this family
// param city: city = null — only this city
// param unreviewed: bool = false — true: also indicators that were matched by their last noun alone
// annex: 指标, 目标
// refused: not_compared
// returns: indicator text, zh text, en text, yardstick text, yardstick_en text, city text, value float,
// returns: value_max float, comparator text, unit text, deadline int, direction text, best bool, highest float,
// returns: lowest float, gap_to_highest float, gap_to_lowest float, parent text, parent_value float,
// returns: gap_to_parent float, with_cities list set, caveats list set, rule text, evidence list
MATCH (n:Indicator)<-[:OF_INDICATOR]-(y:Yardstick)<-[k:COMMITS_TO]-(c:City)
WHERE (k.comparable OR k.parent IS NOT NULL) AND ($city IS NULL OR c.id = $city)
  AND ($unreviewed OR y.reviewed)
  AND ($indicator IS NULL OR n.key = $indicator OR COUNT { (n)-[:BROADER]->(:Indicator {key: $indicator}) } > 0)
OPTIONAL MATCH (y)<-[:STANDS_ON]-(t:Target)<-[:SETS]-(o)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(d:Document {held: true})
WHERE t.id IN k.targets
WITH n, y, k, c, collect(DISTINCT CASE WHEN t IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url,
     start: t.start, end: t.end, quote: t.quote, cut: t.cut, rule: t.rule} END) AS evidence
RETURN n.key AS indicator, n.name AS zh, n.en AS en, y.name AS yardstick, y.en AS yardstick_en, c.name AS city,
       k.value AS value, k.value_max AS value_max, k.comparator AS comparator, y.unit AS unit, k.deadline AS deadline,
       y.direction AS direction, k.best AS best, y.highest AS highest, y.lowest AS lowest,
       k.gap_to_highest AS gap_to_highest, k.gap_to_lowest AS gap_to_lowest, k.parent AS parent,
       k.parent_value AS parent_value, k.gap_to_parent AS gap_to_parent, CASE WHEN NOT k.comparable THEN null WHEN y.n_cities > 1 THEN [one IN y.cities WHERE one <> c.name] ELSE k.ordered_with END
       AS with_cities,
       k.caveats AS caveats, k.rule AS rule, evidence
ORDER BY indicator, y.key, city
