// adoption_matrix: Every reform model with the grade of every city, and the shares of the cities that name it and that do it
// zh: 各改革模式在各城市的采用等级与占比
// path: /adoption
// param model: model = null — only this model
// param with_components: bool = false — only models whose components are known
// returns: model text, zh text, en text, core int, needed int, cities list, of int, outside list set
// returns: naming int, doing int, saying_only int, doing_only int, silent int
// returns: share_naming float, share_doing float, basis text
MATCH (x:Model)<-[a:ADOPTS]-(c:City)
WHERE ($model IS NULL OR x.key = $model) AND ($with_components = false OR a.core > 0)
WITH x, a, c, CASE WHEN a.grade = 'origin' OR a.status IN ['not_read', 'out_of_scope'] THEN 0 ELSE 1 END AS counts,
     CASE WHEN a.named = 'act' THEN 1 ELSE 0 END AS says,
     CASE WHEN a.needed IS NULL THEN 0 WHEN a.core_done >= a.needed THEN 1 ELSE 0 END AS does
ORDER BY c.code, c.name
WITH x, max(a.core) AS core, max(a.needed) AS needed, sum(counts) AS of, sum(counts * says) AS naming,
     sum(counts * does) AS doing, sum(counts * says * (1 - does)) AS saying_only,
     sum(counts * does * (1 - says)) AS doing_only,
     sum(CASE WHEN a.grade = 'silent' THEN counts ELSE 0 END) AS silent,
     collect(CASE WHEN counts = 0 THEN c.name ELSE null END) AS outside,
     collect({code: c.code, city: c.name, grade: CASE WHEN a.grade = 'silent' AND counts = 0 THEN a.status
     ELSE a.grade END, named: a.named, core_done: a.core_done,
     core_partial: a.core_partial, extended_done: a.extended_done, status: a.status, reason: a.reason,
     reason_text: a.reason_text}) AS cities
RETURN x.key AS model, x.name AS zh, x.en AS en, core, needed, cities, of, outside, naming,
       CASE WHEN needed IS NULL THEN null ELSE doing END AS doing,
       CASE WHEN needed IS NULL THEN null ELSE saying_only END AS saying_only,
       CASE WHEN needed IS NULL THEN null ELSE doing_only END AS doing_only, silent,
       CASE WHEN of = 0 THEN null ELSE toFloat(naming) / of END AS share_naming,
       CASE WHEN of = 0 OR needed IS NULL THEN null ELSE toFloat(doing) / of END AS share_doing,
       'cities held, without the city of origin and without cities whose plans have no measures or are of another field' AS basis
ORDER BY model
