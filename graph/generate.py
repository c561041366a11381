"""Make schema.cypher, write/*.cypher and docs/ontology.md from ontology.yaml, and the facts file's JSON Schema from its
types: ``python -m graph.generate``.

The files are checked in, and a test makes them again and compares.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from graph.facts import PlanFacts
from graph.ontology import NodeClass, Ontology, Property, Relation, ontology

ROOT = Path(__file__).resolve().parent.parent
ORIGINS = {
    "read": ("读自文本", "read from a text"),
    "known": ("结构或码表", "from the structure or a codebook"),
    "derived": ("计算得出", "derived"),
}


def schema_statements(schema: Ontology) -> list[str]:
    """One statement for each constraint and index: ids and codebook keys are unique."""
    statements = []
    for one in schema.classes.values():
        for name in ("id", *one.unique):
            statements.append(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{one.name}) REQUIRE n.{name} IS UNIQUE")
        for name in one.indexed:
            statements.append(f"CREATE INDEX IF NOT EXISTS FOR (n:{one.name}) ON (n.{name})")
    return statements


def generated(schema: Ontology) -> dict[Path, str]:
    """Every generated file with its text, by path below the project."""
    files = {
        Path("queries/schema.cypher"): _schema_file(schema),
        Path("docs/ontology.md"): _document(schema),
        Path("docs/facts.schema.json"): json.dumps(PlanFacts.model_json_schema(), ensure_ascii=False, indent=1) + "\n",
    }
    for one in schema.classes.values():
        files[Path(f"queries/write/{one.name}.cypher")] = write_class(one)
    for relation in schema.relations.values():
        for source, target in relation.ends:
            name = f"{relation.name}.{source}.{target}.cypher"
            files[Path("queries/write") / name] = write_relation(relation, source, target)
    return files


def _schema_file(schema: Ontology) -> str:
    head = "// Generated from ontology.yaml by graph/generate.py: constraints and indexes, one statement a line.\n"
    return head + "".join(f"{statement};\n" for statement in schema_statements(schema))


def write_class(one: NodeClass) -> str:
    """The query that writes nodes of a class."""
    return (
        f"// Generated from ontology.yaml: write {one.name} nodes. $rows: a list of {{id, props}}.\n"
        f"UNWIND $rows AS row\nMERGE (n:{one.name} {{id: row.id}})\nSET n += row.props\n"
    )


def write_relation(relation: Relation, source: str, target: str) -> str:
    """The query that writes edges of a relation between two classes."""
    key, fields = ("", "source, target, props")
    if relation.origin == "read":
        key, fields = " {id: row.id}", "id, source, target, props"
    return (
        f"// Generated from ontology.yaml: write {relation.name} from {source} to {target}. "
        f"$rows: a list of {{{fields}}}.\n"
        f"UNWIND $rows AS row\nMATCH (a:{source} {{id: row.source}})\nMATCH (b:{target} {{id: row.target}})\n"
        f"MERGE (a)-[r:{relation.name}{key}]->(b)\nSET r += row.props\n"
    )


def _document(schema: Ontology) -> str:
    lines = [
        "# The ontology · 本体",
        "",
        "Generated from `ontology.yaml` by `python -m graph.generate`. Relations are read from a text (with `id`,",
        "`start`, `end`, `rule`), known from the structure or a codebook, or derived by comparing plans (with `rule`).",
        "",
        "## Classes · 类",
        "",
    ]
    for one in schema.classes.values():
        lines += [f"### {one.name} · {one.zh}", "", one.says, ""]
        lines += [f"- Caption: `{one.caption}` · id from: {_listed(one.key)} · maps to {_term(one.maps, schema)}"]
        lines += [*_table(one.properties.values(), schema)]
    lines += ["## Relations · 关系", ""]
    for relation in schema.relations.values():
        ends = " · ".join(f"`({source})-[:{relation.name}]->({target})`" for source, target in relation.ends)
        zh, en = ORIGINS[relation.origin]
        lines += [f"### {relation.name} · {relation.zh}", "", relation.says, "", f"- {ends}"]
        lines += [f"- {en} ({zh}) · maps to {_term(relation.maps, schema)}"]
        lines += [f"- id from: {_listed(relation.key)}"] if relation.key else []
        lines += [*_table(relation.properties.values(), schema)]
    lines += ["## Prefixes · 前缀", ""]
    lines += [f"- `{prefix}:` <{address}>" for prefix, address in schema.prefixes.items()]
    return "\n".join(lines) + "\n"


def _table(properties: Iterable[Property], schema: Ontology) -> list[str]:
    rows = [
        f"| `{one.name}` | {one.type}{' (derived)' if one.derived else ''} | {'yes' if one.required else ''} "
        f"| {one.zh} | {one.en} | {_term(one.maps, schema) if one.maps else ''} |"
        for one in properties
    ]
    if not rows:
        return [""]
    return ["", "| Property | Type | Required | 名称 | Meaning | Maps to |", "|---|---|---|---|---|---|", *rows, ""]


def _term(term: str | None, schema: Ontology) -> str:
    """A term of a standard as a link."""
    if not term:
        return "nothing"
    prefix, _, name = term.partition(":")
    return f"[{term}]({schema.prefixes[prefix]}{name})"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def write_generated(root: Path) -> list[Path]:
    """Write the files below ``root`` and take out generated ones that are none any more. Gives the paths."""
    files = generated(ontology())
    for old in (root / "queries" / "write").glob("*.cypher"):
        if old.relative_to(root) not in files:
            old.unlink()
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return sorted(files)


def faults_of_generated(root: Path = ROOT) -> list[str]:
    """A sentence for each generated file that is not what ontology.yaml makes of it."""
    files = generated(ontology())
    written = {path.relative_to(root) for path in (root / "queries" / "write").glob("*.cypher")}
    faults = [
        f"{path}: ontology.yaml does not make it; run python -m graph.generate"
        for path in sorted(written - files.keys())
    ]
    for path, text in files.items():
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text:
            faults.append(f"{path}: is not what ontology.yaml makes of it; run python -m graph.generate")
    return faults


if __name__ == "__main__":
    write_generated(ROOT)
