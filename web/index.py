"""The index page: what is held, and links to the questions and to /docs. Plain HTML, nothing from elsewhere."""

from collections.abc import Mapping
from html import escape
from urllib.parse import quote, urlencode

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from graph.lookup import first_held
from graph.questions import Question
from graph.store import Session, Store

_COUNTS = """MATCH (c:City)
OPTIONAL MATCH (c)-[:ISSUED]->(d:Document {held: true})
RETURN count(DISTINCT c) AS cities, coalesce(sum(CASE WHEN d.kind <> 'notice' THEN 1 ELSE 0 END), 0) AS plans"""

_PARENTS = """MATCH (:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
WHERE r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(p.level, 'unknown') <> 'city'
RETURN count(DISTINCT p) AS n"""
"""By the rule of queries/read/parents.cypher."""

_HELD = (
    ("measures", "举措", "MATCH (n:Measure) RETURN count(n) AS n"),
    ("responsibilities", "责任记录", "MATCH (:Institution)-[r:RESPONSIBLE_FOR]->(:Measure) RETURN count(r) AS n"),
    ("targets", "目标", "MATCH (n:Target) RETURN count(n) AS n"),
    ("parents", "上级文件", _PARENTS),
    ("models", "改革模式", "MATCH (o)-[:REFERS_TO]->(x:Model) RETURN count(DISTINCT x) AS n"),
)  # fmt: skip

_STYLE = (
    "body{font-family:system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.6}"
    "dl{display:grid;grid-template-columns:max-content auto;gap:.2rem 1.5rem}dt{color:#444}dd{margin:0}"
)


def add_index(app: FastAPI, store: Store, questions: Mapping[str, Question]) -> None:
    """Serve the index page at /."""

    @app.get("/", include_in_schema=False)
    def index() -> HTMLResponse:
        with store.reading() as session:
            return HTMLResponse(page(session, questions))


def page(session: Session, questions: Mapping[str, Question]) -> str:
    """The page as HTML, in Chinese and English."""
    row = session.run(_COUNTS).rows[0]
    held = [("cities", "城市", row["cities"]), ("plans", "计划", row["plans"])]
    held += [(en, zh, session.run(query).rows[0]["n"]) for en, zh, query in _HELD]
    counts = "".join(f"<dt>{zh} <span lang='en'>{en}</span></dt><dd>{number}</dd>" for en, zh, number in held)
    first = first_held(session)
    items = "".join(_item(first, question) for question in questions.values())
    return (
        "<!doctype html><html lang='zh'><head><meta charset='utf-8'><title>城策 Chengce</title>"
        "<meta name='viewport' content='width=device-width'><link rel='icon' href='data:,'>"
        f"<style>{_STYLE}</style></head><body><main><h1>城策 <span lang='en'>Chengce</span></h1>"
        "<p>逐条比较各市的政策计划，每个事实都有出处。"
        "<span lang='en'>City plans compared measure by measure; every fact has its place in the text.</span></p>"
        f"<h2>收录内容 <span lang='en'>What is held</span></h2><dl>{counts}</dl>"
        "<p><a href='/docs'>接口文档 <span lang='en'>API documentation</span></a> · "
        f"<a href='/api/v1/questions'>/api/v1/questions</a></p>"
        f"<h2>问题 <span lang='en'>Questions</span></h2><ul>{items}</ul></main></body></html>"
    )


def _item(first: Mapping[str, str], question: Question) -> str:
    """A link to the answer: with the header's example, else with the first of each kind that is held."""
    needed = {param.name: question.example.get(param.name) for param in question.params if param.required}
    for param in question.params:
        if param.name in needed and needed[param.name] is None:
            needed[param.name] = first.get(param.type)
    words = f"{escape(question.zh)} <span lang='en'>{escape(question.en)}</span>"
    if None in needed.values():
        return f"<li><a href='/docs#/questions/{escape(question.name)}'>{words}</a></li>"
    path, query = question.path, {}
    for name, value in needed.items():
        if f"{{{name}}}" in path:
            path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
        else:
            query[name] = value
    address = escape(f"/api/v1{path}" + (f"?{urlencode(query)}" if query else ""))
    return f"<li><a href='{address}'>{words}</a></li>"
