"""Invented plans of one section with measures, for the tests of responsibility lines, and places of every level."""

from typing import Literal

from graph.facts import Document, Place
from loaders.fold import fold
from loaders.plan import Plan, Section, Source


def place(name: str, level: Literal["province", "city", "county"]) -> Place:
    """A place without a code, of 某省."""
    return Place(name=name, code=None, level=level, province="某省", province_code=None, basis="given")


CITY = place("某市", "city")
PROVINCE = place("某省", "province")
PREFECTURE = place("某某自治州", "city")
LEAGUE = place("某某盟", "city")
REGION = place("某某自治区", "province").model_copy(update={"province": "某某自治区"})
DISTRICT = place("某区", "county")
COUNTY = place("某县", "county")


def document(issuer: str | None) -> Document:
    """The record of a plan with this issuer."""
    return Document(
        key="d", kind="implementation_plan", title=None, city="某市", province="某省", issuer=issuer, doc_number=None,
        index_number=None, date_issued=None, date_published=None, period_start=None, period_end=None,
        contained_in=None, start=0, end=0, text_start=0, text_end=0, rule="test",
    )  # fmt: skip


def plan(*texts: str, place: Place = CITY, above: str = "", issuer: str | None = "某市人民政府") -> Plan:
    """A plan with a section above (its own words ``above``) and a measure for each text."""
    text, sections = above, []
    whole = len(above) + sum(map(len, texts))
    for number, words in enumerate(texts, 1):
        start = len(text)
        text += words
        sections.append(
            Section(
                id=f"d/1.{number}", document="d", number="", title="", parents=(), kind="task", is_measure=True,
                above="d/1", start=start, title_start=start, body=start, own_end=len(text), end=len(text), rule="test",
            )
        )  # fmt: skip
    top = Section(
        id="d/1", document="d", number="", title="", parents=(), kind="task", is_measure=False, above=None,
        start=0, title_start=0, body=0, own_end=len(above), end=whole, rule="test",
    )  # fmt: skip
    source = Source("text", "txt", text, fold(text), "")
    return Plan(source, place, (document(issuer),), (top, *sections))
