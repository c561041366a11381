// expired: Which targets' year has passed at a date, by their own year or by their plan's period
// zh: 到某日，哪些目标的期限已过（按自身年份，或按计划期）
// path: /expired
// param at: date = today — the date that is asked about; a year has passed when the date is in a later one
// param city: city = null — only this city
// param basis: text = null — own_year or plan_period
// values basis: own_year, plan_period
// annex: 指标, 目标
// returns: id text, city text, document text, place text, measure text, wording text, indicator text,
// returns: indicator_key text, scope text, comparator text, value float, value_max float, unit text, deadline int,
// returns: period_start int, period_end int, kind text, strength text, basis text, repeats text,
// returns: evidence evidence
MATCH (d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[:SETS]->(t:Target)
WHERE $city IS NULL OR COUNT { (d)<-[:ISSUED]-(:City {id: $city}) } > 0
WITH d, o, t, CASE WHEN t.deadline IS NOT NULL THEN 'own_year' ELSE 'plan_period' END AS basis,
     coalesce(t.deadline, t.period_end) AS last_year
WHERE last_year < toInteger(substring($at, 0, 4)) AND ($basis IS NULL OR basis = $basis)
  AND (basis = 'own_year' OR NOT any(one IN ['年内', '年以内', '年之内'] WHERE coalesce(t.scope, '') CONTAINS one))
OPTIONAL MATCH (t)-[:QUANTIFIES]->(n:Indicator)
RETURN t.id AS id, t.city AS city, d.title AS document, o.title AS place, o.key AS measure, t.wording AS wording,
       t.indicator AS indicator, n.key AS indicator_key, t.scope AS scope, t.comparator AS comparator,
       t.value AS value, t.value_max AS value_max, t.unit AS unit, t.deadline AS deadline,
       t.period_start AS period_start, t.period_end AS period_end, t.kind AS kind, t.strength AS strength,
       basis, head([(t)-[:REPEATS]->(s:Target) | s.id]) AS repeats,
       {document: d.id, title: d.title, url: d.url, start: t.start, end: t.end, quote: t.quote, cut: t.cut,
        rule: t.rule} AS evidence
ORDER BY city, evidence.document, evidence.start, id
