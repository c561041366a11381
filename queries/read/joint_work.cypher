// joint_work: Which institutions act together, on which measures, and how much more than by chance
// zh: 哪些机构共同负责举措，共同了哪些，是否多于随机
// path: /joint_work
// param city: city = null — only this city
// param institution: institution = null — only pairs with this institution
// param least: int = 1 — the least number of measures in common
// annex: 任务, 分工, 责任, 清单, 台账
// silent: {whose} that are held print no responsibility line that says this
// returns: id text, city text, status text, reason text, reason_text text, first text, second text, measures int,
// returns: expected float, z float, p float, weak bool, shared list, rule text, evidence list
OPTIONAL MATCH (o:Institution {id: $institution})
WITH o.city AS only
MATCH (c:City)
WHERE ($city IS NULL OR c.id = $city) AND (only IS NULL OR c.name = only)
OPTIONAL MATCH (c)<-[:OF_CITY]-(a:Institution)-[w:WORKS_WITH]->(b:Institution)
WHERE w.measures >= $least AND ($institution IS NULL OR a.id = $institution OR b.id = $institution)
WITH c, a, b, w, coalesce(c.duty_scope, 'not_read') AS scope
OPTIONAL MATCH (a)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[s:RESPONSIBLE_FOR]-(b)
OPTIONAL MATCH (m)<-[:HAS_MEASURE]-(d:Document)
WITH c, scope, a, b, w, collect(DISTINCT CASE WHEN m IS NULL THEN null ELSE {id: m.id, key: m.key, title: m.title,
     document: d.id, start: m.start} END) AS shared,
     collect(DISTINCT CASE WHEN r IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule}
     END) AS evidence
RETURN coalesce(a.id + '|' + b.id, c.id) AS id, c.name AS city,
       CASE WHEN w IS NOT NULL THEN 'present' WHEN scope = 'comparable' THEN 'silent'
            WHEN scope = 'no_measures' OR scope = 'not_read' THEN 'not_read'
            WHEN scope = 'annex_not_held' THEN 'not_held' ELSE 'out_of_scope' END AS status,
       CASE WHEN w IS NOT NULL THEN null WHEN scope = 'comparable' THEN 'no_pair' ELSE scope END AS reason,
       CASE WHEN w IS NOT NULL THEN null WHEN scope = 'comparable' THEN 'No pair of institutions has as many measures.'
            ELSE coalesce(c.duty_scope_text, 'Not read.') END AS reason_text,
       a.name AS first, b.name AS second, w.measures AS measures, w.expected AS expected, w.z AS z, w.p AS p,
       w.weak AS weak, shared, w.rule AS rule, evidence
ORDER BY city, measures DESC, id
