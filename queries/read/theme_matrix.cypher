// theme_matrix: Themes by cities: each cell with its measures, how strong they are, or why there is none
// zh: 举措族与城市矩阵：每格的举措、力度、目标、牵头单位，或为何空白
// path: /themes/matrix
// param theme: theme = null — only this theme, by key
// param topic: topic = null — only themes named by this topic or a lever of it
// param city: city = null — only this city
// param least: int = 2 — the least number of cities of a theme
// returns: key text, name text, en text, city text, code text, status text, reason text, reason_text text,
// returns: measures list, stances list set, targets list, leads list set, responsible list set, related list,
// returns: score float, rule text, evidence list
MATCH (t:Theme)
WHERE ($theme IS NULL OR t.key = $theme) AND ($topic IS NULL OR t.topic = $topic) AND t.cities >= $least
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (t)<-[r:IN_THEME]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE m.city = c.name
WITH t, c, collect(CASE WHEN m IS NULL THEN null ELSE {id: m.id, key: m.key, number: m.number, title: m.title,
     document: d.id, start: r.start, score: r.score, primary: r.primary} END) AS measures, max(r.score) AS score,
     collect(CASE WHEN m IS NULL THEN null ELSE {document: d.id, title: m.title, url: d.url, start: r.start,
     end: r.end, quote: null, cut: false, rule: r.rule} END) AS evidence
OPTIONAL MATCH (t)<-[:IN_THEME]-(n:Measure)-[x:REFERS_TO]->(:Model)
WHERE n.city = c.name AND x.polarity = 'does'
WITH t, c, measures, score, evidence, collect(DISTINCT x.stance) AS stances
OPTIONAL MATCH (t)<-[:IN_THEME]-(n:Measure)-[:SETS]->(g:Target)
WHERE n.city = c.name
OPTIONAL MATCH (n)<-[:HAS_MEASURE]-(f:Document)
WITH t, c, measures, score, evidence, stances, collect(DISTINCT CASE WHEN g IS NULL THEN null ELSE {id: g.id,
     document: f.id, start: g.start, wording: g.wording, deadline: g.deadline} END) AS targets
OPTIONAL MATCH (t)<-[:IN_THEME]-(n:Measure)<-[o:RESPONSIBLE_FOR]-(i:Institution)
WHERE n.city = c.name
WITH t, c, measures, score, evidence, stances, targets,
     collect(DISTINCT CASE WHEN o.role = 'lead' THEN i.name ELSE null END) AS leads,
     collect(DISTINCT CASE WHEN o.role = 'responsible' THEN i.name ELSE null END) AS responsible
OPTIONAL MATCH (t)<-[z:IN_THEME]-(:Measure)-[a:ALIGNED_WITH]-(n:Measure)<-[:HAS_MEASURE]-(e:Document)
WHERE z.role = 'centre' AND a.verdict = 'related' AND n.city = c.name AND size(measures) = 0
WITH t, c, measures, score, evidence, stances, targets, leads, responsible,
     collect(DISTINCT CASE WHEN n IS NULL THEN null ELSE {id: n.id, key: n.key, title: n.title, document: e.id,
     start: n.start, score: a.score} END) AS related,
     COUNT { (c)-[:ISSUED]->(:Document)-[:HAS_MEASURE]->(:Measure) } AS read
WITH t, c, measures, score, evidence, stances, targets, leads, responsible, related, read,
     [(c)-[w:TREATS]->(y:Topic) WHERE w.status = 'out_of_scope' | y.key] AS outside
WITH t, c, measures, score, evidence, stances, targets, leads, responsible, related,
     CASE WHEN size(measures) > 0 THEN null WHEN read = 0 THEN 'not_read' WHEN t.topic IN outside THEN 'out_of_scope'
     ELSE 'silent' END AS reason
RETURN t.key AS key, t.name AS name, t.en AS en, c.name AS city, c.code AS code,
       coalesce(reason, 'present') AS status, reason,
       CASE WHEN reason IS NULL THEN null WHEN reason = 'not_read'
       THEN 'No measures were read in the plans of this city.' WHEN reason = 'out_of_scope'
       THEN 'The plans of this city are about other fields.' WHEN size(related) > 0
       THEN 'No measure of this city is the same as the centre of the theme; related ones are listed.'
       ELSE 'No measure of this city is the same as the centre of the theme, or related.' END AS reason_text,
       measures, stances, targets, leads, responsible, related, score, t.rule AS rule, evidence
ORDER BY key, code, city
