"""The words of one paragraph of Word as they are printed: without deleted, hidden and computed words.

Insertions stay and deletions go; results of fields stay (a link, a date), page numbers and tables of contents go;
the words of a text box and of a footnote are put aside, since they stand elsewhere on the page.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.readers.docx_package import ALTERNATIVE, W
from loaders.readers.docx_styles import Styles
from loaders.readers.numerals import printed

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Properties, deleted words, the small characters of a ruby, embedded files: nothing in them is a word of the text.
OUT = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr"),
        *("del", "moveFrom", "delText", "rt", "object"),
    )
)
_RUN, _PROPERTIES = W + "r", W + "rPr"
_TEXT = frozenset({W + "t", _M + "t"})
_SIGNS = {W + "tab": "  ", W + "ptab": "  ", W + "noBreakHyphen": "-", W + "br": "\n", W + "cr": "\n"}
_MARKS = frozenset({W + "fldChar", W + "fldSimple", W + "instrText"})
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_COMPUTED = re.compile(r"\s*(?:TOC|TOA|INDEX|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.I)
_EQUATION = re.compile(r"\s*EQ\b", re.I)
_IN_CIRCLE = re.compile(r"\s*EQ\s*\\o\s*(?:\\ac)?\s*\(\s*[○〇]\s*[,;]\s*(\d{1,2})\s*\)\s*", re.I)
_SWITCHES = re.compile(r"\\\*\s*\w*|\"[^\"]*\"|\\[a-z]+\s*\d*|[(),;]", re.I)
_LONG_CODE = 400
_WHITE = re.compile(r"[\t\r\n\x0b\x0c]+")
_NO_WIDTH = re.compile("[\xad\u200b-\u200d\u2060\ufeff]+")
_FROM_FONT = range(0xE000, 0xF900)  # characters that only a font such as Wingdings gives a shape


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its words (line breaks as line feeds), its text boxes, the footnotes that it names."""

    pieces: list[str] = field(default_factory=list)
    boxes: "list[_Element]" = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """An open field: its code so far, and whether its result has begun."""

    code: str = ""
    has_result: bool = False

    @property
    def is_computed(self) -> bool:
        return self.has_result and _COMPUTED.match(self.code) is not None


class Runs:
    """Reads paragraph after paragraph. ``may_span``: whether a field may run over several of them."""

    def __init__(self, styles: Styles, may_span: bool) -> None:
        self._styles = styles
        self._fields: list[_Field] = []
        self._may_span = may_span

    @property
    def has_open_field(self) -> bool:
        """Whether a field is open still; at the end of the text this says that the file is not to be trusted in it."""
        return bool(self._fields)

    def read(self, paragraph: "_Element") -> Words:
        """The words of a paragraph. Fields that it leaves open without a result are over."""
        words = Words()
        self._inside(paragraph, words, is_hidden=False)
        while self._fields and not (self._may_span and self._fields[-1].has_result):
            self._fields.pop()
        return words

    def _inside(self, element: "_Element", words: Words, is_hidden: bool) -> None:
        for child in element:
            self._one(child, words, is_hidden)

    def _one(self, child: "_Element", words: Words, is_hidden: bool) -> None:
        tag = child.tag
        if tag in OUT:
            return
        if tag == _RUN:
            is_hidden = is_hidden or self._styles.hides(child.find(_PROPERTIES))
            self._inside(child, words, is_hidden)
        elif tag in _TEXT or tag in _SIGNS:
            if not is_hidden and not any(item.is_computed for item in self._fields):
                words.pieces.append(_SIGNS[tag] if tag in _SIGNS else _clean(child.text or ""))
        elif tag in _MARKS:
            self._field(child, words, is_hidden)
        elif tag in _NOTES:
            words.notes.append((_NOTES[tag], child.get(W + "id", "")))
        elif tag == W + "txbxContent":
            words.boxes.append(child)
        elif tag == W + "sym":
            words.pieces.append(_symbol(child.get(W + "char", "")))
        elif isinstance(tag, str):
            self._inside(chosen(child) if is_alternative(child) else child, words, is_hidden)

    def _field(self, child: "_Element", words: Words, is_hidden: bool) -> None:
        """A mark, the code or the whole of a field."""
        if child.tag == W + "fldChar":
            words.pieces.append(self._mark(child.get(W + "fldCharType")))
        elif child.tag == W + "fldSimple":
            self._fields.append(_Field(child.get(W + "instr", ""), has_result=True))
            self._inside(child, words, is_hidden)
            self._fields.pop()
        elif self._fields and len(self._fields[-1].code) < _LONG_CODE:
            self._fields[-1].code += (child.text or "")[:_LONG_CODE]

    def _mark(self, kind: str | None) -> str:
        """Open a field, begin its result, or end it; gives the words of one that has no result but prints its code."""
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].has_result = True
        elif self._fields and kind == "end":
            ended = self._fields.pop()
            return "" if ended.has_result else _set_out(ended.code)
        return ""


def chosen(alternatives: "_Element") -> "_Element":
    """The one of alternative contents that is printed: the first, or the fallback where the first holds no words."""
    first = alternatives.find(_MC + "Choice")
    other = alternatives.find(_MC + "Fallback")
    if first is None or (other is not None and next(first.iter(W + "t"), None) is None):
        return other if other is not None else alternatives.makeelement("none")
    return first


def is_alternative(element: "_Element") -> bool:
    """Whether an element holds the same content in several ways."""
    return element.tag == ALTERNATIVE


def _clean(words: str) -> str:
    return _NO_WIDTH.sub("", _WHITE.sub(" ", words))


def _set_out(code: str) -> str:
    """What a field for setting characters (EQ) prints: ``①`` for 1 in a circle, else its words one after the other."""
    if not _EQUATION.match(code):
        return ""
    circled = _IN_CIRCLE.fullmatch(code)
    if circled:
        return printed(int(circled[1]), "decimalEnclosedCircle")
    return " ".join(_SWITCHES.sub(" ", _EQUATION.sub("", code)).split())


def _symbol(code: str) -> str:
    """The character of a symbol; those that need a font of their own are left out."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if number in _FROM_FONT or not 32 <= number < 0xD800 else chr(number)
