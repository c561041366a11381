"""Ties between functions, which compare across cities: which two functions a city joins in its measures.

A set of ties is kept as the bits of a number, one for each pair of functions of the codebook, so that two cities, and
two hundred networks by chance of each, are compared at once.
"""

import base64
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, product

from pydantic import TypeAdapter

from codebooks.institutions import functions
from compare.pieces import Pieces
from compare.who.chance import Beside
from graph.derived.networks import OverlapFact
from graph.facts import PlanFacts, Record

RULE = "networks.function_overlap"
SHAPE: TypeAdapter[OverlapFact | None] = TypeAdapter(OverlapFact | None)


@cache
def _bit_of() -> dict[tuple[str, str], int]:
    """The bit of every pair of functions, by sorted keys."""
    return {pair: 1 << at for at, pair in enumerate(combinations(sorted(functions()), 2))}


def tie_bits(bodies: Sequence[Collection[str]]) -> dict[tuple[int, int], int]:
    """For every two bodies, given by their functions, the pairs of functions that a tie between them joins; a function
    that the codebook has no more joins none."""
    bit = _bit_of()
    return {
        (a, b): sum({bit.get((min(f, g), max(f, g)), 0) for f, g in product(bodies[a], bodies[b])})
        for a, b in combinations(range(len(bodies)), 2)
    }


class FunctionTies(Record):
    """The functions that a city's lines name, the ties between them as hexadecimal bits, and the same in every network
    by chance, packed (zlib, base64)."""

    functions: list[str]
    ties: str
    by_chance: str

    @classmethod
    def of(cls, named: Collection[str], ties: int, by_chance: Sequence[int]) -> "FunctionTies":
        """From bits."""
        width = len(_bit_of()) // 8 + 1
        packed = zlib.compress(b"".join(one.to_bytes(width) for one in by_chance))
        return cls(functions=sorted(named), ties=f"{ties:x}", by_chance=base64.b64encode(packed).decode())


@dataclass(frozen=True, slots=True)
class CityTies:
    """A city, its plans and its ties."""

    name: str
    plans: Sequence[PlanFacts]
    ties: FunctionTies

    def samples(self) -> list[int]:
        """The ties by chance, as bits, packed out once a city."""
        return _unpacked(self.ties.by_chance)


@lru_cache(maxsize=1024)
def _unpacked(by_chance: str) -> list[int]:
    width = len(_bit_of()) // 8 + 1
    raw = zlib.decompress(base64.b64decode(by_chance))
    return [int.from_bytes(raw[at : at + width]) for at in range(0, len(raw), width)]


def overlaps(cities: Sequence[CityTies], pieces: Pieces) -> list[OverlapFact]:
    """How alike every two cities join functions, by their names. Two cities without a tie among the functions that
    both name have no overlap; a pair that was compared before is not compared again."""
    ordered = sorted(cities, key=lambda city: city.name)
    found = [
        pieces.of(RULE, [*one.plans, *other.plans], SHAPE, lambda one=one, other=other: _overlap(one, other))  # type: ignore[misc]
        for one, other in combinations(ordered, 2)
    ]
    return [fact for fact in found if fact]


def _overlap(one: CityTies, other: CityTies) -> OverlapFact | None:
    """Two cities."""
    shared = sorted(set(one.ties.functions) & set(other.ties.functions))
    mask = sum(_bit_of().get(pair, 0) for pair in combinations(shared, 2))
    here, there = int(one.ties.ties, 16) & mask, int(other.ties.ties, 16) & mask
    if not here | there:
        return None
    beside = Beside(_jaccard(here, there))
    for a, b in zip(one.samples(), other.samples(), strict=False):
        beside.add(_jaccard(a & mask, b & mask))
    return OverlapFact(
        first=one.name, second=other.name, functions=shared, common=(here & there).bit_count(),
        ties_first=here.bit_count(), ties_second=there.bit_count(), overlap=round(beside.value, 6),
        expected=beside.expected, spread=beside.spread, z=beside.z, p=beside.p, rule=RULE,
    )  # fmt: skip


def _jaccard(one: int, other: int) -> float:
    """The ties in both over the ties in either; 0 where there are none."""
    either = (one | other).bit_count()
    return (one & other).bit_count() / either if either else 0.0
