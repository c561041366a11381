"""Where a text names documents: titles in 《》 with the number beside them, and numbers that stand alone."""

import re
from dataclasses import dataclass, replace

from loaders.rules.doc_numbers import DocNumber, doc_numbers


@dataclass(frozen=True, slots=True)
class Named:
    """A title at its place (inside 《》), or a lone number; ``open`` and ``close`` take in brackets and number."""

    title: str
    number: str | None
    start: int
    end: int
    open: int
    close: int


def named_documents(text: str, start: int, end: int) -> list[Named]:
    """The titles in 《》 and the lone document numbers between two offsets, each title with the number beside it."""
    numbers = doc_numbers(text, start, end)
    found = [_with_number(text, each, numbers) for each in _titles(text, start, end)]
    spans = [(each.open, each.close) for each in found]
    for number in numbers:
        if not any(opening <= number.start < closing for opening, closing in spans):
            found.append(Named(number.number, number.number, number.start, number.end, number.start, number.end))
    return sorted(found, key=lambda each: each.start)


def _titles(text: str, start: int, end: int) -> list[Named]:
    """The outermost 《》 between two offsets, nested ones within; an open bracket without its end is passed over."""
    found: list[Named] = []
    depth, opening = 0, start
    for place in range(start, end):
        if text[place] == "《":
            depth, opening = (depth + 1, opening) if depth else (1, place)
        elif text[place] == "》" and depth:
            depth -= 1
            if depth == 0:
                title = re.sub(r"[ \t　]*[\r\n]+[ \t　]*", "", text[opening + 1 : place]).strip()
                if title:
                    found.append(Named(title, None, opening + 1, place, opening, place + 1))
        elif depth and place - opening > 300:
            depth = 0
    return found


def _with_number(text: str, named: Named, numbers: list[DocNumber]) -> Named:
    """The title with the number in the brackets right after it, or right before it (某政发〔2024〕1号《…》)."""
    for number in numbers:
        between = text[named.close : number.start] if number.start >= named.close else None
        if between is not None and re.fullmatch(r"[\s(（\[〔]*(?:文号[:：])?", between):
            closing = re.compile(r"[\s]*[)）\]〕]?").match(text, number.end)
            return replace(named, number=number.number, close=closing.end() if closing else number.end)
        before = text[number.end : named.open] if number.end <= named.open else None
        if before is not None and re.fullmatch(r"[\s)）]*(?:文件|文)?(?:印发的)?[\s]*", before):
            return replace(named, number=number.number, open=number.start)
    return named
