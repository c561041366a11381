"""How many measures and headings get the topic that was judged blind (tests/judged/topics.json and headings.tsv).

    python -m bench.topics [--misses]

Measures are read from the texts of CHENGCE_CORPUS and CHENGCE_SAMPLES (by default those beside the project); headings
are judged by their words alone. Each has one topic that was judged the primary one, or none, and others as right.
"""

import argparse
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from codebooks.topics import hits
from compare.topics import measure_topics, primary_topic
from graph.facts import PlanFacts, TopicMention
from loaders import facts
from loaders.rules.topics import standing

ROOT = Path(__file__).resolve().parent.parent
JUDGED = ROOT / "tests" / "judged"


@dataclass(slots=True)
class Figures:
    """How many judged things were read, how many got the topic judged, how many that or one as right."""

    read: int = 0
    as_judged: int = 0
    as_right: int = 0
    misses: list[str] = field(default_factory=list)

    def count(self, name: str, primary: str | None, given: str | None, also: list[str]) -> None:
        """Take in one judged thing."""
        self.read += 1
        self.as_judged += given == primary
        self.as_right += given in (primary, *also)
        if given != primary:
            self.misses.append(f"{name}: judged {primary}, as right {', '.join(also) or '-'}, given {given}")

    def __str__(self) -> str:
        return f"{self.as_judged} of {self.read} as judged, {self.as_right} as judged or as right"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="also print what got another topic")
    chosen = parser.parse_args()
    for name, found in (("measures", measures()), ("headings", headings())):
        print(f"{name}: {found}")
        if chosen.misses:
            print(*(f"  {miss}" for miss in found.misses), sep="\n")


def measures() -> Figures:
    """The judged measures of the plans that are there."""
    judged = json.loads((JUDGED / "topics.json").read_text(encoding="utf-8"))["measures"]
    given = {
        (key, fact.measure): fact.primary
        for key, plan in _plans({one["plan"] for one in judged})
        for fact in measure_topics([plan])
    }
    found = Figures()
    for one in judged:
        place = (one["plan"], one["measure"])
        if place in given:
            found.count(" ".join(place), one["primary"], given[place], one["also"])
    return found


def headings() -> Figures:
    """The judged headings, by their words alone."""
    found = Figures()
    for line in (JUDGED / "headings.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            heading, primary, *also = line.split("\t")
            found.count(heading, primary, primary_topic(_mentions(heading)), also)
    return found


def _mentions(heading: str) -> list[TopicMention]:
    """The mentions of a heading without a measure."""
    kept, _ = standing(hits(heading))
    return [
        TopicMention(
            measure="", topic=hit.entry.topic, lever=hit.entry.lever, where="heading", weak=hit.kind == "weak", count=1,
            quote=heading[hit.start : hit.end], start=hit.start, end=hit.end, rule="",
        )
        for hit in kept
    ]  # fmt: skip


def _plans(wanted: set[str]) -> Iterator[tuple[str, PlanFacts]]:
    """The facts of the judged plans that are there, by key."""
    for name, variable in (("corpus", "CHENGCE_CORPUS"), ("samples", "CHENGCE_SAMPLES")):
        folder = Path(os.environ.get(variable) or ROOT.parent / "shared" / name)
        for path in sorted(folder.glob("*")):
            for key in wanted & {path.stem, f"{path.stem}-{path.suffix[1:]}"}:
                yield key, facts.extract(path, _city(key))


def _city(key: str) -> str | None:
    """The city that an annotation gives for a text that names none."""
    file = ROOT / "tests" / "annotations" / f"{key}.json"
    return json.loads(file.read_text(encoding="utf-8")).get("city") if file.is_file() else None


if __name__ == "__main__":
    main()
