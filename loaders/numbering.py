"""Which number labels open a section: those whose number can come next among the labels before them.

A plan prints numbers that are no headings too: quantities at the head of a broken line, lists in prose (①②③), the
lines of a box (专栏). Levels come from the kinds of labels, outermost first, so skipped and mixed levels need no table.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from loaders.heading_line import LONGEST_HEADING
from loaders.labels import KINDS, Label
from loaders.lines import Line
from loaders.pattern import Pattern

_STEP = 4  # numbers that may be missing before a label is taken for a stray number
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
# Numbers of these kinds may run on across the sections above them.
_RUNS_THROUGH = frozenset({"article", "han_bracket", "digit", "section", "han"})
_ALONE = frozenset({"part", "chapter", "section", "article"})
_LIST = 30  # items of a list that are looked at
_LONGEST_WORD = 14  # characters of a line in a list of words, its number included
_SHORTEST_CIRCLED = 16  # characters; a shorter line ①… is a word in a list
BOX = Pattern(
    "box",
    r"\[?专栏 ?[\d一二三四五六七八九十]{1,3}(?![\d、中里内])",
    ("专栏1 重点工程", "专栏二:主要指标", "[专栏3]工程"),
    ("专栏中的项目", "专栏1、2", "开设专栏"),
    "match",
)
ASSIGNING_ITEM = Pattern(
    "numbered_line_that_assigns",
    r"[ 、.*]*(?:责任|牵头|配合|主办|承办|参与|协办|协助)(?:单位|部门|科室|处室|领导|人)[ *]{0,3}(?:[::。]|$)"
    r"|[ 、.*]*(?:完成|工作|办结|时间|实施)(?:时限|时间|期限|节点|进度)[ *]{0,3}[::]",
    ("责任单位:市城管局", "牵头单位", "完成时限:2024年底"),
    ("责任单位要加强管理。", "完成时限要求", "压实责任"),
    "match",
)
_LIST_IN_LINE = re.compile(r"[;,:。、]\s*(?:[②-⑳]|\(\d{1,2}\)|[⑵-⒇]|\d{1,2}\))")


class Numbering:
    """The numbers seen so far in a document; asked line by line whether a label opens a section."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._box: dict[str, int] | None = None  # the numbers seen inside the box that is open

    def opens(self, lines: Sequence[Line], index: int, path: Sequence[Label]) -> bool:
        """Whether the label of this line opens a section; ``path``: labels of the sections open, outermost first."""
        line = lines[index]
        label = line.label
        if label is None:
            if line.words.startswith(("专栏", "[专栏")) and BOX.fits(line.words):
                self._box = {}
            return False
        if self._box is not None and not self._leaves_box(self._box, label, path):
            self._box[label.kind] = label.value
            return False
        if not self._goes_on(lines, index, label, path):
            return False
        self._box = None
        return True

    def take(self, label: Label) -> None:
        """Count a label that opened a section, or a line of one."""
        rank = label.rank
        self._last = {k: value for k, value in self._last.items() if _RANK[k] <= rank or k in _RUNS_THROUGH}
        self._last[label.kind] = label.value

    def _goes_on(self, lines: Sequence[Line], index: int, label: Label, path: Sequence[Label]) -> bool:
        """Whether the label's number is one that can come next; a stray number in prose is not."""
        line = lines[index]
        if not line.words[label.length :].strip(" *") and label.kind not in _ALONE and not _title_below(lines, index):
            return False
        if label.kind == "dotted":
            return _under_prefix(label, path)
        if label.kind == "circled":
            return self._circled(lines, index, label, path)
        if label.kind.startswith("digit_") and (
            _LIST_IN_LINE.search(line.words, label.length) or _is_list_of_words(lines, index, label)
        ):
            return False
        before = self._last.get(label.kind)
        return label.value == 1 or (before is not None and before <= label.value <= before + _STEP)

    def _circled(self, lines: Sequence[Line], index: int, label: Label, path: Sequence[Label]) -> bool:
        """Whether ① opens a section: a paragraph of its own, followed by ② in the next; under 1. only a long one."""
        if _beside(label, path):
            return True
        if label.value != 1 or not path or _LIST_IN_LINE.search(lines[index].words, label.length):
            return False
        deep = path[-1].rank > _RANK["han_bracket"]
        after = next((other.label for other in lines[index + 1 : index + 8] if other.label), None)
        follows = after is not None and after.kind == "circled" and after.value == 2
        return follows and (not deep or (len(lines[index].words) >= _SHORTEST_CIRCLED and "。" in lines[index].words))

    def _leaves_box(self, box: dict[str, int], label: Label, path: Sequence[Label]) -> bool:
        """Whether the label goes on with the sections around the box; numbers inside a box begin anew."""
        if not path or label.rank > path[-1].rank or label.value == box.get(label.kind, 0) + 1:
            return bool(path) and label.rank < path[-1].rank and label.value == self._last.get(label.kind, 0) + 1
        return label.value == self._last.get(label.kind, 0) + 1


def _is_list_of_words(lines: Sequence[Line], index: int, label: Label) -> bool:
    """Whether (1), (2) … after a colon are but words of its sentence: lines too short to say what is to be done."""
    if label.value != 1 or not index or not lines[index - 1].words.endswith(":"):
        return False
    items = list(takewhile(lambda line: line.label and line.label.kind == label.kind, lines[index : index + _LIST]))
    return len(items) > 1 and all(len(line.words) <= _LONGEST_WORD for line in items)


def _title_below(lines: Sequence[Line], index: int) -> bool:
    """Whether the line below a bare number is its title."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    return (
        below is not None and not below.label and 2 <= len(below.words) <= LONGEST_HEADING and "。" not in below.words
    )


def _beside(label: Label, path: Sequence[Label]) -> bool:
    """Whether the section of the number before is open."""
    return any(other.kind == label.kind and other.value == label.value - 1 for other in path)


def _under_prefix(label: Label, path: Sequence[Label]) -> bool:
    """Whether a dotted number goes on below its prefix: 2.1 below 2 or beside it, 2.1.1 below 2.1."""
    prefix, _, _ = label.path.rpartition(".")
    for other in reversed(path):
        if other.kind == "dotted" and (other.path == prefix or other.path.rpartition(".")[0] == prefix):
            return True
        if "." not in prefix and other.kind != "dotted" and other.value == int(prefix):
            return True
    return False
