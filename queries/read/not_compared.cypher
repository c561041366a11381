// not_compared: Which commitments of two cities on one subject are not compared, and why
// zh: 两市同类目标中哪些不可比，为什么
// path: /not_compared
// param indicator: indicator = null — only this indicator, or those of this family
// param city: city = null — only pairs with this city
// param code: text = null — only this reason
// values code: count_against_share, different_dimension, different_object, different_base, different_population, different_level, yearly_against_total, no_unit_conversion
// annex: 指标, 目标
// returns: indicator text, zh text, first_city text, first_yardstick text, first_value float, first_unit text,
// returns: other_indicator text, second_city text, second_yardstick text, second_value float, second_unit text,
// returns: code text, codes list set, refusal_zh text, refusal_text text, order_only bool, rule text, evidence list
MATCH (n:Indicator)<-[:OF_INDICATOR]-(y:Yardstick)-[x:NOT_COMPARED_WITH]->(z:Yardstick)-[:OF_INDICATOR]->(m:Indicator)
WHERE ($code IS NULL OR x.code = $code)
  AND ($indicator IS NULL OR n.key = $indicator OR m.key = $indicator
       OR COUNT { (n)-[:BROADER]->(:Indicator {key: $indicator}) } > 0)
MATCH (y)<-[k:COMMITS_TO]-(c:City)
OPTIONAL MATCH (y)<-[:STANDS_ON]-(t:Target)<-[:SETS]-(o)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(d:Document {held: true})
WHERE t.id IN k.targets
WITH n, m, y, z, x, c, k, collect(CASE WHEN t IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url,
     start: t.start, end: t.end, quote: t.quote, cut: t.cut, rule: t.rule} END) AS proofs
WITH n, m, y, z, x, collect({id: c.id, name: c.name, value: k.value, evidence: proofs}) AS firsts
MATCH (z)<-[q:COMMITS_TO]-(e:City)
OPTIONAL MATCH (z)<-[:STANDS_ON]-(s:Target)<-[:SETS]-(p)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(f:Document {held: true})
WHERE s.id IN q.targets
WITH n, m, y, z, x, firsts, e, q, collect(CASE WHEN s IS NULL THEN null ELSE {document: f.id, title: f.title,
     url: f.url, start: s.start, end: s.end, quote: s.quote, cut: s.cut, rule: s.rule} END) AS proofs
WITH n, m, y, z, x, firsts, collect({id: e.id, name: e.name, value: q.value, evidence: proofs}) AS seconds
UNWIND firsts AS one
UNWIND seconds AS other
WITH n, m, y, z, x, one, other
WHERE one.id <> other.id AND ($city IS NULL OR one.id = $city OR other.id = $city)
RETURN n.key AS indicator, n.name AS zh, one.name AS first_city, y.name AS first_yardstick, one.value AS first_value,
       y.unit AS first_unit, m.key AS other_indicator, other.name AS second_city, z.name AS second_yardstick,
       other.value AS second_value, z.unit AS second_unit, x.code AS code, x.codes AS codes, x.zh AS refusal_zh,
       x.text AS refusal_text, x.order_only AS order_only, x.rule AS rule, one.evidence + other.evidence AS evidence
ORDER BY indicator, first_yardstick, second_yardstick, first_city, second_city
