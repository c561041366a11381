"""The numbers that Word prints before paragraphs by itself: lists, levels, starts, restarts, forms such as ``第%1章``.

A paragraph names a list (``numId``) and a level, itself or by its style. Lists that share an abstract list count on
together, unless they override its start. See ECMA-376, part 1, 17.9.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.readers.docx_package import W
from loaders.readers.docx_styles import Styles, number_in, value
from loaders.readers.numerals import printed

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and prints."""

    start: int
    form: str
    text: str
    restart: int | None
    is_legal: bool
    is_glued: bool
    style: str | None


@dataclass(slots=True)
class _List:
    """A list that paragraphs name: its abstract list, its own levels, the starts that it overrides."""

    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """The counters of a document; ``label`` is asked once for every paragraph, in order."""

    def __init__(self, root: "_Element | None", styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def label(self, properties: "_Element | None") -> str:
        """The number of a paragraph with these properties, with a blank behind it where no mark ends it."""
        if not self._lists:
            return ""
        number, depth, style = self._styles.numbering(properties)
        found = self._lists.get(number or "0")
        if found is None:
            return ""
        if depth is None:
            depth = next((at for at, level in found.levels.items() if level.style and level.style == style), 0)
        level = found.levels.get(depth)
        if level is None:
            return ""
        counts = self._counted(number or "", found, depth)
        if level.form == "bullet":
            return ""
        label = _PLACE.sub(lambda place: self._shown(found, counts, int(place[1]) - 1, level.is_legal), level.text)
        return label if level.is_glued or not label or not label[-1].isalnum() else f"{label} "

    def _counted(self, number: str, found: _List, depth: int) -> list[int | None]:
        """Count one on at this level and begin the levels below anew."""
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at in found.starts:
                counts[at] = None
        before = counts[depth]
        counts[depth] = found.starts.get(depth, found.levels[depth].start) if before is None else before + 1
        for at in range(depth + 1, _LEVELS):
            restart = found.levels[at].restart if at in found.levels else None
            if restart is None or (restart and depth < restart):
                counts[at] = None
        return counts

    def _shown(self, found: _List, counts: list[int | None], depth: int, is_legal: bool) -> str:
        level = found.levels.get(depth)
        if level is None:
            return ""
        count = counts[depth]
        number = found.starts.get(depth, level.start) if count is None else count
        return "" if level.form == "none" else printed(number, "decimal" if is_legal else level.form)

    def _read(self, root: "_Element") -> None:
        abstract = {item.get(W + "abstractNumId", ""): item for item in root.iterchildren(W + "abstractNum")}
        linked = {value(item, "styleLink"): key for key, item in abstract.items() if value(item, "styleLink")}
        for item in root.iterchildren(W + "num"):
            key = value(item, "abstractNumId") or ""
            if key in abstract and (style := value(abstract[key], "numStyleLink")):
                key = linked.get(style, key)
            found = _List(key, _levels(abstract[key]) if key in abstract else {})
            for override in item.iterchildren(W + "lvlOverride"):
                depth = number_in(override.get(W + "ilvl"), 0)
                if depth < _LEVELS and (start := value(override, "startOverride")):
                    found.starts[depth] = number_in(start, 1)
                found.levels |= _levels(override)
            self._lists[item.get(W + "numId", "")] = found


def _levels(parent: "_Element") -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for item in parent.iterchildren(W + "lvl"):
        depth = number_in(item.get(W + "ilvl"), 0)
        restart = value(item, "lvlRestart")
        form = next(item.iter(W + "numFmt"), None)
        if depth < _LEVELS:
            found[depth] = _Level(
                start=number_in(value(item, "start"), 1),
                form=(form.get(W + "val") if form is not None else None) or "decimal",
                text=(value(item, "lvlText") or "")[:60],
                restart=None if restart is None else number_in(restart, 0),
                is_legal=item.find(W + "isLgl") is not None,
                is_glued=value(item, "suff") == "nothing",
                style=value(item, "pStyle"),
            )
    return found
