"""Why an answer has no rows: one code and one sentence, looked up in the graph.

silent: the plans held say nothing of it · not_comparable: they do, and it was refused · annex_not_held: an annex that
would say it was announced and is missing · not_held: no plan is held. A cell of a comparison has its own reason in its
row (not_read, out_of_scope too).
What is special to a question stands in its header, in the lines ``silent``, ``annex`` and ``refused``.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from graph.questions import Question
from graph.run import Reason
from graph.store import Session

ANNEXES = """MATCH (c:City)-[:ISSUED]->(:Document)-[r:ANNOUNCES]->(a:Document)
WHERE a.held = false AND c.name = $city
RETURN DISTINCT a.title AS title ORDER BY title"""
"""The annexes that a city's plans announce and their files lack."""
REFUSED = """MATCH (c:City)-[k:COMMITS_TO]->(:Yardstick)-[:OF_INDICATOR]->(n:Indicator)
WHERE k.refusal IS NOT NULL AND ($city IS NULL OR c.name = $city)
  AND ($indicator IS NULL OR n.key = $indicator OR COUNT { (n)-[:BROADER]->(:Indicator {key: $indicator}) } > 0)
RETURN k.refusal AS code
UNION ALL
MATCH (c:City)-[:ISSUED]->(:Document)-[:HAS_MEASURE|HAS_SECTION*0..1]->()-[:AIMS_AT]->(a:Benchmark)
MATCH (a)-[:QUANTIFIES]->(n:Indicator)
WHERE ($city IS NULL OR c.name = $city)
  AND ($indicator IS NULL OR n.key = $indicator OR COUNT { (n)-[:BROADER]->(:Indicator {key: $indicator}) } > 0)
RETURN 'benchmark_only' AS code"""
"""Why commitments that are held compare with no other city's, one row each."""


def reason(session: Session, question: Question, params: Mapping[str, Any]) -> Reason:
    """Why a question, asked with these parameters as they are shown, has no rows."""
    cities = session.run("MATCH (c:City) RETURN c.name AS name ORDER BY name").rows
    if not cities:
        return Reason("not_held", "no city's plan is held; load one with `chengce load FILE`")
    city = params.get("city")
    if question.refused:
        given = {"city": city, "indicator": params.get("indicator")}
        codes = Counter(str(row["code"]) for row in session.run(REFUSED, given).rows)
        if codes:
            listed = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
            return Reason(
                "not_comparable",
                f"{codes.total()} commitments to it are held, and none is comparable ({listed}); "
                f"see {question.refused} and commitments",
            )
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
