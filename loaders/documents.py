"""The documents in a text: the covering notice and the plans it carries, or one plan; what is page around them.

Each document is a ``Part``: its title, its lines of text, its signature and annexes; every line outside is furniture by
a named rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.contents import contents
from loaders.furniture import COMMENTARY, ENDS
from loaders.header import begins_with_field, document_number, read_fields
from loaders.lines import BODY, DATE, Line, bodies, furniture_rule, is_date, read_date, read_lines, signed_line
from loaders.parts import MARKER, Part, find_parts
from loaders.pattern import Pattern
from loaders.plan import Source
from loaders.titles import title_above

__all__ = ["Layout", "Part", "split"]

ADDRESSEE = Pattern(
    "addressees",
    r"[^。]{0,300}(?:各|人民政府|委|局|单位|部门|机关|机构|医院|学校)[^。]{0,300}:$",
    ("各县人民政府,市直各单位:", "市财政局:"),
    ("现提出如下意见:", "各单位要做好工作。"),
    "match",
)
ANNEX_LIST = Pattern(
    "list_of_annexes",
    r"附 ?件? ?\d{0,2} ?[::] ?(?P<title>.*)$",
    ("附件:1.某市清单", "附件2:某市名单", "附:某市方案"),
    ("附件1", "附则:"),
    "match",
)
# What stands above a table that is an annex without the word 附件: its title, and the unit of its figures.
ABOVE_TABLE = Pattern(
    "title_of_a_table",
    r"(?!专栏|表 ?\d|图 ?\d)[^。;,]{2,50}(?:表|清单|指标|指标体系|目录|台账)(?:\([^()]*\))?|\(?单位[::].{1,12}",
    ("某市重点任务分工表", "责任清单(2024年)", "单位:万元"),
    ("专栏1 主要指标", "表1 任务分工表", "完善指标体系。"),
    "fullmatch",
)
PUBLISHED_ON = Pattern(
    "who_published_when",
    rf"(?P<body>{BODY.words}) ?(?P<date>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)(?P<what>发布|印发)",
    ("某市科技局2026年5月25日发布,征求意见截止6月24日。", "某市政府办公室 2024年3月6日印发"),
    ("2024年3月6日发布", "某市科技局发布"),
    "match",
)
SECOND_NAME = Pattern(
    "second_name_of_a_signing_body",
    r"(?P<name>\((?!代章|盖章|章\)|印\)|公章)[^()]{4,40}\))? *(?:\((?:代章|盖章|章|印|公章)\))?",
    ("(某市科技专员办公室)", "(某市爱国卫生运动委员会)(代章)", "(代章)"),
    ("(一)目标", "某市科技局(代章)"),
    "fullmatch",
)
_OPENERS = ("为", "根据", "按照", "依据", "经", "现")


@dataclass
class Layout:
    """The parts of a text, its header fields (places), and the lines that belong to no document, with their rule."""

    parts: list[Part]
    fields: dict[str, tuple[int, int]]
    furniture: list[tuple[int, int, str]]


def split(source: Source) -> Layout:
    """The documents of a text and its furniture; a text without header and title is one part."""
    lines = read_lines(source)
    first, after = contents(lines)
    furniture = [(line.start, line.end, "contents") for line in lines[first:after]]
    del lines[first:after]
    begin = next((i for i, line in enumerate(lines) if _begins_text(line)), len(lines))
    fields, used = read_fields(lines[:begin])
    for line in lines[:begin]:
        if place := document_number(line):
            fields.setdefault("doc_number", place)
    title = title_above(lines, begin, used)
    top = Part(lines[slice(*title)] if title else [], begin, len(lines))
    parts = find_parts(top, lines)
    furniture += [(lines[i].start, lines[i].end, _header_rule(lines[i], i in used)) for i in _outside(begin, title)]
    for part in parts:
        furniture += _read_part(part, lines)
    _read_tail(fields, lines, parts)
    return Layout(parts, fields, furniture)


def _outside(begin: int, title: tuple[int, int] | None) -> list[int]:
    return [i for i in range(begin) if title is None or not title[0] <= i < title[1]]


def _header_rule(line: Line, is_field: bool) -> str:
    """The rule by which a line above the text is read or ignored."""
    return "header_field" if is_field or document_number(line) else furniture_rule(line) or "header"


def _read_tail(fields: dict[str, tuple[int, int]], lines: Sequence[Line], parts: Sequence[Part]) -> None:
    """Header fields that stand after the text, and the line that says who published it when (某局…日发布)."""
    last = max((part.text[-1].end for part in parts if part.text), default=0)
    tail = [line for line in lines if line.start >= last]
    found, _ = read_fields(tail)
    for name, place in found.items():
        if name != "title":
            fields.setdefault(name, place)
    for line in tail:
        if published := PUBLISHED_ON.re.match(line.words):
            date = "date_published" if published["what"] == "发布" else "date_issued"
            fields.setdefault("issuer", (line.start, line.start + published.end("body")))
            fields.setdefault(date, (line.start + published.start("date"), line.start + published.end("date")))


def _begins_text(line: Line) -> bool:
    """Whether a line is the first of a text: the addressees, a paragraph, or a first heading."""
    words = line.words
    if line.label and line.label.value == 1 and line.label.kind != "circled":
        return True
    if furniture_rule(line) and not (len(words) > 80 and "。" in words):
        return False
    return _is_addressee(line) or ("。" in words and (len(words) > 25 or words.startswith(_OPENERS)))


def _is_addressee(line: Line) -> bool:
    """Whether the line names the addressees (各县人民政府,市直各单位:), which no header field does."""
    return line.words.endswith(":") and ADDRESSEE.fits(line.words) and not begins_with_field(line)


def _read_part(part: Part, lines: list[Line]) -> list[tuple[int, int, str]]:
    """Sort the part's lines into text, signature, annexes and furniture; gives the furniture back."""
    cut: list[tuple[int, int, str]] = []
    labels = [i for i in range(part.first, part.after) if lines[i].label]
    signature = _signature(part, lines, labels)
    state = "text"
    for index in range(part.first, part.after):
        line = lines[index]
        rule = _rule(line, part)
        annex = _annex_title(line) if part.is_notice or not labels or index > labels[0] else None
        if line.is_table:
            state = "annex" if state != "text" or _moves_caption(part, labels, index) else state
            (part.text if state == "text" else part.annex_text).append(line)
        elif state == "commentary" or _is_commentary(line, part, labels, index):
            state = "commentary"
            cut.append((line.start, line.end, state))
        elif index in signature:
            cut.append((line.start, line.end, "signature"))
            over = state == "text" and _is_over(part, labels, index) and not _resumes(lines, labels, index)
            state = "after" if over else state
        elif annex is not None:
            state = "annexes" if annex[0] and state != "annex" else "annex"
            part.annexes += [line] if annex[1] else []
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


def _annex_title(line: Line) -> tuple[bool, str] | None:
    """Whether the line begins a list of annexes, and the title it prints; None for a line that says 附件 in no way."""
    if not line.words.startswith(("附", "[附")):
        return None
    if MARKER.fits(line.words) and not line.words.endswith(":"):
        return False, ""
    found = ANNEX_LIST.re.match(line.words)
    return (True, found["title"]) if found else None


def _is_commentary(line: Line, part: Part, labels: Sequence[int], index: int) -> bool:
    """Whether an interpretation of the plan begins here, after the plan's first headings."""
    if part.is_notice or line.label or not labels or index <= labels[0] or len(line.words) > 110:
        return False
    return COMMENTARY.fits(line.words)


def _moves_caption(part: Part, labels: Sequence[int], index: int) -> bool:
    """Whether a table after the last heading is an annex: its title stands above it and moves there with it."""
    if not labels or index < labels[-1]:
        return False
    first = len(part.text)
    while first > 1 and ABOVE_TABLE.fits(part.text[first - 1].words):
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


def _is_over(part: Part, labels: Sequence[int], index: int) -> bool:
    """Whether the text has ended before this line: a plan is not over before its first heading."""
    return part.is_notice or not labels or index > labels[0]


def _resumes(lines: Sequence[Line], labels: Sequence[int], index: int) -> bool:
    """Whether headings go on after this line with the number that comes next: then it is no end of the text."""
    before = [lines[i].label for i in labels if i < index]
    top = min(before, key=lambda label: label.rank if label else 99, default=None)
    last = next((label for label in reversed(before) if label and top and label.kind == top.kind), None)
    if last is None:
        return False
    return any(
        label is not None and label.kind == last.kind and label.value == last.value + 1
        for label in (lines[i].label for i in labels if i > index)
    )


def _signed_by(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The places of the signing bodies; a second name in brackets on the next line belongs to the body above."""
    places: list[tuple[int, int]] = []
    for line in lines:
        second = SECOND_NAME.re.fullmatch(line.words)
        if second is None:
            places += bodies(line)
        elif second["name"] and places:
            places[-1] = (places[-1][0], line.start + second.end("name"))
    return places


def _signature(part: Part, lines: Sequence[Line], labels: Sequence[int]) -> set[int]:
    """The lines of the signature (bodies, then a date); the first one found is kept in the part.

    A date alone between the headings is none: it may be a cell of a table that the text prints flat.
    """
    for index in range(part.first, part.after):
        line = lines[index]
        if labels and index > labels[0] and not line.label and furniture_rule(line) in ENDS:
            return set()
        if len(line.words) > 90 or DATE.re.search(line.words) is None:
            continue
        signed = signed_line(line)
        if not (signed or is_date(line)):
            continue
        first = index
        while first > part.first and (bodies(lines[first - 1]) or SECOND_NAME.fits(lines[first - 1].words)):
            first -= 1
        if labels and labels[0] < index < labels[-1] and not signed and first == index:
            continue
        part.date_signed = read_date(line.words)
        part.signed = _signed_by(lines[first:index])
        if signed:
            at = line.start + line.words.index(signed[0])
            part.signed.append((at, at + len(signed[0])))
        return set(range(first, index + 1))
    return set()
