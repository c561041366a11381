"""The number that a browser prints before an item of an ordered list, where the page's text does not hold it."""

import re
from itertools import islice
from typing import TYPE_CHECKING

from loaders.readers.html_names import BULLETS, TYPED_NUMBER
from loaders.readers.numerals import printed

if TYPE_CHECKING:
    from lxml.etree import _Element

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


class ListNumbers:
    """The counters of a page's ordered lists; ``of`` is asked once for every item, in order."""

    def __init__(self) -> None:
        self._last: dict[_Element, int] = {}

    def of(self, item: "_Element") -> str | None:
        """``2.`` for the second item of an ordered list; None for bullets and for items that print a label."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return None
        number = _whole(item.get("value"), self._last.get(parent, _whole(parent.get("start"), 1) - 1) + 1)
        self._last[parent] = number
        style = (item.get("style") or "") + (parent.get("style") or "")
        words = "".join(str(words) for words in islice(item.itertext(), 8))
        if BULLETS.re.search(style) or TYPED_NUMBER.re.match(words):
            return None
        named = next((_CLASSES[name] for name in (parent.get("class") or "").split() if name in _CLASSES), None)
        if named:
            return named[1].format(printed(number, named[0]))
        said = _STYLE.search(style)
        form = _FORMS.get(said[1].lower() if said else parent.get("type", ""), "decimal")
        return f"{printed(number, form)}{'、' if form == 'chineseCounting' else '.'}"


def _whole(words: str | None, default: int) -> int:
    return int(words) if words and re.fullmatch(r"[0-9]{1,4}", words) else default
