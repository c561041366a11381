"""What adding one plan to many costs: comparing computes only what the new plan touches.

    python bench/one_more.py [PLANS] [--measures N]

The plans are those of data/ under the names of invented cities, N measures of each. Prints, for deriving from nothing,
for one more plan, and for the same plans once more: seconds, and how many pieces (pairs of cities, numbers of a city)
were computed and how many were found as kept. The last line compares the bytes of two orders of loading.
"""

import argparse
import random
import time

from bench.many_plans import invented, shortened
from chengce.library import published
from compare import Pieces, derive
from graph.derived import Derived
from graph.facts import PlanFacts


def derived(plans: list[PlanFacts], kept: dict[str, bytes], name: str) -> Derived:
    """Derive over the pieces that are kept, and print what it took."""
    pieces, began = Pieces(kept), time.process_time()
    found = derive(plans, pieces)
    seconds = time.process_time() - began
    print(f"{name:24} {seconds:8.2f} s of processor time {pieces.computed:7} computed {pieces.found:7} found")
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", type=int, nargs="?", default=60)
    parser.add_argument("--measures", type=int, default=8)
    options = parser.parse_args()
    real = published()
    plans = [
        shortened(invented(real[number % len(real)], number), 3 * number, options.measures)
        for number in range(options.plans + 1)
    ]
    kept: dict[str, bytes] = {}
    derived(plans[:-1], kept, f"{options.plans} plans from nothing")
    whole = derived(plans, kept, "one plan more")
    derived(plans, kept, "the same again")
    random.Random(7).shuffle(plans)
    again = derived(plans, {}, "another order, anew")
    print(f"equal bytes in another order: {whole.model_dump_json() == again.model_dump_json()}")


if __name__ == "__main__":
    main()
