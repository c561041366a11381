"""Missing functions: what the lines of other cities name and those of one city leave out.

Two things make a function look missing that is not. A body that was merged (health and sports) carries functions that
nobody asked for: it counts only where the other city names none of its functions. And few lines leave out much by
chance: so beside each missing function stands how often lines as many as the city's would leave it out, if they named
it as often as those of the other cities.
"""

from collections.abc import Iterable, Mapping, Sequence

from compare.who.joint_work import Network
from graph.derived.networks import LeftOutFact
from graph.facts import Record

RULE = "duties.missing_function"


class NamedBodies(Record):
    """What a city's comparable lines name: how many measures have one, and for every body its functions and its
    measures by their place in the sorted lines."""

    lines: int
    bodies: list[tuple[list[str], list[int]]]

    def functions(self) -> set[str]:
        """Every function that is named."""
        return {function for functions, _ in self.bodies for function in functions}

    def naming(self, function: str, apart_from: set[str]) -> int:
        """How many measures name the function by a body that has none of the functions given."""
        named = [
            set(at) for functions, at in self.bodies
            if function in functions and apart_from.isdisjoint(functions)
        ]  # fmt: skip
        return len(set().union(*named))


def named_bodies(network: Network) -> NamedBodies:
    """What a network's lines name."""
    place = {ref: at for at, ref in enumerate(network.lines)}
    bodies = [(sorted(actor.functions), sorted(place[ref] for ref in actor.measures))
              for actor in network.actors.values()]  # fmt: skip
    return NamedBodies(lines=len(network.lines), bodies=sorted(bodies))


def left_out(cities: Mapping[str, NamedBodies]) -> list[LeftOutFact]:
    """For every city, the functions that lines of other cities name and its own leave out, by city and function."""
    tables = [_Table(name, city) for name, city in sorted(cities.items())]
    every = sorted(set().union(*(table.own for table in tables)))
    return [fact for table in tables for fact in _left_out(table, every, tables)]


class _Table:
    """A city's functions, each with how many measures name it. The count is null where a body of several functions
    does: then it depends on which city asks."""

    def __init__(self, name: str, city: NamedBodies) -> None:
        self.name, self.city, self.own = name, city, city.functions()
        merged = {function for functions, _ in city.bodies if len(functions) > 1 for function in functions}
        self.plain = {function: city.naming(function, set()) for function in self.own - merged}

    def naming(self, function: str, apart_from: set[str]) -> int:
        """As of NamedBodies."""
        if function not in self.own:
            return 0
        plain = self.plain.get(function)
        return self.city.naming(function, apart_from) if plain is None else plain


def _left_out(city: _Table, every: Sequence[str], tables: Sequence[_Table]) -> Iterable[LeftOutFact]:
    """What one city leaves out."""
    for function in every:
        if function in city.own:
            continue
        counts = [(other, other.naming(function, city.own)) for other in tables if other is not city]
        naming = [(other, count) for other, count in counts if count]
        if not naming:
            continue
        share = sum(count for _, count in naming) / sum(other.city.lines for other, _ in naming)
        yield LeftOutFact(
            city=city.name,
            function=function,
            named_in=[other.name for other, _ in naming],
            lines=city.city.lines,
            share=round(share, 6),
            by_chance=round((1 - share) ** city.city.lines, 6),
            rule=RULE,
        )
