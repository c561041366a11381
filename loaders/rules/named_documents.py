"""Where a text names documents: titles in 《》 with the number beside them, and numbers that stand alone."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from loaders.pattern import Pattern
from loaders.rules.doc_numbers import DocNumber, Printed, doc_numbers

LONGEST = 300
"""An opening bracket that is not closed within so many characters was never closed."""


@dataclass(frozen=True, slots=True)
class Named:
    """A title at its place (inside 《》), or a lone number; ``open`` and ``close`` take in brackets and number."""

    title: str
    number: str | None
    start: int
    end: int
    open: int
    close: int


MARKS = Pattern("title_marks", r"[《》]|<<|>>", matches=("落实《办法》", "落实<<办法>>"), near_misses=("落实<办法>",))
BRACKETS = Pattern(
    "brackets_behind",
    r"(?:\s{0,2}\((?:[^()\n]|\n(?!\n)|\([^()\n]{0,20}\)){1,160}\)){1,2}",
    matches=("(某政发[2024]5号)要求", "(以下简称“办法”)(某政发[2024]5号)", "(某政发(2024)5号,以下简称《办法》)"),
    near_misses=(",(某政发[2024]5号)", "某政发[2024]5号"),
    way="match",
)
NUMBER_LATER = Pattern(
    "number_later",
    r"\s?(?:等)?(?:文件)?(?:的)?(?:有关|相关)?(?:精神|要求|规定|部署)\s?\((?:文号:)?",
    matches=("要求(", "文件精神(", "的有关规定("),
    near_misses=("要求,(", "、要求", "("),
    way="fullmatch",
)
NUMBER_FIRST = Pattern(
    "number_first",
    r"[\s)]*(?:号?文件|文)?(?:(?:联合)?(?:印发|下发|公布)的?)?[\s:]*",
    matches=("", "文件", "印发的", "文印发的"),
    near_misses=("、", "和", "要求,落实"),
    way="fullmatch",
)
SAME_LIST = Pattern(
    "same_list", r"[\s、,和与及]*", matches=("", "、", "和"), near_misses=("。", "以及省政府"), way="fullmatch"
)

BARE_TITLE = Pattern(
    "bare_title",
    r"(?P<title>[^,。;:!?《》()\[\]]{0,40}关于[^,。;:!?《》()\[\]]{3,60}(?:意见|通知|方案|计划|规划|纲要|办法|规定|决定|条例|细则|措施))\s?\($",
    matches=("根据国务院关于某事的意见(", "某省政府关于印发某某规划的通知("),
    near_misses=("根据国务院关于某事的意见,(", "国务院关于某事的安排(", "《关于某事的意见》("),
)
BARE_LEAD = Pattern(
    "bare_lead",
    r".*(?:根据|按照|依据|依照|遵照|落实|贯彻|执行|结合|参照|对照|精神和|要求和)",
    matches=("根据国务院关于某事的意见", "全面贯彻落实某省政府关于某事的意见"),
    near_misses=("国务院关于某事的意见",),
    way="match",
)


def named_documents(folded: str, words: Printed | None = None) -> list[Named]:
    """The titles in 《》 of a folded text and its lone document numbers, in their order, each title with the number
    beside it; without ``words`` titles and numbers are given as folded."""
    printed = words or (lambda start, end: folded[start:end])
    numbers = doc_numbers(folded, printed)
    starts = [number.start for number in numbers]
    used: set[int] = set()
    found: list[Named] = []
    for title in _titles(folded, printed):
        behind = _behind(folded, title, numbers, starts) or _at_end(title, numbers, starts)
        if behind:
            used |= {number.start for number in behind}
            found.append(_numbered(folded, title, behind, found))
        else:
            found.append(_with_number_first(folded, title, numbers, starts, used))
    lone = [_lone(folded, printed, number) for number in numbers if number.start not in used]
    inside = [(each.open, each.close) for each in found]
    opened = [opening for opening, _ in inside]
    kept = [each for each in lone if not each.title[0].isdigit() and not _within(each.start, inside, opened)]
    return sorted([*found, *kept], key=lambda each: each.start)


def _lone(folded: str, printed: Printed, number: DocNumber) -> Named:
    """A number without 《》: the title before its bracket where one is printed (某省政府关于…的意见(某政发…)), else
    the number itself."""
    bare = BARE_TITLE.re.search(folded, max(0, number.start - 100), number.start)
    if bare is None:
        return Named(number.number, number.number, number.start, number.end, number.start, number.end)
    lead = BARE_LEAD.re.match(bare["title"])
    start, end = bare.start("title") + (lead.end() if lead else 0), bare.end("title")
    return Named(_in_one_line(printed(start, end)), number.number, start, end, start, number.end)


def _within(place: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    index = bisect_left(starts, place + 1) - 1
    return index >= 0 and place < spans[index][1]


def _titles(folded: str, printed: Printed) -> list[Named]:
    """The outermost 《》, nested ones within; an opening bracket without its end is passed over, what stood inside
    it is not."""
    found: list[Named] = []
    stack: list[int] = []
    inner: list[tuple[int, int]] = []
    for mark in MARKS.re.finditer(folded):
        while stack and mark.start() - stack[0] > LONGEST:
            found += [_named(folded, printed, *span) for span in inner if span[0] > stack[0]]
            stack, inner = stack[1:], []
        if mark[0] in ("《", "<<"):
            stack.append(mark.start())
        elif stack:
            opening = stack.pop()
            if stack:
                inner.append((opening, mark.end()))
            else:
                found.append(_named(folded, printed, opening, mark.end()))
                inner = []
    found += [_named(folded, printed, *span) for span in inner]
    return sorted((each for each in found if each.title), key=lambda each: each.start)


def _named(folded: str, printed: Printed, opening: int, close: int) -> Named:
    """The title between two brackets."""
    width = 1 if folded[opening] == "《" else 2
    start, end = opening + width, close - width
    title = _in_one_line(printed(start, end)) if start < end else ""
    return Named(title, None, start, end, opening, close)


def _in_one_line(title: str) -> str:
    """A title without the line breaks inside it and the indents behind them."""
    return re.sub(r"[ \t　]*[\r\n]+[ \t　]*", "", title).strip()


def _behind(folded: str, title: Named, numbers: list[DocNumber], starts: list[int]) -> list[DocNumber]:
    """The numbers right after a title: in the brackets behind it, or without brackets."""
    index = bisect_left(starts, title.close)
    if index == len(numbers) or numbers[index].start - title.close > LONGEST:
        return []
    brackets = BRACKETS.re.match(folded, title.close)
    if brackets is None:
        between = folded[title.close : numbers[index].start]
        later = NUMBER_LATER.fits(between) and folded[numbers[index].end : numbers[index].end + 1] == ")"
        return [numbers[index]] if later or not between.strip(" \n(文号:") else []
    inside = numbers[index : bisect_left(starts, brackets.end())]
    return [number for number in inside if _of_title(folded[title.close : number.start])]


def _at_end(title: Named, numbers: list[DocNumber], starts: list[int]) -> list[DocNumber]:
    """The number that some texts print inside 《》, at the end of the title."""
    index = bisect_left(starts, title.end) - 1
    is_last = index >= 0 and numbers[index].start > title.start and title.end - numbers[index].end <= 1
    return [numbers[index]] if is_last else []


def _of_title(between: str) -> bool:
    """Whether no other title (以下简称《…》) stands between title and number, or the number has its own brackets."""
    return "《" not in between or between.rstrip(" (").endswith(")")


def _numbered(folded: str, title: Named, behind: list[DocNumber], found: list[Named]) -> Named:
    """The title with its number; several numbers behind as many titles in a row are shared out in their order."""
    brackets = BRACKETS.re.match(folded, title.close)
    close = max(brackets.end() if brackets else 0, behind[-1].end)
    row = 0
    right = title
    while row < min(len(behind) - 1, len(found)):
        left = found[-1 - row]
        if left.number or not SAME_LIST.fits(folded[left.close : right.open]):
            break
        row, right = row + 1, left
    if row < len(behind) - 1:
        return replace(title, number=behind[0].number, close=close)
    for place, number in enumerate(behind[:-1], len(found) - row):
        found[place] = replace(found[place], number=number.number)
    return replace(title, number=behind[-1].number, close=close)


def _with_number_first(folded: str, title: Named, numbers: list[DocNumber], starts: list[int], used: set[int]) -> Named:
    """The title with the number right before it (某政发〔2024〕1号《…》), if that is no other title's."""
    index = bisect_left(starts, title.open) - 1
    if index < 0 or numbers[index].start in used or title.open - numbers[index].end > 20:
        return title
    number = numbers[index]
    if not NUMBER_FIRST.fits(folded[number.end : title.open]):
        return title
    used.add(number.start)
    return replace(title, number=number.number, open=number.start)
