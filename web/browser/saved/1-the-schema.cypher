// 1 图的结构 The schema
CALL db.schema.visualization()
