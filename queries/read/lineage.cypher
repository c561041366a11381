// lineage: A plan's documents up to province and nation, named or probable, held or not, with its notice and annexes
// zh: 一个计划向上到省和国家的文件谱系（点名的和可能的），及其通知和附件
// path: /documents/{document}/lineage
// param document: document — the plan, by id, number or title
// returns: step int, relation text, id text, title text, number text, level text, held bool, date_from date,
// returns: date_to date, through text, evidence evidence
CALL () {
  MATCH (s:Document {id: $document})
  RETURN 0 AS step, 'self' AS relation, s.id AS id, s.title AS title, s.number AS number,
         s.level AS level, s.held AS held, s.date_from AS date_from, s.date_to AS date_to,
         s.title AS through,
         {document: s.id, title: s.title, url: s.url, start: s.start, end: s.end,
         quote: null, cut: false, rule: s.rule} AS evidence
  UNION
  MATCH (s:Document {id: $document})<-[:CONTAINS]-(p:Document)
  RETURN 0 AS step, 'carried_by' AS relation, p.id AS id, p.title AS title, p.number AS number,
         p.level AS level, p.held AS held, p.date_from AS date_from, p.date_to AS date_to,
         s.title AS through,
         {document: p.id, title: p.title, url: p.url, start: p.start, end: p.end,
         quote: null, cut: false, rule: p.rule} AS evidence
  UNION
  MATCH (s:Document {id: $document})-[r:ANNOUNCES]->(p:Document)
  RETURN 0 AS step, 'annex' AS relation, p.id AS id, p.title AS title, p.number AS number,
         p.level AS level, p.held AS held, p.date_from AS date_from, p.date_to AS date_to,
         s.title AS through,
         {document: s.id, title: s.title, url: s.url, start: r.start, end: r.end,
         quote: r.quote, cut: r.cut, rule: r.rule} AS evidence
  UNION
  MATCH (s:Document {id: $document})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
  WHERE (r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(p.level, 'unknown') <> 'city')
  RETURN 1 AS step, r.relation AS relation, p.id AS id, p.title AS title, p.number AS number,
         p.level AS level, p.held AS held, p.date_from AS date_from, p.date_to AS date_to,
         s.title AS through,
         {document: s.id, title: s.title, url: s.url, start: r.start, end: r.end,
         quote: r.quote, cut: r.cut, rule: r.rule} AS evidence
  UNION
  MATCH (s:Document {id: $document})-[r:PROBABLE_PARENT]->(p:Document)
  RETURN 1 AS step, 'probable' AS relation, p.id AS id, p.title AS title, p.number AS number,
         p.level AS level, p.held AS held, p.date_from AS date_from, p.date_to AS date_to,
         s.title AS through,
         null AS evidence
  UNION
  MATCH (d:Document {id: $document})-[:HAS_MEASURE|HAS_SECTION*0..1]->(a)-[q:CITES]->(s:Document {held: true})
  MATCH (s)-[:CONTAINS*0..1]->(t:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
  WHERE (q.relation = 'based_on' OR q.relation = 'implements' AND coalesce(s.level, 'unknown') <> 'city')
    AND (r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(p.level, 'unknown') <> 'city')
  RETURN 2 AS step, r.relation AS relation, p.id AS id, p.title AS title, p.number AS number,
         p.level AS level, p.held AS held, p.date_from AS date_from, p.date_to AS date_to,
         s.title AS through,
         {document: t.id, title: t.title, url: t.url, start: r.start, end: r.end,
         quote: r.quote, cut: r.cut, rule: r.rule} AS evidence
  UNION
  MATCH (d:Document {id: $document})-[:PROBABLE_PARENT]->(s:Document {held: true})
  MATCH (s)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
  WHERE (r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(p.level, 'unknown') <> 'city')
  RETURN 2 AS step, r.relation AS relation, p.id AS id, p.title AS title, p.number AS number,
         p.level AS level, p.held AS held, p.date_from AS date_from, p.date_to AS date_to,
         s.title AS through,
         {document: s.id, title: s.title, url: s.url, start: r.start, end: r.end,
         quote: r.quote, cut: r.cut, rule: r.rule} AS evidence
  UNION
  MATCH (d:Document {id: $document})-[:HAS_MEASURE|HAS_SECTION*0..1]->(a)-[q:CITES]->(s:Document)
  MATCH (s)-[r:PROBABLE_PARENT]->(p:Document)
  WHERE (q.relation = 'based_on' OR q.relation = 'implements' AND coalesce(s.level, 'unknown') <> 'city')
  RETURN 2 AS step, 'probable' AS relation, p.id AS id, p.title AS title, p.number AS number,
         p.level AS level, p.held AS held, p.date_from AS date_from, p.date_to AS date_to,
         s.title AS through,
         null AS evidence
}
RETURN step, relation, id, title, number, level, held, date_from, date_to, through, evidence
ORDER BY step, CASE level WHEN 'city' THEN 0 WHEN 'province' THEN 1 ELSE 2 END, relation, id, through, evidence.start
