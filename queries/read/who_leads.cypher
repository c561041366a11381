// who_leads: Who leads: each function in each city, with what the lead is based on
// zh: 谁牵头：各职能在各市的牵头情况及依据
// path: /who_leads
// param function: function = null — only this function
// param city: city = null — only this city
// param model: model = null — only in measures that name this model
// param words: words = null — only in measures that have all these words
// returns: function text, zh text, en text, city text, code text, basis text, lines int, named int, leads list,
// returns: first_named list, evidence list
OPTIONAL MATCH (x:Measure)-[:REFERS_TO]->(y:Model)
WHERE y.key = $model
WITH collect(DISTINCT x.id) AS about
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (c)-[:ISSUED]->(p:Document {held: true})
WITH about, c, coalesce(sum(p.n_bodies), 0) AS lines
MATCH (f:Function)
WHERE ($function IS NULL OR f.key = $function) AND COUNT { (f)<-[:PERFORMS]-(:Institution) } > 0
OPTIONAL MATCH (f)<-[:PERFORMS]-(i:Institution)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE i.city = c.name AND ($model IS NULL OR m.id IN about)
  AND ($words IS NULL OR all(w IN $words WHERE (' ' + m.search_text + ' ') CONTAINS (' ' + w + ' ')))
WITH f, c, lines, count(r) AS named,
     collect(CASE WHEN r.role = 'lead' THEN {id: r.id, institution: i.name, surface: r.surface, measure: m.key, document: d.id, title: m.title,
     url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS leads,
     collect(CASE WHEN r.role = 'responsible' AND r.position = 0 THEN {id: r.id, institution: i.name, surface: r.surface, measure: m.key, document: d.id, title: m.title,
     url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS first_named
RETURN f.key AS function, f.name AS zh, f.en AS en, c.name AS city, c.code AS code,
       CASE WHEN size(leads) > 0 THEN 'lead' WHEN size(first_named) > 0 THEN 'first_named'
            WHEN lines > 0 THEN 'none_printed' ELSE 'no_lines' END AS basis, lines, named, leads, first_named,
       [x IN leads + first_named | {document: x.document, title: x.title, url: x.url, start: x.start, end: x.end,
        quote: x.quote, cut: x.cut, rule: x.rule}] AS evidence
ORDER BY function, code, city
