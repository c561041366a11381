"""Header fields of a document by the habits of GB/T 9704: number, index number, dates, issuer, title.

Fields stand one a line or several in one line, as ``label: value`` or as the cells of a table with blanks between the
characters of a label (索 引 号).
"""

import re
from functools import cache

from codebooks.reading import book
from loaders.lines import Line

_NUMBER = re.compile(r"\(?([\u4e00-\u9fff]{2,14}) ?\[ ?(\d{4}) ?\] ?(?:第 ?)?(\d{1,4}) ?号\)?")


@cache
def _names() -> dict[str, str]:
    """The field that each label stands for."""
    return {label: name for name, labels in book("headings")["fields"].items() for label in labels}


@cache
def _label() -> re.Pattern[str]:
    """A label at the head of a line or after a blank, with its colon or a blank; blanks may part its characters."""
    labels = "|".join(" *".join(label) for label in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"(?:(?<=^)|(?<=[ |*\[(]))({labels})\]?[*|]*(?:[:|] *|[ *]+|$)[*|]*")


def read_fields(lines: list[Line]) -> tuple[dict[str, tuple[int, int]], set[int]]:
    """The places of the header's values by field, the first of each, and the indexes of the lines that hold fields.

    A label that ends its line takes the next line as its value, unless that holds labels itself.
    """
    found: dict[str, tuple[int, int]] = {}
    used: set[int] = set()
    for index, line in enumerate(lines):
        labels = list(_label().finditer(line.words))
        if not labels or labels[0].start() > 2:
            continue
        used.add(index)
        for here, after in zip(labels, [*labels[1:], None], strict=True):
            name = _names()[here.group(1).replace(" ", "")]
            left, right = here.end(), after.start() if after else len(line.words)
            left, right = _trim(line.words, left, right)
            start, end = line.start + left, line.start + right
            if left == right and after is None and name != "other" and index + 1 < len(lines):
                below = lines[index + 1]
                if not _label().match(below.words):
                    used.add(index + 1)
                    start, end = below.start, below.end
            if name != "other" and start < end:
                found.setdefault(name, (start, end))
    return found, used


def _trim(words: str, left: int, right: int) -> tuple[int, int]:
    """The span without blanks and marks at its ends."""
    while left < right and words[left] in " |*[":
        left += 1
    while left < right and words[right - 1] in " |*[":
        right -= 1
    return left, right


def document_number(line: Line) -> tuple[int, int] | None:
    """The place of a document number that makes up the whole line, None for any other line."""
    found = _NUMBER.fullmatch(line.words)
    return (line.start + found.start(1), line.start + found.end() - line.words.endswith(")")) if found else None
