"""Ties between functions, which compare across cities: which two functions a city joins in its measures.

A set of ties is kept as the bits of a number, one for each pair of functions of the codebook, so that two cities, and
two hundred networks by chance of each, are compared at once.
"""

import base64
import zlib
from collections.abc import Collection, Sequence
from functools import cache
from itertools import combinations, product

from codebooks.institutions import functions
from compare.who.chance import Beside
from graph.derived.networks import OverlapFact
from graph.facts import Record

RULE = "networks.function_overlap"


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

    def samples(self) -> list[int]:
        """The ties by chance, as bits."""
        width = len(_bit_of()) // 8 + 1
        raw = zlib.decompress(base64.b64decode(self.by_chance))
        return [int.from_bytes(raw[at : at + width]) for at in range(0, len(raw), width)]


def overlaps(cities: dict[str, FunctionTies]) -> list[OverlapFact]:
    """How alike every two cities join functions, by their names. Two cities without a tie among the functions that
    both name have no overlap."""
    samples = {city: ties.samples() for city, ties in cities.items()}
    found = []
    for first, second in combinations(sorted(cities), 2):
        one, other = cities[first], cities[second]
        shared = sorted(set(one.functions) & set(other.functions))
        mask = sum(_bit_of().get(pair, 0) for pair in combinations(shared, 2))
        here, there = int(one.ties, 16) & mask, int(other.ties, 16) & mask
        if not here | there:
            continue
        beside = Beside(_jaccard(here, there))
        for a, b in zip(samples[first], samples[second], strict=False):
            beside.add(_jaccard(a & mask, b & mask))
        found.append(
            OverlapFact(
                first=first, second=second, functions=shared, common=(here & there).bit_count(),
                ties_first=here.bit_count(), ties_second=there.bit_count(), overlap=round(beside.value, 6),
                expected=beside.expected, spread=beside.spread, z=beside.z, p=beside.p, rule=RULE,
            )
        )  # fmt: skip
    return found


def _jaccard(one: int, other: int) -> float:
    """The ties in both over the ties in either; 0 where there are none."""
    either = (one | other).bit_count()
    return (one & other).bit_count() / either if either else 0.0
