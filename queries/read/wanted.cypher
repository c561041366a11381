// wanted: Which documents the plans need and are not held, the most needed first
// zh: 各计划需要而未收录的文件，按需要它的计划数排列
// path: /wanted
// param city: city = null — only what this city's plans need
// param need: text = null — only what is needed as: based_on, implements, cites, annex, probable (a parent that no text names), above (a parent's parent)
// values need: based_on, implements, cites, annex, probable, above
// returns: id text, title text, number text, issuer text, level text, date_from date, date_to date, needs list set,
// returns: as_parent int, plans int, cities list set, origin text, evidence list
CALL () {
  MATCH (p:Document {held: false})<-[r:CITES]-(o)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(d:Document {held: true})<-[:ISSUED]-(c)
  WHERE r.relation IN ['based_on', 'implements', 'cites']
  RETURN p.id AS wanted, r.relation AS need, d.id AS plan, c.id AS place_id, c.name AS place,
         {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: r.rule} AS evidence
  UNION
  MATCH (p:Document {held: false})<-[r:ANNOUNCES]-(d:Document {held: true})<-[:ISSUED]-(c)
  RETURN p.id AS wanted, 'annex' AS need, d.id AS plan, c.id AS place_id, c.name AS place,
         {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: r.rule} AS evidence
  UNION
  MATCH (p:Document {held: false})<-[r:PROBABLE_PARENT]-(d:Document {held: true})<-[:ISSUED]-(c)
  RETURN p.id AS wanted, 'probable' AS need, d.id AS plan, c.id AS place_id, c.name AS place, null AS evidence
  UNION
  MATCH (p:Document {held: false})<-[t:PROBABLE_PARENT]-(s:Document)<-[r:CITES]-(o)
  MATCH (o)<-[:HAS_MEASURE|HAS_SECTION*0..1]-(d:Document {held: true})<-[:ISSUED]-(c)
  WHERE r.relation IN ['based_on', 'implements']
  RETURN p.id AS wanted, 'above' AS need, d.id AS plan, c.id AS place_id, c.name AS place,
         {document: d.id, title: d.title, url: d.url, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
         rule: t.rule} AS evidence
}
WITH * WHERE ($need IS NULL OR need = $need) AND ($city IS NULL OR place_id = $city)
WITH wanted, collect(DISTINCT need) AS needs, collect(DISTINCT plan) AS plans, collect(DISTINCT place) AS cities,
     collect(DISTINCT CASE WHEN need IN ['based_on', 'implements', 'probable'] THEN plan ELSE null END) AS parents,
     collect(evidence) AS evidence
MATCH (p:Document {id: wanted})
RETURN p.id AS id, p.title AS title, p.number AS number, p.issuer AS issuer, p.level AS level,
       p.date_from AS date_from, p.date_to AS date_to, needs, size(parents) AS as_parent, size(plans) AS plans,
       cities, p.origin AS origin, evidence
ORDER BY plans DESC, as_parent DESC, id
