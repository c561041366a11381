"""Leading: how far a city's measures are led by few bodies, beside what chance would give.

Each measure has one vote, which its leads share. The chance that the numbers are set beside draws each measure's
leads, as many as it has, from all bodies that its lines name: so a body that stands in every line leads often by
chance too. First-named bodies are counted in the same way and apart.
"""

import hashlib
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from compare.who.chance import SAMPLES, Beside
from compare.who.lines import Line
from compare.who.statistic import Base, absent, present
from graph.derived.duties import Basis, DutyScopeFact, StatisticFact

RULE = "duties.concentration"
LEAST_LEADS = 10
"""Measures with a lead (or a first-named body) below which no concentration is given: one more would move it much."""
NONE: dict[Basis, tuple[str, str]] = {
    "lead": ("no_leads", "The lines print no lead; what stands first is no lead."),
    "first_named": ("leads_printed", "Every line prints its lead, so none has a first-named body."),
}


def concentration(scope: DutyScopeFact, lines: Iterable[Line], names: Mapping[str, str]) -> list[StatisticFact]:
    """How concentrated leading is in a city, on each basis. ``names``: of institutions by key."""
    listed = list(lines)
    bodies = {body for line in listed for body in line.bodies}
    facts = []
    for basis in get_args(Basis):
        led = [line for line in listed if line.of(basis)]
        base = Base(scope.city, len(led), RULE, basis)
        if scope.scope == "comparable" and len(led) >= LEAST_LEADS:
            facts += _present(base, led, len(bodies), names)
        else:
            few = "too_few", f"{len(led)} measures say so; at least {LEAST_LEADS} are wanted."
            facts += absent(base, "leading", scope, few if led else NONE[basis])
    return facts


def _present(base: Base, led: Sequence[Line], bodies: int, names: Mapping[str, str]) -> list[StatisticFact]:
    """The statistics of one basis."""
    basis: Basis = base.basis or "lead"
    votes = votes_of(line.of(basis) for line in led)
    values = {key: Beside(value) for key, value in measures_of(votes, bodies).items()}
    for drawn in _drawn(led, basis):
        for key, value in measures_of(votes_of(drawn), bodies).items():
            values[key].add(value)
    top = min(votes, key=lambda key: (-votes[key], key))
    return present(base, values, names[top])


def measures_of(votes: Mapping[str, float], bodies: int) -> dict[str, float]:
    """The statistics of a count of votes by body; ``bodies``: how many could have had one."""
    total = sum(votes.values())
    shares = sorted(value / total for value in votes.values())
    hhi = sum(share * share for share in shares)
    ranked = [0.0] * (bodies - len(shares)) + shares
    gini = sum((2 * rank - bodies - 1) * share for rank, share in enumerate(ranked, start=1)) / bodies
    return {"top_share": shares[-1], "hhi": hhi, "effective_bodies": 1 / hhi, "gini": gini}


def votes_of(fronts: Iterable[Iterable[str]]) -> dict[str, float]:
    """A vote for each measure, shared by the bodies in front; by body."""
    votes = defaultdict[str, float](float)
    for front in fronts:
        bodies = sorted(front)
        for body in bodies:
            votes[body] += 1 / len(bodies)
    return votes


def _drawn(led: Sequence[Line], basis: Basis) -> Iterable[list[list[str]]]:
    """As many bodies in front of each measure as there are, drawn from those that its lines name, ``SAMPLES`` times."""
    choices = [(sorted(line.bodies), len(line.of(basis))) for line in led]
    seed = hashlib.sha256(repr(choices).encode()).digest()
    chance = random.Random(int.from_bytes(seed[:8]))
    for _ in range(SAMPLES):
        yield [chance.sample(bodies, count) for bodies, count in choices]
