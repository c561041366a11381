// search: The measures that have all these words, those with most of them in the title first
// zh: 哪些举措含有这些词
// path: /search
// param words: words — the words to look for
// param city: city = null — only this city
// example: words=医疗
// returns: id text, key text, city text, document text, number text, title text, parents list, kind text,
// returns: functions list set, models list set, bodies int, leads int, targets int, evidence evidence
MATCH (d:Document {held: true})-[:HAS_MEASURE]->(m:Measure)
WHERE size($words) > 0 AND all(w IN $words WHERE (' ' + m.search_text + ' ') CONTAINS (' ' + w + ' '))
  AND ($city IS NULL OR COUNT { (d)<-[:ISSUED]-(:City {id: $city}) } > 0)
WITH d, m, size([w IN $words WHERE m.title CONTAINS w]) AS in_title
RETURN m.id AS id, m.key AS key, m.city AS city, d.title AS document, m.number AS number, m.title AS title,
       coalesce(m.parents, []) AS parents, m.kind AS kind,
       [(m)<-[:RESPONSIBLE_FOR]-(i:Institution)-[:PERFORMS]->(f:Function) | f.key] AS functions,
       [(m)-[:REFERS_TO]->(x:Model) | x.key] AS models,
       m.n_bodies AS bodies, m.n_leads AS leads, m.n_targets AS targets,
       {document: d.id, title: d.title, url: d.url, start: m.start, end: m.end, quote: null, cut: false, rule: m.rule} AS evidence
ORDER BY in_title DESC, id
