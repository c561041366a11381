// 5b 各市的同一职能 One function in all cities
MATCH (:Function {key: 'medical_insurance'})<-[:PERFORMS]-(i:Institution)-[r:RESPONSIBLE_FOR]->(m:Measure)
RETURN i.city AS city, r.role AS role, collect(m.title)[0..5] AS some, count(m) AS measures ORDER BY city, role
