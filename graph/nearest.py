"""Near names: what a person may have meant who wrote a name that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str], count: int = 5) -> list[str]:
    """Up to ``count`` known names that contain, are contained in, or look like ``name``; best first.

    Short names share few characters, so one of two in common makes them near.
    """
    names = sorted(set(known))
    folded = name.casefold()
    inside = [one for one in names if folded and (folded in one.casefold() or one.casefold() in folded)]
    inside.sort(key=lambda one: (abs(len(one) - len(name)), one))
    close = get_close_matches(name, names, n=count, cutoff=0.5 if len(name) > 3 else 0.39)
    return list(dict.fromkeys([*inside, *close]))[:count]


def suggestion(name: str, known: Iterable[str]) -> str:
    """`; did you mean …?`, or the known names where none is near and they are few."""
    names = sorted(set(known))
    near = get_close_matches(name, names, n=1, cutoff=0.6)
    if near:
        return f"; did you mean {near[0]}?"
    return f"; known: {', '.join(names)}" if 0 < len(names) <= 20 else ""
