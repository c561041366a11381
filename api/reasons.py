"""Why an answer has no rows: one code and one sentence, looked up in the graph.

silent: the plans held say nothing of it · annex_not_held: an annex that would say it was announced and is missing ·
not_held: no plan is held · not_read: what the question needs was not read · out_of_scope: it asks beyond the plans.
"""

from collections.abc import Mapping
from typing import Any

from graph.questions import Question
from graph.run import Reason
from graph.store import Session

_DUTIES, _QUANTITIES = ("任务", "分工", "责任", "清单", "台账"), ("指标", "目标")
_ANNEX_MAY_SAY = {
    "responsibilities": _DUTIES, "joint_work": _DUTIES, "centrality": _DUTIES, "institutions": _DUTIES,
    "targets": _QUANTITIES, "expired": _QUANTITIES,
}  # fmt: skip
"""What an annex's title says where the annex may hold what a question asks for (任务分工表, 主要指标)."""

COUNT_PARENTS = """MATCH (:Document {held: true})-[:HAS_MEASURE|HAS_SECTION*0..1]->(o)-[r:CITES]->(p:Document)
WHERE r.relation = 'based_on' OR r.relation = 'implements' AND coalesce(p.level, 'unknown') <> 'city'
RETURN count(DISTINCT p) AS n"""
"""How many parents the plans name, by the rule of queries/read/parents.cypher."""


def reason(session: Session, question: Question, params: Mapping[str, Any]) -> Reason:
    """Why a question, asked with these parameters as they are shown, has no rows."""
    cities = session.run("MATCH (c:City) RETURN c.name AS name ORDER BY name").rows
    if not cities:
        return Reason("not_held", "no city's plan is held; load one with `chengce load FILE`")
    if question.name == "shared_parents":
        return _no_shared_parent(session, len(cities), params)
    city = params.get("city")
    if city and question.name in _ANNEX_MAY_SAY:
        signs = _ANNEX_MAY_SAY[question.name]
        annexes = [title for title in _missing_annexes(session, str(city)) if any(sign in title for sign in signs)]
        if annexes:
            listed = "、".join(annexes)
            return Reason("annex_not_held", f"the plan of {city} announces annexes that its file lacks: {listed}")
    if question.name in ("joint_work", "centrality", "responsibilities") and city:
        return Reason("silent", f"the plans of {city} that are held print no responsibility line that says this")
    whose = f"the plans of {city}" if city else f"the plans of the {len(cities)} cities held"
    asked = ", ".join(f"{name}={value}" for name, value in params.items() if value is not None and name != "city")
    return Reason("silent", f"{whose} say nothing of it" + (f" ({asked})" if asked else ""))


def _missing_annexes(session: Session, city: str) -> list[str]:
    query = (
        "MATCH (:City {name: $city})-[:ISSUED]->(:Document)-[r:ANNOUNCES]->(a:Document) WHERE a.held = false "
        "RETURN DISTINCT a.title AS title ORDER BY title"
    )
    return [str(row["title"]) for row in session.run(query, {"city": city}).rows]


def _no_shared_parent(session: Session, cities: int, params: Mapping[str, Any]) -> Reason:
    """Each city names parents of its own; how many in all, so that an empty answer is no missing one."""
    parents = session.run(COUNT_PARENTS).rows[0]["n"]
    level = f" of level {params['level']}" if params.get("level") else ""
    least = params.get("cities") or 2
    text = (
        f"no parent document{level} is named by {least} or more of the {cities} cities held: "
        f"their plans name {parents} parent documents, each city its own; see /api/v1/parents"
    )
    return Reason("silent", text)
