// functions: By which functions institutions compare, and in which cities bodies perform them
// zh: 机构按哪些职能比较，各职能由哪些城市的机构履行
// path: /functions
// returns: key text, zh text, en text, institutions int, cities list set
MATCH (f:Function)
OPTIONAL MATCH (f)<-[:PERFORMS]-(i:Institution)
WITH f, count(i) AS institutions, collect(DISTINCT i.city) AS cities
RETURN f.key AS key, f.name AS zh, f.en AS en, institutions, cities
ORDER BY size(cities) DESC, key
