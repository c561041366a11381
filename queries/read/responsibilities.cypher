// responsibilities: What an institution or a function answers for, in which role
// zh: 某机构或某职能负责哪些举措，担任什么角色
// path: /responsibilities
// param institution: institution = null — only this institution
// param function: function = null — only institutions with this function
// param city: city = null — only this city
// param role: text = null — lead, participant or responsible
// values role: lead, participant, responsible
// annex: 任务, 分工, 责任, 清单, 台账
// silent: {whose} that are held print no responsibility line that says this
// returns: id text, city text, institution text, surface text, role text, position int, functions list set,
// returns: measure text, title text, document text, evidence evidence
MATCH (d:Document {held: true})-[:HAS_MEASURE]->(m:Measure)<-[r:RESPONSIBLE_FOR]-(i:Institution)
WHERE ($institution IS NULL OR i.id = $institution) AND ($role IS NULL OR r.role = $role)
  AND ($city IS NULL OR COUNT { (i)-[:OF_CITY]->(:City {id: $city}) } > 0)
  AND ($function IS NULL OR COUNT { (i)-[:PERFORMS]->(:Function {key: $function}) } > 0)
RETURN r.id AS id, i.city AS city, i.name AS institution, r.surface AS surface, r.role AS role,
       r.position AS position, [(i)-[:PERFORMS]->(f:Function) | f.key] AS functions, m.key AS measure,
       m.title AS title, d.title AS document,
       {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end,
        quote: r.quote, cut: r.cut, rule: r.rule} AS evidence
ORDER BY city, evidence.document, evidence.start, id
