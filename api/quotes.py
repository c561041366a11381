"""Fill the quotes of evidence in full where the plan's text is held; published facts have them cut.

The step after a question: every map that has the keys of evidence, at any depth, gets ``text[start:end]``.
"""

from collections.abc import Callable, Iterator
from typing import Any

from graph.store import Session

_PLACE = {"document", "start", "end", "quote", "cut"}


def fill_quotes(rows: list[dict[str, Any]], session: Session, text: Callable[[str], str | None]) -> None:
    """Change the rows' evidence in place: full quotes, ``cut`` false, where ``text(plan key)`` is held."""
    places = list(_places(rows))
    documents = sorted({str(place["document"]) for place in places})
    if not documents:
        return
    query = "MATCH (d:Document) WHERE d.id IN $ids AND d.plan IS NOT NULL RETURN d.id AS id, d.plan AS plan"
    plans = {str(row["id"]): str(row["plan"]) for row in session.run(query, {"ids": documents}).rows}
    texts = {plan: text(plan) for plan in sorted(set(plans.values()))}
    for place in places:
        held = texts.get(plans.get(str(place["document"]), ""))
        if held is not None and place["start"] is not None and place["end"] is not None:
            place["quote"], place["cut"] = held[place["start"] : place["end"]], False


def _places(value: Any) -> Iterator[dict[str, Any]]:
    """Every map that is a place in a text."""
    if isinstance(value, dict):
        if value.keys() >= _PLACE and isinstance(value["document"], str):
            yield value
        for inner in value.values():
            yield from _places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _places(inner)
