// indicators: Which indicators the targets measure, and in which cities
// zh: 目标衡量哪些指标，涉及哪些城市
// path: /indicators
// returns: key text, zh text, en text, unit text, targets int, cities list set
MATCH (n:Indicator)
OPTIONAL MATCH (n)<-[:QUANTIFIES]-(t:Target)
WITH n, count(t) AS targets, collect(DISTINCT t.city) AS cities
RETURN n.key AS key, n.name AS zh, n.en AS en, n.unit AS unit, targets, cities
ORDER BY size(cities) DESC, targets DESC, key
