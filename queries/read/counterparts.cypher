// counterparts: For one measure, its counterparts in every other city, the same or related, with what differs
// zh: 一条举措在其他城市的对应举措：相同还是相关，差别在哪里
// path: /measures/{measure}/counterparts
// param measure: measure — the measure, by id, key or title
// param city: city = null — only this city
// param verdict: text = null — same or related
// values verdict: same, related
// returns: city text, code text, status text, reason text, reason_text text, verdict text, score float, id text,
// returns: key text, number text, title text, named list set, shared list set, own_words list set,
// returns: other_words list set, differs list set, own_functions list set, other_functions list set,
// returns: own_deadline int, other_deadline int, own_stance text, other_stance text, own_targets list,
// returns: other_targets list, inputs list set, rule text, evidence list
MATCH (m:Measure {id: $measure})<-[:HAS_MEASURE]-(d:Document)
MATCH (c:City)
WHERE c.name <> m.city AND ($city IS NULL OR c.id = $city)
OPTIONAL MATCH (m)-[a:ALIGNED_WITH]-(n:Measure)<-[:HAS_MEASURE]-(e:Document)
WHERE n.city = c.name AND ($verdict IS NULL OR a.verdict = $verdict)
WITH m, d, c, a, n, e, m.id < n.id AS first,
     COUNT { (h:City)-[:ISSUED]->(:Document)-[:HAS_MEASURE]->(m) } AS own,
     COUNT { (c)-[:ISSUED]->(:Document)-[:HAS_MEASURE]->(:Measure) } AS read,
     [(c)-[w:TREATS]->(y:Topic) WHERE w.status = 'out_of_scope' | y.key] AS outside,
     [(m)-[b:ABOUT]->(z:Topic) WHERE b.primary | z.key] AS about
WITH m, d, c, a, n, e, first, own,
     CASE WHEN a IS NOT NULL THEN null WHEN own = 0 THEN 'out_of_scope' WHEN read = 0 THEN 'not_read'
     WHEN size([x IN about WHERE x IN outside]) > 0 THEN 'out_of_scope' ELSE 'silent' END AS reason
RETURN c.name AS city, c.code AS code, coalesce(reason, 'present') AS status, reason,
       CASE WHEN reason IS NULL THEN null
       WHEN own = 0 THEN 'Measures of a province are compared with a city by lineage, not here.'
       WHEN reason = 'out_of_scope' THEN 'The plans of this city are about other fields than this measure.'
       WHEN reason = 'not_read' THEN 'No measures were read in the plans of this city.'
       WHEN $verdict IS NOT NULL THEN 'No measure of this city is ' + $verdict + ' by the rule.'
       ELSE 'No measure of this city is the same or related by the rule.' END AS reason_text,
       a.verdict AS verdict, a.score AS score, n.id AS id, n.key AS key, n.number AS number, n.title AS title,
       coalesce(a.named, []) AS named, coalesce(a.shared, []) AS shared,
       coalesce(CASE WHEN first THEN a.source_words ELSE a.target_words END, []) AS own_words,
       coalesce(CASE WHEN first THEN a.target_words ELSE a.source_words END, []) AS other_words,
       coalesce(a.differs, []) AS differs,
       coalesce(CASE WHEN first THEN a.source_functions ELSE a.target_functions END, []) AS own_functions,
       coalesce(CASE WHEN first THEN a.target_functions ELSE a.source_functions END, []) AS other_functions,
       CASE WHEN first THEN a.source_deadline ELSE a.target_deadline END AS own_deadline,
       CASE WHEN first THEN a.target_deadline ELSE a.source_deadline END AS other_deadline,
       CASE WHEN first THEN a.source_stance ELSE a.target_stance END AS own_stance,
       CASE WHEN first THEN a.target_stance ELSE a.source_stance END AS other_stance,
       [(m)-[:SETS]->(t:Target) | {id: t.id, document: d.id, start: t.start, wording: t.wording,
        indicator: t.indicator}] AS own_targets,
       [(n)-[:SETS]->(u:Target) | {id: u.id, document: e.id, start: u.start, wording: u.wording,
        indicator: u.indicator}] AS other_targets,
       coalesce(a.inputs, []) AS inputs, a.rule AS rule,
       CASE WHEN a IS NULL THEN [] ELSE [{document: d.id, title: m.title, url: d.url,
       start: CASE WHEN first THEN a.source_start ELSE a.target_start END,
       end: CASE WHEN first THEN a.source_end ELSE a.target_end END, quote: null, cut: false, rule: a.rule},
       {document: e.id, title: n.title, url: e.url,
       start: CASE WHEN first THEN a.target_start ELSE a.source_start END,
       end: CASE WHEN first THEN a.target_end ELSE a.source_end END, quote: null, cut: false, rule: a.rule}]
       END AS evidence
ORDER BY code, city, score DESC, id
