// alignment_overview: For every two cities, how many measures of the one have a counterpart in the other
// zh: 每两个城市之间有多少对应举措
// path: /alignments/overview
// param city: city = null — only pairs of this city
// returns: city text, code text, other_city text, other_code text, status text, reason text, reason_text text,
// returns: measures int, same int, related int, silent int, same_per_ten float, related_per_ten float, same_pairs int,
// returns: related_pairs int
MATCH (c:City)
MATCH (o:City)
WHERE c.id <> o.id AND ($city IS NULL OR c.id = $city)
OPTIONAL MATCH (c)-[:ISSUED]->(:Document)-[:HAS_MEASURE]->(m:Measure)
OPTIONAL MATCH (m)-[a:ALIGNED_WITH]-(n:Measure)
WHERE n.city = o.name
WITH c, o, m, sum(CASE WHEN a.verdict = 'same' THEN 1 ELSE 0 END) AS s,
     sum(CASE WHEN a.verdict = 'related' THEN 1 ELSE 0 END) AS r
WITH c, o, count(m) AS measures, sum(s) AS same_pairs, sum(r) AS related_pairs,
     sum(CASE WHEN s > 0 THEN 1 ELSE 0 END) AS same, sum(CASE WHEN s = 0 AND r > 0 THEN 1 ELSE 0 END) AS related
RETURN c.name AS city, c.code AS code, o.name AS other_city, o.code AS other_code,
       CASE WHEN measures = 0 THEN 'not_read' WHEN same + related = 0 THEN 'silent' ELSE 'present' END AS status,
       CASE WHEN measures = 0 THEN 'not_read' WHEN same + related = 0 THEN 'silent' ELSE null END AS reason,
       CASE WHEN measures = 0 THEN 'No measures were read in the plans of this city.'
       WHEN same + related = 0 THEN 'No measure of the two cities is the same or related by the rule.' ELSE null END
       AS reason_text, measures, same, related, measures - same - related AS silent,
       CASE WHEN measures = 0 THEN null ELSE 10.0 * same / measures END AS same_per_ten,
       CASE WHEN measures = 0 THEN null ELSE 10.0 * related / measures END AS related_per_ten, same_pairs, related_pairs
ORDER BY code, city, other_code, other_city
