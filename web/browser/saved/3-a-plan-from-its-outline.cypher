// 3 一份计划的骨架 A plan from its outline
MATCH (d:Document {held: true}) WHERE d.n_measures > 0
WITH d ORDER BY d.n_measures LIMIT 1
MATCH p = (d)-[:HAS_SECTION]->(:Section)-[:HAS_MEASURE]->(:Measure) RETURN p LIMIT 100
