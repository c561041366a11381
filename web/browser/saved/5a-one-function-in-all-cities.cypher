// 5a 各市的同一职能 One function in all cities
MATCH p = (:Function {key: 'medical_insurance'})<-[:PERFORMS]-(:Institution)-[:OF_CITY]->(:City) RETURN p
