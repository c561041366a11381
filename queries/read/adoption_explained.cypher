// adoption_explained: Why a city has its grade on a reform model: each line of the scale, whether it holds, and because of what
// zh: 某城市在某一改革模式上的等级依据，逐条说明
// path: /models/{model}/adoption/{city}
// param model: model — key of a model in codebooks/models.yaml or codebooks/components, such as sanming
// param city: city — the city whose grade is explained
// example: model=sanming
// returns: place int, line text, holds bool, decides bool, says text, because list, evidence list
MATCH (x:Model {key: $model})<-[a:ADOPTS]-(c:City)
WHERE c.id = $city
WITH x, a, c, [x.key] + [(x)<-[:BROADER]-(z:Model) | z.key] AS keys
OPTIONAL MATCH (c)-[:ISSUED]->(p:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[n:REFERS_TO]->(y:Model)
WHERE y.key IN keys
WITH x, a, c, collect(CASE WHEN n IS NULL THEN null ELSE {component: null, part: y.key, tier: null,
     status: CASE WHEN n.polarity = 'ends' THEN 'ends' WHEN n.stance = 'mention' THEN 'passing' ELSE 'act' END,
     stance: n.stance, stage: n.stage, measure: o.key, words: n.quote, document: p.id, title: o.title, url: p.url,
     start: n.start, end: n.end, quote: n.quote, cut: n.cut, rule: n.rule} END) AS names
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document)-[:HAS_MEASURE]->(m:Measure)-[r:SPEAKS_OF]->(k:Component)
WHERE k.model = $model
OPTIONAL MATCH (c)-[v:COVERS]->(g:Component)
WHERE g.id = k.id
WITH x, a, c, names, collect(CASE WHEN r IS NULL THEN null ELSE {component: k.key, part: r.part, tier: k.tier,
     status: v.status, decides: r.polarity = 'does' AND r.part IN coalesce(v.parts, []), stance: r.polarity,
     stage: null, measure: m.key, words: r.quote, document: d.id, title: m.title, url: d.url, start: r.start,
     end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS parts
WITH x, a, c, names, [q IN parts WHERE q.decides AND q.tier = 'core'] AS core,
     [q IN parts WHERE q.decides AND q.tier = 'extended'] AS extended
UNWIND [1, 2, 3, 4, 5] AS place
WITH place, a, ['origin', 'named', 'components', 'mention', 'silent'][place - 1] AS line,
     x, c, names, core, extended
WITH place, line, a,
     CASE line WHEN 'origin' THEN a.grade = 'origin'
               WHEN 'named' THEN a.named = 'act'
               WHEN 'components' THEN a.core_done >= coalesce(a.needed, 1000)
               WHEN 'mention' THEN a.named = 'passing' OR a.core_done > 0
               ELSE a.named = 'no' AND a.core_done = 0 AND a.grade <> 'origin' END AS holds,
     CASE line WHEN 'origin' THEN 'the model comes from ' + coalesce(x.origin, 'no one city') + ', the city is ' + coalesce(c.code, 'without a code')
               WHEN 'named' THEN 'the plans name it with an acting word: ' + toString(size([q IN names WHERE q.status = 'act'])) + ' of ' + toString(size(names)) + ' mentions'
               WHEN 'components' THEN CASE WHEN a.needed IS NULL THEN 'the model has no components here: it is graded by its name alone'
                    ELSE toString(a.core_done) + ' of ' + toString(a.core) + ' core components done, ' + toString(a.core_partial) + ' in part; ' + toString(a.needed) + ' needed' END
               WHEN 'mention' THEN 'named in passing, or at least one core component done: named ' + a.named + ', ' + toString(a.core_done) + ' done'
               ELSE 'neither named nor any core component done; ' + toString(a.extended_done) + ' of ' + toString(a.extended) + ' extended components done' END AS says,
     CASE line WHEN 'named' THEN [q IN names WHERE q.status = 'act']
               WHEN 'components' THEN core
               WHEN 'mention' THEN [q IN names WHERE q.status = 'passing'] + [q IN core WHERE q.status = 'done']
               WHEN 'silent' THEN extended + [q IN names WHERE q.status = 'ends']
               ELSE [] END AS grounds
RETURN place, line, holds, a.grade = line AS decides, says,
       [q IN grounds | {component: q.component, part: q.part, tier: q.tier, status: q.status, stance: q.stance,
       stage: q.stage, measure: q.measure, words: q.words, document: q.document, start: q.start}] AS because,
       [q IN grounds | {document: q.document, title: q.title, url: q.url, start: q.start, end: q.end, quote: q.quote,
       cut: q.cut, rule: q.rule}] AS evidence
ORDER BY place
