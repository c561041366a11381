// topics: The fields and topics of health policy, with their levers and how many measures are about them
// zh: 卫生政策有哪些领域和主题，各有多少举措
// path: /topics
// param topic: topic = null — only this field or topic and what is below it, by key or name, such as chronic_disease
// param level: text = null — field or topic
// values level: field, topic
// returns: key text, zh text, en text, level text, field text, definition text, who list set, levers list set,
// returns: measures int, primary int, cities list set
MATCH (t:Topic)
WHERE ($level IS NULL OR t.level = $level)
  AND ($topic IS NULL OR t.key = $topic OR COUNT { (t)-[:BROADER]->(:Topic {key: $topic}) } > 0)
OPTIONAL MATCH (t)<-[r:TREATS]-(c:City)
WITH t, coalesce(sum(r.measures), 0) AS measures, coalesce(sum(r.primary), 0) AS primary,
     collect(CASE WHEN r.status = 'present' THEN c.name ELSE null END) AS cities
RETURN t.key AS key, t.name AS zh, t.en AS en, t.level AS level,
       CASE WHEN t.level = 'field' THEN t.key ELSE head([(t)-[:BROADER]->(b:Topic) | b.key]) END AS field,
       t.definition AS definition, coalesce(t.who, []) AS who, coalesce(t.lever_names, []) AS levers,
       measures, primary, cities
ORDER BY field, level, key
