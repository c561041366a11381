// descent: What became of each measure of a parent in its children, and what they added; of a child or of a parent
// zh: 上级文件的每条举措被照搬、调整、加码、减弱还是未承接，下级又新增了什么
// path: /documents/{document}/descent
// param document: document — a plan or its parent, by id, number or title
// param verdict: text = null — only this verdict
// values verdict: copied, adapted, strengthened, weakened, left_out, added
// returns: status text, reason_text text, place text, child text, parent text, verdict text, parent_measure text,
// returns: parent_path text, measure text, path text, score float, shared list, changes list, rule text, evidence list
CALL () {
  MATCH (g:Document {id: $document})-[:CONTAINS*0..1]->(d:Document)-[:HAS_MEASURE]->(m:Measure)
  MATCH (m)-[r:TAKES_FROM]->(n:Measure)<-[:HAS_MEASURE]-(p:Document)
  RETURN 'present' AS status, null AS reason_text, m.city AS place, d.title AS child, p.title AS parent,
         r.verdict AS verdict, n.title AS parent_measure, n.path AS parent_path, m.title AS measure, m.path AS path,
         r.score AS score, r.shared AS shared, r.changes AS changes, r.rule AS rule,
         [{document: d.id, title: m.title, url: d.url, start: m.start, end: m.end, quote: null, cut: false, rule: r.rule},
          {document: p.id, title: n.title, url: p.url, start: n.start, end: n.end, quote: null, cut: false, rule: r.rule}] AS evidence
  UNION
  MATCH (g:Document {id: $document})-[:CONTAINS*0..1]->(p:Document)-[:HAS_MEASURE]->(n:Measure)
  MATCH (n)<-[r:TAKES_FROM]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
  RETURN 'present' AS status, null AS reason_text, m.city AS place, d.title AS child, p.title AS parent,
         r.verdict AS verdict, n.title AS parent_measure, n.path AS parent_path, m.title AS measure, m.path AS path,
         r.score AS score, r.shared AS shared, r.changes AS changes, r.rule AS rule,
         [{document: d.id, title: m.title, url: d.url, start: m.start, end: m.end, quote: null, cut: false, rule: r.rule},
          {document: p.id, title: n.title, url: p.url, start: n.start, end: n.end, quote: null, cut: false, rule: r.rule}] AS evidence
  UNION
  MATCH (g:Document {id: $document})-[:CONTAINS*0..1]->(d:Document)-[r:OMITS]->(n:Measure)
  MATCH (n)<-[:HAS_MEASURE]-(p:Document)
  RETURN 'present' AS status, null AS reason_text, d.region AS place, d.title AS child, p.title AS parent,
         'left_out' AS verdict, n.title AS parent_measure, n.path AS parent_path, null AS measure, null AS path,
         r.score AS score, null AS shared, null AS changes, r.rule AS rule,
         [{document: p.id, title: n.title, url: p.url, start: n.start, end: n.end, quote: null, cut: false, rule: r.rule}] AS evidence
  UNION
  MATCH (g:Document {id: $document})-[:CONTAINS*0..1]->(p:Document)-[:HAS_MEASURE]->(n:Measure)
  MATCH (n)<-[r:OMITS]-(d:Document)
  RETURN 'present' AS status, null AS reason_text, d.region AS place, d.title AS child, p.title AS parent,
         'left_out' AS verdict, n.title AS parent_measure, n.path AS parent_path, null AS measure, null AS path,
         r.score AS score, null AS shared, null AS changes, r.rule AS rule,
         [{document: p.id, title: n.title, url: p.url, start: n.start, end: n.end, quote: null, cut: false, rule: r.rule}] AS evidence
  UNION
  MATCH (g:Document {id: $document})-[:CONTAINS*0..1]->(d:Document)-[r:ADDS]->(m:Measure)
  RETURN 'present' AS status, null AS reason_text, m.city AS place, d.title AS child, null AS parent,
         'added' AS verdict, null AS parent_measure, null AS parent_path, m.title AS measure, m.path AS path,
         r.score AS score, null AS shared, null AS changes, r.rule AS rule,
         [{document: d.id, title: m.title, url: d.url, start: m.start, end: m.end, quote: null, cut: false, rule: r.rule}] AS evidence
  UNION
  MATCH (g:Document {id: $document})-[:CONTAINS*0..1]->(p:Document)<-[:DESCENDS_FROM]-(d:Document)
  MATCH (d)-[r:ADDS]->(m:Measure)
  RETURN 'present' AS status, null AS reason_text, m.city AS place, d.title AS child, null AS parent,
         'added' AS verdict, null AS parent_measure, null AS parent_path, m.title AS measure, m.path AS path,
         r.score AS score, null AS shared, null AS changes, r.rule AS rule,
         [{document: d.id, title: m.title, url: d.url, start: m.start, end: m.end, quote: null, cut: false, rule: r.rule}] AS evidence
  UNION
  MATCH (g:Document {id: $document})<-[:CONTAINS]-(p:Document)<-[:DESCENDS_FROM]-(d:Document)
  MATCH (d)-[r:ADDS]->(m:Measure)
  RETURN 'present' AS status, null AS reason_text, m.city AS place, d.title AS child, null AS parent,
         'added' AS verdict, null AS parent_measure, null AS parent_path, m.title AS measure, m.path AS path,
         r.score AS score, null AS shared, null AS changes, r.rule AS rule,
         [{document: d.id, title: m.title, url: d.url, start: m.start, end: m.end, quote: null, cut: false, rule: r.rule}] AS evidence
  UNION
  MATCH (g:Document {id: $document})-[:CONTAINS*0..1]->(d:Document)-[r:DESCENDS_FROM]->(p:Document)
  WHERE r.status = 'not_held'
  RETURN 'not_held' AS status, r.reason_text AS reason_text, d.region AS place, d.title AS child, p.title AS parent,
         null AS verdict, null AS parent_measure, null AS parent_path, null AS measure, null AS path,
         null AS score, null AS shared, null AS changes, r.rule AS rule,
         [] AS evidence
  UNION
  MATCH (p:Document {id: $document})<-[r:DESCENDS_FROM]-(d:Document)
  WHERE r.status = 'not_held'
  RETURN 'not_held' AS status, r.reason_text AS reason_text, d.region AS place, d.title AS child, p.title AS parent,
         null AS verdict, null AS parent_measure, null AS parent_path, null AS measure, null AS path,
         null AS score, null AS shared, null AS changes, r.rule AS rule,
         [] AS evidence
  UNION
  MATCH (g:Document {id: $document})
  WHERE COUNT { (g)-[:CONTAINS*0..1]->(d:Document)-[:DESCENDS_FROM]->(p:Document) } = 0
    AND COUNT { (g)-[:CONTAINS*0..1]->(d:Document)<-[:DESCENDS_FROM]-(p:Document) } = 0
    AND COUNT { (g)<-[:CONTAINS]-(d:Document)<-[:DESCENDS_FROM]-(p:Document) } = 0
  RETURN 'silent' AS status, 'It names no parent document, none is probable, and no plan that is held descends from it.' AS reason_text, g.region AS place, g.title AS child, null AS parent,
         null AS verdict, null AS parent_measure, null AS parent_path, null AS measure, null AS path,
         null AS score, null AS shared, null AS changes, null AS rule,
         [] AS evidence
}
WITH * WHERE $verdict IS NULL OR verdict = $verdict
RETURN status, reason_text, place, child, parent, verdict, parent_measure, parent_path, measure, path, score,
       shared, changes, rule, evidence
ORDER BY child, status, parent, parent_path, path, measure, parent_measure
