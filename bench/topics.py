"""How many measures get the primary topic that was judged blind, ids and verdicts in tests/judged/topics.json.

    python -m bench.topics [--misses]

Reads the texts of CHENGCE_CORPUS and CHENGCE_SAMPLES (by default those beside the project). A judged measure has one
primary topic, or none, and others that are as right: both figures are printed.
"""

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path

from compare.topics import measure_topics
from graph.facts import PlanFacts
from loaders import facts

ROOT = Path(__file__).resolve().parent.parent
JUDGED = ROOT / "tests" / "judged" / "topics.json"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="also print each measure with another primary topic")
    chosen = parser.parse_args()
    judged = json.loads(JUDGED.read_text(encoding="utf-8"))["measures"]
    plans = dict(_plans({one["plan"] for one in judged}))
    given = {(key, fact.measure): fact for key, plan in plans.items() for fact in measure_topics([plan])}
    held = [one for one in judged if (one["plan"], one["measure"]) in given]
    exact = also = 0
    for one in held:
        primary = given[one["plan"], one["measure"]].primary
        exact += primary == one["primary"]
        also += primary in (one["primary"], *one["also"])
        if chosen.misses and primary != one["primary"]:
            print(f"{one['plan']} {one['measure']}: judged {one['primary']} {one['also']}, given {primary}")
    print(f"judged measures read: {len(held)} of {len(judged)}")
    print(f"primary topic as judged: {exact} of {len(held)} ({exact / len(held):.3f})")
    print(f"as judged or as right:   {also} of {len(held)} ({also / len(held):.3f})")
    for key, plan in sorted(plans.items()):
        with_topic = sum(given[key, measure.id].primary is not None for measure in plan.measures)
        print(f"{key}: {with_topic} of {len(plan.measures)} measures have a primary topic")


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
