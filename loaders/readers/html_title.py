"""The title that a page gives its article: in a heading, in <title>, in metadata; and whether the article prints it."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from loaders.pattern import Pattern
from loaders.readers.html_article import names_of
from loaders.readers.html_lines import words_of
from loaders.readers.html_names import SITE_NAME, SITE_SUFFIX, TITLE_PLACE

if TYPE_CHECKING:
    from lxml.etree import _Element

ACT = Pattern(
    "heading_of_an_act",
    r"(?:通知|意见|方案|计划|规划|措施|要点|办法|决定|通告|公告|函)(?:[(（][^()（）]{2,20}[)）])*\s*$",
    ("某市政府办公室关于印发某市方案的通知", "某市健康行动计划(2024-2026年)"),
    ("《某市健康行动计划》解读", "一图读懂某市方案内容"),
)
_SHORT_TITLE, _LONG_TITLE = 8, 200
_TITLE_NAMES = frozenset({"articletitle", "og:title", "title"})


def page_title(root: "_Element") -> str | None:
    """The title that the page gives its article: a heading that <title> or metadata repeat, else these, else its h1."""
    whole = _words(next(root.iter("title"), None))
    while SITE_SUFFIX.re.search(whole) and len(shorter := SITE_SUFFIX.re.sub("", whole)) >= _SHORT_TITLE:
        whole = shorter
    stated = next((m.get("content", "") for m in root.iter("meta") if m.get("name", "").lower() in _TITLE_NAMES), "")
    said = [words.strip() for words in (stated, whole) if len(words) >= _SHORT_TITLE and not SITE_NAME.re.search(words)]
    named = (
        e for e in root.iter("div", "span", "p", "td", "strong") if any(map(TITLE_PLACE.re.fullmatch, names_of(e)))
    )
    first = _fitting([*root.iter("h1"), *named])
    headings = [*first, *_fitting(root.iter("h2", "h3"))]
    joined = [re.sub(r"\s", "", words) for words in said]
    repeated = (heading for heading in headings if any(re.sub(r"\s", "", heading) in words for words in joined))
    fuller = (each for each in headings for words in joined if words in re.sub(r"\s", "", each) and _is_act(each))
    return next(repeated, None) or next(fuller, None) or next(iter([*said, *first]), None)


def _is_act(heading: str) -> bool:
    """Whether a heading ends as titles of acts do, an edition in brackets put aside: no 解读 or 图解 of one."""
    return bool(ACT.re.search(heading))


def _fitting(elements: "Iterable[_Element]") -> list[str]:
    """The words of the elements that are as long as a title."""
    return [words for words in map(_words, elements) if _SHORT_TITLE <= len(words) < _LONG_TITLE]


def _words(element: "_Element | None") -> str:
    return re.sub(r"[ \t\r\n]+", " ", words_of(element)).strip() if element is not None else ""


def is_printed(title: str, lines: list[str]) -> bool:
    """Whether the first lines of the article print this title, whole or broken over lines, the issuer apart or not."""
    wanted = _bare(title)
    for first in range(len(lines)):
        joined = ""
        for line in lines[first : first + 6]:
            joined += _bare(line)
            if wanted in joined and len(joined) <= len(wanted) + 20:
                return True
            shorter = joined in wanted and len(joined) * 10 >= len(wanted) * 6
            if shorter and joined.endswith("通知") == wanted.endswith("通知"):
                return True
    return False


def _bare(words: str) -> str:
    return re.sub(r"[\s《》〈〉“”\"]", "", words)
