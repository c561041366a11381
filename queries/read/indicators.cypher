// indicators: Which indicators the targets measure, in which cities, and for which of them numbers can be compared
// zh: 目标衡量哪些指标，涉及哪些城市，哪些可以比较
// path: /indicators
// param reviewed: bool = null — true: entries of the codebook; false: those matched by their last noun alone
// returns: key text, zh text, en text, unit text, direction text, dimension text, object text, scope text,
// returns: family text, reviewed bool, targets int, repeated int, cities list set, comparable_cities list set
MATCH (n:Indicator)
WHERE ($reviewed IS NULL OR coalesce(n.reviewed, true) = $reviewed) AND COUNT { (n)<-[:BROADER]-(:Indicator) } = 0
OPTIONAL MATCH (n)-[:BROADER]->(f:Indicator)
OPTIONAL MATCH (n)<-[:OF_INDICATOR]-(y:Yardstick)<-[k:COMMITS_TO]-(c:City)
WITH n, f, collect(DISTINCT CASE WHEN k.comparable THEN c.name END) AS comparable_cities
OPTIONAL MATCH (n)<-[:QUANTIFIES|TAKEN_FOR]-(t:Target)
WITH n, f, comparable_cities, count(t) AS targets, collect(DISTINCT t.city) AS named,
     coalesce(sum(CASE WHEN t IS NOT NULL AND COUNT { (t)-[:REPEATS]->(:Target) } > 0 THEN 1 ELSE 0 END), 0) AS repeated
RETURN n.key AS key, n.name AS zh, n.en AS en, n.unit AS unit, n.direction AS direction, n.dimension AS dimension,
       n.object AS object, n.scope AS scope, f.key AS family, coalesce(n.reviewed, true) AS reviewed, targets, repeated,
       named AS cities, comparable_cities
ORDER BY size(cities) DESC, targets DESC, key
