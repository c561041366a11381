// 4b 谁负责 Who does it
MATCH (i:Institution)-[:RESPONSIBLE_FOR]->(m:Measure) WITH i, count(m) AS n ORDER BY n DESC, i.id LIMIT 1
MATCH p = (i)-[:RESPONSIBLE_FOR]->(:Measure) RETURN p LIMIT 60
