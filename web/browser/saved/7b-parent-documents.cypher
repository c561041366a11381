// 7b 上级文件 Parent documents
MATCH (o)-[r:CITES]->(d:Document {held: false})
RETURN d.level AS level, d.number AS number, d.title AS title, count(r) AS named ORDER BY named DESC, title LIMIT 25
