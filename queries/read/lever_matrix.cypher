// lever_matrix: Which city uses which lever of a topic: the common core, the variants, and why a cell is empty
// zh: 各市在某一主题上用了哪些抓手：共同做法、差异做法，空格的原因
// path: /levers/matrix
// param topic: topic = null — only this field or topic, by key or name, such as chronic_disease
// param city: city = null — only this city
// param standing: text = null — core, common, variant, single or none
// values standing: core, common, variant, single, none
// param status: text = null — present, silent, out_of_scope or not_read
// values status: present, silent, out_of_scope, not_read
// returns: topic text, lever text, zh text, en text, standing text, used_by list set, asked int, city text, code text,
// returns: status text, reason text, reason_text text, measures int, evidence list
MATCH (l:Lever)-[:BROADER]->(t:Topic)
WHERE ($topic IS NULL OR t.key = $topic OR COUNT { (t)-[:BROADER]->(:Topic {key: $topic}) } > 0)
  AND ($standing IS NULL OR l.standing = $standing)
MATCH (l)<-[u:USES]-(c:City)
WHERE ($city IS NULL OR c.id = $city) AND ($status IS NULL OR u.status = $status)
OPTIONAL MATCH (l)<-[p:PULLS]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE m.city = c.name
WITH t, l, u, c, collect(CASE WHEN p IS NULL THEN null ELSE {document: d.id, title: m.title, url: d.url, start: p.start, end: p.end, quote: p.quote, cut: p.cut, rule: p.rule} END) AS evidence
RETURN t.key AS topic, l.key AS lever, l.name AS zh, l.en AS en, l.standing AS standing,
       coalesce(l.used_by, []) AS used_by, l.asked AS asked, c.name AS city, c.code AS code, u.status AS status,
       u.reason AS reason, u.reason_text AS reason_text, u.measures AS measures, evidence
ORDER BY topic, lever, code, city
