"""What one plan more costs: how many pieces of comparison are computed anew, and how long that takes.

    python bench/one_plan_more.py [CITIES] [--held PLANS]

The plans are those of data/ under the names of invented cities. First everything is derived of some plans and again
with one plan more, the pieces of the first time kept. Then one plan is aligned with those of CITIES others (by default
300), which is what it adds to alignment, whatever else is held.
"""

import argparse
from functools import partial
from itertools import islice

from bench.many_plans import invented, timed
from chengce.library import published
from compare import Pieces, derive
from compare.alignment import Prepared, align
from graph.facts import PlanFacts


def several(count: int) -> list[PlanFacts]:
    """So many plans of invented cities."""
    real = published()
    return [invented(real[number % len(real)], number) for number in range(count)]


def twice(plans: list[PlanFacts]) -> None:
    """Derive all but the last plan, then all, with the pieces of the first time; print both."""
    kept: dict[str, bytes] = {}
    for own in (plans[:-1], plans):
        pieces = Pieces(kept)
        derived, seconds = timed(partial(derive, own, pieces))
        print(
            f"{len(own):4} plans derived in {seconds:6.1f} s: {pieces.computed} pieces computed, {pieces.found} kept; "
            f"{len(derived.alignments)} aligned pairs, {len(derived.themes)} themes"
        )


def aligned_with(cities: int) -> None:
    """Align one plan with those of so many other cities; print what it takes."""
    new, *others = several(cities + 1)
    ready, preparing = timed(lambda: [Prepared(facts) for facts in islice(others, 5)])
    first = Prepared(new)
    pairs, aligning = timed(lambda: sum(1 for facts in others for _ in align(first, Prepared(facts))))
    print(
        f"one plan of {len(new.measures)} measures aligned with {cities} cities in {aligning:6.1f} s "
        f"({1000 * aligning / cities:.0f} ms a city, of that {1000 * preparing / len(ready):.0f} ms to make its plan "
        f"ready): {pairs} aligned pairs"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cities", type=int, nargs="?", default=300)
    parser.add_argument("--held", type=int, default=20, help="plans that everything is derived of")
    options = parser.parse_args()
    twice(several(options.held + 1))
    aligned_with(options.cities)


if __name__ == "__main__":
    main()
