// centrality: Which institutions stand at the centre of their city's network of joint work, beside chance
// zh: 哪些机构处于本市协作网络的中心，与随机情形对照
// path: /centrality
// param city: city = null — only this city
// annex: 任务, 分工, 责任, 清单, 台账
// silent: {whose} that are held print no responsibility line that says this
// returns: id text, city text, status text, reason text, reason_text text, institution text, functions list set,
// returns: measures int, degree int, expected float, z float, p float, centrality float, betweenness float,
// returns: community int, weak bool
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (c)<-[:OF_CITY]-(i:Institution)
WHERE i.degree IS NOT NULL
WITH c, i, coalesce(c.duty_scope, 'not_read') AS scope
RETURN coalesce(i.id, c.id) AS id, c.name AS city,
       CASE WHEN i IS NOT NULL THEN 'present' WHEN scope = 'no_measures' OR scope = 'not_read' THEN 'not_read'
            WHEN scope = 'annex_not_held' THEN 'not_held' ELSE 'out_of_scope' END AS status,
       CASE WHEN i IS NOT NULL THEN null ELSE scope END AS reason,
       CASE WHEN i IS NOT NULL THEN null ELSE coalesce(c.duty_scope_text, 'Not read.') END AS reason_text,
       i.name AS institution, [(i)-[:PERFORMS]->(f:Function) | f.key] AS functions,
       COUNT { (i)-[:RESPONSIBLE_FOR]->(:Measure) } AS measures, i.degree AS degree, i.degree_expected AS expected,
       i.degree_z AS z, i.degree_p AS p, i.centrality AS centrality, i.betweenness AS betweenness,
       i.community AS community, i.weak AS weak
ORDER BY city, degree DESC, betweenness DESC, id
