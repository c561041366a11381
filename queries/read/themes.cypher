// themes: Families of measures of several cities that say the same thing, with a name and who has them
// zh: 各城市举措的族：名称、成员、覆盖城市
// path: /themes
// param theme: theme = null — only this theme, by key
// param topic: topic = null — only themes named by this topic or a lever of it
// param city: city = null — only themes with a measure of this city
// param least: int = 2 — the least number of cities
// returns: key text, name text, en text, basis text, topic text, cities int, measures int, held_by list set,
// returns: absent_from list set, words list set, members list, rule text, evidence list
MATCH (t:Theme)
WHERE ($theme IS NULL OR t.key = $theme) AND ($topic IS NULL OR t.topic = $topic) AND t.cities >= $least
MATCH (t)<-[r:IN_THEME]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WITH t, collect(DISTINCT m.city) AS held_by, collect({id: m.id, key: m.key, city: m.city, number: m.number,
     title: m.title, document: d.id, start: r.start, score: r.score, role: r.role, primary: r.primary}) AS members,
     collect({document: d.id, title: m.title, url: d.url, start: r.start, end: r.end, quote: null, cut: false,
     rule: r.rule}) AS evidence
MATCH (c:City)
WITH t, held_by, members, evidence, collect(c) AS all_cities
WITH t, held_by, members, evidence, [x IN all_cities WHERE NOT x.name IN held_by | x.name] AS absent_from,
     [x IN all_cities WHERE x.id = $city | x.name] AS asked
WHERE $city IS NULL OR size([x IN asked WHERE x IN held_by]) > 0
RETURN t.key AS key, t.name AS name, t.en AS en, t.basis AS basis, t.topic AS topic, t.cities AS cities,
       t.measures AS measures, held_by, absent_from, coalesce(t.words, []) AS words, members, t.rule AS rule, evidence
ORDER BY cities DESC, measures DESC, key
