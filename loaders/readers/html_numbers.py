"""The number that a browser prints before an item of an ordered list, where the page's text does not hold it."""

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from loaders.readers.html_names import BULLETS, TYPED_NUMBER
from loaders.readers.numerals import printed

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 300  # items of one list that are counted
# Classes that the most used editor of portals gives to lists with numbers of its own: form and print.
_CLASSES = {
    "custom_num": ("decimal", "{}."), "custom_num1": ("decimal", "{})"), "custom_num2": ("decimal", "({})"),
    "custom_cn": ("chineseCounting", "{}、"), "custom_cn1": ("chineseCounting", "{})"),
    "custom_cn2": ("chineseCounting", "({})"),
}  # fmt: skip
# The forms of style sheets and of the attribute ``type``, as ``numerals`` calls them.
_FORMS = {
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)


def printed_number(item: "_Element") -> str | None:
    """``2.`` for the second item of an ordered list; None for bullets and for items that print a label themselves."""
    parent = item.getparent()
    style = (item.get("style") or "") + (parent.get("style", "") if parent is not None else "")
    if parent is None or parent.tag != "ol" or BULLETS.re.search(style):
        return None
    if TYPED_NUMBER.re.match("".join(str(words) for words in islice(item.itertext(), 8))):
        return None
    number = _counted(item, parent)
    if number is None:
        return None
    named = next((_CLASSES[name] for name in (parent.get("class") or "").split() if name in _CLASSES), None)
    if named:
        return named[1].format(printed(number, named[0]))
    said = _STYLE.search(style)
    form = _FORMS.get(said[1].lower() if said else parent.get("type", ""), "decimal")
    return f"{printed(number, form)}{'、' if form == 'chineseCounting' else '.'}"


def _counted(item: "_Element", parent: "_Element") -> int | None:
    """The number of an item: its own or that of the last one above that states one, counted on; None in long lists."""
    above = 0
    for here in chain([item], islice(item.itersiblings("li", preceding=True), _MOST)):
        if re.fullmatch(r"\d{1,4}", here.get("value", "")):
            return int(here.get("value", "")) + above
        above += 1
    start = parent.get("start", "1")
    return None if above > _MOST else above - 1 + (int(start) if re.fullmatch(r"\d{1,4}", start) else 1)
