"""Furniture in and around an article: menus, share buttons, breadcrumbs, lists of links, blocks under such headings."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from loaders.readers.html_article import drop, names_of
from loaders.readers.html_lines import words_of
from loaders.readers.html_names import ANNEX_LINK, FILE, FURNITURE, FURNITURE_HEADING

if TYPE_CHECKING:
    from lxml.etree import _Element

_LITTLE = 0.1
_MOSTLY = 0.7
_LONG_SUMMARY = 300
_NO_WORDS = re.compile(r"[\s\d./|·-]+")
_BLOCKS = frozenset({"ul", "ol", "dl", "div", "table", "section"})
_ALL = 0.95


@lru_cache(maxsize=1024)
def _is_furniture(name: str) -> bool:
    return FURNITURE.re.search(name) is not None


def drop_furniture(root: "_Element", weights: "dict[_Element, int]", keep: "Iterable[_Element]") -> None:
    """Take menus, share buttons, breadcrumbs and lists of links out of the tree; never much prose, never an article."""
    safe = {above for article in keep for above in [article, *article.iterancestors()]}
    little = weights[root] * _LITTLE
    links = _links(root)
    for element in list(root.iter()):
        if element in safe or weights.get(element, 0) > little:
            continue
        if _is_link_list(element, links.get(element)) or any(map(_is_furniture, names_of(element))):
            drop(element)


def drop_summaries(root: "_Element", weights: "dict[_Element, int]") -> bool:
    """Take lists of other pages out of the tree (items that have one link each, with a summary that is none), and
    blocks of prose under a heading of furniture. Gives whether prose went.
    """
    has_dropped = False
    for element in list(root.iter("ul", "ol", "dl", "div", "section", "tbody", "table", "td")):
        weight = weights.get(element, 0)
        is_small = weight * 2 < weights[root]
        if is_small and (_lists_pages(element) or (weight and _is_headed_as_furniture(element))):
            has_dropped = has_dropped or weights[element] > 0
            drop(element)
    return has_dropped


def _is_headed_as_furniture(element: "_Element") -> bool:
    """Whether the first words of a block are such a heading, and no link."""
    for inner in element.iter():
        if inner.tag == "a":
            return False
        if inner.text and inner.text.strip():
            return FURNITURE_HEADING.re.fullmatch(inner.text.strip()) is not None
    return False


def _lists_pages(element: "_Element") -> bool:
    """Whether at least three of the element's children, and nearly all, are short texts with one link to a page."""
    if len(element) < 3:
        return False
    items = sum(1 for child in element if _is_summary(child))
    return items >= 3 and items >= len(element) * _MOSTLY


def _is_summary(item: "_Element") -> bool:
    links = [link for link in islice(item.iter("a"), 3) if words_of(link).strip()]
    if len(links) != 1 or FILE.re.search(links[0].get("href") or ""):
        return False
    linked, whole = _length(words_of(links[0])), _length(words_of(item))
    return linked >= whole * _LITTLE and whole < _LONG_SUMMARY


def _links(root: "_Element") -> "dict[_Element, list[int]]":
    """Of every element with links to pages in it: how many, how many characters they have, how many say an address."""
    found: dict[_Element, list[int]] = {}
    for link in root.iter("a"):
        address = link.get("href") or ""
        if FILE.re.search(address) or (not address and link.get("name")):
            continue
        length = _length(words_of(link))
        for above in link.iterancestors():
            counts = found.setdefault(above, [0, 0, 0])
            counts[0] += 1
            counts[1] += length
            counts[2] += bool(address) and not address.startswith("#")
    return found


def _is_link_list(element: "_Element", links: list[int] | None) -> bool:
    """Whether a block is little but links to pages: at least three that make up most of its text, or one alone."""
    if links is None:
        return False
    if links[0] >= 3 and element.tag in _BLOCKS:
        return links[1] >= _length(words_of(element)) * _MOSTLY
    if links[0] == links[2] == 1 and element.tag in _BLOCKS | {"p", "li"}:
        words = words_of(element)
        return links[1] >= _length(words) * _ALL and not ANNEX_LINK.re.match(words)
    return False


def _length(words: str | None) -> int:
    return len(_NO_WORDS.sub("", words)) if words else 0
