// first_seen: In which plan held each city first names a model, and whether it may be the first of the plans held
// zh: 各城市在所收录的计划中最早于何时提到某一改革模式
// path: /models/{model}/first_seen
// param model: model — key of a model in codebooks/models.yaml, such as sanming
// param city: city = null — only this city
// example: model=sanming
// returns: city text, code text, status text, reason text, reason_text text, date_from date, date_to date,
// returns: date_basis text, document text, plan text, stances list set, left_censored bool, may_be_first bool,
// returns: plans_held int, evidence list
MATCH (x:Model {key: $model})
MATCH (c:City)-[:ISSUED]->(d:Document {held: true})
OPTIONAL MATCH (c)-[a:ADOPTS]->(x)
WITH c, d, a.status AS cell, a.reason_text AS why
OPTIONAL MATCH (d)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:REFERS_TO]->(y:Model)
WHERE y.key = $model AND r.polarity = 'does'
WITH c, d, cell, why, collect(DISTINCT r.stance) AS stances, collect(CASE WHEN r IS NULL THEN null ELSE {document: d.id,
     title: o.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS places
WITH c, d, cell, why, stances, places ORDER BY coalesce(d.date_from, d.date_to, '9999'), d.id
WITH c, cell, why, collect({own: d.id, title: d.title, first: d.date_from, last: d.date_to, basis: d.date_basis,
     measures: d.n_measures, stances: stances, places: places, n: size(places)}) AS plans
WITH c, cell, why, plans, [one IN plans WHERE one.n > 0] AS naming
WITH c, cell, why, plans, CASE WHEN size(naming) = 0 THEN null ELSE naming[0] END AS first, plans[0] AS oldest
WITH collect({c: c.id, cell: CASE WHEN cell IN ['not_read', 'out_of_scope'] THEN cell ELSE null END, why: why, city: c.name, code: c.code, n: size([one IN plans WHERE one.measures > 0]), first: first,
     oldest: oldest.last}) AS rows, min(first.last) AS ends
UNWIND rows AS row
WITH row, row.first AS first, ends,
     CASE WHEN row.first IS NULL THEN '~' ELSE coalesce(row.first.first, row.first.last, '9999') END AS at
WHERE $city IS NULL OR row.c = $city
RETURN row.city AS city, row.code AS code, CASE WHEN first IS NULL THEN coalesce(row.cell, 'silent') ELSE 'present' END AS status,
       CASE WHEN first IS NULL THEN coalesce(row.cell, 'silent') ELSE null END AS reason,
       CASE WHEN first IS NOT NULL THEN null WHEN row.cell IS NOT NULL THEN row.why
            ELSE 'No plan held of the city names it.' END AS reason_text,
       first.first AS date_from, first.last AS date_to, first.basis AS date_basis, first.own AS document,
       first.title AS plan, coalesce(first.stances, []) AS stances,
       CASE WHEN first IS NULL THEN null ELSE first.first IS NULL OR row.oldest IS NULL OR first.first <= row.oldest
       END AS left_censored,
       CASE WHEN first IS NULL THEN null ELSE first.first IS NULL OR ends IS NULL OR first.first <= ends END
       AS may_be_first, row.n AS plans_held, coalesce(first.places, []) AS evidence
ORDER BY at, code, city
