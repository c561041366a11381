// corrections: What reviewers corrected: by whom, when, why, and whether it still holds
// zh: 审核者更正了哪些事实：何人、何时、何故、是否仍有效
// path: /corrections
// param city: city = null — only this city
// param status: text = null — applied or reopened
// values status: applied, reopened
// param author: text = null — only this author's
// returns: key text, city text, document text, measure text, title text, kind text, action text, quote text,
// returns: before text, after text, author text, time text, reason text, status text, why text
MATCH (k:Correction)-[:CORRECTS]->(o)
WHERE ($status IS NULL OR k.status = $status) AND ($author IS NULL OR k.author = $author)
MATCH (c:City)-[:ISSUED]->(d:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->(p)
WHERE p.id = o.id AND ($city IS NULL OR c.id = $city)
RETURN k.key AS key, c.name AS city, d.title AS document, k.measure AS measure, o.title AS title, k.kind AS kind,
       k.action AS action, k.quote AS quote, k.before AS before, k.after AS after, k.author AS author,
       k.time AS time, k.reason AS reason, k.status AS status, k.why AS why
ORDER BY time, key
