// missing_functions: Which functions a city's responsibility lines leave out that those of other cities name
// zh: 某市责任分工中缺少、而其他城市列出的职能
// path: /missing_functions
// param city: city = null — only this city
// param function: function = null — only this function
// param least: int = 2 — in how many other cities it must be named
// returns: city text, code text, status text, reason text, reason_text text, function text, zh text, en text,
// returns: named_in list set, lines int, share float, by_chance float, rule text
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document)
WHERE d.subject IS NOT NULL
WITH c, collect(DISTINCT d.subject) AS subjects
WITH c, CASE WHEN size(subjects) = 1 AND subjects[0] = 'other' THEN 'out_of_scope'
             ELSE coalesce(c.duty_scope, 'not_read') END AS scope
OPTIONAL MATCH (c)-[g:LACKS_FUNCTION]->(f:Function)
WHERE g.cities >= $least AND ($function IS NULL OR f.key = $function)
RETURN c.name AS city, c.code AS code,
       CASE WHEN f IS NOT NULL THEN 'silent' WHEN scope = 'comparable' THEN 'present'
            WHEN scope = 'no_measures' OR scope = 'not_read' THEN 'not_read'
            WHEN scope = 'annex_not_held' THEN 'not_held' ELSE 'out_of_scope' END AS status,
       CASE WHEN f IS NOT NULL THEN 'not_named' WHEN scope = 'comparable' THEN null ELSE scope END AS reason,
       CASE WHEN f IS NOT NULL THEN 'No line of the city names a body with this function.'
            WHEN scope = 'comparable' THEN null
            WHEN scope = 'out_of_scope' THEN 'The plans held are of another field than health.'
            ELSE coalesce(c.duty_scope_text, 'Not read.') END AS reason_text,
       f.key AS function, f.name AS zh, f.en AS en, coalesce(g.named_in, []) AS named_in,
       coalesce(c.duty_lines, 0) AS lines, g.share AS share, g.by_chance AS by_chance, g.rule AS rule
ORDER BY code, city, by_chance, function
