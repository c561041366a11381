// plan_kinds: What each plan is: issuer's rank, span, subject, year, length, and its facts per 10 measures and per 10,000 characters
// zh: 每份计划是什么：发文层次、时间跨度、主题、年份、长短，及每十条举措、每万字的事实数
// path: /plan_kinds
// param city: city = null — only this city
// returns: city text, code text, document text, title text, kind text, issuer text, rank text, span text,
// returns: year int, period_start int, period_end int, subject text, fields list set, measures int, chars int,
// returns: chars_a_measure float, bodies_per_ten float, targets_per_ten float, citations_per_ten float,
// returns: models_per_ten float, bodies_per_10k float, targets_per_10k float, citations_per_10k float,
// returns: models_per_10k float, evidence evidence
MATCH (c:City)-[:ISSUED]->(d:Document {held: true})
WHERE ($city IS NULL OR c.id = $city) AND d.subject IS NOT NULL
WITH c, d, 10.0 / CASE WHEN d.n_measures > 0 THEN d.n_measures ELSE null END AS m,
     10000.0 / CASE WHEN d.measure_chars > 0 THEN d.measure_chars ELSE null END AS k
RETURN c.name AS city, c.code AS code, d.id AS document, d.title AS title, d.kind AS kind, d.issuer AS issuer,
       d.rank AS rank, d.span AS span, d.plan_year AS year, d.period_start AS period_start,
       d.period_end AS period_end, d.subject AS subject, coalesce(d.subject_fields, []) AS fields,
       d.n_measures AS measures, d.measure_chars AS chars, d.chars_a_measure AS chars_a_measure,
       d.n_bodies * m AS bodies_per_ten, d.n_targets * m AS targets_per_ten, d.n_citations * m AS citations_per_ten,
       d.n_models * m AS models_per_ten, d.n_bodies * k AS bodies_per_10k, d.n_targets * k AS targets_per_10k,
       d.n_citations * k AS citations_per_10k, d.n_models * k AS models_per_10k,
       {document: d.id, title: d.title, url: d.url, start: d.start, end: d.end, quote: null, cut: false, rule: d.rule} AS evidence
ORDER BY code, city, evidence.start, document
