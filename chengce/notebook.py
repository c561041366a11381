"""For notebooks (extra ``notebook``): py2neo's Graph on a store's server, object classes made from ontology.yaml, and
answers as data frames.

py2neo has ended. Over Bolt its running, matching, merging, bulk functions, object classes and data frames work on Neo4j
5.26; what does not is said in one sentence where it is asked for, with what the official driver does instead.
"""

from typing import Any, NoReturn

import pandas as pd
import py2neo
from py2neo import ogm

from chengce.errors import UserError
from chengce.settings import settings
from graph.neo4j_address import is_neo4j, read_address
from graph.ontology import NodeClass, Ontology, ontology
from graph.run import Answer


class PlanGraph(py2neo.Graph):  # type: ignore[misc]
    """py2neo's Graph on the database of a store. Raises UserError for an address that py2neo cannot use."""

    def __init__(self, address: str | None = None) -> None:
        place = address or settings().store
        if not is_neo4j(place):
            raise UserError(
                f"{place.partition('?')[0]}: py2neo speaks Bolt alone, wanted neo4j://… or bolt://…; "
                "for a folder use chengce.open(), for http:// nothing but Bolt is served by Neo4j 5"
            )
        parts = read_address(place)
        auth = {"auth": (parts.user, parts.password)} if parts.user else {}
        super().__init__(parts.uri.replace("neo4j", "bolt", 1), name=parts.database, **auth)

    @property
    def schema(self) -> NoReturn:
        """Indexes and constraints: what py2neo asks for was taken out of Neo4j 5."""
        raise UserError(
            "py2neo cannot list, make or drop indexes and constraints on Neo4j 5; run `SHOW INDEXES` or "
            "`CREATE INDEX …` with graph.run(…) or with the official driver's execute_query(…)"
        )

    @schema.setter
    def schema(self, value: object) -> None:
        """py2neo sets it at the start; it would fail at every use."""


def classes() -> dict[str, type]:
    """A py2neo object class for each class of the ontology, by name: ``classes()["City"].match(graph).first()``.

    A relation is an attribute with its name on the class that it leaves, and with ``_from`` after its name on the class
    that it reaches. Where several classes are at the other end, Cypher is the way and there is no attribute.
    """
    known = ontology()
    made = {one.name: _class(one) for one in known.classes.values()}
    for kind, relation in known.relations.items():
        for source, target in relation.ends:
            if _others(known, kind, source, 0) == {target}:
                setattr(made[source], kind, ogm.RelatedTo(made[target], kind))
            if _others(known, kind, target, 1) == {source}:
                setattr(made[target], f"{kind}_from", ogm.RelatedFrom(made[source], kind))
    return made


def _class(one: NodeClass) -> type:
    properties: dict[str, Any] = {name: ogm.Property(key=name) for name in one.properties}
    keys = {"__primarylabel__": one.name, "__primarykey__": "id", "__doc__": one.says}
    return type(one.name, (ogm.GraphObject,), {**properties, **keys})


def _others(known: Ontology, kind: str, label: str, side: int) -> set[str]:
    """The classes at the other end of a relation from this class."""
    return {ends[1 - side] for ends in known.relations[kind].ends if ends[side] == label}


def frame(answer: Answer) -> pd.DataFrame:
    """The rows of an answer as a data frame, a column for each of the question's."""
    return pd.DataFrame(answer.rows, columns=list(answer.rows[0]) if answer.rows else None)
