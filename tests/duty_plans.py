"""Invented plans that hold nothing but responsibility lines, for tests of who does what."""

from collections.abc import Iterable
from typing import Any

from graph.facts import Place, PlanFacts, Responsibility
from tests.graph_invented import measure, plan


def said(line: str, words: str, city: str = "甲市") -> list[Responsibility]:
    """The records of a line in short: 卫健委=health_commission/health is a body with its key and function in the
    codebook; a mark at the end: it leads (*), stands in a list that goes on with 等 (…), or is a collective (+)."""
    found = []
    for position, word in enumerate(words.split()):
        bare, marks = word.rstrip("*…+"), word[len(word.rstrip("*…+")) :]
        name, _, function = bare.partition("/")
        name, _, body = name.partition("=")
        led = "*" in words
        found.append(
            Responsibility(
                measure=line, surface=name, institution=f"{city}{name}", collective="+" in marks,
                role="lead" if "*" in marks else "participant" if led else "responsible", position=position,
                open_list="…" in marks, body=body or None,
                functions=function.split(",") if function else [],
                start=position, end=position + 1, rule="test",
            )
        )  # fmt: skip
    return found


def duties(lines: dict[str, str], city: str = "甲市", key: str = "", **more: Any) -> PlanFacts:
    """The plan of a city whose measures have these lines, by measure."""
    place = Place(name=city, code="990100", level="city", province="某省", province_code="990000", basis="given")
    records: Iterable[Responsibility] = [one for line, words in lines.items() for one in said(line, words, city)]
    empty = {name: [] for name in ("targets", "citations", "models", "components", "annexes")}
    measures = [measure(line.removeprefix("d/"), 10 * at) for at, line in enumerate(lines)]
    values = {"place": place, "responsibilities": list(records), "measures": measures, **empty, **more}
    return plan(key or city, city, **values)
