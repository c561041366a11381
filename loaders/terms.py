"""Words of Chinese text by jieba's segmentation, in the same way for a measure's text and for a search.

It is jieba in Rust (rjieba), whose words are the same (tests/test_terms.py) and come 28 times as fast; its dictionary
is loaded at the first use.
"""

import re
from collections import Counter
from functools import cache
from sys import intern
from typing import TYPE_CHECKING

from loaders.pattern import Pattern

if TYPE_CHECKING:
    from rjieba import Jieba

_WORD = re.compile(r"(?=.*[^\W\d_])\w{2,}")
# jieba parts Latin words at - . and _ and keeps a decimal in one piece that is no word (ai1.0); rjieba does neither.
_LATIN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?")
_LATIN_MARK = re.compile(r"(?<=[a-z0-9])[-._]|[-._](?=[a-z0-9])")
# Any other character parts words in jieba and is one by itself; rjieba makes words of rare ones (㐀𠀀).
_OTHER = re.compile(r"[^\u4e00-\u9fd5a-z0-9+#&._%-]+")
LONGEST_LABEL = 16  # characters of (牵头单位: with blanks around it
ASSIGNED_TO = Pattern(
    "label before the first body",
    r"[(\[\s]*(?:责任|牵头|配合|主办|承办|参与)(?:单位|部门|科室|处室)?[::]?\s*\Z|[(\[\s]+\Z",
    matches=("做好服务。(责任单位:", "做好服务。\n牵头单位: ", "做好服务。("),
    near_misses=("做好服务。", "明确责任,"),
)


@cache
def _tokenizer() -> "Jieba":
    import rjieba  # noqa: PLC0415 - a third of a second of dictionary, needed for words only

    return rjieba.Jieba()


def words(text: str) -> list[str]:
    """The words of a text in its order, compounds and their parts; no single characters, numbers and marks."""
    plain = _LATIN.sub(lambda found: "&" if "." in found[0] else found[0], _OTHER.sub(" ", text.lower()))
    parted = _LATIN_MARK.sub("&", plain)
    return [word for word in _tokenizer().cut_for_search(parted) if _WORD.fullmatch(word)]


def terms(text: str) -> dict[str, int]:
    """The words of a text with their counts, sorted by word, so that no sentence can be rebuilt.

    Equal words of different measures are one object (interned), which halves their memory in a long plan.
    """
    return {intern(word): count for word, count in sorted(Counter(words(text)).items())}


def without_assignment(folded: str, start: int, end: int, first_body: int | None) -> str:
    """The text of a measure without the line that assigns it, which begins before ``first_body`` (a place or None)."""
    if first_body is None:
        return folded[start:end]
    label = ASSIGNED_TO.re.search(folded, max(start, first_body - LONGEST_LABEL), first_body)
    return folded[start : label.start() if label else first_body]
