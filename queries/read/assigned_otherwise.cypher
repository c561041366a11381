// assigned_otherwise: Where two cities put other functions in front of the same task
// zh: 同一任务在两市由不同职能牵头（或列首位）的情况
// path: /assigned_otherwise
// param city: city = null — only pairs with this city
// param function: function = null — only pairs where a body with this function is in front on either side
// param verdict: text = same — how alike the measures are: same or related
// values verdict: same, related
// param outcome: text = other — other, same, or not_comparable where a side prints no line that compares
// values outcome: other, same, not_comparable
// returns: id text, outcome text, reason text, reason_text text, basis text, score float, first_city text,
// returns: first_measure text, first_title text, first_front list set, second_city text, second_measure text,
// returns: second_title text, second_front list set, only_first list set, only_second list set, rule text,
// returns: evidence list
MATCH (a:Measure)-[w:ALIGNED_WITH {verdict: $verdict}]->(b:Measure)
MATCH (ca:City {name: a.city})
MATCH (cb:City {name: b.city})
WHERE $city IS NULL OR ca.id = $city OR cb.id = $city
MATCH (da:Document)-[:HAS_MEASURE]->(a)
MATCH (db:Document)-[:HAS_MEASURE]->(b)
WITH a, b, w, ca, cb, da, db,
     [(a)<-[r:RESPONSIBLE_FOR]-(i:Institution {collective: false})-[:PERFORMS]->(f:Function)
      WHERE coalesce(i.inside_body, false) = false | {key: f.key, role: r.role, position: r.position, start: r.start,
      end: r.end, quote: r.quote, cut: r.cut, rule: r.rule}] AS here,
     [(b)<-[r:RESPONSIBLE_FOR]-(i:Institution {collective: false})-[:PERFORMS]->(f:Function)
      WHERE coalesce(i.inside_body, false) = false | {key: f.key, role: r.role, position: r.position, start: r.start,
      end: r.end, quote: r.quote, cut: r.cut, rule: r.rule}] AS there
WITH a, b, w, ca, cb, da, db, here, there, any(x IN here WHERE x.role = 'lead') AS led_here,
     any(x IN there WHERE x.role = 'lead') AS led_there
WITH a, b, w, ca, cb, da, db, here, there, led_here, led_there,
     [x IN here WHERE x.role = 'lead' OR NOT led_here AND x.position = 0 | x] AS ahead_here,
     [x IN there WHERE x.role = 'lead' OR NOT led_there AND x.position = 0 | x] AS ahead_there
WITH a, b, w, ca, cb, da, db, here, there, led_here, led_there, ahead_here, ahead_there,
     CASE WHEN coalesce(ca.duty_scope, 'not_read') <> 'comparable' THEN ca
          WHEN coalesce(cb.duty_scope, 'not_read') <> 'comparable' THEN cb END AS short,
     any(x IN ahead_here WHERE x.key IN [y IN ahead_there | y.key]) AS met
WITH a, b, w, ca, cb, da, db, here, there, led_here, led_there, ahead_here, ahead_there, short,
     CASE WHEN short IS NOT NULL OR size(ahead_here) = 0 OR size(ahead_there) = 0 THEN 'not_comparable'
          WHEN met THEN 'same' ELSE 'other' END AS outcome
WHERE outcome = $outcome
  AND ($function IS NULL OR any(x IN ahead_here + ahead_there WHERE x.key = $function))
RETURN a.id + '|' + b.id AS id, outcome,
       CASE WHEN outcome <> 'not_comparable' THEN null WHEN short IS NOT NULL THEN coalesce(short.duty_scope, 'not_read')
            ELSE 'none_in_front' END AS reason,
       CASE WHEN outcome <> 'not_comparable' THEN null
            WHEN short IS NOT NULL THEN short.name + ': ' + coalesce(short.duty_scope_text, 'Not read.')
            ELSE 'One of the measures names no body as lead or first.' END AS reason_text,
       CASE WHEN led_here AND led_there THEN 'lead' WHEN led_here OR led_there THEN 'lead_and_first_named'
            ELSE 'first_named' END AS basis,
       w.score AS score, a.city AS first_city, a.key AS first_measure, a.title AS first_title,
       [x IN ahead_here | x.key] AS first_front, b.city AS second_city, b.key AS second_measure,
       b.title AS second_title, [x IN ahead_there | x.key] AS second_front,
       [x IN here WHERE NOT x.key IN [y IN there | y.key] | x.key] AS only_first,
       [x IN there WHERE NOT x.key IN [y IN here | y.key] | x.key] AS only_second, 'duties.front_functions' AS rule,
       [x IN ahead_here | {document: da.id, title: a.title, url: da.url, start: x.start, end: x.end, quote: x.quote,
        cut: x.cut, rule: x.rule}] + [x IN ahead_there | {document: db.id, title: b.title, url: db.url, start: x.start,
        end: x.end, quote: x.quote, cut: x.cut, rule: x.rule}] AS evidence
ORDER BY score DESC, id
