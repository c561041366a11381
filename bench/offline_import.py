"""How long an offline import takes: writing our files, importing them, beside neo4j-admin on bare files of the rows.

    python bench/offline_import.py SCRIPT [--nodes N]

SCRIPT runs neo4j-admin: `SCRIPT import --nodes=… --relationships=…` (shared/neo4j/neo4j.sh does). The rows are
invented: measures with targets, institutions and models, three edges a node. Prints seconds and ratios of one run.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from graph.model import Edge, Graph, Node
from graph.neo4j_import import options, write_import
from graph.ontology import ontology

BODIES, MODELS = 2_000, 30


def invented(nodes: int) -> Graph:
    """A graph of about this many nodes and three times as many edges."""
    graph = Graph()
    for number in range(MODELS):
        own = f"model-{number:016x}"
        graph.nodes[own] = Node("Model", own, {"id": own, "key": f"model{number}", "name": f"模式{number}"})
    for number in range(BODIES):
        own = f"institution-{number:016x}"
        body = {"id": own, "name": f"某市第{number}局", "city": f"某市{number % 300}", "collective": False}
        graph.nodes[own] = Node("Institution", own, body)
    for number in range((nodes - BODIES - MODELS) // 2):
        add_measure(graph, number)
    return graph


def add_measure(graph: Graph, number: int) -> None:
    """A measure, its target, and the edges of both."""
    measure, target = f"measure-{number:016x}", f"target-{number:016x}"
    place = {"start": number, "end": number + 60}
    graph.nodes[measure] = Node(
        "Measure", measure,
        {"id": measure, "key": f"plan/d/{number}", "title": f"推进第{number}项服务", "path": str(number),
         "kind": "task", "parents": ("主要任务", "服务体系"),
         "chars": 60, "search_text": "推进 服务 建设", "n_bodies": 4, "n_leads": 1,
         "n_targets": 1, "n_citations": 0, "n_models": 1, **place},
    )  # fmt: skip
    graph.nodes[target] = Node(
        "Target", target,
        {"id": target, "wording": f"达到{number % 100}%", "indicator": "覆盖率", "value": number % 100 + 0.5,
         "unit": "%", "comparator": ">=", "kind": "percent", "deadline": 2025, "strength": "plain",
         "rule": "invented", **place},
    )  # fmt: skip
    own = f"sets-{number:016x}"
    graph.edges[own] = Edge("SETS", own, measure, target, {"id": own, "rule": "invented", **place})
    for turn in range(4):
        own = f"responsible_for-{number * 4 + turn:016x}"
        said = {
            "id": own,
            "role": "lead" if turn == 0 else "participant",
            "position": turn,
            "rule": "invented",
            **place,
        }
        body = f"institution-{(number * 7 + turn) % BODIES:016x}"
        graph.edges[own] = Edge("RESPONSIBLE_FOR", own, body, measure, said)
    own = f"refers_to-{number:016x}"
    said = {"id": own, "stance": "promote", "rule": "invented", **place}
    graph.edges[own] = Edge("REFERS_TO", own, measure, f"model-{number % MODELS:016x}", said)


def write_bare(graph: Graph, folder: Path) -> None:
    """The same rows as a csv writer alone gives them: no types but numbers, no quotes that need not be."""
    folder.mkdir()
    files: dict[str, tuple[list[str], list[list[object]]]] = {}
    for node in graph.nodes.values():
        names = [name for name in node.properties if name != "id"]
        head, rows = files.setdefault(f"--nodes={node.label}", ([f"id:ID({node.label})", *names], []))
        rows.append([node.id, *(_bare(node.properties[name]) for name in names)])
    for edge in graph.edges.values():
        ends = graph.nodes[edge.source].label, graph.nodes[edge.target].label
        names = list(edge.properties)
        head = [f":START_ID({ends[0]})", f":END_ID({ends[1]})", *names]
        rows = files.setdefault(f"--relationships={edge.kind}", (head, []))[1]
        rows.append([edge.source, edge.target, *(_bare(edge.properties[name]) for name in names)])
    for option, (head, rows) in files.items():
        path = folder / f"{option.partition('=')[2]}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *rows])


def _bare(value: object) -> object:
    return ";".join(value) if isinstance(value, tuple) else value


def timed(step: Callable[[], object]) -> float:
    """Seconds of a step."""
    began = time.perf_counter()
    step()
    return time.perf_counter() - began


def importing(script: Path, words: list[str]) -> float:
    """Seconds of neo4j-admin for these files."""
    return timed(lambda: subprocess.run([script, "import", *words], check=True, stdout=subprocess.DEVNULL))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("script", type=Path)
    parser.add_argument("--nodes", type=int, default=1_000_000)
    chosen = parser.parse_args()
    if not chosen.script.is_file():
        sys.exit(f"{chosen.script}: no script is here; name one that runs neo4j-admin")
    graph = invented(chosen.nodes)
    with tempfile.TemporaryDirectory() as temporary:
        ours, bare = Path(temporary) / "ours", Path(temporary) / "bare"
        writing = timed(lambda: write_import(graph, [], ours, ontology()))
        bare_writing = timed(lambda: write_bare(graph, bare))
        by_ends = {(e.kind, graph.nodes[e.source].label, graph.nodes[e.target].label) for e in graph.edges.values()}
        labels = sorted({node.label for node in graph.nodes.values()})
        words = [*options(ours), *(f"--nodes={label}={ours / label}.csv" for label in labels)]
        words += [f"--relationships={ends[0]}={ours / '.'.join(ends)}.csv" for ends in sorted(by_ends)]
        seconds = importing(chosen.script, words)
        own = importing(chosen.script, bare_words(bare))
    print(f"{len(graph.nodes):,} nodes, {len(graph.edges):,} edges")
    print(f"import: ours {seconds:.1f} s, bare files {own:.1f} s, ratio {seconds / own:.2f}")
    print(f"writing: ours {writing:.1f} s, bare files {bare_writing:.1f} s; ours to neo4j-admin {writing / own:.2f}")


def bare_words(folder: Path) -> list[str]:
    """The options of neo4j-admin for the bare files."""
    known = ontology()
    return [
        f"--{'nodes' if path.stem in known.classes else 'relationships'}={path.stem}={path}"
        for path in sorted(folder.glob("*.csv"))
    ]


if __name__ == "__main__":
    main()
