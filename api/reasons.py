"""Why an answer has no rows: one code and one sentence, looked up in the graph.

silent: the plans held say nothing of it · annex_not_held: an annex that would say it was announced and is missing ·
not_held: no plan is held. A cell of a comparison has its own reason in its row (not_read, out_of_scope too).
What is special to a question stands in its header, in the lines ``silent`` and ``annex``.
"""

from collections.abc import Mapping
from typing import Any

from graph.questions import Question
from graph.run import Reason
from graph.store import Session

ANNEXES = """MATCH (c:City)-[:ISSUED]->(:Document)-[r:ANNOUNCES]->(a:Document)
WHERE a.held = false AND c.name = $city
RETURN DISTINCT a.title AS title ORDER BY title"""
"""The annexes that a city's plans announce and their files lack."""


def reason(session: Session, question: Question, params: Mapping[str, Any]) -> Reason:
    """Why a question, asked with these parameters as they are shown, has no rows."""
    cities = session.run("MATCH (c:City) RETURN c.name AS name ORDER BY name").rows
    if not cities:
        return Reason("not_held", "no city's plan is held; load one with `chengce load FILE`")
    city = params.get("city")
    if city and question.annex:
        missing = [str(row["title"]) for row in session.run(ANNEXES, {"city": city}).rows]
        listed = "、".join(title for title in missing if any(word in title for word in question.annex))
        if listed:
            return Reason("annex_not_held", f"the plan of {city} announces annexes that its file lacks: {listed}")
    whose = f"the plans of {city}" if city else f"the plans of the {len(cities)} cities held"
    if question.silent:
        filled = {"whose": whose, **{name: "any" if value is None else value for name, value in params.items()}}
        return Reason("silent", question.silent.format_map(filled))
    asked = ", ".join(f"{name}={value}" for name, value in params.items() if value is not None and name != "city")
    return Reason("silent", f"{whose} say nothing of it" + (f" ({asked})" if asked else ""))
