// network_measures: How each city's bodies work together, in numbers beside what chance would give
// zh: 各市机构协作网络的指标，与随机网络对照
// path: /network_measures
// param city: city = null — only this city
// returns: city text, code text, key text, zh text, en text, definition text, status text, reason text,
// returns: reason_text text, bodies int, value float, expected float, spread float, z float, p float, rule text
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
MATCH (c)-[h:HAS_STATISTIC]->(s:Statistic {group: 'network'})
RETURN c.name AS city, c.code AS code, s.key AS key, s.name AS zh, s.en AS en, s.definition AS definition,
       s.status AS status, s.reason AS reason, s.reason_text AS reason_text, s.n AS bodies, s.value AS value,
       s.expected AS expected, s.spread AS spread, s.z AS z, s.p AS p, h.rule AS rule
ORDER BY key, code, city
