// measure_topics: What a measure is about: its topics by points, where each stands, which levers it names
// zh: 某项举措属于哪些主题，依据在哪里
// path: /measures/{measure}/topics
// param measure: measure — id, key or title of a measure
// returns: measure text, title text, city text, topic text, zh text, en text, field text, primary bool, score float,
// returns: share float, place text, levers list set, status text, reason text, reason_text text, evidence list
MATCH (m:Measure {id: $measure})<-[:HAS_MEASURE]-(d:Document)
OPTIONAL MATCH (m)-[a:ABOUT]->(t:Topic)
RETURN m.key AS measure, m.title AS title, m.city AS city, t.key AS topic, t.name AS zh, t.en AS en,
       head([(t)-[:BROADER]->(b:Topic) | b.key]) AS field, a.primary AS primary, a.score AS score, a.share AS share,
       a.place AS place, coalesce(a.levers, []) AS levers,
       CASE WHEN t IS NULL THEN 'silent' ELSE 'present' END AS status,
       CASE WHEN t IS NULL THEN coalesce(m.no_topic, 'not_read') ELSE null END AS reason,
       CASE WHEN t IS NULL THEN 'It names no topic of health policy in its heading or in a sentence of its own.' ELSE null END AS reason_text,
       CASE WHEN a IS NULL THEN [] ELSE [{document: d.id, title: m.title, url: d.url, start: a.start, end: a.`end`,
       quote: a.quote, cut: a.cut, rule: a.rule}] END AS evidence
ORDER BY score DESC, topic
