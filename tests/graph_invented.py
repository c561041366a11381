"""Facts of invented plans, for tests of the graph: no text stands behind them."""

import hashlib
from typing import Any

from graph.derived import Derived
from graph.facts import (
    Annex,
    Citation,
    ComponentMention,
    Document,
    Measure,
    ModelMention,
    Place,
    PlanFacts,
    Responsibility,
    Section,
    Target,
)
from graph.vocabulary import ComponentEntry, Entry, IndicatorEntry, ModelEntry, Vocabulary

VOCABULARY = Vocabulary(
    functions=[Entry(key="health", zh="卫生健康", en="Health"), Entry(key="finance", zh="财政", en="Finance")],
    indicators=[IndicatorEntry(key="beds", zh="床位数", en="Beds", unit="张")],
    models=[ModelEntry(key="linked", zh="联动改革", en="Linked reform", origin="甲市", variants=["small"])],
    components=[ComponentEntry(key="buying", zh="采购", en="Buying", model="linked", tier="core", since=2021)],
)
NOTHING = Derived()


def cite(title: str, number: str | None = None, level: str = "national", start: int = 5, **more: Any) -> Citation:
    """A citation in the opening of document d."""
    issuer, relation = more.get("issuer"), more.get("relation", "based_on")
    return Citation(
        measure=more.get("measure", "preamble"), document="d", title=title, number=number, issuer=issuer, level=level,
        relation=relation, start=start, end=start + len(title or number or ""), rule="cited",
    )  # fmt: skip


def document(key: str = "d", **more: Any) -> Document:
    """A plan's document; what is not given is null."""
    values = dict.fromkeys(Document.model_fields) | {
        "key": key, "kind": "action_plan", "title": "甲市健康行动计划", "start": 0, "end": 8, "text_start": 0,
        "text_end": 1000, "rule": "title", "period_start": 2024, "period_end": 2025,
    }  # fmt: skip
    return Document.model_validate(values | more)


def body(measure: str, surface: str, role: str, start: int, **more: Any) -> Responsibility:
    """A body of a responsibility line in 甲市."""
    values = {
        "measure": measure, "surface": surface, "institution": f"甲市{surface}", "role": role, "collective": False,
        "position": 0, "open_list": False, "body": None, "functions": ["health"], "start": start,
        "end": start + len(surface),
        "rule": "line",
    }  # fmt: skip
    return Responsibility.model_validate(values | more)


def target(measure: str | None, indicator: str, value: float, start: int, **more: Any) -> Target:
    """A target of 床位 with ten characters of quote."""
    values = {
        "measure": measure, "indicator": indicator, "indicator_key": "beds", "scope": None, "comparator": ">=",
        "value": value, "value_max": None, "unit": "张", "deadline": 2025, "kind": "count", "strength": "plain",
        "quote": "床位达到一百张以上哦", "start": start, "end": start + 10, "rule": "count",
    }  # fmt: skip
    return Target.model_validate(values | more)


def measure(path: str, start: int, words: str = "推进 改革", **more: Any) -> Measure:
    """A measure of document d, 50 characters long."""
    values = {
        "id": f"d/{path}", "document": "d", "number": path, "title": f"举措{path}", "parents": ["主要任务"],
        "kind": "task", "start": start, "end": start + 50, "section": "d/2",
        "terms": dict.fromkeys(words.split(), 1), "heading": [], "sentences": [], "rule": "leaf",
    }  # fmt: skip
    return Measure.model_validate(values | more)


def plan(key: str = "a", city: str = "甲市", **more: Any) -> PlanFacts:
    """A plan with two measures, two bodies, a target, two citations, a model and a component."""
    sections = [
        Section(
            id=name, document="d", number=number, title=title, parents=[], kind=kind, start=start, own_end=start + 40,
            end=start + 300,
        )
        for name, number, title, kind, start in [
            ("preamble", "", "", "preamble", 0), ("d/1", "一、", "总体要求", "goal", 50),
            ("d/2", "二、", "主要任务", "task", 100),
        ]
    ]  # fmt: skip
    values: dict[str, Any] = {
        "source": f"{key}.txt", "sha256": hashlib.sha256(key.encode()).hexdigest(), "format": "text", "chars": 1000,
        "key": key, "hash": f"hash of {key}", "cut": False, "url": None,
        "place": Place(name=city, code="990100", level="city", province="某省", province_code="990000", basis="given"),
        "documents": [document(title=f"{city}健康行动计划", city=city, province="某省")],
        "sections": sections,
        "measures": [measure("2.1", 140), measure("2.2", 200, "药品 采购")],
        "responsibilities": [
            body("d/2.1", "卫健委", "lead", 170, institution=f"{city}卫健委", body="health"),
            body("d/2.1", "财政局", "participant", 175, institution=f"{city}财政局", functions=["finance"], position=1),
            body("d/2.2", "卫生健康委", "responsible", 230, institution=f"{city}卫生健康委", body="health"),
        ],
        "targets": [target("d/2.1", "床位", 100, 150), target("d/1", "床位", 200, 60)],
        "benchmarks": [],
        "promises": [],
        "citations": [cite("深化改革意见", "国办发〔2021〕9号"), cite("健康规划纲要", start=20)],
        "models": [
            ModelMention(
                measure="d/2.1", model="linked", variant=None, stance="promote", polarity="does", stage="onset",
                stage_rule="stages.onset", quote="联动改革",
                start=160, end=164, rule="model",
            )
        ],
        "models_apart": [], "topics": [],
        "components": [
            ComponentMention(
                measure="d/2.2", model="linked", component="buying", part="volume", polarity="does", quote="采购",
                start=210, end=212, rule="component",
            )
        ],
        "annexes": [Annex(document="d", title="任务分工表", held=False, start=900, end=905)],
        "unread": [], "ignored": {}, "notes": [],
    }  # fmt: skip
    return PlanFacts.model_validate({**values, **more})
