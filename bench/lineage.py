"""How well lineage tells what descends: the likeness of judged pairs, and of plans of which none is a parent.

    python bench/lineage.py [FILE …]

Prints, for the judged pairs of measures (tests/judged/pairs.json, where both judges agree), how many of each grade
reach RELATED and TAKEN; and for every ordered pair of plans, as if the second descended from the first, the score of a
probable parent, the highest first. Plans: those of data/ and the files named. They are of different provinces, so that
none is a parent: what they reach, chance reaches.
"""

import json
import sys
from collections import defaultdict
from itertools import permutations
from pathlib import Path

from chengce.library import published
from compare.lineage.likeness import likeness, profile
from compare.lineage.measures import RELATED, TAKEN, descended
from compare.lineage.parents import LEAST_HEADINGS, PROBABLE, alike
from graph.facts import PlanFacts

JUDGED = Path(__file__).resolve().parent.parent / "tests" / "judged" / "pairs.json"
MOST = 10


def judged(plans: list[PlanFacts]) -> dict[str, list[float]]:
    """The likeness of the pairs of each grade that both judges give without doubt."""
    profiles = {f"{facts.key}|{one.document}|{one.id}": profile(one) for facts in plans for one in facts.measures}
    found = defaultdict[str, list[float]](list)
    for pair in json.loads(JUDGED.read_text(encoding="utf-8")):
        first, second = profiles.get(pair["first"]), profiles.get(pair["second"])
        if first and second and len(set(pair["grades"])) == 1 and not any(pair["doubts"]):
            found[pair["grades"][0]].append(likeness(first, second))
    return dict(found)


def untied(plans: list[PlanFacts]) -> list[tuple[float, str, str]]:
    """The score of every ordered pair of plans with outlines, the highest first."""
    found = []
    for above, below in permutations(plans, 2):
        old, new = ([one.key for one in facts.documents] for facts in (above, below))
        _, headings, score = alike(above, old, below, new, descended(above, old, below, new))
        if headings >= LEAST_HEADINGS:
            found.append((score, above.key, below.key))
    return sorted(found, key=lambda one: (-one[0], *one[1:]))


def main() -> None:
    """Measure and print."""
    plans = published()
    for grade, scores in sorted(judged(plans).items()):
        related, taken = (sum(score >= least for score in scores) for least in (RELATED, TAKEN))
        print(f"{grade:9} {len(scores):4} pairs: {related} reach RELATED ({RELATED}), {taken} reach TAKEN ({TAKEN})")
    if sys.argv[1:]:
        from loaders.facts import extract  # noqa: PLC0415 - only texts need the rules

        plans += [extract(Path(name)) for name in sys.argv[1:]]
    pairs = untied([facts for facts in plans if facts.measures])
    reach = sum(score >= PROBABLE for score, _, _ in pairs)
    print(f"{len(pairs)} ordered pairs of plans, none a parent: {reach} reach PROBABLE ({PROBABLE})")
    for score, above, below in pairs[:MOST]:
        print(f"  {score:.3f}  {above} → {below}")


if __name__ == "__main__":
    main()
