"""A small graph of two invented cities, kept in memory, for the tests of questions and of the API.

甲市 names a lead, a model, a target and a parent; 乙市 has one measure and no responsibility line.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import grafeo

from graph.errors import StoreError
from graph.model import Edge, Graph, Node
from graph.store import Hit, Result

TEXT = "甲市计划。一、推进采购改革（市医保局牵头，市财政局配合）。到2020年达到80%。"

NODES: dict[str, list[dict[str, Any]]] = {
    "Province": [{"id": "p1", "name": "丙省", "code": "990000"}],
    "City": [
        {"id": "c1", "name": "甲市", "code": "990100", "province": "丙省", "basis": "issuer",
         "duty_scope": "comparable", "duty_basis": "lead", "duty_lines": 1},
        {"id": "c2", "name": "乙市", "code": "990200", "province": "丙省", "basis": "issuer",
         "duty_scope": "no_responsibility_lines", "duty_scope_text": "No lines.", "duty_lines": 0},
    ],
    "Document": [
        {"id": "d1", "key": "k1", "title": "甲市计划", "held": True, "kind": "action_plan", "plan": "one", "start": 0,
         "end": 4, "n_measures": 1, "n_bodies": 2, "n_leads": 1, "n_targets": 2, "n_citations": 1, "n_models": 1,
         "period_start": 2018, "period_end": 2020, "level": "city", "url": "https://example.org/1", "rule": "t"},
        {"id": "d2", "key": "k2", "title": "乙市计划", "held": True, "kind": "action_plan", "plan": "two", "start": 0,
         "end": 4, "n_measures": 1, "n_bodies": 0, "n_leads": 0, "n_targets": 0, "n_citations": 0, "n_models": 0,
         "level": "city", "rule": "t"},
        {"id": "d3", "key": "k3", "title": "国家意见", "held": False, "level": "national", "number": "国发〔2018〕1号"},
        {"id": "d4", "key": "k4", "title": "甲市清单", "held": False, "level": "city"},
    ],
    "Section": [{"id": "s1", "title": "目标", "path": "1", "kind": "goal", "start": 5, "end": 8}],
    "Measure": [
        {"id": "m1", "key": "one/d/1", "title": "推进采购改革", "path": "1", "number": "一、", "parents": ["任务"],
         "kind": "task", "city": "甲市", "start": 5, "end": 29, "chars": 24, "search_text": "推进 改革 采购",
         "n_bodies": 2, "n_leads": 1, "n_targets": 1, "n_citations": 1, "n_models": 1, "rule": "t"},
        {"id": "m2", "key": "two/d/1", "title": "加强学习", "path": "1", "number": "一、", "parents": [],
         "kind": "task", "city": "乙市", "start": 5, "end": 20, "chars": 15, "search_text": "加强 学习",
         "n_bodies": 0, "n_leads": 0, "n_targets": 0, "n_citations": 0, "n_models": 0, "rule": "t"},
    ],
    "Institution": [
        {"id": "i1", "name": "甲市医保局", "city": "甲市", "surfaces": ["市医保局"], "collective": False, "degree": 1,
         "centrality": 1.0, "betweenness": 0.0},
        {"id": "i2", "name": "甲市财政局", "city": "甲市", "surfaces": ["市财政局"], "collective": False, "degree": 1,
         "centrality": 1.0, "betweenness": 0.0},
    ],
    "Function": [
        {"id": "f1", "key": "insurance", "name": "医保", "en": "Medical insurance"},
        {"id": "f2", "key": "finance", "name": "财政", "en": "Finance"},
    ],
    "Lever": [{"id": "v1", "key": "joint", "name": "联合采购", "en": "Joint buying", "topic": "buying_topic"},
              {"id": "v2", "key": "alone", "name": "自行采购", "en": "Buying alone", "topic": "buying_topic"}],
    "Theme": [{"id": "h1", "key": "joint_theme", "name": "联合采购", "basis": "lever", "cities": 2, "measures": 2,
               "rule": "themes.centre"}],
    "Indicator": [{"id": "n1", "key": "share", "name": "采购占比", "en": "Share bought jointly", "unit": "%"}],
    "Target": [
        {"id": "t1", "wording": "占比>=80%", "indicator": "占比", "comparator": ">=", "value": 80.0, "unit": "%",
         "deadline": 2020, "period_end": 2020, "kind": "percent", "strength": "plain", "city": "甲市", "start": 30,
         "end": 40, "quote": "到2020年达到80%", "cut": True, "rule": "t"},
        {"id": "t2", "wording": "药店=2家", "indicator": "药店", "comparator": "=", "value": 2.0, "unit": "家",
         "period_end": 2020, "kind": "count", "strength": "plain", "city": "甲市", "start": 5, "end": 8,
         "quote": "一、推", "cut": False, "rule": "t"},
    ],
    "Model": [{"id": "x1", "key": "first_model", "name": "第一模式", "en": "The first model"}],
    "Topic": [
        {"id": "o1", "key": "medicines", "name": "药品", "en": "Medicines", "level": "field",
         "who": ["medical_products"]},
        {"id": "o2", "key": "buying_topic", "name": "药品采购", "en": "Buying", "level": "topic", "definition": "How.",
         "who": ["medical_products"], "levers": ["joint"], "lever_names": ["joint 联合采购"]},
    ],
    "Component": [
        {"id": "k1", "key": "buying", "model": "first_model", "name": "采购", "en": "Buying", "tier": "core"},
        {"id": "k2", "key": "paying", "model": "first_model", "name": "支付", "en": "Paying", "tier": "core"},
    ],
}  # fmt: skip

READ = {"start": 5, "end": 13, "quote": "一、推进采购改革", "cut": True, "rule": "t"}
EDGES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("c1", "IN_PROVINCE", "p1", {}), ("c2", "IN_PROVINCE", "p1", {}),
    ("c1", "ISSUED", "d1", {}), ("c2", "ISSUED", "d2", {}),
    ("d1", "HAS_SECTION", "s1", {}), ("d1", "HAS_MEASURE", "m1", {}), ("d2", "HAS_MEASURE", "m2", {}),
    ("i1", "OF_CITY", "c1", {}), ("i2", "OF_CITY", "c1", {}), ("i1", "PERFORMS", "f1", {}),
    ("i2", "PERFORMS", "f2", {}),
    ("i1", "RESPONSIBLE_FOR", "m1", {"id": "r1", "role": "lead", "surface": "市医保局", "position": 0, **READ}),
    ("i2", "RESPONSIBLE_FOR", "m1", {"id": "r2", "role": "participant", "surface": "市财政局", "position": 1, **READ}),
    ("i1", "WORKS_WITH", "i2", {"measures": 1, "rule": "w"}),
    ("m1", "SETS", "t1", {"id": "r3", **READ}), ("s1", "SETS", "t2", {"id": "r4", **READ}),
    ("t1", "QUANTIFIES", "n1", {}),
    ("d1", "CITES", "d3", {"id": "r5", "relation": "based_on", "level": "national", **READ}),
    ("m1", "CITES", "d4", {"id": "r7", "relation": "implements", "level": "city", **READ}),
    ("m1", "REFERS_TO", "x1", {"id": "r6", "stance": "promote", "polarity": "does", **READ}),
    ("x1", "HAS_COMPONENT", "k1", {"tier": "core"}), ("x1", "HAS_COMPONENT", "k2", {"tier": "core"}),
    ("o2", "BROADER", "o1", {}),
    ("m1", "ABOUT", "o2", {"primary": True, "score": 10.0, "share": 1.0, "levers": ["joint"],
                            "place": "heading", **READ}),
    ("c1", "TREATS", "o2", {"status": "present", "measures": 1, "primary": 1, "passing": 0, "per_ten_measures": 10.0,
                            "per_10k_chars": 416.666667, "rule": "t"}),
    ("c2", "TREATS", "o2", {"status": "silent", "reason": "silent", "reason_text": "No measure.", "measures": 0,
                            "primary": 0, "passing": 0, "per_ten_measures": 0.0, "per_10k_chars": 0.0, "rule": "t"}),
    ("m1", "DOES", "k1", {"status": "done", **READ}),
    ("c1", "COVERS", "k1", {"status": "done", "rule": "a"}),
    ("c1", "COVERS", "k2", {"status": "empty", "reason": "silent", "rule": "a"}),
    ("c2", "COVERS", "k1", {"status": "empty", "reason": "silent", "rule": "a"}),
    ("c2", "COVERS", "k2", {"status": "empty", "reason": "silent", "rule": "a"}),
    ("c1", "ADOPTS", "x1", {"grade": "named", "named": "act", "rule": "a"}),
    ("c2", "ADOPTS", "x1", {"grade": "silent", "named": "no", "rule": "a"}),
]  # fmt: skip


def as_graph() -> Graph:
    """The same graph as a store takes it in."""
    plain = {
        label: [{k: tuple(v) if isinstance(v, list) else v for k, v in node.items()} for node in nodes]
        for label, nodes in NODES.items()
    }
    nodes = {node["id"]: Node(label, node["id"], node) for label, found in plain.items() for node in found}
    edges = {}
    for source, kind, target, properties in EDGES:
        key = str(properties.get("id", f"{source}-{kind}-{target}"))
        edges[key] = Edge(kind, key, source, target, properties)
    return Graph(nodes, edges)


class SmallSession:
    """A reading session of the small graph."""

    release = "small-1"

    def __init__(self, db: Any) -> None:
        self.db = db

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> Result:
        try:
            found = self.db.execute_cypher(cypher, dict(params or {}))
        except grafeo.GrafeoError as error:
            raise StoreError(str(error)) from error
        return Result(tuple(found.columns), list(found))

    def search(self, words: Sequence[str], limit: int = 100) -> list[Hit]:
        return []


class SmallStore:
    """A store of the small graph: the part of the Store protocol that reading needs."""

    def __init__(self, path: str | None = None) -> None:
        db = grafeo.GrafeoDB(path)
        for label, nodes in NODES.items():
            for node in nodes:
                db.execute_cypher(f"CREATE (n:{label}) SET n += $p", {"p": node})
        for source, kind, target, properties in EDGES:
            db.execute_cypher(
                f"MATCH (a {{id: $a}}), (b {{id: $b}}) CREATE (a)-[r:{kind}]->(b) SET r += $p",
                {"a": source, "b": target, "p": properties},
            )
        self.session = SmallSession(db)

    @contextmanager
    def reading(self) -> Iterator[SmallSession]:
        yield self.session

    def release(self) -> str:
        return self.session.release

    def text(self, key: str) -> str | None:
        return TEXT if key == "one" else None
