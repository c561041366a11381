"""Words of Chinese text by jieba's segmentation, in the same way for a measure's text and for a search.

jieba and its dictionary cost a second, so they are loaded at the first use; the cache lies in our cache folder
(XDG_CACHE_HOME) and jieba's log never reaches a terminal.
"""

import logging
import re
import warnings
from collections import Counter
from functools import cache
from sys import intern
from typing import Any

from platformdirs import user_cache_path

from loaders.pattern import Pattern

_WORD = re.compile(r"(?=.*[^\W\d_])\w{2,}")
LONGEST_LABEL = 16  # characters of (牵头单位: with blanks around it
ASSIGNED_TO = Pattern(
    "label before the first body",
    r"[(\[\s]*(?:责任|牵头|配合|主办|承办|参与)(?:单位|部门|科室|处室)?[::]?\s*\Z|[(\[\s]+\Z",
    matches=("做好服务。(责任单位:", "做好服务。\n牵头单位: ", "做好服务。("),
    near_misses=("做好服务。", "明确责任,"),
)


@cache
def _tokenizer() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # of its patterns, when Python first compiles it
        import jieba  # noqa: PLC0415 - a second of dictionary, needed for words only

    jieba.setLogLevel(logging.CRITICAL)
    folder = user_cache_path("chengce")
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(folder)
    tokenizer.initialize()
    return tokenizer


def words(text: str) -> list[str]:
    """The words of a text in its order, compounds and their parts; no single characters, numbers and marks."""
    return [word for word in _tokenizer().lcut_for_search(text.lower()) if _WORD.fullmatch(word)]


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
