// who_does: Who does it: for each topic and city, who leads, who is named first, and who supports
// zh: 谁来做：各主题在各市由谁牵头、谁列首位、谁配合
// path: /who_does
// param topic: topic = null — this field or topic; without it every field
// param city: city = null — only this city
// param function: function = null — only bodies with this function
// param primary: bool = true — only measures whose primary topic it is; false: all that are about it
// returns: topic text, zh text, en text, city text, code text, status text, reason text, reason_text text,
// returns: measures int, leads list, first_named list, also_named list, supports list, evidence list
OPTIONAL MATCH (p:Institution)-[:PERFORMS]->(g:Function)
WHERE g.key = $function
WITH collect(p.id) AS performing
MATCH (t:Topic)
WHERE $topic IS NULL AND t.level = 'field' OR t.key = $topic
WITH performing, t, [(t)<-[:BROADER]-(x:Topic) | x.key] + [t.key] AS keys
MATCH (c:City)
WHERE $city IS NULL OR c.id = $city
OPTIONAL MATCH (c)<-[:OF_CITY]-(i:Institution {collective: false})-[r:RESPONSIBLE_FOR]->(m:Measure)-[a:ABOUT]->(s:Topic)
WHERE s.key IN keys AND (a.primary OR NOT $primary)
  AND ($function IS NULL OR i.id IN performing)
OPTIONAL MATCH (m)<-[:HAS_MEASURE]-(d:Document)
WITH t, keys, c, i, CASE WHEN r.role = 'lead' THEN 'lead' WHEN r.role = 'participant' THEN 'support'
     WHEN r.position = 0 THEN 'first' ELSE 'also' END AS part, collect(DISTINCT CASE WHEN m IS NULL THEN null
     ELSE {id: m.id, key: m.key, title: m.title} END) AS measures,
     collect(DISTINCT CASE WHEN r IS NULL THEN null ELSE {document: d.id, title: m.title, url: d.url, start: r.start,
     end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS places
WITH t, keys, c, part, measures, places, i, [(i)-[:PERFORMS]->(f:Function) | {key: f.key, zh: f.name}] AS functions
WITH t, keys, c, collect(CASE WHEN i IS NULL THEN null ELSE {id: i.id, part: part, institution: i.name,
     functions: functions, inside_body: coalesce(i.inside_body, false), measures: measures} END) AS bodies,
     collect(CASE WHEN part = 'lead' OR part = 'first' THEN places ELSE [] END) AS proofs
OPTIONAL MATCH (c)-[v:TREATS]->(t)
WITH t, c, v, bodies, proofs, coalesce(c.duty_scope, 'not_read') AS scope,
     coalesce(CASE WHEN $primary THEN v.primary ELSE v.measures END, 0) AS measures
WITH t, c, v, bodies, proofs, scope, measures,
     CASE WHEN scope = 'no_measures' OR scope = 'not_read' THEN 'not_read' WHEN scope = 'annex_not_held' THEN 'not_held'
          WHEN scope <> 'comparable' THEN 'out_of_scope' WHEN size(bodies) > 0 THEN 'present'
          WHEN v.status <> 'present' THEN v.status ELSE 'silent' END AS status
RETURN t.key AS topic, t.name AS zh, t.en AS en, c.name AS city, c.code AS code, status,
       CASE WHEN status = 'present' THEN null WHEN scope <> 'comparable' THEN scope
            WHEN v.status <> 'present' THEN v.reason WHEN measures = 0 THEN 'no_measure'
            WHEN $function IS NULL THEN 'no_line' ELSE 'not_named' END AS reason,
       CASE WHEN status = 'present' THEN null WHEN scope <> 'comparable' THEN coalesce(c.duty_scope_text, 'Not read.')
            WHEN v.status <> 'present' THEN v.reason_text
            WHEN measures = 0 THEN 'No measure of the city has it as its primary topic.'
            WHEN $function IS NULL THEN 'The measures about it print no responsibility line that names a body.'
            ELSE 'The lines of the measures about it name no body with this function.' END AS reason_text, measures,
       [x IN bodies WHERE x.part = 'lead' | x] AS leads, [x IN bodies WHERE x.part = 'first' | x] AS first_named,
       [x IN bodies WHERE x.part = 'also' | x] AS also_named, [x IN bodies WHERE x.part = 'support' | x] AS supports,
       reduce(all = [], x IN proofs | all + x) AS evidence
ORDER BY topic, code, city
