// benchmarks: Which commitments have a benchmark in the place of a number (the national average, the province's median)
// zh: 哪些目标以参照线代替数字（全国平均水平、国考中位值）
// path: /benchmarks
// param city: city = null — only this city
// param indicator: indicator = null — only this indicator
// param kind: text = null — average, median, rank or level
// values kind: average, median, rank, level
// annex: 指标, 目标
// returns: id text, city text, document text, place text, measure text, wording text, indicator text,
// returns: indicator_key text, scope text, kind text, area text, comparator text, deadline int, period_end int,
// returns: evidence evidence
MATCH (d:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[:AIMS_AT]->(a:Benchmark)
WHERE ($kind IS NULL OR a.kind = $kind) AND ($city IS NULL OR COUNT { (d)<-[:ISSUED]-(:City {id: $city}) } > 0)
  AND ($indicator IS NULL OR COUNT { (a)-[:QUANTIFIES]->(:Indicator {key: $indicator}) } > 0)
OPTIONAL MATCH (a)-[:QUANTIFIES]->(n:Indicator)
RETURN a.id AS id, a.city AS city, d.title AS document, o.title AS place, o.key AS measure, a.name AS wording,
       a.indicator AS indicator, n.key AS indicator_key, a.scope AS scope, a.kind AS kind, a.area AS area,
       a.comparator AS comparator, a.deadline AS deadline, a.period_end AS period_end,
       {document: d.id, title: d.title, url: d.url, start: a.start, end: a.end, quote: a.quote, cut: a.cut,
        rule: a.rule} AS evidence
ORDER BY city, evidence.document, evidence.start, id
