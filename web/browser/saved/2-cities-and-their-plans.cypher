// 2 城市与计划 Cities and their plans
MATCH p = (:Province)<-[:IN_PROVINCE]-(:City)-[:ISSUED]->(:Document {held: true}) RETURN p
