"""How fast the store on a Neo4j server loads and answers, beside the drivers' own ways, on the same server and rows.

    python bench/on_neo4j.py [--plans N] [--rounds N]     wants an empty server at NEO4J_URI (`make bench-neo4j`)

Online: rows a second of our load, of the bare driver's UNWIND … MERGE and of py2neo's bulk merge, in turn, with the
same rows, batches and constraints; the ratio is ours to the better of the two. Ours begins with the graph: it looks for
what is there, takes the difference, and keeps each plan within one transaction; while one is committed, the next is
sent. The other two begin with rows that are ready and have a transaction a batch, one after the other.
Then a second load of unchanged facts, and p50 and p95 of every question on both engines beside the bare driver.
Everything on one warmed server.
"""

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import neo4j
import py2neo
from py2neo.bulk import merge_nodes, merge_relationships

from bench.many_plans import invented
from chengce.library import Library, build, published, runner, words
from graph import open_store
from graph.generate import write_class, write_relation
from graph.model import Graph
from graph.neo4j_steps import batches, edge_row, node_row
from graph.neo4j_writer import BATCH
from graph.ontology import ontology
from graph.questions import Question
from graph.store import Session

type Rows = dict[str, list[dict[str, object]]]
type EdgeRows = dict[tuple[str, str, str], list[dict[str, object]]]
type Triple = tuple[object, dict[str, object], object]


def rows_of(graph: Graph) -> tuple[Rows, EdgeRows]:
    """The graph as rows by class and by relation with its two classes, as our write queries take them."""
    nodes: Rows = defaultdict(list)
    edges: EdgeRows = defaultdict(list)
    for node in graph.nodes.values():
        nodes[node.label].append(node_row(node))
    for edge in graph.edges.values():
        ends = (edge.kind, graph.nodes[edge.source].label, graph.nodes[edge.target].label)
        edges[ends].append(edge_row(edge))
    return nodes, edges


def py2neo_rows(nodes: Rows, edges: EdgeRows) -> tuple[Rows, dict[tuple[str, str, str], list[Triple]]]:
    """The same rows as py2neo's bulk functions take them: keys among the properties, edges as triples."""
    flat = {label: [row["props"] for row in rows] for label, rows in nodes.items()}
    triples = {ends: [(row["source"], row["props"], row["target"]) for row in rows] for ends, rows in edges.items()}
    return flat, triples  # type: ignore[return-value]


def wipe(driver: neo4j.Driver) -> None:
    """Take all data out; constraints and indexes stay."""
    while driver.execute_query("MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS n").records[0]["n"]:
        pass


def _send(tx: neo4j.ManagedTransaction, query: str, rows: list[dict[str, object]]) -> None:
    tx.run(query, rows=rows).consume()


def with_driver(driver: neo4j.Driver, nodes: Rows, edges: EdgeRows) -> None:
    """The bare driver: our own statements, a transaction a batch."""
    known = ontology()
    with driver.session() as session:
        for label, rows in nodes.items():
            for batch in batches(rows, BATCH):
                session.execute_write(
                    lambda tx, q, b: tx.run(q, rows=b).consume(), write_class(known.classes[label]), batch
                )
        for (kind, source, target), edge_rows in edges.items():
            query = write_relation(known.relations[kind], source, target)
            for batch in batches(edge_rows, BATCH):
                session.execute_write(_send, query, batch)


def with_py2neo(graph: py2neo.Graph, nodes: Rows, edges: dict[tuple[str, str, str], list[Triple]]) -> None:
    """py2neo's bulk functions: merge by id, relationships by id where ours are, a transaction a batch."""
    for label, rows in nodes.items():
        for batch in batches(rows, BATCH):
            merge_nodes(graph.auto(), batch, (label, "id"))
    for (kind, source, target), triples in edges.items():
        key = (kind, "id") if ontology().relations[kind].origin == "read" else kind
        for data in batches(triples, BATCH):
            merge_relationships(graph.auto(), data, key, start_node_key=(source, "id"), end_node_key=(target, "id"))


def online(address: str, graph: Graph, rounds: int) -> None:
    """Print rows a second of the three ways, round by round, and the median ratio."""
    driver, other, store = neo4j.GraphDatabase.driver(address), py2neo.Graph(address), open_store(address)
    nodes, edges = rows_of(graph)
    flat, triples = py2neo_rows(nodes, edges)
    count = len(graph.nodes) + len(graph.edges)
    ways: dict[str, Callable[[], object]] = {
        "ours": lambda: store.commit([], [], graph),
        "driver": lambda: with_driver(driver, nodes, edges),
        "py2neo": lambda: with_py2neo(other, flat, triples),
    }
    print(f"online: {len(graph.nodes):,} nodes, {len(graph.edges):,} edges; rows a second, in turn")
    ratios = []
    for number in range(rounds + 1):
        rates = {}
        for name in sorted(ways, key=lambda name: (list(ways).index(name) + number) % 3):
            wipe(driver)
            gc.collect()
            began = time.perf_counter()
            ways[name]()
            rates[name] = count / (time.perf_counter() - began)
        if number:  # the first one warms the server
            ratios.append(rates["ours"] / max(rates["driver"], rates["py2neo"]))
            print("  ".join(f"{name} {rates[name]:9,.0f}" for name in ways), f" ratio {ratios[-1]:.2f}", flush=True)
    print(f"median ratio of ours to the better of the two: {statistics.median(ratios):.2f}")
    wipe(driver)
    driver.close()
    store.close()


def again(address: str) -> None:
    """Print what a second load of unchanged texts takes beside the first."""
    corpus = Path(os.environ.get("CHENGCE_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))
    if not corpus.is_dir():
        print(f"second load: left out, {corpus} is not here")
        return
    with Library(open_store(address)) as library:
        seconds = []
        for _ in range(4):
            began = time.perf_counter()
            library.load(sorted(corpus.glob("*.txt")))
            seconds.append(time.perf_counter() - began)
    second = statistics.median(seconds[1:])
    print(f"load of the corpus: first {seconds[0]:.2f} s, again {second:.3f} s, {seconds[0] / second:.0f} × as fast")


def latencies(ask: Callable[[], object], times: int) -> tuple[float, float]:
    """p50 and p95 in milliseconds."""
    ask()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


def questions(address: str, graph_plans: list[object], times: int = 20) -> None:
    """Print p50 and p95 of every question on the folder's engine, on the server, and of its bare query."""
    with tempfile.TemporaryDirectory() as folder, Library(open_store(f"{folder}/store", rebuild=build)) as embedded, \
            Library(open_store(address)) as production, \
            neo4j.GraphDatabase.driver(address, notifications_min_severity="OFF") as driver:  # fmt: skip
        for library in (embedded, production):
            library.put(graph_plans)  # type: ignore[arg-type]
        print(f"{'question, ms':20}{'folder p50':>12}{'p95':>8}{'server p50':>12}{'p95':>8}{'bare p50':>12}{'p95':>8}")
        with embedded.store.reading() as one, production.store.reading() as other, driver.session() as bare:
            for _, question in sorted(embedded.questions.items()):
                print_latencies(question, one, other, bare, times)


def print_latencies(question: Question, one: Session, other: Session, bare: neo4j.Session, times: int) -> None:
    """One line: the question on the folder's engine, on the server, and its query alone on the bare driver."""
    given = params(one, question)
    values = {p.name: None for p in question.params} | runner().ask(one, question, given).params
    values |= {p.name: words(str(values[p.name])) for p in question.params if p.type == "words"}
    ways: list[Callable[[], object]] = [
        lambda: runner().ask(one, question, given),
        lambda: runner().ask(other, question, given),
        lambda: list(bare.run(question.cypher, values)),
    ]
    taken = [latencies(way, times) for way in ways]
    print(f"{question.name:20}" + "".join(f"{p50:12.1f}{p95:8.1f}" for p50, p95 in taken), flush=True)


def params(session: Session, question: Question) -> dict[str, str]:
    """The example of the header, else the first that is held."""
    from graph.lookup import first_held  # noqa: PLC0415

    first = first_held(session)
    needed = {one.name: first[one.type] for one in question.params if one.required and first.get(one.type)}
    return {**needed, **question.example}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    address = os.environ.get("NEO4J_URI")
    if not address:
        sys.exit("NEO4J_URI names no server; run `make bench-neo4j`")
    real = published()
    plans = [invented(real[number % len(real)], number) for number in range(options.plans)]
    online(address, build(plans), options.rounds)
    again(address)
    questions(address, plans[:60])  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
