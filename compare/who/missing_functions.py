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
    every = sorted(set().union(*(city.functions() for city in cities.values())))
    return [
        fact
        for name, city in sorted(cities.items())
        for fact in _left_out(name, city, every, [(other, of) for other, of in sorted(cities.items()) if other != name])
    ]


def _left_out(
    name: str, city: NamedBodies, every: Sequence[str], others: Sequence[tuple[str, NamedBodies]]
) -> Iterable[LeftOutFact]:
    """What one city leaves out."""
    own = city.functions()
    for function in every:
        counts = [(other, of.naming(function, own), of.lines) for other, of in others]
        naming = [(other, count, lines) for other, count, lines in counts if count]
        if function in own or not naming:
            continue
        share = sum(count for _, count, _ in naming) / sum(lines for _, _, lines in naming)
        yield LeftOutFact(
            city=name,
            function=function,
            named_in=[other for other, _, _ in naming],
            lines=city.lines,
            share=round(share, 6),
            by_chance=round((1 - share) ** city.lines, 6),
            rule=RULE,
        )
