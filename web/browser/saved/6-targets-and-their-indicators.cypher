// 6 目标与指标 Targets and their indicators
MATCH (t:Target)-[:QUANTIFIES]->(n:Indicator)
WITH n, count(DISTINCT t.city) AS cities, count(t) AS targets ORDER BY cities DESC, targets DESC, n.key LIMIT 5
MATCH p = (:Measure)-[:SETS]->(:Target)-[:QUANTIFIES]->(n) RETURN p LIMIT 100
