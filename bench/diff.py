"""Facts gained, lost and changed by a change of the project, over corpus and samples.

    python bench/diff.py [--base COMMIT] [FILE or FOLDER ...]

The working tree is compared with a commit (default HEAD). Both read the same files at the same time, each in a process
of its own with the same libraries. Output is for the terminal alone: it shows words of the texts. Exit status 0
whatever differs.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bench.scoring import ROOT, SHARED

type Record = dict[str, Any]

# What two records of one kind must share to be the same fact, told anew.
CORES: dict[str, tuple[str, ...]] = {
    "documents": ("key",),
    "sections": ("id",),
    "measures": ("id", "title"),
    "responsibilities": ("measure", "surface"),
    "targets": ("measure", "value", "value_max"),
    "citations": ("measure", "title"),
    "models": ("measure", "model"),
    "components": ("measure", "component", "part"),
    "annexes": ("title",),
    "unread": ("reason", "quote"),
}
CAPTIONS = ("indicator", "surface", "title", "model", "component", "quote", "id", "key")
UNTOLD = frozenset({"start", "end", "own_end", "text_start", "text_end", "position", "terms", "quote", "rule"})
LONGEST = 30  # characters of a value that is shown
READ = """
import json, sys
from pathlib import Path
from loaders import facts, read_plan
for name in sys.argv[1:]:
    try:
        plan = read_plan(Path(name))
        try:
            found = facts.facts_of(plan, Path(name).stem, count=lambda words: {})
        except TypeError:
            found = facts.facts_of(plan, Path(name).stem)
        made = json.loads(found.model_dump_json())
    except ValueError as error:
        made = {"refused": str(error)}
    print(json.dumps([name, made]))
"""


def read(root: Path, files: list[Path], what: str) -> dict[str, Record]:
    """The facts of the files by their names, read with the project in ``root``. Raises RuntimeError with one sentence
    where the reading fails."""
    run = subprocess.run(
        [sys.executable, "-c", READ, *map(str, files)], cwd=root, env={"PYTHONPATH": str(root), "PYTHONUTF8": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode:
        raise RuntimeError(f"{what}: reading failed: {(run.stderr.strip() or 'no reason given').splitlines()[-1]}")
    return dict(map(json.loads, run.stdout.splitlines()))


def unpack(commit: str, folder: Path) -> None:
    """Put the files of a commit into a folder. Ends the command where there is no such commit."""
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        sys.exit(f"{commit}: {archive.stderr.decode().strip()}; name a commit with --base")
    subprocess.run(["tar", "-x"], cwd=folder, input=archive.stdout, check=True)


def differences(before: Record, after: Record) -> Iterator[tuple[str, str, str]]:
    """Kind, sign (+ gained, - lost, ~ changed) and words of each difference between two readings of one file."""
    if "refused" in before or "refused" in after:
        if before != after:
            yield "file", "~", f"{_reading(before)} → {_reading(after)}"
        return
    for kind, core in CORES.items():
        left: dict[str, list[Record]] = defaultdict(list)
        for record in before.get(kind, ()):
            left[_key(record, core)].append(record)
        gained = []
        for record in after.get(kind, ()):
            same = left[_key(record, core)]
            if not same:
                gained.append(record)
                continue
            old = next((each for each in same if _told(each) == _told(record)), same[0])
            same.remove(old)
            changed = [name for name in record if name not in UNTOLD and record[name] != old.get(name)]
            if changed:
                told = "; ".join(f"{name} {_cut(old.get(name))} → {_cut(record[name])}" for name in changed)
                yield kind, "~", f"{_words(record)}: {told}"
        yield from ((kind, "-", _words(record)) for records in left.values() for record in records)
        yield from ((kind, "+", _words(record)) for record in gained)


def _reading(made: Record) -> str:
    return str(made.get("refused", "read"))


def _key(record: Record, core: tuple[str, ...]) -> str:
    return json.dumps([record.get(name) for name in core], ensure_ascii=False)


def _told(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in UNTOLD}


def _words(record: Record) -> str:
    """A record in a line: what it is about, its closed values, rule and place."""
    caption = next((str(record[name]) for name in CAPTIONS if record.get(name)), "")
    names = ("comparator", "value", "value_max", "unit", "deadline", "kind", "role", "relation", "stance", "reason")
    values = " ".join(str(record[name]) for name in names if record.get(name) is not None)
    place = f"{record.get('measure') or ''} {record.get('start', '')}..{record.get('end', '')}"
    return f"{_cut(caption)} {values} [{record.get('rule', '')}] {place.strip()}"


def _cut(value: object) -> str:
    words = str(value)
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def texts(paths: list[Path]) -> list[Path]:
    """The files named, and those in folders named, by name."""
    return [
        file
        for path in paths
        for file in (
            sorted(p for p in path.iterdir() if p.is_file() and p.name != "README.md") if path.is_dir() else [path]
        )
    ]


def main() -> None:
    """Read with both, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="*", help="default: corpus and samples")
    parser.add_argument("--base", default="HEAD")
    options = parser.parse_args()
    files = [file.resolve() for file in texts(options.paths or [SHARED / "corpus", SHARED / "samples"])]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as both:
        unpack(options.base, Path(folder))
        old = both.submit(read, Path(folder), files, options.base)
        new = both.submit(read, ROOT, files, "the working tree")
        try:
            before, after = old.result(), new.result()
        except RuntimeError as error:
            sys.exit(str(error))
    counts: Counter[tuple[str, str]] = Counter()
    for name, made in after.items():
        found = list(differences(before[name], made))
        if found:
            print(Path(name).name)
        for kind, sign, words in found:
            counts[kind, sign] += 1
            print(f"  {kind:16} {sign} {words}")
    print(f"{len(after)} files, {options.base} and the working tree: {'' if counts else 'the same facts'}")
    for kind in dict.fromkeys(kind for kind, _ in counts):
        print(f"  {kind:16} +{counts[kind, '+']} -{counts[kind, '-']} ~{counts[kind, '~']}")


if __name__ == "__main__":
    main()
