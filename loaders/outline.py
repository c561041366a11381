"""The heading tree of a plan: sections with number paths, titles, kinds and places, and which of them are measures.

Read line by line: a line whose number label goes on from the labels before it opens a section; all other lines belong
to the section above.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.facts import SectionKind
from loaders.bearing import silence
from loaders.closing import ASSIGNS, CERTAIN, PURPOSE, cut_closing
from loaders.documents import Part
from loaders.heading_line import place_heading
from loaders.headings import HeadingKind, heading_kind
from loaders.labels import Label
from loaders.lines import Line
from loaders.numbering import ASSIGNING_ITEM, Numbering
from loaders.pattern import Pattern
from loaders.plan import Section, Source

BARE_REMARK = Pattern(
    "heading_of_remarks_without_a_number",
    r"附 *则|名词解释|术语解释|(?:施行|实施|有关|相关|其他)说明|解释权及实施时间",
    ("附则", "附  则", "名词解释", "有关说明"),
    ("其他", "附则一", "有效期"),
    "fullmatch",
)
_LONGEST_REMARK = 14  # characters
_LINE_END = re.compile(r"\s*[\r\n]\s*")
_ASSIGNED_GOALS = 2  # goals that bodies answer for are tasks


@dataclass
class _Node:
    """A heading while the tree is being built."""

    label: Label | None
    lines: list[Line]
    above: "_Node | None" = None
    below: list["_Node"] = field(default_factory=list)
    kind: SectionKind = "task"
    rule: str = "numbered"
    id: str = ""
    title: tuple[int, int] = (0, 0)
    words: str = ""
    says: HeadingKind = "task"
    body: int = 0

    @property
    def rank(self) -> int:
        return self.label.rank if self.label else -1


def sections(source: Source, part: Part) -> list[Section]:
    """The sections of one document in the order of the text: its opening, the headings, its closing words.

    Notes in the part why it commits to nothing, where it does not.
    """
    opening, nodes = _tree(part.text)
    closing = _closing(nodes)
    found = []
    if opening:
        found.append(_unnumbered(part, opening, "notice" if part.is_notice else "preamble"))
    ids: dict[str, int] = {}
    kinds = {node.label.kind for node in nodes if node.label}
    part.silent = silence(part, has_articles="article" in kinds)
    _place_titles(source, nodes)
    last_task = max((i for i, node in enumerate(nodes) if not node.above and node.says == "task"), default=-1)
    for index, node in enumerate(nodes):
        node.kind = _kind(source, node, is_last=index > last_task)
        _name(node, part.key, ids)
        found.append(_section(source, part, node, part.silent is None))
    if closing:
        found.append(_unnumbered(part, closing, "notice", "closing_words"))
    if part.annex_text:
        found.append(_unnumbered(part, part.annex_text, "notice", "annex"))
    return found


def _place_titles(source: Source, nodes: list[_Node]) -> None:
    """Find the title of each heading, and what it says of its section."""
    for node in nodes:
        length = node.label.length if node.label else 0
        *title, node.body = place_heading(source.folded, node.lines, length, bool(node.below), source.text)
        node.title = title[0], title[1]
        node.words = _LINE_END.sub("", source.text[slice(*node.title)]).rstrip("*")
        node.says = heading_kind(source.folded[slice(*node.title)])


def _tree(lines: list[Line]) -> tuple[list[Line], list[_Node]]:
    """The lines before the first heading, and the headings in the order of the text, each with its own lines."""
    opening: list[Line] = []
    nodes: list[_Node] = []
    stack: list[_Node] = []
    path: list[Label] = []
    numbering = Numbering()
    for index, line in enumerate(lines):
        label = line.label if numbering.opens(lines, index, path) else None
        if label:
            numbering.take(label)
        if (label and nodes and ASSIGNING_ITEM.fits(line.words[label.length :])) or not (
            label or (nodes and _is_remark(line))
        ):
            (nodes[-1].lines if nodes else opening).append(line)
            continue
        node = _Node(label, [line])
        if label and stack and stack[0].label is None and label.value > 1 and label.kind == _top_kind(nodes):
            stack.clear()  # the sections go on after remarks in their midst
        while stack and (label is None or stack[-1].rank >= node.rank) and not _holds(stack[-1].label, label):
            stack.pop()
        if stack:
            node.above = stack[-1]
            stack[-1].below.append(node)
        nodes.append(node)
        stack.append(node)
        path = [open_node.label for open_node in stack if open_node.label]
    return opening, nodes


def _top_kind(nodes: list[_Node]) -> str | None:
    """The kind of labels of the top level."""
    return next((node.label.kind for node in nodes if node.label and not node.above), None)


def _holds(above: Label | None, label: Label | None) -> bool:
    """Whether a dotted number stands below the other by its digits (2.1 above 2.1.1)."""
    return bool(above and label and above.kind == label.kind == "dotted" and label.path.startswith(above.path + "."))


def _is_remark(line: Line) -> bool:
    """Whether a line without a number is the heading of remarks."""
    return len(line.words) <= _LONGEST_REMARK and BARE_REMARK.fits(line.words)


def _kind(source: Source, node: _Node, *, is_last: bool) -> SectionKind:
    """Goal and safeguard sections by the vocabulary of headings; all below them is of their kind.

    ``is_last``: no task section of the top level follows.
    """
    if node.above and node.above.kind in ("goal", "safeguard"):
        node.rule = node.above.rule
        return node.above.kind
    own = 1 if len(node.lines) > 1 and "。" not in node.lines[0].words[:-1] else 0
    places = (node.title[0], node.lines[own].start)
    remarks = (CERTAIN, PURPOSE) if node.label and node.label.kind == "article" else (CERTAIN,)
    said = not node.below and any(one.re.match(source.folded, at) for one in remarks for at in places)
    if node.says == "remark" or said:
        node.rule = "remark"
        return "goal"
    if node.says == "goal":
        return "task" if sum(map(_is_assigned, node.below)) >= _ASSIGNED_GOALS else "goal"
    above = node.above.label if node.above else None
    if node.says == "safeguard" and (node.above is None or (above and above.kind == "part")):
        return "safeguard"
    return "safeguard" if node.says == "support" and node.above is None and is_last else "task"


def _is_assigned(node: _Node) -> bool:
    """Whether a line of the section names the bodies that answer for it."""
    return any("单位" in line.words[-120:] and ASSIGNS.fits(line.words) for line in node.lines)


def _name(node: _Node, key: str, ids: dict[str, int]) -> None:
    """The id by the printed numbers; a repeated number gets an ordinal (d/1-2)."""
    number = str(node.label.value) if node.label else "0"
    path = f"{node.above.id}.{number}" if node.above else f"{key}/{number}"
    ids[path] = ids.get(path, 0) + 1
    node.id = path if ids[path] == 1 else f"{path}-{ids[path]}"


def _last_line(node: _Node) -> Line:
    while node.below:
        node = node.below[-1]
    return node.lines[-1]


def _section(source: Source, part: Part, node: _Node, bears: bool) -> Section:
    start = node.lines[0].start
    is_measure = bears and not node.below and node.kind in ("task", "safeguard")
    return Section(
        id=node.id,
        document=part.key,
        number=source.text[start : start + node.label.length].strip() if node.label else "",
        title=node.words,
        parents=tuple(reversed([above.words for above in _above(node)])),
        kind=node.kind,
        is_measure=is_measure,
        above=node.above.id if node.above else None,
        start=start,
        title_start=node.title[0],
        body=node.body,
        own_end=max(node.lines[-1].end, node.body),
        end=_last_line(node).end,
        rule=node.rule,
    )


def _above(node: _Node) -> Iterator[_Node]:
    while node.above:
        node = node.above
        yield node


def _unnumbered(part: Part, lines: list[Line], kind: SectionKind, rule: str = "opening") -> Section:
    start, end = lines[0].start, lines[-1].end
    return Section(
        id="preamble" if kind == "preamble" else None,
        document=part.key,
        number="",
        title="",
        parents=(),
        kind=kind,
        is_measure=False,
        above=None,
        start=start,
        title_start=start,
        body=start,
        own_end=end,
        end=end,
        rule=rule,
    )


def _closing(nodes: list[_Node]) -> list[Line]:
    """Take the document's closing words out of its last item."""
    if not nodes or len(nodes[-1].lines) < 2:
        return []
    lines = nodes[-1].lines
    others = [node for node in nodes[:-1] if not node.below]
    several = len(others) > 2
    one_line_each = all(len(node.lines) == 1 for node in others)
    cut = cut_closing(lines, one_line_each, several)
    if cut is None:
        return []
    closing, nodes[-1].lines = lines[cut:], lines[:cut]
    return closing
