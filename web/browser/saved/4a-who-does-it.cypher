// 4a 谁负责 Who does it
MATCH (i:Institution)-[r:RESPONSIBLE_FOR]->(m:Measure)
RETURN i.city AS city, i.name AS institution, r.role AS role, count(m) AS measures
ORDER BY measures DESC, institution LIMIT 25
