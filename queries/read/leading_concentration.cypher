// leading_concentration: How concentrated leading is in each city, beside leads drawn by chance
// zh: 各市牵头职责的集中程度，与随机情形对照
// path: /leading_concentration
// param city: city = null — only this city
// param basis: text = null — lead (printed leads), or first_named (first in a line that prints no lead)
// values basis: lead, first_named
// returns: city text, code text, basis text, status text, reason text, reason_text text, led int, top text,
// returns: top_share float, hhi float, effective_bodies float, gini float, by_chance list, rule text
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
MATCH (c)-[h:HAS_STATISTIC]->(s:Statistic {group: 'leading'})
WHERE $basis IS NULL OR s.basis = $basis
RETURN c.name AS city, c.code AS code, s.basis AS basis, min(s.status) AS status, min(s.reason) AS reason,
       min(s.reason_text) AS reason_text, min(s.n) AS led, min(s.top) AS top,
       max(CASE WHEN s.key = 'top_share' THEN s.value END) AS top_share,
       max(CASE WHEN s.key = 'hhi' THEN s.value END) AS hhi,
       max(CASE WHEN s.key = 'effective_bodies' THEN s.value END) AS effective_bodies,
       max(CASE WHEN s.key = 'gini' THEN s.value END) AS gini,
       collect(CASE WHEN s.status = 'present' THEN {key: s.key, expected: s.expected, spread: s.spread, z: s.z, p: s.p}
               END) AS by_chance, min(h.rule) AS rule
ORDER BY code, city, basis
