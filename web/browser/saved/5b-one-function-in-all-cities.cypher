// 5b 各市的同一职能 One function in all cities
MATCH (:Function {key: 'medical_insurance'})<-[:PERFORMS]-(i:Institution)-[r:RESPONSIBLE_FOR]->(m:Measure)
WITH i.city AS city, r.role AS role, collect(m.title) AS titles
RETURN city, role, size(titles) AS measures, titles[0..5] AS some ORDER BY city, role
