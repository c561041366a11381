// cities: Which cities are held, and how much of each
// zh: 收录了哪些城市，各有多少内容
// path: /cities
// param province: text = null — only cities of this province, by its full name
// returns: id text, city text, code text, province text, documents int, plans int, measures int,
// returns: responsibilities int, leads int, targets int, citations int, models int
MATCH (c:City)
WHERE $province IS NULL OR c.province = $province
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document {held: true})
WITH c, count(d) AS documents, coalesce(sum(CASE WHEN d.kind <> 'notice' THEN 1 ELSE 0 END), 0) AS plans,
     coalesce(sum(d.n_measures), 0) AS measures, coalesce(sum(d.n_bodies), 0) AS responsibilities,
     coalesce(sum(d.n_leads), 0) AS leads, coalesce(sum(d.n_targets), 0) AS targets,
     coalesce(sum(d.n_citations), 0) AS citations, coalesce(sum(d.n_models), 0) AS models
RETURN c.id AS id, c.name AS city, c.code AS code, c.province AS province, documents, plans, measures,
       responsibilities, leads, targets, citations, models
ORDER BY code, id
