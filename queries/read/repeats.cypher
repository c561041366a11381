// repeats: Which commitments plans of one notice make twice, so that they count once
// zh: 同一通知的计划中哪些目标重复，只计一次
// path: /repeats
// param city: city = null — only this city
// annex: 指标, 目标
// returns: city text, wording text, place text, document text, earlier_wording text, earlier_place text,
// returns: earlier_document text, value float, unit text, rule text, evidence list
MATCH (t:Target)-[r:REPEATS]->(s:Target)
MATCH (t)<-[:SETS]-(o)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(d:Document {held: true})
MATCH (s)<-[:SETS]-(p)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(e:Document {held: true})
WHERE $city IS NULL OR COUNT { (d)<-[:ISSUED]-(:City {id: $city}) } > 0
WITH DISTINCT t, r, s, o, d, p, e
RETURN t.city AS city, t.wording AS wording, o.title AS place, d.title AS document, s.wording AS earlier_wording,
       p.title AS earlier_place, e.title AS earlier_document, t.value AS value, t.unit AS unit, r.rule AS rule,
       [{document: d.id, title: d.title, url: d.url, start: t.start, end: t.end, quote: t.quote, cut: t.cut,
         rule: t.rule},
        {document: e.id, title: e.title, url: e.url, start: s.start, end: s.end, quote: s.quote, cut: s.cut,
         rule: s.rule}] AS evidence
ORDER BY city, d.id, t.start, t.id, s.id
