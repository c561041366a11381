"""What analysts use in notebooks, on a real server: py2neo's surface, object classes, data frames, the notebooks."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chengce.errors import UserError
from chengce.library import Library, build, published
from graph import open_store
from graph.ontology import ontology
from tests.conftest import ROOT
from tests.engines import emptied, server

pytestmark = [pytest.mark.neo4j, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with Library(open_store(emptied(server()), rebuild=build)) as library:
        library.put(published())
        yield library


@pytest.fixture(scope="module")
def graph(library: Library) -> Any:
    from chengce.notebook import PlanGraph  # noqa: PLC0415 - an extra

    return PlanGraph(server())


def test_rows_matches_and_data_frames(graph: Any) -> None:
    names = sorted(plan.place.name for plan in published())
    assert sorted(row["n"] for row in graph.run("MATCH (c:City) RETURN c.name AS n").data()) == names
    assert sorted(node["name"] for node in graph.nodes.match("City")) == names
    frame = graph.run("MATCH (c:City) RETURN c.name AS name, c.code AS code").to_data_frame()
    assert sorted(frame["name"]) == names and list(frame.columns) == ["name", "code"]


def test_own_data_is_written_merged_in_bulk_and_taken_out(graph: Any) -> None:
    from py2neo import Node, Relationship  # noqa: PLC0415
    from py2neo.bulk import create_nodes, merge_nodes  # noqa: PLC0415

    city = graph.nodes.match("City").first()
    note = Node("Note", key="n1", words="mine")
    graph.create(Relationship(note, "ON", city))
    graph.merge(Node("Note", key="n1", words="again"), "Note", "key")
    create_nodes(graph.auto(), [["n2"], ["n3"]], labels={"Note"}, keys=["key"])
    merge_nodes(graph.auto(), [["n3"], ["n4"]], ("Note", "key"), keys=["key"])
    tx = graph.begin()
    tx.run("MATCH (n:Note {key: 'n4'}) SET n.day = date('2024-05-06')")
    graph.commit(tx)
    assert str(graph.evaluate("MATCH (n:Note {key: 'n4'}) RETURN n.day")) == "2024-05-06"
    assert graph.evaluate("MATCH (n:Note) RETURN count(n)") == 4
    graph.run("MATCH (n:Note) DETACH DELETE n")


def test_object_classes_are_those_of_the_ontology(graph: Any, library: Library) -> None:
    from chengce.notebook import classes  # noqa: PLC0415

    made = classes()
    assert made.keys() == ontology().classes.keys()
    rows = library.store.run("MATCH (c:City)-[:ADOPTS]->(m:Model) RETURN c.name AS city, m.key AS model").rows
    pairs = {(city.name, model.key) for city in made["City"].match(graph) for model in city.ADOPTS}
    assert pairs == {(row["city"], row["model"]) for row in rows}
    measure = made["Measure"].match(graph).where("_.n_bodies > 1").first()
    asked = "MATCH (i:Institution)-[:RESPONSIBLE_FOR]->(m:Measure {id: $id}) RETURN DISTINCT i.name AS n"
    assert {one.name for one in measure.RESPONSIBLE_FOR_from} == {
        row["n"] for row in library.store.run(asked, {"id": measure.id}).rows
    }


def test_an_answer_is_a_data_frame(library: Library) -> None:
    from chengce.notebook import frame  # noqa: PLC0415

    answer = library.ask("cities")
    assert list(frame(answer)["city"]) == [row["city"] for row in answer.rows]


@pytest.mark.parametrize("place", ["http://127.0.0.1:7474", "folder/of/mine"])
def test_what_py2neo_cannot_reach_is_one_sentence(place: str) -> None:
    from chengce.notebook import PlanGraph  # noqa: PLC0415

    with pytest.raises(UserError, match="speaks Bolt alone"):
        PlanGraph(place)


def test_what_py2neo_cannot_do_is_one_sentence(graph: Any) -> None:
    with pytest.raises(UserError, match="official driver"):
        graph.schema.get_indexes("City")


@pytest.mark.parametrize("name", ["driver", "py2neo"])
def test_a_notebook_runs_from_its_first_cell_to_its_last(library: Library, name: str) -> None:
    import nbformat  # noqa: PLC0415
    from nbclient import NotebookClient  # noqa: PLC0415

    assert os.environ["NEO4J_URI"] == server()
    notebook = nbformat.read(Path(ROOT / "docs" / "notebooks" / f"{name}.ipynb"), as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "saved without outputs"
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(ROOT)}}).execute()
    shown = [out for cell in notebook.cells for out in cell.get("outputs", [])]
    assert len(shown) >= 3 and any(published()[0].place.name in str(out) for out in shown)
