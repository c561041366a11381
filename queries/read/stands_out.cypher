// stands_out: What stands out in a city: what only it does, and what all others do and it does not
// zh: 一个城市的独特之处：只有它做的，以及别市都做而它没有的
// path: /cities/{city}/stands_out
// param city: city — the city, by name or code
// param kind: text = null — only or missing
// values kind: only, missing
// returns: kind text, city text, topic text, topic_zh text, lever text, zh text, en text, others list set, in_passing list set, asked int,
// returns: status text, reason text, reason_text text, measures int, rule text, evidence list
MATCH (c:City {id: $city})-[u:USES]->(l:Lever)-[:BROADER]->(t:Topic)
WHERE u.status IN ['present', 'silent']
WITH c, u, l, t, [x IN coalesce(l.used_by, []) WHERE x <> c.name] AS others, l.asked - 1 AS rest
WITH c, u, l, t, others, CASE WHEN u.status = 'present' AND size(others) = 0 AND rest > 0 THEN 'only'
     WHEN u.status <> 'present' AND rest > 1 AND size(others) = rest THEN 'missing' ELSE null END AS kind
WHERE kind IS NOT NULL AND ($kind IS NULL OR kind = $kind)
OPTIONAL MATCH (l)<-[:USES {reason: 'in_passing'}]-(o:City)
WITH c, u, l, t, others, kind, collect(o.name) AS passing
OPTIONAL MATCH (l)<-[p:PULLS]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE m.city = c.name OR kind = 'missing'
WITH c, u, l, t, others, kind, passing, collect(CASE WHEN p IS NULL THEN null ELSE {document: d.id, title: m.title, url: d.url, start: p.start, end: p.end, quote: p.quote, cut: p.cut, rule: p.rule} END) AS evidence
RETURN kind, c.name AS city, t.key AS topic, t.name AS topic_zh, l.key AS lever, l.name AS zh, l.en AS en, others,
       passing AS in_passing, l.asked AS asked, u.status AS status, u.reason AS reason, u.reason_text AS reason_text, u.measures AS measures,
       u.rule AS rule, evidence
ORDER BY kind, topic, lever
