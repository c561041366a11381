// nearest_cities: Which cities are nearest to one another by the levers that both use, and where that comparison limps
// zh: 哪些城市最相近：共用哪些抓手，比较有何局限
// path: /cities/{city}/nearest
// param city: city — the city, by name or code
// returns: city text, other text, code text, score float, part float, shared list set, shared_zh list set,
// returns: only_city int, only_other int, flags list, texts list, rule text
MATCH (c:City {id: $city})-[r:RESEMBLES]-(o:City)
OPTIONAL MATCH (c)-[k:COMPARES_WITH]-(e:City)
WHERE e.id = o.id
RETURN c.name AS city, o.name AS other, o.code AS code, r.score AS score, r.part AS part,
       coalesce(r.shared, []) AS shared, coalesce(r.shared_zh, []) AS shared_zh,
       CASE WHEN c.id < o.id THEN r.only_source ELSE r.only_target END AS only_city,
       CASE WHEN c.id < o.id THEN r.only_target ELSE r.only_source END AS only_other,
       coalesce(k.flags, []) AS flags, coalesce(k.texts, []) AS texts, r.rule AS rule
ORDER BY score DESC, code, other
