"""Write a whole store as files of ``neo4j-admin database import``: six times as fast as loading, for many plans.

One file a class and one a relation with its two classes, headers and types from ontology.yaml; the plans' facts and
texts in ``Source.csv``; ``schema.cypher`` with what the import itself does not make.
"""

import csv
import hashlib
import shlex
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from graph.corrections import Correction, as_json
from graph.facts import PlanFacts
from graph.generate import schema_statements
from graph.model import Edge, Graph, Node, Value
from graph.neo4j_schema import OWN
from graph.ontology import Ontology, Property
from graph.release import release_of, schema_digest

TYPES = {"text": "string", "date": "string", "int": "long", "float": "double", "bool": "boolean", "words": "string[]"}
WORDS = "\x1f"
"""Between the items of a list; no text holds it."""
SOURCE = ("key:string", "hash:string", "sha256:string", "digest:string", "facts:string", "text:string")
RELEASE = ("id:string", "state:string", "release:string", "ontology:string", "labels:string[]", "corrections:string")


def write_import(
    graph: Graph, plans: Sequence[tuple[PlanFacts, str | None]], folder: Path, known: Ontology,
    corrections: Sequence[Correction] = (),
) -> str:  # fmt: skip
    """Write the files into ``folder`` and give the command that imports them. The folder is made; files of the same
    names in it are written over."""
    folder.mkdir(parents=True, exist_ok=True)
    nodes = _write_nodes(graph, folder, known)
    edges = _write_edges(graph, folder, known)
    digests = _write_sources(plans, folder)
    _write_release(release_of(digests, as_json(corrections)), folder, known, corrections)
    statements = [*schema_statements(known), *OWN, "MATCH (r:Release {id: 'chengce'}) SET r.state = 'ready'"]
    (folder / "schema.cypher").write_text("".join(f"{one};\n" for one in statements), encoding="utf-8")
    return command(folder, [*nodes, "Source", "Release"], edges)


def command(folder: Path, labels: Iterable[str], edges: Iterable[tuple[str, str, str]]) -> str:
    """The command line of neo4j-admin for these files."""
    parts = ["neo4j-admin", "database", "import", "full", "neo4j", "--overwrite-destination", *options(folder)]
    parts += [f"--nodes={label}={folder / label}.csv" for label in labels]
    parts += [f"--relationships={kind}={folder / '.'.join((kind, a, b))}.csv" for kind, a, b in edges]
    return " ".join(map(shlex.quote, parts))


def options(folder: Path) -> list[str]:
    """How the files are written: lists apart by U+001F, line ends inside fields of Source.csv alone."""
    return ["--array-delimiter=U+001F", f"--multiline-fields={folder / 'Source.csv'}", "--multiline-fields-format=v2"]


def _write_nodes(graph: Graph, folder: Path, known: Ontology) -> list[str]:
    by_label: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes.values():
        by_label[node.label].append(node)
    for label, nodes in sorted(by_label.items()):
        properties = [one for one in known.classes[label].properties.values() if one.name != "id"]
        head = [f"id:ID({label})", *(_column(one) for one in properties)]
        _write(folder / f"{label}.csv", head, ([node.id, *_values(node.properties, properties)] for node in nodes))
    return sorted(by_label)


def _write_edges(graph: Graph, folder: Path, known: Ontology) -> list[tuple[str, str, str]]:
    by_ends: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    nodes = graph.nodes
    for edge in graph.edges.values():
        by_ends[edge.kind, nodes[edge.source].label, nodes[edge.target].label].append(edge)
    for (kind, source, target), edges in sorted(by_ends.items()):
        properties = list(known.relations[kind].properties.values())
        head = [f":START_ID({source})", f":END_ID({target})", *(_column(one) for one in properties)]
        rows = ([edge.source, edge.target, *_values(edge.properties, properties)] for edge in edges)
        _write(folder / f"{kind}.{source}.{target}.csv", head, rows)
    return sorted(by_ends)


def _write_sources(plans: Sequence[tuple[PlanFacts, str | None]], folder: Path) -> dict[str, str]:
    """The digest of each plan's facts, by key."""
    digests, rows = {}, []
    for facts, text in plans:
        digests[facts.key] = hashlib.sha256(facts.model_dump_json(indent=1).encode()).hexdigest()
        rows.append([facts.key, facts.hash, facts.sha256, digests[facts.key], facts.model_dump_json(), text])
    _write(folder / "Source.csv", SOURCE, rows)
    return digests


def _write_release(release: str, folder: Path, known: Ontology, corrections: Sequence[Correction]) -> None:
    labels = WORDS.join(sorted(known.classes))
    row = ["chengce", "loading", release, schema_digest(), labels, as_json(corrections).decode()]
    _write(folder / "Release.csv", RELEASE, [row])


def _column(one: Property) -> str:
    return f"{one.name}:{TYPES[one.type]}"


def _values(properties: Mapping[str, Value], columns: Sequence[Property]) -> list[object]:
    """The properties in the order of the columns; what is not there is an empty field without quotes."""
    return [_field(properties.get(one.name)) for one in columns]


def _field(value: Value | None) -> object:
    if isinstance(value, tuple):
        return WORDS.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(head) + "\n")
        csv.writer(file, quoting=csv.QUOTE_NOTNULL, lineterminator="\n").writerows(rows)
