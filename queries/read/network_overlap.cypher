// network_overlap: How alike two cities join functions in their measures, beside what chance would give
// zh: 两市职能协作联系的重合度，与随机情形对照
// path: /network_overlap
// param city: city = null — only pairs with this city
// returns: first text, second text, status text, reason text, reason_text text, overlap float, common int,
// returns: either int, expected float, spread float, z float, p float, functions list set, rule text
MATCH (a:City)
MATCH (b:City)
WHERE a.id < b.id AND ($city IS NULL OR a.id = $city OR b.id = $city)
OPTIONAL MATCH (a)-[j:JOINS_ALIKE]->(b)
WITH a, b, j, CASE WHEN coalesce(a.duty_scope, 'not_read') <> 'comparable' THEN a ELSE b END AS short
WITH a, b, j, short, CASE WHEN j IS NOT NULL THEN null ELSE coalesce(short.duty_scope, 'not_read') END AS scope
RETURN a.name AS first, b.name AS second,
       CASE WHEN j IS NOT NULL THEN 'present' WHEN scope = 'comparable' THEN 'silent'
            WHEN scope = 'no_measures' OR scope = 'not_read' THEN 'not_read'
            WHEN scope = 'annex_not_held' THEN 'not_held' ELSE 'out_of_scope' END AS status,
       CASE WHEN scope = 'comparable' THEN 'no_tie' ELSE scope END AS reason,
       CASE WHEN j IS NOT NULL THEN null WHEN scope = 'comparable'
            THEN 'Neither joins two of the functions that both name.'
            ELSE short.name + ': ' + coalesce(short.duty_scope_text, 'Not read.') END AS reason_text,
       j.overlap AS overlap, j.common AS common, j.either AS either, j.expected AS expected, j.spread AS spread,
       j.z AS z, j.p AS p, coalesce(j.functions, []) AS functions, j.rule AS rule
ORDER BY overlap DESC, first, second
