"""Which part of a page is its article, and what in it no browser shows.

An article is found by structure, in this order: containers that editing systems of portals name themselves
(``html_names.CONTAINER``), when they hold half of the page's prose; else the innermost element that holds nearly all
prose and has paragraphs of its own. Prose is counted in stops and commas of Chinese text outside links: menus have
none.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from loaders.readers.html_lines import holds_data
from loaders.readers.html_names import CONTAINER, HIDDEN_STYLE, UNSEEN_STYLE

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_TEXT_TAGS = frozenset(re.findall(r"\w+", """
    script style template noscript svg canvas iframe frame object embed applet select option button input textarea
    audio video map head title nav footer aside dialog datalist math rp del
"""))  # fmt: skip
_NEARLY_ALL = 0.95
_MOST_SHEET = 200_000
_WAITING = 5  # times the prose that is shown: not hidden for good
_PARAGRAPHS = frozenset({"p", "br", "h2", "h3", "h4", "h5", "h6"})


def drop_hidden(root: "_Element", weights: "dict[_Element, int]") -> bool:
    """Take out of the tree what a browser does not show, and elements that never hold the text of an article.

    An element that holds nearly all prose of the page waits for a script to show it. Gives whether prose went.
    """
    names = _hidden_names(root)
    looks = {element: _looks(element.get("style") or "") for element in root.iter()}
    hidden = {element for element, (is_hidden, _) in looks.items() if is_hidden or _is_said_hidden(element)}
    hidden.discard(_waiting(hidden, weights, root))
    has_dropped = False
    for element, (_, is_unseen) in looks.items():
        likely = is_unseen or (bool(names) and not names.isdisjoint(names_of(element)))
        if element.tag in _NO_TEXT_TAGS or element in hidden or (likely and weights[element] * 2 < weights[root]):
            has_dropped = has_dropped or weights[element] > 0
            drop(element)
    return has_dropped


@lru_cache(maxsize=1024)
def _looks(style: str) -> tuple[bool, bool]:
    """Whether a style hides its element, and whether it makes it too small or far to be seen; pages repeat styles."""
    return HIDDEN_STYLE.re.search(style) is not None, UNSEEN_STYLE.re.search(style) is not None


def _is_said_hidden(element: "_Element") -> bool:
    return "hidden" in element.attrib or element.get("aria-hidden") == "true"


def _waiting(hidden: "set[_Element]", weights: "dict[_Element, int]", root: "_Element") -> "_Element | None":
    """The hidden element that holds nearly all prose of the page, if one does."""
    outermost = [element for element in hidden if hidden.isdisjoint(element.iterancestors())]
    largest = max(outermost, key=lambda element: weights[element], default=root)
    shown = weights[root] - sum(weights[element] for element in outermost)
    return largest if largest is not root and weights[largest] > shown * _WAITING else None


def prose(root: "_Element") -> "dict[_Element, int]":
    """How many stops and commas outside links each element holds, all below it included."""
    order = list(root.iter())
    weights: dict[_Element, int] = dict.fromkeys(order, 0)
    for element in reversed(order):
        if element.tag == "a" or element.tag in _NO_TEXT_TAGS:
            weights[element] = 0
        elif element.text:
            weights[element] += _stops(element.text)
        parent = element.getparent()
        if parent is not None and element is not root:
            weights[parent] += weights[element] + (_stops(element.tail) if element.tail else 0)
    return weights


def _stops(words: str | None) -> int:
    """How many stops and commas of Chinese text the words hold."""
    return sum(map(words.count, "。；，、")) if words else 0


def articles(root: "_Element", weights: "dict[_Element, int]") -> "list[_Element]":
    """The elements that hold the article, in the order of the page; the whole page where it has no prose."""
    whole = weights[root]
    if not whole:
        return [root]
    named: list[_Element] = []
    taken: set[_Element] = set()
    for element in root.iter():
        if weights.get(element, 0) and element not in taken and any(map(CONTAINER.re.fullmatch, names_of(element))):
            named.append(element)
            taken.update(element.iter())
    if sum(weights[element] for element in named) * 2 >= whole:
        return named
    here = root
    while True:
        below = max(here, key=lambda child: weights[child], default=None)
        if below is None or weights[below] < weights[root] * _NEARLY_ALL or _has_paragraphs(here, below, weights):
            return [here]
        if below.tag in _PARAGRAPHS or (below.tag in ("tr", "tbody", "td") and not _is_frame(below)):
            return [here]
        if below.tag == "table" and holds_data(below) and not _is_held_by_a_cell(below, weights):
            return [here]
        here = below


def _has_paragraphs(parent: "_Element", child: "_Element", weights: "dict[_Element, int]") -> bool:
    """Whether the parent holds text of the article beside this child: paragraphs or bare words with prose."""
    beside = sum(weights[other] for other in parent if other is not child and other.tag in _PARAGRAPHS)
    bare = _stops(parent.text) + sum(_stops(other.tail) for other in parent)
    return beside + bare > 0


def _is_held_by_a_cell(table: "_Element", weights: "dict[_Element, int]") -> bool:
    """Whether one cell of a table holds nearly all of its prose: the table only places the page."""
    return any(weights[cell] >= weights[table] * _NEARLY_ALL for cell in table.iter("td", "th"))


def _is_frame(cell: "_Element") -> bool:
    """Whether a table's part frames the page: nothing but it, or another block inside, holds the text."""
    return any(inner.tag in ("div", "p", "table", "td") for inner in cell)


def names_of(element: "_Element") -> list[str]:
    """The id and the classes of an element."""
    return [*(element.get("id") or "").split(), *(element.get("class") or "").split()]


def _hidden_names(root: "_Element") -> frozenset[str]:
    """Ids and classes that a style sheet of the page hides by a plain rule (``.print { display: none }``)."""
    sheets = "".join(style.text or "" for style in root.iter("style"))[:_MOST_SHEET]
    first, *rest = sheets.split("/*")
    sheets = first + "".join(part.partition("*/")[2] for part in rest)
    sheets = re.sub(r"@media[^{@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheets)
    hidden = [rule[0] for rule in re.findall(r"([^{}]+)\{([^{}]*)\}", sheets) if HIDDEN_STYLE.re.search(rule[1])]
    names = (re.fullmatch(r"\s*\w*[.#]([\w-]+)\s*", selector) for rule in hidden for selector in rule.split(","))
    return frozenset(found.group(1) for found in names if found)


def drop(element: "_Element") -> None:
    """Take an element out, keep the words after it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
