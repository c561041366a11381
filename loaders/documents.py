"""The documents in a text: the covering notice and the plans it carries, or one plan; what is page around them.

Each document is a ``Part``: its title, its lines of text, its signature and annexes; every line outside is furniture by
a named rule.
"""

import re
from dataclasses import dataclass, field

from loaders.header import begins_with_field, document_number, read_fields
from loaders.headings import title_kind
from loaders.lines import ENDS, Line, bodies, furniture_rule, is_date, read_date, read_lines, signed_line
from loaders.plan import Source
from loaders.titles import find_titles, is_title, names_of_plans, title_above

_ADDRESSEE = re.compile(r"[^。]{2,300}:$")
_ADDRESSED = re.compile(r"各|人民政府|委|局|单位|部门|机关|机构|医院|学校")
_ANNEX = re.compile(r"附件? ?\d{0,2} ?[::] ?(?P<title>.*)$|附件? ?[\d一二三四五六七八九十]{0,2}$")
# What stands above a table that is an annex without the word 附件: its title, and the unit of its figures.
_ABOVE_TABLE = re.compile(
    r"(?!专栏|表 ?\d|图 ?\d)[^。;,]{2,50}(?:表|清单|指标|指标体系|目录|台账)(?:\([^()]*\))?|\(?单位[::].{1,12}"
)
_HANDED_ON = re.compile(r"印发给你们|现予印发|转发给你们|现印发|予以印发|下发给你们")


@dataclass
class Part:
    """One document: title lines, text lines, and what its signature and header say."""

    title_lines: list[Line]
    first: int
    after: int
    key: str = "d"
    contained_in: str | None = None
    text: list[Line] = field(default_factory=list)
    annex_text: list[Line] = field(default_factory=list)
    annexes: list[Line] = field(default_factory=list)
    signed: list[tuple[int, int]] = field(default_factory=list)
    date_signed: str | None = None
    is_notice: bool = False


@dataclass
class Layout:
    """The parts of a text, its header fields (places), and the lines that belong to no document, with their rule."""

    parts: list[Part]
    fields: dict[str, tuple[int, int]]
    furniture: list[tuple[int, int, str]]


def split(source: Source) -> Layout:
    """The documents of a text and its furniture; a text without header and title is one part."""
    lines = read_lines(source)
    begin = next((i for i, line in enumerate(lines) if _begins_text(line)), len(lines))
    fields, used = read_fields(lines[:begin])
    for index in range(begin):
        place = document_number(lines[index])
        if place:
            fields.setdefault("doc_number", place)
    title = title_above(lines, begin, used)
    top = Part(lines[slice(*title)] if title else [], begin, len(lines))
    parts = _parts(top, lines)
    furniture = [(lines[i].start, lines[i].end, _header_rule(lines[i], i in used)) for i in _outside(begin, title)]
    for part in parts:
        furniture += _read_part(part, lines)
    return Layout(parts, fields, furniture)


def _outside(begin: int, title: tuple[int, int] | None) -> list[int]:
    return [i for i in range(begin) if title is None or not title[0] <= i < title[1]]


def _header_rule(line: Line, is_field: bool) -> str:
    """The rule by which a line above the text is read or ignored."""
    return "header_field" if is_field else furniture_rule(line) or "header"


def _begins_text(line: Line) -> bool:
    """Whether a line is the first of a text: the addressees, a paragraph, or a first heading."""
    words = line.words
    if line.label and line.label.value == 1 and line.label.kind != "circled":
        return True
    if furniture_rule(line) and not (len(words) > 80 and "。" in words):
        return False
    return _is_addressee(line) or ("。" in words and len(words) > 25)


def _is_addressee(line: Line) -> bool:
    """Whether the line names the addressees (各县人民政府,市直各单位:), which no header field does."""
    is_addressed = _ADDRESSEE.match(line.words) is not None and _ADDRESSED.search(line.words) is not None
    return is_addressed and not begins_with_field(line)


def _parts(top: Part, lines: list[Line]) -> list[Part]:
    """The notice and the plans it carries, with their keys: n and d, or n and p1, p2 …; one document alone is d."""
    title = "".join(line.words for line in top.title_lines)
    opening = next((i for i in range(top.first, len(lines)) if lines[i].label), len(lines))
    notice = lines[top.first : min(opening + 12, top.first + 40)]
    carries = title_kind(title) == "notice" or any(_HANDED_ON.search(line.words) for line in notice)
    if not carries:
        return [top]
    found = find_titles(lines, top.first + 1, names_of_plans(title, notice)) or _after_signature(
        lines, top.first, opening
    )
    if not found:
        return [top]
    plans = []
    for number, (first, after) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(lines)
        key = "d" if len(found) == 1 else f"p{number + 1}"
        plans.append(Part(lines[first:after], after, end, key, "n"))
    top.after, top.key, top.is_notice = found[0][0], "n", True
    return [top, *plans]


def _after_signature(lines: list[Line], begin: int, opening: int) -> list[tuple[int, int]]:
    """A title that follows the notice's date, where the notice does not print the plan's title in the same words."""
    dated = next((i for i in range(begin, opening) if is_date(lines[i]) or signed_line(lines[i])), None)
    if dated is None:
        return []
    last = next((i for i in range(dated + 1, min(dated + 8, opening)) if is_title(lines[i])), None)
    if last is None:
        return []
    title = title_above(lines, last + 2 if last + 2 <= opening else last + 1, set(range(dated + 1)))
    return [title] if title else []


def _read_part(part: Part, lines: list[Line]) -> list[tuple[int, int, str]]:
    """Sort the part's lines into text, signature, annexes and furniture; gives the furniture back."""
    cut: list[tuple[int, int, str]] = []
    labels = [i for i in range(part.first, part.after) if lines[i].label]
    signature = _signature(part, lines, labels)
    state = "text"
    for index in range(part.first, part.after):
        line = lines[index]
        rule = _rule(line, part)
        if line.is_table:
            state = "annex" if state != "text" or _moves_caption(part, labels, index) else state
            (part.text if state == "text" else part.annex_text).append(line)
        elif index in signature:
            cut.append((line.start, line.end, "signature"))
            state = "after" if state == "text" and _is_over(part, labels, index) else state
        elif (annex := _ANNEX.match(line.words)) and (part.is_notice or not labels or index > labels[0]):
            state = "annexes" if annex["title"] is not None and state != "annex" else "annex"
            part.annexes += [line] if annex["title"] else []
            cut.append((line.start, line.end, "annex_list"))
        elif state == "annexes" and rule is None and len(line.words) < 80 and "。" not in line.words:
            part.annexes.append(line)
            cut.append((line.start, line.end, "annex_list"))
        elif state == "annex" and rule is None:
            part.annex_text.append(line)
        elif rule or state != "text":
            cut.append((line.start, line.end, rule or "page_tail"))
            state = "after" if rule in ENDS and _is_over(part, labels, index) else state
        else:
            part.text.append(line)
    return cut


def _moves_caption(part: Part, labels: list[int], index: int) -> bool:
    """Whether a table after the last heading is an annex: its title stands above it and moves there with it."""
    if not labels or index < labels[-1]:
        return False
    first = len(part.text)
    while first > 1 and _ABOVE_TABLE.fullmatch(part.text[first - 1].words):
        first -= 1
    caption = part.text[first:]
    part.annex_text += caption
    del part.text[first:]
    return bool(caption)


def _rule(line: Line, part: Part) -> str | None:
    if not part.text and _is_addressee(line):
        return "addressee"
    if line.label or ("。" in line.words and len(line.words) > 60):
        return None
    return furniture_rule(line)


def _is_over(part: Part, labels: list[int], index: int) -> bool:
    """Whether the text has ended before this line: a plan is not over before its first heading."""
    return part.is_notice or not labels or index > labels[0]


def _signature(part: Part, lines: list[Line], labels: list[int]) -> set[int]:
    """The lines of the signature (bodies, then a date); the first one found is kept in the part."""
    for index in range(part.first, part.after):
        line = lines[index]
        signed = signed_line(line)
        if labels and index > labels[0] and furniture_rule(line) in ENDS and not line.label:
            return set()
        if not (signed or is_date(line)):
            continue
        first = index
        while first > part.first and (bodies(lines[first - 1]) or re.fullmatch(r"\([^()]*\)", lines[first - 1].words)):
            first -= 1
        part.date_signed = read_date(line.words)
        part.signed = [place for above in lines[first:index] for place in bodies(above)]
        if signed:
            at = line.start + line.words.index(signed[0])
            part.signed.append((at, at + len(signed[0])))
        return set(range(first, index + 1))
    return set()
