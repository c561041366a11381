// who_leads: Who leads: each function in each city, with what the lead is based on
// zh: 谁牵头：各职能在各市的牵头情况及依据
// path: /who_leads
// param function: function = null — only this function
// param city: city = null — only this city
// param model: model = null — only in measures that name this model
// param topic: topic = null — only in measures about this field or topic
// param words: words = null — only in measures that have all these words
// returns: function text, zh text, en text, city text, code text, status text, reason text, reason_text text,
// returns: basis text, inside_body bool, named int, leads list, first_named list, evidence list
OPTIONAL MATCH (x:Measure)-[:REFERS_TO]->(y:Model)
WHERE y.key = $model
WITH collect(DISTINCT x.id) AS about
OPTIONAL MATCH (x:Measure)-[:ABOUT]->(:Topic)-[:BROADER*0..1]->(t:Topic)
WHERE t.key = $topic
WITH about, collect(DISTINCT x.id) AS treating
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
MATCH (f:Function)
WHERE ($function IS NULL OR f.key = $function) AND COUNT { (f)<-[:PERFORMS]-(:Institution) } > 0
OPTIONAL MATCH (f)<-[:PERFORMS]-(i:Institution)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE i.city = c.name AND i.collective = false AND ($model IS NULL OR m.id IN about)
  AND ($topic IS NULL OR m.id IN treating)
  AND ($words IS NULL OR all(w IN $words WHERE (' ' + m.search_text + ' ') CONTAINS (' ' + w + ' ')))
WITH f, c, coalesce(c.duty_scope, 'not_read') AS scope, count(r) AS named,
     max(CASE WHEN r.role = 'lead' AND i.inside_body THEN 1 ELSE 0 END) AS inside,
     collect(CASE WHEN r.role = 'lead' THEN {id: r.id, institution: i.name, inside_body: coalesce(i.inside_body, false),
     surface: r.surface, measure: m.key, document: d.id, title: m.title,
     url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS leads,
     collect(CASE WHEN r.role = 'responsible' AND r.position = 0 THEN {id: r.id, institution: i.name,
     inside_body: coalesce(i.inside_body, false), surface: r.surface, measure: m.key, document: d.id, title: m.title,
     url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS first_named
WITH f, c, scope, named, inside, leads, first_named,
     CASE WHEN scope = 'no_measures' OR scope = 'not_read' THEN 'not_read' WHEN scope = 'annex_not_held' THEN 'not_held'
          WHEN scope <> 'comparable' THEN 'out_of_scope'
          WHEN size(leads) + size(first_named) > 0 THEN 'present' ELSE 'silent' END AS status
RETURN f.key AS function, f.name AS zh, f.en AS en, c.name AS city, c.code AS code, status,
       CASE WHEN status = 'present' THEN null WHEN status <> 'silent' THEN scope
            WHEN named > 0 THEN 'none_in_front' ELSE 'not_named' END AS reason,
       CASE WHEN status = 'present' THEN null WHEN status <> 'silent' THEN coalesce(c.duty_scope_text, 'Not read.')
            WHEN named > 0 THEN 'Bodies with this function are named, none of them as lead or first.'
            ELSE 'The lines asked for name no body with this function.' END AS reason_text,
       CASE WHEN size(leads) > 0 THEN 'lead' WHEN size(first_named) > 0 THEN 'first_named'
            WHEN scope = 'comparable' THEN 'none_printed' ELSE 'no_lines' END AS basis, inside = 1 AS inside_body,
       named, leads, first_named,
       [x IN leads + first_named | {document: x.document, title: x.title, url: x.url, start: x.start, end: x.end,
        quote: x.quote, cut: x.cut, rule: x.rule}] AS evidence
ORDER BY function, code, city
