"""Fold a text so that patterns need one form only: one character always becomes one character, so offsets never move.

Full-width letters, digits and brackets become half-width, every bracket of document numbers (〔〕［］【】﹝﹞) becomes
``[]``, dashes become ``-``, blanks of any width become a space, any line end becomes a line feed, and look-alikes of
common characters (Kangxi radicals, compatibility ideographs) become those characters. Stops of the language
(。、《》“”) stay as they are.
"""

import unicodedata
from functools import cache

_BLANKS = "\t\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
_MORE_BLANKS = "\u2060\u202f\u205f\u3000\ufeff"
_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_DASHES = "‐‑‒–—―−－﹣﹘─"
_PAIRS = {
    "〔": "[", "〕": "]", "【": "[", "】": "]", "﹝": "[", "﹞": "]", "〖": "[", "〗": "]",
    "﹙": "(", "﹚": ")", "〜": "~", "∼": "~", "﹑": "、", "､": "、", "｡": "。", "﹒": ".", "﹕": ":", "﹔": ";",
    "﹐": ",", "︰": ":", "∶": ":", "•": "·", "・": "·", "●": "·", "○": "〇",
    "˃": ">", "›": ">", "»": ">", "﹥": ">",
}  # fmt: skip
_LOOK_ALIKES = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))


@cache
def _table() -> dict[str, str]:
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= dict.fromkeys(_BLANKS + _MORE_BLANKS, " ") | dict.fromkeys(_LINE_ENDS, "\n") | dict.fromkeys(_DASHES, "-")
    table |= _PAIRS
    for block in _LOOK_ALIKES:
        for char in map(chr, block):
            plain = unicodedata.normalize("NFKC", char)
            if len(plain) == 1 and plain != char:
                table[char] = plain
    return table


def fold(text: str) -> str:
    """The text in one form, of equal length: ``fold(text)[i]`` stands for ``text[i]``.

    Only the characters that are there are replaced, one kind after the other: no form is itself replaced by another,
    and a look-up for each character of the text takes several times as long.
    """
    for char in _table().keys() & set(text):
        text = text.replace(char, _table()[char])
    return text
