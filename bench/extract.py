"""How long reading takes beside one jieba.cut pass over the same text, how it grows, and the memory it wants.

    python bench/extract.py [FILE ...] [--rounds N] [--growth]

Reading and jieba take turns, round by round, in one process, so that both meet the same machine; figures are medians.
1.00 is the time of one jieba.cut pass; ``all`` is all reading from the file to the facts but what only comparing needs
from the words: mentions of components and topics, and terms, which are words by jieba themselves. These stand apart,
and ``apart`` is their sum. ``--growth`` repeats the sections of the longest text to 1, 2, 5 and 10 MB.
"""

import argparse
import gc
import json
import logging
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from loaders import facts, plan_of, source
from loaders.claims import AllClaims
from loaders.plan import Claims, Plan
from loaders.rules import benchmarks, citations, components, models, promises, responsibilities, targets, topics
from loaders.rules.table_claims import add_tables
from loaders.sentences import first_bodies, measure_words
from loaders.terms import terms

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
RULES: dict[str, Callable[[Plan], Claims[Any]]] = {
    "responsibilities": responsibilities.read,
    "targets": targets.read,
    "citations": citations.read,
    "models": models.read,
    "components": components.read,
    "topics": topics.read,
    "benchmarks": benchmarks.read,
    "promises": promises.read,
}
APART = ("components", "topics", "terms")
ROOMS = ("all", "apart", "reading", "outline", *RULES, "tables", "rest", "terms")
SIZES = (1, 2, 5, 10)  # megabytes
MOST_MEMORY = 20  # times the text


def cut() -> Callable[[str], list[str]]:
    """jieba.cut over a whole text, its dictionary loaded."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        import jieba  # noqa: PLC0415 - warns when Python first compiles it

    jieba.setLogLevel(logging.CRITICAL)
    jieba.initialize()
    whole: Callable[[str], list[str]] = jieba.lcut
    return whole


def timed[T](step: Callable[[], T]) -> tuple[T, float]:
    """What a step gives, and its seconds."""
    began = time.perf_counter()
    found = step()
    return found, time.perf_counter() - began


def no_terms(text: str) -> dict[str, int]:
    """Counts no words: for reading without terms."""
    del text
    return {}


def cut_sentences(plan: Plan, made: AllClaims) -> None:
    """Cut the measures into sentences and count no words in them."""
    first = first_bodies(made.responsibilities.found)
    for section in plan.sections:
        if section.is_measure:
            measure_words(plan, section, first.get(section.id or ""), no_terms)


def read_once(file: Path) -> dict[str, float]:
    """Seconds of each step of one reading; ``rest`` is what makes the facts file of the claims."""
    seconds = {}
    read, seconds["reading"] = timed(lambda: source.read(file))
    plan, seconds["outline"] = timed(lambda: plan_of(read))
    claims = []
    for name, rule in RULES.items():
        found, seconds[name] = timed(partial(rule, plan))
        claims.append(found)
    made = AllClaims(*claims)
    _, seconds["tables"] = timed(partial(add_tables, plan, made))
    _, seconds["rest"] = timed(lambda: facts.facts_of(plan, file.stem, made, no_terms))
    _, cutting = timed(lambda: cut_sentences(plan, made))
    seconds["rest"] = max(0.0, seconds["rest"] - cutting)  # the sentences are for comparing, as the terms are
    _, with_terms = timed(lambda: facts.facts_of(plan, file.stem, made, terms))
    seconds["terms"] = max(0.0, with_terms - seconds["rest"])
    apart = sum(seconds[name] for name in APART)
    return seconds | {"all": sum(seconds.values()) - apart, "apart": apart}


def ratios(file: Path, rounds: int, jieba: Callable[[str], list[str]]) -> tuple[int, float, dict[str, float]]:
    """Characters, seconds of jieba, and each step's median time as a multiple of jieba's."""
    text = source.read(file).text
    read_once(file)  # codebooks and patterns are made at their first use
    found: list[dict[str, float]] = []
    own: list[float] = []
    for _ in range(rounds):
        gc.collect()
        own.append(timed(lambda: jieba(text))[1])
        gc.collect()
        found.append(read_once(file))
    one = statistics.median(own)
    return len(text), one, {name: statistics.median(each[name] for each in found) / one for name in ROOMS}


def show_ratios(files: list[Path], rounds: int) -> None:
    """A line a plan, and one for all of them: their times added up."""
    jieba = cut()
    print(f"jieba.cut = 1; median of {rounds} rounds in turn")
    print(f"{'plan':24} {'chars':>7} {'jieba ms':>8}  " + " ".join(f"{name:>{max(6, len(name))}}" for name in ROOMS))
    rows = []
    for file in files:
        chars, one, row = ratios(file, rounds, jieba)
        rows.append((chars, one, row))
        show_row(file.stem, chars, one, row)
    whole = sum(one for _, one, _ in rows)
    pooled = {name: sum(one * row[name] for _, one, row in rows) / whole for name in rows[0][2]}
    show_row("together", sum(chars for chars, _, _ in rows), whole, pooled)


def show_row(name: str, chars: int, one: float, row: dict[str, float]) -> None:
    """One line of the table."""
    steps = " ".join(f"{row[step]:{max(6, len(step))}.2f}" for step in ROOMS)
    print(f"{name[:24]:24} {chars:7} {one * 1000:8.1f}  {steps}")


def held(name: str) -> int:
    """Memory of this process in bytes as the kernel counts it: VmRSS is now, VmHWM the peak."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))


def one_reading(small: Path, file: Path) -> None:
    """Read a file in this process, and print seconds without and with terms, what was found, and the peak above that
    of a small file."""
    facts.extract(small)
    before = held("VmRSS")
    bare, seconds = timed(lambda: facts.facts_of(plan_of(source.read(file)), "large", count=no_terms))
    measures, without = len(bare.measures), held("VmHWM") - before
    del bare
    gc.collect()
    _, whole = timed(lambda: facts.extract(file))
    found = {"seconds": seconds, "with_terms": whole, "bare": without, "peak": held("VmHWM") - before}
    print(json.dumps(found | {"measures": measures}))


def repeated(file: Path, size: int) -> str:
    """The text of a plan with its numbered sections over and over, up to ``size`` bytes."""
    plan = plan_of(source.read(file))
    numbered = [section for section in plan.sections if section.number]
    start, end = numbered[0].start, numbered[-1].end
    body = plan.text[start:end] + "\n"
    return plan.text[:start] + body * (size // len(body.encode()) + 1) + plan.text[end:]


def show_growth(file: Path) -> None:
    """Seconds and memory a megabyte, for texts of 1 to 10 MB that repeat one text; each in a process of its own."""
    print(f"growth, the sections of {file.stem} repeated (memory: the peak above that of the text once):")
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            large = Path(folder) / f"{size}.txt"
            large.write_text(repeated(file, size * 1_000_000), encoding="utf-8", newline="")
            length = large.stat().st_size
            command = [sys.executable, __file__, "--one", str(large), str(file)]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            if run.returncode:
                sys.exit(f"{length / 1e6:.1f} MB: reading failed: {run.stderr.strip().splitlines()[-1]}")
            show_size(length, json.loads(run.stdout))


def show_size(length: int, made: dict[str, float]) -> None:
    """One line of the growth: ``length`` in bytes."""
    seconds, memory = made["seconds"], made["peak"] / length
    above = "" if memory < MOST_MEMORY else f"  above {MOST_MEMORY}"
    print(
        f"  {length / 1e6:5.1f} MB {made['measures']:6} measures  {seconds:6.1f} s  {seconds / length * 1e6:5.2f} s/MB"
        f"  terms {made['with_terms'] - seconds:6.1f} s"
        f"  memory {memory:5.1f} × the text (without terms {made['bare'] / length:.1f}){above}",
        flush=True,
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", help="default: the texts of the corpus")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--growth", action="store_true", help="texts of 1, 2, 5 and 10 MB, and their memory")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = options.files or sorted(CORPUS.glob("*.txt"))
    if not files:
        sys.exit(f"{CORPUS}: no texts are here; name files")
    if options.one:
        one_reading(files[0], options.one)
        return
    show_ratios(files, options.rounds)
    if options.growth:
        show_growth(max(files, key=lambda file: file.stat().st_size))


if __name__ == "__main__":
    main()
