"""The heading tree of a plan: sections with number paths, titles, kinds and places, and which of them are measures.

Read line by line: a line whose number label goes on from the labels before it opens a section; all other lines belong
to the section above. Levels come from the kinds of labels, outermost first, so skipped and mixed levels need no table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.facts import SectionKind
from loaders.documents import Part
from loaders.heading_line import place_heading
from loaders.headings import heading_kind, title_kind
from loaders.labels import KINDS, Label
from loaders.lines import Line
from loaders.plan import Section, Source

_STEP = 4  # numbers that may be missing before a label is taken for a stray number
_ASSIGNS = re.compile(
    r"^\(?(责任|牵头|配合|主办|承办|参与)(单位|部门|科室|处室)?[::]|(负责|牵头|落实|配合)\)?。?$|责任单位[::][^。]*\)?。?$"
)
_CLOSING = re.compile(
    r"(本|以上|上述)(政策|办法|意见|措施|方案|计划|通知|规定|实施方案|行动计划|实施意见|政策措施|文件)[^。]{0,12}(自|由|有效|执行)"
    r"|(施行|实施|执行)说明|各(级|地|县|市|区|乡|镇|有关|相关|部门|单位)[^。]{0,30}?要"
)
_BOX = re.compile(
    r"专栏 ?[\d一二三四五六七八九十]{1,3}(?![\d、中里内])"
)  # its numbered lines are words of the section above
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


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
    body: int = 0

    @property
    def rank(self) -> int:
        return self.label.rank if self.label else -1


def sections(source: Source, part: Part) -> list[Section]:
    """The sections of one document in the order of the text: its opening, the headings, its closing words."""
    opening, nodes = _tree(part.text)
    closing = _closing(nodes)
    found = []
    if opening:
        found.append(_unnumbered(part, opening, "notice" if part.is_notice else "preamble"))
    ids: dict[str, int] = {}
    bears = part.is_notice or _holds_measures(part)
    for node in nodes:
        length = node.label.length if node.label else 0
        *title, node.body = place_heading(source.folded, node.lines, length, bool(node.below))
        node.title = title[0], title[1]
        node.kind = _kind(source, node)
        _name(node, part.key, ids)
        found.append(_section(source, part, node, bears))
    if closing:
        found.append(_unnumbered(part, closing, "notice", "closing_words"))
    if part.annex_text:
        found.append(_unnumbered(part, part.annex_text, "notice", "annex"))
    return found


def _holds_measures(part: Part) -> bool:
    """Whether the document is a plan: rules and regulations in articles (办法, 规定) hold none."""
    title = "".join(line.words for line in part.title_lines)
    return title_kind(title) != "rules"


def _tree(lines: list[Line]) -> tuple[list[Line], list[_Node]]:
    """The lines before the first heading, and the headings in the order of the text, each with its own lines."""
    opening: list[Line] = []
    nodes: list[_Node] = []
    stack: list[_Node] = []
    last: dict[str, int] = {}
    boxed = False
    for line in lines:
        label = line.label if line.label and _goes_on(line, line.label, last, stack) else None
        if label and boxed and stack and label.rank > stack[-1].rank:
            label = None
        boxed = bool(_BOX.match(line.words)) or (boxed and label is None)
        bare = label is None and heading_kind(line.words) in ("remark",) and bool(nodes)
        if label is None and not bare:
            (nodes[-1].lines if nodes else opening).append(line)
            continue
        node = _Node(label, [line])
        while stack and (label is None or stack[-1].rank >= node.rank):
            stack.pop()
        if stack:
            node.above = stack[-1]
            stack[-1].below.append(node)
        nodes.append(node)
        stack.append(node)
        if label:
            last = {kind: value for kind, value in last.items() if _RANK[kind] <= label.rank or _runs_through(kind)}
            last[label.kind] = label.value
    return opening, nodes


def _runs_through(kind: str) -> bool:
    """Whether numbers of this kind may run on across the sections above them."""
    return kind in ("article", "han_bracket", "digit", "section")


def _goes_on(line: Line, label: Label, last: dict[str, int], stack: list[_Node]) -> bool:
    """Whether the label's number is one that can come next; a stray number in prose is not."""
    rest = line.words[label.length :].strip()
    if not rest and label.kind not in ("chapter", "section", "part", "article"):
        return False
    if label.kind == "circled":
        opens = label.value == 1 and bool(stack) and stack[-1].rank <= _RANK["han_bracket"]
        return opens or _beside(label, stack)
    if label.kind == "dotted":
        return bool(stack) and (label.value == 1 or _beside(label, stack))
    before = last.get(label.kind)
    return label.value == 1 or (before is not None and before <= label.value <= before + _STEP)


def _beside(label: Label, stack: list[_Node]) -> bool:
    """Whether a heading of this kind is open."""
    return any(node.label and node.label.kind == label.kind and node.label.value == label.value - 1 for node in stack)


def _kind(source: Source, node: _Node) -> SectionKind:
    """Goal and safeguard sections by the vocabulary of headings; all below them is of their kind."""
    if node.above and node.above.kind in ("goal", "safeguard"):
        node.rule = node.above.rule
        return node.above.kind
    found = heading_kind(source.folded[slice(*node.title)])
    if found == "remark":
        node.rule = "remark"
        return "goal"
    if found == "safeguard" and node.above is not None:
        return "task"
    return found


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
    above = list(_above(node))
    start = node.lines[0].start
    number = source.text[start : start + node.label.length].strip() if node.label else ""
    is_measure = bears and not node.below and node.kind in ("task", "safeguard")
    return Section(
        id=node.id,
        document=part.key,
        number=number,
        title=_words(source, node),
        parents=tuple(_words(source, item) for item in reversed(above)),
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


def _words(source: Source, node: _Node) -> str:
    """The title as printed; of a broken heading without the line end."""
    return re.sub(r"\s*[\r\n]\s*", "", source.text[slice(*node.title)]).rstrip("*")


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
    """Take the document's closing words out of its last item.

    They are what follows the line that assigns it, what begins as closing words do, or any paragraph after a run-in
    heading where every other item is one paragraph.
    """
    if not nodes or len(nodes[-1].lines) < 2:
        return []
    lines = nodes[-1].lines
    assigned = [i for i, line in enumerate(lines) if _ASSIGNS.search(line.words)]
    worded = [i for i, line in enumerate(lines) if i and _CLOSING.match(line.words)]
    leaves = [node for node in nodes[:-1] if not node.below]
    one_each = len(leaves) > 2 and all(len(node.lines) == 1 for node in leaves) and "。" in lines[0].words
    if assigned:
        cut = assigned[-1] + 1
    elif one_each:
        cut = 1
    elif worded and len(leaves) > 2:
        cut = worded[0]
    else:
        return []
    closing, nodes[-1].lines = lines[cut:], lines[:cut]
    return closing
