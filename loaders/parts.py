"""Which documents a text holds: one plan, or a covering notice and the plans that it carries, or a plan and plans
annexed to it. Each is a ``Part``: a stretch of lines with a title."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from loaders.closing import ASSIGNS
from loaders.headings import title_kind
from loaders.lines import Line, is_date, signed_line
from loaders.pattern import Pattern
from loaders.titles import HANDED_OVER, find_titles, names_of_plans, norm, title_below

MARKER = Pattern(
    "marker_of_an_annex",
    r"\[?附 ?[件表录]? ?[\d一二三四五六七八九十]{0,3}\]?[::]?",
    ("附件", "附件1", "附 件 2", "附件三:", "附"),
    ("附件:1.某市方案", "附则", "附件要齐全"),
    "fullmatch",
)
_PLANS = frozenset({"action_plan", "implementation_plan", "opinions", "work_priorities"})
_NOTICE_LINES = 60
_ASSIGNED = 2  # lines that name bodies make a plan of a list of tasks


@dataclass
class Part:
    """One document: title lines, text lines, and what its signature and header say.

    ``name``: its title as the notice prints it, where the document itself prints none: the place in the text.
    ``silent``: why it commits to nothing (``bearing.Silence``), known once its sections are.
    """

    title_lines: list[Line]
    first: int
    after: int
    key: str = "d"
    contained_in: str | None = None
    text: list[Line] = field(default_factory=list)
    annex_text: list[Line] = field(default_factory=list)
    annexes: list[Line] = field(default_factory=list)
    signed: list[tuple[int, int]] = field(default_factory=list)
    date_signed: str | None = None
    is_notice: bool = False
    name: tuple[int, int] | None = None
    silent: str | None = None


def find_parts(top: Part, lines: Sequence[Line]) -> list[Part]:
    """The documents of a text with their keys: n and d, or n and p1, p2 …; one alone is d, a plan with annexed plans
    p1 and p2, p3 …"""
    title = "".join(line.words for line in top.title_lines)
    labels = [i for i in range(top.first, len(lines)) if lines[i].label]
    opening = labels[0] if labels else len(lines)
    notice = lines[top.first : min(opening + 12, top.first + _NOTICE_LINES)]
    starts: list[tuple[int, int]] = []
    name = None
    if title_kind(title) == "notice" or any(HANDED_OVER.fits(line.words) for line in notice[:12]):
        names = names_of_plans(title, notice)
        starts = find_titles(lines, top.first + 1, names)
        if not starts:
            starts, name = _after_signature(lines, top, labels, names)
    carries = bool(starts)
    starts = sorted([*starts, *_annexed(lines, starts, top.first, labels)])
    if not starts:
        return [top]
    plans = [Part(list(lines[first:after]), after, len(lines)) for first, after in starts]
    for number, (part, below) in enumerate(zip(plans, [*starts[1:], (len(lines), 0)], strict=True)):
        part.after, part.contained_in = below[0], "n" if carries else "p1"
        part.key = "d" if len(plans) == 1 and carries else f"p{number + 1 + (not carries)}"
    plans[0].name = name
    top.after, top.key, top.is_notice = starts[0][0], "n" if carries else "p1", carries
    return [top, *plans]


def _after_signature(
    lines: Sequence[Line], top: Part, labels: Sequence[int], names: Sequence[str]
) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """The plan that follows the notice's date, where it does not print its title in the words of the notice.

    It has a title of its own, or none: then its headings begin anew, and its name is in the notice. Second: its place.
    """
    dated = next(
        (i for i in range(top.first, min(len(lines), top.first + _NOTICE_LINES)) if _is_signed(lines[i])), None
    )
    if dated is None:
        return [], None
    below = [i for i in labels if i > dated]
    end = below[0] if below else min(dated + 8, len(lines))
    for index in range(dated + 1, min(dated + 8, end)):
        if title := title_below(lines, index, end):
            return [title], None
    if len(below) < 2 or lines[below[0]].label is None or lines[below[0]].label.value != 1:  # type: ignore[union-attr]
        return [], None
    return [(dated + 1, dated + 1)], _place_of(names, lines[:dated]) if names else None


def _place_of(names: Sequence[str], lines: Sequence[Line]) -> tuple[int, int] | None:
    """Where one of these names stands in a line, as it is printed."""
    for name in names:
        for line in lines:
            at = line.words.find(name)
            if at >= 0:
                return line.start + at, line.start + at + len(name)
    return None


def _is_signed(line: Line) -> bool:
    return is_date(line) or signed_line(line) is not None


def _assigns(lines: Sequence[Line]) -> bool:
    """Whether several of these lines name the bodies that answer for a task."""
    found = (line for line in lines if "单位" in line.words[-120:] and ASSIGNS.fits(line.words))
    return len(list(islice(found, _ASSIGNED))) == _ASSIGNED


def _annexed(
    lines: Sequence[Line], known: Sequence[tuple[int, int]], begin: int, labels: Sequence[int]
) -> list[tuple[int, int]]:
    """Plans below a marker (附件2) that have headings of their own, and that no notice names."""
    titles = {norm("".join(line.words for line in lines[first:after])) for first, after in known}
    found = []
    markers = [i for i in range(begin, len(lines)) if len(lines[i].words) < 12 and MARKER.fits(lines[i].words)]
    for index, marker in enumerate(markers):
        if not labels or marker < labels[0]:
            continue
        end = markers[index + 1] if index + 1 < len(markers) else len(lines)
        title = title_below(lines, marker + 1, end)
        if title is None or any(first <= title[0] < after for first, after in known):
            continue
        words = "".join(line.words for line in lines[slice(*title)])
        headings = bisect_left(labels, end) - bisect_left(labels, title[1])
        kind = title_kind(words)
        bears = kind in _PLANS or (kind == "other" and _assigns(lines[title[1] : end]))
        if bears and norm(words) not in titles and headings > 1:
            found.append(title)
    return found
