"""How a quantity is printed: 80%, 2—3所, 1:1.1."""

FORMS = ("1:n", "n:1")
"""Units in which the number stands in the place of n."""


def quantity(value: float, value_max: float | None, unit: str) -> str:
    """A number, or a range, with its unit, or in the form that its unit is."""
    number = _plain(value) if value_max is None else f"{_plain(value)}—{_plain(value_max)}"
    return unit.replace("n", number) if unit in FORMS else f"{number}{unit}"


def _plain(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
