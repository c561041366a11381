"""How long the graph of many plans takes: deriving, assembling, writing, reading back.

    python bench/many_plans.py [PLANS] [--profile]

The plans are those of data/ under the names of invented cities. Prints seconds and rows (nodes and edges) a second of
each step, and how many times a bare batch write of the same rows the step takes: the same run, so the same machine.
"""

import argparse
import cProfile
import json
import pstats
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import grafeo

from chengce.library import published
from chengce.vocabulary import vocabulary
from compare import derive
from graph.assemble import assemble
from graph.facts import PlanFacts
from graph.grafeo_file import GrafeoFile, write_file
from graph.model import Graph
from graph.ontology import ontology

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def invented(plan: PlanFacts, number: int) -> PlanFacts:
    """This plan as that of another city. It prints no number, which would make one document of two."""
    city = f"{STEMS[number % 10]}{BRANCHES[number // 10 % 12]}{'某' * (number // 120)}市"
    data = json.loads(plan.model_dump_json().replace(plan.place.name, city))
    data |= {"key": f"plan-{number:04}", "hash": f"invented {number}"}
    data["place"]["code"] = f"99{number:04}"
    for document in data["documents"]:
        document["doc_number"] = None
    return PlanFacts.model_validate(data)


def shortened(plan: PlanFacts, first: int, most: int) -> PlanFacts:
    """A plan with at most so many of its measures from about ``first`` on, and what is said in them or in none."""
    place = first % max(1, len(plan.measures) - most)
    kept: dict[str, object] = {"measures": plan.measures[place : place + most]}
    gone = {one.id for one in plan.measures} - {one.id for one in plan.measures[place : place + most]}
    for name, field in PlanFacts.model_fields.items():
        if name != "measures" and str(field.annotation).startswith("list[graph"):
            kept[name] = [one for one in getattr(plan, name) if getattr(one, "measure", None) not in gone]
    return plan.model_copy(update=kept)


def timed[T](step: Callable[[], T]) -> tuple[T, float]:
    """What the step gives, and its seconds."""
    began = time.perf_counter()
    found = step()
    return found, time.perf_counter() - began


def bare_write(graph: Graph, path: Path) -> float:
    """Seconds that the engine takes for the same rows with nothing else: no indexes, no constraints."""
    by_label = defaultdict[str, list[str]](list)
    for own, node in graph.nodes.items():
        by_label[node.label].append(own)

    def listed(properties: object) -> dict[str, object]:
        return {k: list(v) if isinstance(v, tuple) else v for k, v in dict(properties).items()}  # type: ignore[call-overload]

    rows = {label: [listed(graph.nodes[own].properties) for own in ids] for label, ids in by_label.items()}
    properties = {own: listed(edge.properties) for own, edge in graph.edges.items()}
    began = time.perf_counter()
    database, places = grafeo.GrafeoDB(str(path)), dict[str, int]()
    for label, ids in by_label.items():
        places |= dict(zip(ids, database.batch_create_nodes_with_props(label, rows[label]), strict=True))
    database.batch_create_edges(
        [(places[one.source], places[one.target], one.kind, properties[own]) for own, one in graph.edges.items()]
    )
    database.close()
    return time.perf_counter() - began


def read_back(path: Path) -> Graph:
    """The graph of a file."""
    file = GrafeoFile(path)
    try:
        return file.graph(ontology())
    finally:
        file.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", type=int, nargs="?", default=50)
    parser.add_argument("--profile", action="store_true", help="where assembling spends its time")
    options = parser.parse_args()
    real, words = published(), vocabulary()
    plans = [invented(real[number % len(real)], number) for number in range(options.plans)]
    with tempfile.TemporaryDirectory() as folder:
        derived, deriving = timed(lambda: derive(plans))
        profile = cProfile.Profile()
        if options.profile:
            profile.enable()
        graph, assembling = timed(lambda: assemble(plans, derived, words))
        profile.disable()
        path = Path(folder) / "graph"
        _, writing = timed(lambda: write_file(graph, path, ontology()))
        again, reading = timed(lambda: read_back(path))
        bare = bare_write(graph, Path(folder) / "bare")
    rows = len(graph.nodes) + len(graph.edges)
    print(f"{len(plans)} plans: {len(graph.nodes)} nodes, {len(graph.edges)} edges; read back equal: {again == graph}")
    steps = {
        "bare write": bare,
        "derive": deriving,
        "assemble": assembling,
        "write_file": writing,
        "read back": reading,
    }
    for name, seconds in steps.items():
        print(f"{name:11} {seconds:7.2f} s {rows / seconds:9.0f} rows/s {seconds / bare:6.2f} × a bare write")
    if options.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(20)


if __name__ == "__main__":
    main()
