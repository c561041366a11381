// documents: Which documents are held or named, with who names them
// zh: 收录和提到了哪些文件，谁提到它们
// path: /documents
// param city: city = null — only documents that this city's plans are or name
// param held: bool = null — true: those whose text was read; false: those that are only named (the wanted list)
// param level: text = null — national, province, city or unknown
// values level: national, province, city, unknown
// param kind: text = null — notice, action_plan, implementation_plan, opinions, work_priorities or other
// values kind: notice, action_plan, implementation_plan, opinions, work_priorities, other
// returns: id text, key text, title text, number text, kind text, issuer text, level text, date_issued date,
// returns: period_start int, period_end int, held bool, url text, plan text, measures int, cited_by list set,
// returns: evidence list
MATCH (d:Document)
WHERE ($held IS NULL OR d.held = $held) AND ($level IS NULL OR d.level = $level) AND ($kind IS NULL OR d.kind = $kind)
  AND ($city IS NULL OR COUNT { (d)<-[:ISSUED]-(:City {id: $city}) } > 0
    OR COUNT { (d)<-[:CITES|ANNOUNCES]-(o)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(s)<-[:ISSUED]-(:City {id: $city}) } > 0)
OPTIONAL MATCH (d)<-[r:CITES]-(o)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(s:Document {held: true})
WITH d, collect(DISTINCT s.title) AS cited_by, collect(CASE WHEN r IS NULL THEN null ELSE {document: s.id,
     title: s.title, url: s.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule} END) AS evidence
RETURN d.id AS id, d.key AS key, d.title AS title, d.number AS number, d.kind AS kind, d.issuer AS issuer,
       d.level AS level, d.date_issued AS date_issued, d.period_start AS period_start, d.period_end AS period_end,
       d.held AS held, d.url AS url, d.plan AS plan, d.n_measures AS measures, cited_by, evidence
ORDER BY held DESC, size(cited_by) DESC, id
