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
    "﹐": ",", "︰": ":", "∶": ":", "•": "·", "・": "·", "●": "·", "〇": "〇", "○": "〇",
    "˃": ">", "›": ">", "»": ">", "﹥": ">",
}  # fmt: skip
_LOOK_ALIKES = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))


@cache
def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(char): " " for char in _BLANKS + _MORE_BLANKS}
    table |= {ord(char): "\n" for char in _LINE_ENDS}
    table |= {ord(char): "-" for char in _DASHES}
    table |= {ord(char): other for char, other in _PAIRS.items()}
    for block in _LOOK_ALIKES:
        for code in block:
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = plain
    return table


def fold(text: str) -> str:
    """The text in one form, of equal length: ``fold(text)[i]`` stands for ``text[i]``."""
    return text.translate(_table())
