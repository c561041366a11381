// alignments: Which measures of two cities say the same or a related thing
// zh: 两个城市的举措哪些相同、哪些相关
// path: /alignments
// param city: city = null — only pairs with a measure of this city
// param other: city = null — only pairs with a measure of this other city
// param verdict: text = null — same or related
// values verdict: same, related
// param least: float = 0.0 — the least score
// returns: id text, city text, number text, title text, other_city text, other_number text, other_title text,
// returns: verdict text, score float, named list set, shared list set, differs list set, rule text, evidence list
MATCH (c:City)-[:ISSUED]->(d:Document)-[:HAS_MEASURE]->(m:Measure)-[a:ALIGNED_WITH]-(n:Measure)<-[:HAS_MEASURE]-(e:Document)<-[:ISSUED]-(o:City)
WHERE ($city IS NULL OR c.id = $city) AND ($other IS NULL OR o.id = $other)
  AND ($verdict IS NULL OR a.verdict = $verdict) AND a.score >= $least
  AND ($city IS NOT NULL OR $other IS NOT NULL OR m.id < n.id)
WITH c, d, m, a, n, e, o, m.id < n.id AS first
RETURN m.id + '|' + n.id AS id, c.name AS city, m.number AS number, m.title AS title, o.name AS other_city,
       n.number AS other_number, n.title AS other_title, a.verdict AS verdict, a.score AS score,
       coalesce(a.named, []) AS named, coalesce(a.shared, []) AS shared, coalesce(a.differs, []) AS differs,
       a.rule AS rule,
       [{document: d.id, title: m.title, url: d.url,
       start: CASE WHEN first THEN a.source_start ELSE a.target_start END,
       end: CASE WHEN first THEN a.source_end ELSE a.target_end END, quote: null, cut: false, rule: a.rule},
       {document: e.id, title: n.title, url: e.url,
       start: CASE WHEN first THEN a.target_start ELSE a.source_start END,
       end: CASE WHEN first THEN a.target_end ELSE a.source_end END, quote: null, cut: false, rule: a.rule}] AS evidence
ORDER BY score DESC, id
