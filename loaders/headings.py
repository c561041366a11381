"""What headings and titles say: the kind of a section, the kind and period of a document.

The words are in codebooks/headings.yaml.
"""

import re
from functools import cache
from typing import Literal

from codebooks.reading import book
from graph.facts import DocumentKind
from loaders.fold import fold

HeadingKind = Literal["goal", "safeguard", "remark", "task"]
_PARTS = re.compile(r"[、和与及暨,，]")
_SPAN = re.compile(r"(\d{4}) ?年? ?[-~至到] ?(\d{4}) ?年")
_YEAR = re.compile(r"(\d{4}) ?年(?:度|全市|全省|全县|全区)?[^(]*$")
_BRACKETS = re.compile(r"(\([^()]*\)|\[[^\[\]]*\])")


@cache
def _vocabulary(kind: str) -> re.Pattern[str]:
    words = book("headings")[kind]
    verbs, modifiers, nouns = ("|".join(map(re.escape, words.get(key, ()))) for key in ("verbs", "modifiers", "nouns"))
    whole = "|".join(map(re.escape, words.get("whole", ())))
    composed = f"(?:{verbs})?(?:{modifiers})*(?:{nouns})" if nouns else "(?!)"
    return re.compile(f"(?:{composed}|{whole or '(?!)'})")


def heading_kind(title: str) -> HeadingKind:
    """What a heading (folded) says of its section; anything that is not in the vocabularies is a task."""
    title = _BRACKETS.sub("", title).replace(" ", "").rstrip("。:;")
    if _vocabulary("remark").fullmatch(title):
        return "remark"
    parts = [part for part in _PARTS.split(title) if part]
    if parts and (all(map(_vocabulary("goal").fullmatch, parts)) or _vocabulary("goal").fullmatch(title)):
        return "goal"
    if parts and (_vocabulary("safeguard").fullmatch(parts[0]) or _vocabulary("safeguard").fullmatch(title)):
        return "safeguard"
    return "task"


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    pairs = [(word, kind) for kind, words in book("headings")["kinds"].items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def title_kind(title: str) -> str | None:
    """The kind that a title's last word says (``rules`` for articles of law), None for words that end no title."""
    bare = _BRACKETS.sub("", title).replace(" ", "").rstrip("》")
    return next((kind for word, kind in _kinds() if bare.endswith(word)), None)


def is_regulation(title: str | None) -> bool:
    """Whether a title is that of rules in articles (办法, 规定, 条例): they regulate, and commit to nothing."""
    return title is not None and title_kind(fold(title).removesuffix("的通知")) == "rules"


def document_kind(title: str | None, opening: str) -> DocumentKind:
    """The kind of a document from its title, else from its opening (制定本实施方案; 2020年,全市…工作总体要求是)."""
    if title is None:
        made = re.search(r"(?:制[定订]|提出)(?:本|如下|以下)([^。,]{2,12})", opening)
        if made is None and re.match(r"\d{4}年,?(?:全[市省县区]|我[市省县区])[^。,]{0,20}工作", opening):
            return "work_priorities"
        title = made.group(1) if made else ""
    kind = title_kind(title)
    return kind if kind in DocumentKind.__args__ else "other"  # type: ignore[return-value,attr-defined]


def period(title: str | None, opening: str) -> tuple[int | None, int | None]:
    """The years of the planning period that a plan's title states (2024-2025年; 2021年重点工作任务).

    A plan without a title states it where its opening begins with the year of the work.
    """
    if title is not None and (span := _SPAN.search(title)):
        return int(span.group(1)), int(span.group(2))
    year = (
        _YEAR.search(_BRACKETS.sub("", title))
        if title
        else re.match(r"(\d{4})年,?(?:全[市省县区]|我[市省县区])", opening)
    )
    return (int(year.group(1)), int(year.group(1))) if year else (None, None)
