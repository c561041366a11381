// topic_matrix: How much each city's measures treat each topic or field, and why a cell is empty
// zh: 各城市在各主题上有多少举措，空格的原因
// path: /topics/matrix
// param level: text = topic — field or topic
// values level: field, topic
// param topic: topic = null — only this field or topic, by key or name, such as chronic_disease
// param city: city = null — only this city
// returns: topic text, zh text, en text, field text, city text, code text, status text, reason text, reason_text text,
// returns: measures int, primary int, passing int, per_ten_measures float, per_10k_chars float, levers list set, evidence list
MATCH (t:Topic)
WHERE ($topic IS NULL AND t.level = $level) OR t.key = $topic
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (t)<-[r:TREATS]-(e:City)
WHERE e.id = c.id
OPTIONAL MATCH (t)<-[:BROADER*0..1]-(x:Topic)<-[a:ABOUT]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE m.city = c.name
WITH t, c, r, collect(a.levers) AS many,
     collect(CASE WHEN a IS NULL THEN null ELSE {document: d.id, title: m.title, url: d.url, start: a.start,
     end: a.`end`, quote: a.quote, cut: a.cut, rule: a.rule} END) AS evidence
RETURN t.key AS topic, t.name AS zh, t.en AS en,
       CASE WHEN t.level = 'field' THEN t.key ELSE head([(t)-[:BROADER]->(b:Topic) | b.key]) END AS field,
       c.name AS city, c.code AS code, coalesce(r.status, 'not_read') AS status,
       CASE WHEN r.status IS NULL THEN 'not_read' ELSE r.reason END AS reason,
       CASE WHEN r.status IS NULL THEN 'No count was derived for it.' ELSE r.reason_text END AS reason_text,
       coalesce(r.measures, 0) AS measures, coalesce(r.primary, 0) AS primary,
       coalesce(r.passing, 0) AS passing, r.per_ten_measures AS per_ten_measures,
       r.per_10k_chars AS per_10k_chars, reduce(l = [], one IN many | l + one) AS levers, evidence
ORDER BY field, topic, code, city
