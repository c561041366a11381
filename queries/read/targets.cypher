// targets: What quantities the plans commit to, by indicator, city or kind
// zh: 各地计划承诺了哪些量化目标
// path: /targets
// param indicator: indicator = null — only this indicator
// param city: city = null — only this city
// param kind: text = null — percent, count, amount, ratio, rate, frequency, duration, coverage or per_unit
// values kind: percent, count, amount, ratio, rate, frequency, duration, coverage, per_unit
// param deadline: int = null — only targets whose own year is this
// annex: 指标, 目标
// returns: id text, city text, document text, place text, measure text, wording text, indicator text,
// returns: indicator_key text, scope text, comparator text, value float, value_max float, unit text, deadline int,
// returns: period_start int, period_end int, kind text, strength text, repeats text,
// returns: evidence evidence
MATCH (d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[:SETS]->(t:Target)
WHERE ($kind IS NULL OR t.kind = $kind) AND ($deadline IS NULL OR t.deadline = $deadline)
  AND ($city IS NULL OR COUNT { (d)<-[:ISSUED]-(:City {id: $city}) } > 0)
  AND ($indicator IS NULL OR COUNT { (t)-[:QUANTIFIES]->(:Indicator {key: $indicator}) } > 0)
OPTIONAL MATCH (t)-[:QUANTIFIES]->(n:Indicator)
RETURN t.id AS id, t.city AS city, d.title AS document, o.title AS place, o.key AS measure, t.wording AS wording,
       t.indicator AS indicator, n.key AS indicator_key, t.scope AS scope, t.comparator AS comparator,
       t.value AS value, t.value_max AS value_max, t.unit AS unit, t.deadline AS deadline,
       t.period_start AS period_start, t.period_end AS period_end, t.kind AS kind, t.strength AS strength,
       head([(t)-[:REPEATS]->(s:Target) | s.id]) AS repeats,
       {document: d.id, title: d.title, url: d.url, start: t.start, end: t.end, quote: t.quote, cut: t.cut,
        rule: t.rule} AS evidence
ORDER BY city, evidence.document, evidence.start, id
