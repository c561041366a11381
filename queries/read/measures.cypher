// measures: The measures of the plans, by city, document, topic, function, model or words
// zh: 各地计划中的举措，按城市、文件、主题、职能、模式或词语查
// path: /measures
// param city: city = null — only this city
// param document: document = null — only this plan
// param function: function = null — only measures that a body with this function answers for
// param model: model = null — only measures that name this model
// param topic: topic = null — only measures about this field or topic, by key or name, such as chronic_disease
// param primary: bool = false — with topic: only where it is the primary one
// param lever: lever = null — only measures that mention this lever, by its key in codebooks/levers.yaml
// param kind: text = null — task or safeguard
// values kind: task, safeguard
// param words: words = null — only measures that have all these words
// returns: id text, key text, city text, document text, number text, title text, parents list, kind text,
// returns: functions list set, models list set, topic text, topics list set, bodies int, leads int, targets int,
// returns: evidence evidence
MATCH (d:Document {held: true})-[:HAS_MEASURE]->(m:Measure)
WHERE ($document IS NULL OR d.id = $document) AND ($kind IS NULL OR m.kind = $kind)
  AND ($city IS NULL OR COUNT { (d)<-[:ISSUED]-(:City {id: $city}) } > 0)
  AND ($function IS NULL OR COUNT { (m)<-[:RESPONSIBLE_FOR]-(:Institution)-[:PERFORMS]->(:Function {key: $function}) } > 0)
  AND ($model IS NULL OR COUNT { (m)-[:REFERS_TO]->(:Model {key: $model}) } > 0)
  AND ($topic IS NULL OR COUNT { (m)-[a:ABOUT]->(t:Topic)-[:BROADER*0..1]->(:Topic {key: $topic}) WHERE a.primary OR NOT $primary } > 0)
  AND ($lever IS NULL OR COUNT { (m)-[b:ABOUT]->(:Topic) WHERE $lever IN b.levers } > 0)
  AND ($words IS NULL OR all(w IN $words WHERE (' ' + m.search_text + ' ') CONTAINS (' ' + w + ' ')))
RETURN m.id AS id, m.key AS key, m.city AS city, d.title AS document, m.number AS number, m.title AS title,
       coalesce(m.parents, []) AS parents, m.kind AS kind,
       [(m)<-[:RESPONSIBLE_FOR]-(i:Institution)-[:PERFORMS]->(f:Function) | f.key] AS functions,
       [(m)-[:REFERS_TO]->(x:Model) | x.key] AS models,
       m.topic AS topic, [(m)-[:ABOUT]->(y:Topic) | y.key] AS topics,
       m.n_bodies AS bodies, m.n_leads AS leads, m.n_targets AS targets,
       {document: d.id, title: d.title, url: d.url, start: m.start, end: m.end, quote: null, cut: false, rule: m.rule} AS evidence
ORDER BY city, evidence.document, evidence.start, id
