"""Header fields that a page prints around its article: ``发布日期：…``, a label and a value apart, metadata tables.

The labels are those of ``loaders.header``, which reads the lines that are kept here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from loaders.header import FIELDS

if TYPE_CHECKING:
    from loaders.readers.html_lines import HtmlLine

_BLANKS = r"[ \u00a0\u3000]*"
_WHITE = re.compile(r"[ \t\r\n\f]+")
_NO_LINE_OF_ITS_OWN = ("", "title")  # a bare 标题 stands over many a search form
_NEXT_FIELD = re.compile(r"\t|[ \u00a0\u3000|]+(?=[^:：\s]{2,6}[:：])")


@cache
def _labels(*unwanted: str) -> re.Pattern[str]:
    """A label of a header field at the head of a line or cell, with its colon, cell end or line end."""
    wanted = (label for name, labels in FIELDS.items() if name not in unwanted for label in labels)
    either = "|".join(_BLANKS.join(label) for label in sorted(wanted, key=len, reverse=True))
    return re.compile(rf"(?:[\[【](?:{either})[\]】]|[ (（]*(?:{either})[)）]?{_BLANKS}(?:[:：\t]|$))[ \t:：]*")


def is_label(words: str) -> bool:
    """Whether these words are the label of a header field, and nothing else."""
    return _labels().fullmatch(words) is not None


def is_form(cells: Iterable[str]) -> bool:
    """Whether these first cells of a table are those of header fields, not the heads of a table of tasks (责任部门)."""
    found = {words for words in cells if _labels(*_NO_LINE_OF_ITS_OWN).fullmatch(words)}
    return len(found) > 1 or any(len(words.rstrip(":： ")) > 2 for words in found)


def field_lines(lines: "list[HtmlLine]") -> "list[HtmlLine]":
    """The lines that hold a field which a document keeps; a label on a line of its own keeps the line below it."""
    kept: list[HtmlLine] = []
    label: HtmlLine | None = None
    for line in _paired(lines):
        words = _filled(apart(line))
        if label and words and not _labels().match(words):
            kept += [label, replace(line, text=words)]
            label = None
            continue
        alone = _labels(*_NO_LINE_OF_ITS_OWN).fullmatch(apart(line))
        label = replace(line, text=alone.group().strip()) if alone else None
        if any(_labels("").match(cell) for cell in [words, *_NEXT_FIELD.split(words)]):
            kept.append(replace(line, text=words))
    return kept


def _paired(lines: "list[HtmlLine]") -> "Iterator[HtmlLine]":
    """The lines, where a row of labels stands over a row of values these two as one."""
    labels: HtmlLine | None = None
    for line in lines:
        if labels and line.table is labels.table and len(line.cells) == len(labels.cells):
            pairs = zip(labels.cells, line.cells, strict=True)
            text = "\t".join(f"{label.words}\t{value.words}" for label, value in pairs if value.words)
            yield replace(line, text=text, pieces=(text,))
            labels = None
            continue
        if labels:
            yield labels
        labels = line if len(line.cells) > 1 and all(is_label(cell.words) for cell in line.cells) else None
        if not labels:
            yield line


def apart(line: "HtmlLine") -> str:
    """The words of a line, a label parted from the words before and after it, which markup alone may part."""
    words: list[str] = []
    before = ""
    for raw in line.pieces:
        piece = raw if line.cells else _WHITE.sub(" ", raw)
        if before and (is_label(before) or _labels().match(piece.strip())):
            words.append("\t")
        words.append(piece)
        before = piece.strip() or before
    return re.sub(r" *\t[ \t]*", "\t", "".join(words)).strip(" \t")


def _filled(words: str) -> str:
    """The words without a label at their end that has no value: it would take the next line for it."""
    cells = re.split(r"(\t+)", words)
    while cells and (not cells[-1].strip() or (is_label(cells[-1]) and len(cells) > 1) or is_label(words)):
        cells.pop()
        words = "".join(cells)
    return words.rstrip("\t ")
