"""Titles: the title above a document's text, and the titles of the plans that a covering notice carries.

A title may stand over several lines, with its years or 试行 in brackets on a line of its own; the titles of carried
plans are printed in 《》 in the notice and are found again as lines of their own.
"""

import re

from loaders.headings import title_kind
from loaders.lines import Line, bodies, furniture_rule, is_date

_MARKS = re.compile(r"[\W_]+")
_BRACKETED = re.compile(r"\([^()]{1,30}\)")
_NAMED = re.compile(r"《((?:[^《》]|《[^《》]*》){4,120})》")
_SHELL = re.compile(r"关于(?:印发|转发|发布|公布|下达)(.+?)(?:等[^等的]{1,6})?的通知")
_HANDS_ON = re.compile(r"印发|同意|通过|转发|现将|遵照|贯彻执行|发布")
_ANNEX = re.compile(r"附件? ?\d{0,2} ?[::] ?(.*)")
_LONGEST_TITLE = 4  # lines


def is_title(line: Line) -> bool:
    """Whether the line by itself ends as titles do (通知, 方案, 计划 …) and is no sentence and no furniture."""
    words = line.words
    return len(words) <= 90 and "。" not in words and furniture_rule(line) is None and title_kind(words) is not None


def title_above(lines: list[Line], end: int, used: set[int]) -> tuple[int, int] | None:
    """The indexes [first, after) of the title that stands nearest above line ``end``, None where none does."""
    last = next((i for i in range(end - 1, -1, -1) if i not in used and is_title(lines[i])), None)
    if last is None:
        return None
    first = last
    while first > 0 and last - first < _LONGEST_TITLE and first - 1 not in used and _goes_on(lines, first, last):
        first -= 1
    after = last + 1
    if after < end and _BRACKETED.fullmatch(lines[after].words) and re.search(r"年|试行|稿|暂行", lines[after].words):
        after += 1
    return first, after


def _goes_on(lines: list[Line], first: int, last: int) -> bool:
    """Whether the line above ``first`` is the upper part of the title first..last."""
    above, words = lines[first - 1], "".join(line.words for line in lines[first : last + 1])
    if furniture_rule(above) or is_date(above) or "。" in above.words or words.startswith(above.words):
        return False
    if words.count("《") != words.count("》") or words.count("“") != words.count("”") or words.startswith("的"):
        return True
    if words.startswith("关于"):
        return bool(bodies(above))
    return title_kind(above.words) is None and (len(words) < 8 or above.words.endswith(("关于", "印发", "转发", "、")))


def norm(words: str) -> str:
    """Words without blanks and punctuation, to compare titles."""
    return _MARKS.sub("", words)


def names_of_plans(title: str, notice: list[Line]) -> list[str]:
    """The titles of the plans that a notice says it carries: in its title, its text and its list of annexes."""
    names = [found.group(1) for found in _NAMED.finditer(title)]
    if shell := _SHELL.search(title):
        names.append(shell.group(1).strip("《》"))
    for index, line in enumerate(notice):
        if _HANDS_ON.search(line.words):
            names += [found.group(1) for found in _NAMED.finditer(line.words)]
        if annex := _ANNEX.match(line.words):
            below = [item.words for item in notice[index + 1 : index + 9] if item.label]
            names += [re.sub(r"^\d{1,2}[.、] ?", "", item) for item in (annex.group(1), *below)]
    return [name for name in names if title_kind(name) not in (None, "notice")]


def find_titles(lines: list[Line], begin: int, names: list[str]) -> list[tuple[int, int]]:
    """Where these titles stand as lines of their own from line ``begin`` on: indexes [first, after), each once."""
    wanted = {norm(name) for name in names} | {norm(_BRACKETED.sub("", name)) for name in names}
    wanted.discard("")
    found: list[tuple[int, int]] = []
    seen: set[str] = set()
    index = begin
    while index < len(lines):
        after, name = _title_from(lines, index, wanted)
        if after > index and norm(_BRACKETED.sub("", name)) not in seen:
            seen.add(norm(_BRACKETED.sub("", name)))
            found.append((index, after))
        index = max(after, index + 1)
    return found


def _title_from(lines: list[Line], index: int, wanted: set[str]) -> tuple[int, str]:
    """The end of the wanted title that begins at this line, with its words; (index, "") where none does."""
    joined, best, words = "", index, ""
    for after in range(index, min(index + _LONGEST_TITLE, len(lines))):
        piece = norm(lines[after].words)
        joined += piece
        if not piece or not any(name.startswith(joined) for name in wanted):
            bracket = _BRACKETED.fullmatch(lines[after].words)
            return (after + 1, words) if best == after and best > index and bracket else (best, words)
        if joined in wanted:
            best, words = after + 1, "".join(line.words for line in lines[index : after + 1])
    return best, words
