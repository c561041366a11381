"""The number that a browser prints before an item of an ordered list, where the page's text does not hold it."""

import re
from itertools import islice
from typing import TYPE_CHECKING

from loaders.readers.numerals import han

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 300  # items of one list that are counted
# Classes that the most used editor of portals gives to lists with numbers of its own.
_STYLES = {
    "custom_num": "{digit}.", "custom_num1": "{digit})", "custom_num2": "({digit})",
    "custom_cn": "{han}、", "custom_cn1": "{han})", "custom_cn2": "({han})",
}  # fmt: skip
_LABELLED = re.compile(r"\s*[(（第]?[\d一二三四五六七八九十①-⑳]{1,3}\s*[)）、.．章节条 ]|\s*[①-⑳]")
_NO_NUMBER = re.compile(r"list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)")


def printed_number(item: "_Element") -> str | None:
    """``2.`` for the second item of an ordered list; None for bullets and for items that print a label themselves."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or _NO_NUMBER.search(parent.get("style", "") + item.get("style", "")):
        return None
    if _LABELLED.match("".join(str(words) for words in islice(item.itertext(), 8))):
        return None
    start = parent.get("start", "1")
    before = sum(1 for _ in islice(item.itersiblings("li", preceding=True), _MOST))
    if before == _MOST:
        return None
    number = before + (int(start) if re.fullmatch(r"\d{1,4}", start) else 1)
    style = next((_STYLES[name] for name in (parent.get("class") or "").split() if name in _STYLES), "{digit}.")
    return style.format(digit=number, han=han(number))
