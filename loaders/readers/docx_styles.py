"""Styles of a Word file, as far as they say what is printed: numbers, hidden words, lines of a table of contents."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.readers.docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_VANISH = W + "vanish"
_OFF = frozenset({"0", "false", "off", "none"})
_CONTENTS = ("toc", "index", "table of ")  # names of styles that Word itself gives
_DEEPEST = 20  # styles that are based on one another


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    above: str | None
    list: str | None
    level: int | None
    hides: bool


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: "_Element | None") -> None:
        self._styles: dict[str, _Style] = {}
        for item in root.iterchildren(W + "style") if root is not None else ():
            numbers = item.find(f"{W}pPr/{W}numPr")
            level = value(numbers, "ilvl")
            self._styles[item.get(W + "styleId", "")] = _Style(
                name=(value(item, "name") or "").lower(),
                above=value(item, "basedOn"),
                list=value(numbers, "numId"),
                level=None if level is None else number_in(level, 0),
                hides=is_on(item.find(f"{W}rPr/{W}vanish")),
            )
        self._hiding = {key for key in self._styles if any(self._styles[above].hides for above in self._upwards(key))}
        self._contents = {key for key, style in self._styles.items() if style.name.startswith(_CONTENTS)}

    def numbering(self, properties: "_Element | None") -> tuple[str | None, int | None, str | None]:
        """The list of a paragraph with these properties, its level where one is said, and the style that says so."""
        own = properties.find(W + "numPr") if properties is not None else None
        number, level = value(own, "numId"), value(own, "ilvl")
        depth = None if level is None else number_in(level, 0)
        style = value(properties, "pStyle")
        if number is not None:
            return number, depth, style
        for key in self._upwards(style):
            if (found := self._styles[key]).list is not None:
                return found.list, depth if depth is not None else found.level, key
        return None, None, None

    def hides(self, properties: "_Element | None") -> bool:
        """Whether a run with these properties is not shown."""
        if properties is None:
            return False
        own = properties.find(_VANISH)
        if own is not None:
            return is_on(own)
        return bool(self._hiding) and value(properties, "rStyle") in self._hiding

    def lists_contents(self, properties: "_Element | None") -> bool:
        """Whether a paragraph is a line of a table of contents or of an index."""
        return bool(self._contents) and value(properties, "pStyle") in self._contents

    def _upwards(self, key: str | None) -> list[str]:
        found: list[str] = []
        while key is not None and key in self._styles and len(found) < _DEEPEST:
            found.append(key)
            key = self._styles[key].above
        return found


def value(parent: "_Element | None", name: str) -> str | None:
    """The ``w:val`` of a child element, None where there is no such child."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(W + "val") if child is not None else None


def is_on(element: "_Element | None") -> bool:
    """Whether a switch such as ``<w:vanish/>`` is there and not turned off."""
    return element is not None and (element.get(W + "val") or "1").lower() not in _OFF


def number_in(words: str | None, default: int) -> int:
    """A whole number from 0 to 99,999; the default where an attribute holds none."""
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 6 else default
