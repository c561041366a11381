// institutions: The institutions of the cities, their functions and how much they answer for
// zh: 各市有哪些机构，履行什么职能，负责多少举措
// path: /institutions
// param city: city = null — only this city
// param function: function = null — only institutions with this function
// param collective: bool = null — true: collectives of bodies; false: single bodies
// annex: 任务, 分工, 责任, 清单, 台账
// returns: id text, name text, city text, body text, surfaces list set, collective bool, functions list set,
// returns: measures int, leads int, first_named int, evidence list
MATCH (i:Institution)
WHERE ($city IS NULL OR COUNT { (i)-[:OF_CITY]->(:City {id: $city}) } > 0)
  AND ($function IS NULL OR COUNT { (i)-[:PERFORMS]->(:Function {key: $function}) } > 0)
  AND ($collective IS NULL OR i.collective = $collective)
OPTIONAL MATCH (i)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WITH i, count(DISTINCT m) AS measures, coalesce(sum(CASE WHEN r.role = 'lead' THEN 1 ELSE 0 END), 0) AS leads,
     coalesce(sum(CASE WHEN r.role = 'responsible' AND r.position = 0 THEN 1 ELSE 0 END), 0) AS first_named,
     collect(CASE WHEN r IS NULL THEN null ELSE {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS evidence
RETURN i.id AS id, i.name AS name, i.city AS city, i.body AS body, coalesce(i.surfaces, []) AS surfaces, i.collective AS collective,
       [(i)-[:PERFORMS]->(f:Function) | f.key] AS functions, measures, leads, first_named, evidence
ORDER BY city, measures DESC, id
