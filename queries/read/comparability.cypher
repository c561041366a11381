// comparability: How far the plans of two cities compare: rank of the issuers, span, subject, year, length, lines
// zh: 两市计划在多大程度上可比：发文层次、时间跨度、主题、年份、长短、责任行
// path: /comparability
// param city: city = null — only pairs with this city
// param flag: text = null — only pairs with this difference
// values flag: length, lines, rank, span, subject, year
// returns: city text, other text, comparable bool, flags list, texts list, rule text
MATCH (a:City)-[r:COMPARES_WITH]->(b:City)
WHERE ($city IS NULL OR a.id = $city OR b.id = $city) AND ($flag IS NULL OR $flag IN r.flags)
WITH r, CASE WHEN b.id = $city THEN b ELSE a END AS c, CASE WHEN b.id = $city THEN a ELSE b END AS d
RETURN c.name AS city, d.name AS other, size(coalesce(r.flags, [])) = 0 AS comparable, coalesce(r.flags, []) AS flags,
       coalesce(r.texts, []) AS texts, r.rule AS rule
ORDER BY city, other
