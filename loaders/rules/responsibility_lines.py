"""Find the responsibility lines in a plan's text: brackets and bare lines that close an item.

What looks like a line and is none is kept with the name of the rule that says so. Words are plain (``line_words``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.pattern import Pattern
from loaders.plan import Passed, Section
from loaders.rules.line_words import ALL_OF_IT, BODY_END, CLOSES, LABEL, LABEL_OF_A_LINE, NOT_A_LIST, TIME
from loaders.rules.lists import Reading, read_plain
from loaders.rules.pieces import squeeze
from loaders.rules.rosters import bodies_alone, fits, is_roster, labels

_LONGEST = 800
"""Characters of the longest responsibility line; the longest seen have about 300."""
BRACKET = Pattern(
    "bracket",
    r"\([^()]{0,800}+(?:\([^()]{0,400}+(?:\([^()]{0,400}+\)[^()]{0,400}+){0,9}+\)[^()]{0,800}+){0,30}+\)",
    ("(市甲局)", "(各区(县))", "(市甲局(市乙办(丙)))"),
    ("(市甲局", "市甲局)"),
)
ASSIGNS = Pattern(
    "words_that_assign",
    r"牵头|责\s?任(?:单|部|主|科|处)|配合|分工|负责|参与|落实|主办|协办|承办|主责|完成时限|组织实施",
    ("市甲局牵头", "责任单位", "分工负责", "各区落实"),
    ("市甲局", "责任感"),
)
ALARM = Pattern("words_of_assigning", r"牵头|责任", ("牵头做好",), ("落实到位",))
RUNS_ON = Pattern(
    "line_that_runs_on",
    r"\s*(?:[、,;]|[列排第首]|以下|下文|下列|注|其中|其他|\((?:[列排第首]|以下))",
    ("、市乙局", "列第一位的", "(第一个"),
    ("推进甲事",),
    way="match",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A responsibility line found in a text: the span of its words, without outer brackets, and what they say."""

    start: int
    end: int
    rule: str
    reading: Reading


def lines(plain: str, section: Section) -> tuple[list[Line], list[Passed]]:
    """The responsibility lines in a section's heading and own words, and the brackets that assign nothing."""
    start, end = section.title_start, section.own_end
    found: list[Line] = []
    passed: list[Passed] = []
    bare = list(_labelled_lines(plain, start, end))
    for opened, closed in brackets(plain, start, end):
        if any(a <= opened < b for a, b in bare):
            continue
        if rule := _bracket_rule(plain, opened, closed, end):
            found.append(Line(opened + 1, closed, rule, read_plain(plain[opened + 1 : closed])))
        elif ASSIGNS.re.search(plain, opened + 1, closed):
            passed.append(Passed("bracket_in_running_text", opened, closed + 1))
    taken = [(line.start, line.end) for line in found]
    alone = [(a, b, "labelled_line") for a, b in bare if not any(c <= a < d for c, d in taken)]
    alone += _closing_line(plain, start, end, only_all=bool(found or alone))
    found += [Line(a, b, rule, read_plain(plain[a:b])) for a, b, rule in alone]
    return _joined(plain, sorted(found, key=lambda line: line.start)), passed


def _joined(plain: str, found: list[Line]) -> list[Line]:
    """Brackets right behind each other (牵头单位:甲)(责任单位:乙) as one line."""
    joined: list[Line] = []
    for line in found:
        last = joined[-1] if joined else None
        if last and last.rule == line.rule == "labelled_bracket" and not plain[last.end + 1 : line.start - 1].strip():
            words = plain[last.start : last.end] + ";" * (line.start - last.end) + plain[line.start : line.end]
            joined[-1] = Line(last.start, line.end, line.rule, read_plain(words))
        else:
            joined.append(line)
    return joined


def brackets(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Outermost closed brackets as (opening, closing) offsets, and a labelled one that never closes, to its line's end.

    A bracket runs over a line break only where it is a responsibility line: others there are misprints.
    """
    at = plain.find("(", start, end)
    while at >= 0:
        match = BRACKET.re.match(plain, at, end)
        label = LABEL.re.match(plain, _after_blanks(plain, at + 1), end)
        closed = match.end() - 1 if match else -1
        if match and "\n" in plain[at:closed]:
            words = squeeze(plain[at + 1 : closed])
            closed = closed if label or (len(words) < _LONGEST and CLOSES.re.search(words)) else -1
        if closed < 0 and label:
            line_end = plain.find("\n", at, end)
            closed = end if line_end < 0 else line_end
        if closed >= 0:
            yield at, closed
        at = plain.find("(", closed if closed > at else at + 1, end)


def _bracket_rule(plain: str, opened: int, closed: int, end: int) -> str | None:
    """By which rule a bracket is a line: a label makes one anywhere, other words only where they close something."""
    label = LABEL.re.match(plain, _after_blanks(plain, opened + 1), closed)
    if label and (label.lastgroup != "other" or LABEL.re.search(plain, label.end(), closed)):
        return "labelled_bracket"
    if closed - opened < 4 or NOT_A_LIST.re.match(plain[opened + 1 : opened + 8]):
        return None
    before = plain[max(0, opened - 9) : opened].rstrip(" ")[-1:]
    line_end = plain.find("\n", closed, end)
    rest = plain[closed + 1 : min(closed + 4, line_end if line_end >= 0 else end)]
    words = squeeze(plain[opened + 1 : closed])
    if not rest.strip(" 。;.,"):
        return _rule_at_the_end(words, before in "。;\n!")
    between_stops = before in "。;\n!" or rest[0] in "。;"
    return "closing_bracket" if between_stops and CLOSES.re.search(words) and is_roster(words, least=1) else None


def _rule_at_the_end(words: str, behind_a_stop: bool) -> str | None:
    """By which rule a bracket without a label at its beginning is a line where it closes an item."""
    if ":" in words and any(label.group().endswith(":") for label in labels(words)):
        return "labelled_bracket"
    if ASSIGNS.re.search(words):
        return "closing_bracket"
    return "bracket_of_bodies" if len(words) < _LONGEST and bodies_alone(words, behind_a_stop) else None


def _labelled_lines(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines without brackets that begin with a label, with all lines that carry them on."""
    stop = start
    for match in LABEL_OF_A_LINE.re.finditer(plain, start, end):
        if match.end() >= stop:
            stop = _end_of_lines(plain, match.end(), end)
            yield match.end(), stop


def _closing_line(plain: str, start: int, end: int, *, only_all: bool) -> Iterator[tuple[int, int, str]]:
    """A last line of its own, or a last sentence, that is a list of known bodies with roles and nothing else.

    ``only_all``: the item is assigned already; only a sentence that assigns all of it counts (以上任务由…负责).
    """
    while end > start and plain[end - 1].isspace():
        end -= 1
    if not (CLOSES.re.search(plain, max(start, end - 12), end) or TIME.re.search(plain, max(start, end - 16), end - 1)):
        return
    line = max(plain.rfind("\n", start, end) + 1, start)
    sentence = max(plain.rfind(stop, line, end - 1) + 1 for stop in "。;")
    all_of_it = ALL_OF_IT.re.match(plain, max(line, sentence), end)
    if only_all and not all_of_it:
        return
    least = 1 if all_of_it or plain.startswith("由", sentence) else 2
    if line > start and end - line < 300 and is_roster(plain[line:end], least=1):
        yield line, end, "closing_line"
    elif line < sentence and end - sentence < 300 and is_roster(plain[sentence:end], least):
        yield sentence, end, "closing_sentence"


def _end_of_lines(plain: str, mark: int, end: int) -> int:
    """The end of a labelled line: it runs on over a break after 、, inside a name, and into a next labelled line; it
    ends at a full stop that other words follow."""
    stop = mark
    while True:
        line_end = plain.find("\n", stop, end)
        line_end = min(end if line_end < 0 else line_end, stop + _LONGEST)
        full_stop = plain.find("。", stop, line_end)
        if full_stop >= 0 and plain[full_stop + 1 : line_end].strip() and not _goes_on(plain, full_stop + 1, line_end):
            return full_stop
        following = min(_after_blanks(plain, line_end), end)
        if (
            following < end
            and following - mark < 4 * _LONGEST
            and (LABEL.re.match(plain, following, end) or _broken(plain, mark, line_end, following, end))
        ):
            stop = following
            continue
        while line_end > mark and plain[line_end - 1].isspace():
            line_end -= 1
        return line_end


def _after_blanks(plain: str, at: int) -> int:
    while at < len(plain) and plain[at].isspace():
        at += 1
    return at


def _goes_on(plain: str, at: int, end: int) -> bool:
    return bool(RUNS_ON.re.match(plain, at, end) or LABEL.re.match(plain, at, end))


def _broken(plain: str, mark: int, line_end: int, following: int, end: int) -> bool:
    """Whether a line is broken inside its list: after a pause or a label, before a pause, or inside a name."""
    words = plain[max(mark, line_end - 40) : line_end].rstrip()
    if words[-1:] in ("、", ":") or plain[following] in "、,)" or RUNS_ON.re.match(plain, following, end):
        return True
    next_end = plain.find("\n", following, end)
    short = (end if next_end < 0 else next_end) - following < 60
    whole = BODY_END.re.search(words) or CLOSES.re.search(words)
    return short and not whole and words[-1:] not in ("。", ";", ")")


def faults(line: Line, plain: str) -> tuple[bool, list[Passed]]:
    """Whether what was read is no responsibility line, and what in it is no body (or that it all is none)."""
    reading = line.reading
    if reading.items:
        names = (squeeze(plain[line.start + item.start : line.start + item.end]) for item in reading.items)
        fitting = any if line.rule.startswith("labelled") else all
        if fitting(fits(name) for name in names) and (fitting is any or not reading.odd):
            return False, [Passed("no_body", line.start + a, line.start + b) for a, b in reading.odd]
    if reading.lead_rule:
        return True, [Passed("remark_on_leads", line.start, line.end)]
    alarming = ALARM.re.search(plain, line.start, line.end)
    return True, [Passed("line_not_split" if alarming else "bracket_without_bodies", line.start, line.end)]
