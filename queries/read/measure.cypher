// measure: One measure: who answers for it, its targets, documents, models and components
// zh: 一条举措的全部内容：责任单位、目标、引用文件、模式和要素
// path: /measures/{measure}
// param measure: measure — the measure, by id, key or title
// returns: id text, key text, city text, document text, number text, title text, parents list, kind text,
// returns: responsibilities list, targets list, citations list, models list, components list, evidence evidence
MATCH (m:Measure {id: $measure})<-[:HAS_MEASURE]-(d:Document)
RETURN m.id AS id, m.key AS key, m.city AS city, d.title AS document, m.number AS number, m.title AS title,
       coalesce(m.parents, []) AS parents, m.kind AS kind,
       [(m)<-[r:RESPONSIBLE_FOR]-(i:Institution) | {id: r.id, institution: i.name, surface: r.surface, role: r.role,
        position: r.position, document: d.id, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule}]
        AS responsibilities,
       [(m)-[:SETS]->(t:Target) | {id: t.id, wording: t.wording, indicator: t.indicator, scope: t.scope,
        comparator: t.comparator, value: t.value, value_max: t.value_max, unit: t.unit, deadline: t.deadline,
        kind: t.kind, document: d.id, start: t.start, end: t.end, quote: t.quote, cut: t.cut, rule: t.rule}] AS targets,
       [(m)-[r:CITES]->(p:Document) | {id: r.id, cited: p.id, title: p.title, number: p.number, level: p.level,
        held: p.held, relation: r.relation, document: d.id, start: r.start, end: r.end, quote: r.quote, cut: r.cut,
        rule: r.rule}] AS citations,
       [(m)-[r:REFERS_TO]->(x:Model) | {id: r.id, model: x.key, zh: x.name, en: x.en, stance: r.stance,
        variant: r.variant, polarity: r.polarity, document: d.id, start: r.start, end: r.end, quote: r.quote,
        cut: r.cut, rule: r.rule}] AS models,
       [(m)-[r:DOES]->(k:Component) | {key: k.key, model: k.model, zh: k.name, en: k.en, status: r.status,
        document: d.id, start: r.start, end: r.end, quote: r.quote, cut: r.cut, rule: r.rule}] AS components,
       {document: d.id, title: d.title, url: d.url, start: m.start, end: m.end, quote: null, cut: false, rule: m.rule} AS evidence
ORDER BY id
