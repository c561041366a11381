"""Check facts that a person annotated by the guidelines, and keep them as tests/annotations/NAME.json.

    python bench/annotate.py GOLD.json TEXT_FILE [--read READ.txt] [--city CITY] [--check]

The annotation's offsets are into the text as it is read from TEXT_FILE; ``--read`` names the text that was annotated
where it is another one. What is kept are facts: quotes go, and so do offsets where the format has markup, because the
reader's text is not the file's. ``kinds`` in GOLD names the kinds of facts that were annotated where not all were; they
are added to what is kept of the text already. Measures and documents beside them are not scored: they say where the
others belong. Every fault is a line, and nothing is written while there is one.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from bench.scoring import ANNOTATIONS, BY_OFFSETS, KINDS, Record
from graph import facts
from loaders import source

SHAPE: dict[str, tuple[str, ...]] = {
    "documents": (
        "key", "kind", "title", "city", "province", "issuer", "doc_number", "index_number", "date_issued",
        "date_published", "period_start", "period_end", "contained_in",
    ),
    "measures": ("id", "document", "number", "title", "parents", "kind"),
    "responsibilities": ("measure", "surface", "institution", "role"),
    "targets": (
        "measure", "indicator", "scope", "comparator", "value", "value_max", "unit", "deadline", "kind",
    ),
    "citations": ("measure", "title", "number", "issuer", "level", "relation"),
    "models": ("measure", "model", "stance"),
}  # fmt: skip
FLAGS = ("collective", "optional")
CLOSED: dict[tuple[str, str], tuple[str, ...]] = {
    ("documents", "kind"): get_args(facts.DocumentKind),
    ("measures", "kind"): ("task", "safeguard"),
    ("responsibilities", "role"): get_args(facts.Role),
    ("targets", "comparator"): get_args(facts.Comparator),
    ("targets", "kind"): get_args(facts.TargetKind),
    ("citations", "level"): get_args(facts.Level),
    ("citations", "relation"): get_args(facts.Relation),
    ("models", "stance"): get_args(facts.Stance),
}
PRINTED = {"responsibilities": "surface", "targets": "quote", "citations": "title", "models": "quote"}


def shape_faults(gold: dict[str, Any]) -> Iterator[str]:
    """Missing keys, values outside the closed lists, ids that name no measure."""
    for kind in KINDS:
        for number, record in enumerate(gold[kind]):
            where = f"{kind}[{number}]"
            missing = [key for key in SHAPE[kind] if key not in record]
            if missing:
                yield f"{where}: {', '.join(missing)} missing"
            for (of_kind, key), values in CLOSED.items():
                if of_kind == kind and record.get(key) not in values:
                    yield f"{where}: {key} is {record.get(key)!r}, one of {', '.join(values)} wanted"
            if kind == "targets" and not isinstance(record.get("value"), int | float):
                yield f"{where}: value is {record.get('value')!r}, a number wanted"
    yield from _reference_faults(gold)


def _reference_faults(gold: dict[str, Any]) -> Iterator[str]:
    """Ids that stand twice, records of measures and documents that are not there."""
    keys, ids = ([record[name] for record in gold[kind]] for kind, name in (("documents", "key"), ("measures", "id")))
    for names in (keys, ids):
        yield from (f"{one!r} stands twice" for one in sorted({name for name in names if names.count(name) > 1}))
    for number, record in enumerate(gold["responsibilities"]):
        if record["measure"] not in ids:
            yield f"responsibilities[{number}]: {record['measure']!r} is no measure"
    for kind in ("targets", "citations", "models"):
        for number, record in enumerate(gold[kind] if keys or kind != "citations" else ()):
            key = (record["measure"] or "").split("/")[0]
            if record["measure"] not in (*ids, None, "preamble") and key not in keys:
                yield f"{kind}[{number}]: {record['measure']!r} is of no document"


def kinds_of(gold: dict[str, Any]) -> list[str]:
    """The kinds of facts that were annotated."""
    return [kind for kind in KINDS if kind in gold.get("kinds", KINDS)]


def place_faults(gold: dict[str, Any], text: str) -> Iterator[str]:
    """Offsets that do not hold what is printed, and records outside their measure."""
    spans = {measure["id"]: (measure["start"], measure["end"]) for measure in gold.get("measures", ())}
    for kind in ("measures", *PRINTED):
        for number, record in enumerate(gold[kind] if kind in kinds_of(gold) else ()):
            start, end = record.get("start", -1), record.get("end", -1)
            where = f"{kind}[{number}] {start}..{end}"
            if not 0 <= start < end <= len(text):
                yield f"{where}: outside the text of {len(text)} characters"
                continue
            printed = record.get("number") if kind == "measures" else record.get(PRINTED[kind])
            found = text[start : start + len(printed or "")] if kind == "measures" else text[start:end]
            if printed is not None and _bare(printed) not in _bare(found):
                yield f"{where}: {found[:20]!r} stands there, {printed[:20]!r} wanted"
            inside = spans.get(record.get("measure", ""))
            is_row = "/t" in str(record.get("measure"))  # whose body may stand in a cell before the task
            if inside and not is_row and not (inside[0] <= start and end <= inside[1]):
                yield f"{where}: outside its measure {record['measure']}"


def _bare(words: str) -> str:
    return "".join(words.split())


def kept(gold: dict[str, Any], file: Path, before: dict[str, Any] | None, city: str | None) -> dict[str, Any]:
    """The annotation as it is kept: the guidelines' keys, in the order of the text. ``before``: what is kept of the
    same text already."""
    with_places = file.suffix in BY_OFFSETS
    old = before or {"kinds": [], "first": {}, "notes": []}
    new = kinds_of(gold)
    made: dict[str, Any] = {
        "source": file.name,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "city": city or old.get("city"),
        "kinds": [kind for kind in KINDS if kind in (*new, *old["kinds"])],
        "first": {**old["first"], **(gold.get("first") or {})},
    }
    for kind in KINDS:
        ordered = sorted(gold.get(kind, ()), key=lambda record: record.get("start", 0))
        own = [_record(kind, record, with_places and kind != "documents") for record in ordered]
        made[kind] = own if kind in new else old.get(kind) or own
    return made | {"notes": [*old["notes"], *(note for note in gold.get("notes", ()) if note not in old["notes"])]}


def _record(kind: str, record: Record, with_places: bool) -> Record:
    keys = (*SHAPE[kind], *(("start", "end") if with_places else ()))
    return {key: record.get(key) for key in keys} | {flag: True for flag in FLAGS if record.get(flag)}


def faults_of_file(file: Path) -> list[str]:
    """The faults of an annotation that is kept: shape, quotes, and a line a fact."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    found = list(shape_faults(gold))
    for kind in KINDS:
        allowed = {*SHAPE[kind], *FLAGS, "start", "end"}
        found += [f"{kind}: {key} is not kept" for record in gold[kind] for key in record if key not in allowed]
    return found if len(gold["sha256"]) == 64 else [*found, "sha256 wanted"]


def written(made: dict[str, Any]) -> str:
    """JSON with a line for each fact, so that a change of one fact is a change of one line."""
    parts = []
    for key, value in made.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines = ",\n  ".join(json.dumps(record, ensure_ascii=False) for record in value)
            parts.append(f' "{key}": [\n  {lines}\n ]')
        else:
            parts.append(f' "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Check, and write where nothing is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("file", type=Path, help="the text's file")
    parser.add_argument("--read", type=Path, help="the text that was annotated, where it is not the one read from FILE")
    parser.add_argument("--city", help="whose plan it is, where the text does not say it")
    parser.add_argument("--by-words", action="store_true", help="offsets are of another reading: do not look at them")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    gold = json.loads(options.gold.read_text(encoding="utf-8"))
    read = options.read.read_bytes().decode() if options.read else source.read(options.file).text
    out = ANNOTATIONS / f"{options.file.name.replace('.', '-')}.json"
    before = json.loads(out.read_text(encoding="utf-8")) if out.is_file() else None
    faults = [] if options.by_words else list(place_faults(gold, read))
    if not faults:
        made = kept(gold, options.file, before, options.city)
        faults = list(shape_faults(made))
    if faults:
        sys.exit("\n".join(faults))
    if not options.check:
        out.parent.mkdir(exist_ok=True)
        out.write_text(written(made), encoding="utf-8")
        print(f"{out.name}: {', '.join(f'{len(made[kind])} {kind}' for kind in made['kinds'])}")


if __name__ == "__main__":
    main()
