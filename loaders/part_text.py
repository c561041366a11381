"""Sort the lines of one document: its text, its signature, its annexes, and the page around them by named rules."""

from bisect import bisect_left
from collections.abc import Sequence

from loaders.furniture import COMMENTARY, ENDS
from loaders.header import begins_with_field
from loaders.lines import DATE, IMPRINT, Line, bodies, furniture_rule, is_date, read_date, signed_line
from loaders.parts import MARKER, Part
from loaders.pattern import Pattern

ADDRESSEE = Pattern(
    "addressees",
    r"(?!为|根据|按照|依据|结合|经|现|近|自|围绕|随着)(?![^:]*(?:如下|以下|下列|现将|现就|制定|提出|《|。|(?:解读|通知|意见|措施|方案|规定):))"
    r"[^。:]{0,300}(?:各|人民政府|委|局|单位|部门|机关|机构|医院|学校)[^。:]{0,300}:$",
    ("各县人民政府,市直各单位:", "市财政局:", "各有关单位:"),
    ("现提出如下意见:", "各单位要做好工作。", "为方便各单位办事,制定本措施:", "为便于各部门理解《某方案》,现解读如下:"),
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
SECOND_NAME = Pattern(
    "second_name_of_a_signing_body",
    r"(?P<name>\((?!代章|盖章|章\)|印\)|公章)[^()]{4,40}\))? *(?:\((?:代章|盖章|章|印|公章)\))?",
    ("(某市科技专员办公室)", "(某市爱国卫生运动委员会)(代章)", "(代章)"),
    ("(一)目标", "某市科技局(代章)"),
    "fullmatch",
)
_LONGEST_COMMENTARY_HEAD = 110  # characters
_LONGEST_FURNITURE = 60  # characters of a line with a full stop


def read_part(part: Part, lines: Sequence[Line]) -> list[tuple[int, int, str]]:
    """Sort the part's lines into text, signature, annexes and furniture; gives the furniture back with its rules."""
    labels = [i for i in range(part.first, part.after) if lines[i].label]
    reader = _Reader(part, lines, labels, _signature(part, lines, labels))
    for index in range(part.first, part.after):
        reader.take(index)
    return reader.cut


class _Reader:
    """Takes line by line; ``state`` says where it stands: in the text, after it, in the list of annexes or below it."""

    def __init__(self, part: Part, lines: Sequence[Line], labels: Sequence[int], signature: set[int]) -> None:
        self.cut: list[tuple[int, int, str]] = []
        self._part, self._lines, self._labels, self._signature = part, lines, labels, signature
        self._state = "text"
        self._reach = -1  # the last heading that is known to go on with the numbers before it

    def take(self, index: int) -> None:
        """Sort one line."""
        part, line = self._part, self._lines[index]
        rule = _rule(line, part)
        annex = _annex_title(line) if self._has_begun(index) else None
        if line.is_table:
            in_text = self._state == "text" and not _moves_caption(part, self._labels, index)
            self._state = "text" if in_text else "annex"
            (part.text if in_text else part.annex_text).append(line)
        elif self._state == "commentary" or self._is_commentary(line, index):
            self._state = "commentary"
            self._leave(line, "commentary")
        elif index in self._signature:
            self._leave(line, "signature")
            self._end(index)
        elif annex is not None:
            if self._state != "text" or self._is_over(index):
                self._state = "annexes" if annex[0] and self._state != "annex" else "annex"
            part.annexes += [line] if annex[1] else []
            self._leave(line, "annex_list")
        elif self._state == "annexes" and rule is None and len(line.words) < 80 and "。" not in line.words:
            part.annexes.append(line)
            self._leave(line, "annex_list")
        elif self._state == "annex" and rule is None:
            part.annex_text.append(line)
        elif rule or self._state != "text":
            self._leave(line, rule or "page_tail")
            if rule in ENDS:
                self._end(index)
        else:
            part.text.append(line)

    def _leave(self, line: Line, rule: str) -> None:
        self.cut.append((line.start, line.end, rule))

    def _end(self, index: int) -> None:
        """The text, or its list of annexes, ends with this line, unless its headings have not begun or go on."""
        if self._state == "annexes" or (self._state == "text" and self._is_over(index)):
            self._state = "after"

    def _has_begun(self, index: int) -> bool:
        """Whether the first heading stands above this line: a notice or a text without headings needs none."""
        return self._part.is_notice or not self._labels or index > self._labels[0]

    def _is_over(self, index: int) -> bool:
        """Whether no heading below this line goes on with the numbers above it."""
        if not self._has_begun(index):
            return False
        if index > self._reach:
            self._reach = _last_that_goes_on(self._lines, self._labels, index)
        return index > self._reach

    def _is_commentary(self, line: Line, index: int) -> bool:
        """Whether an interpretation of the plan begins here, after the plan's first headings."""
        if self._part.is_notice or line.label or not self._labels or index <= self._labels[0]:
            return False
        return len(line.words) <= _LONGEST_COMMENTARY_HEAD and COMMENTARY.fits(line.words)


def _last_that_goes_on(lines: Sequence[Line], labels: Sequence[int], index: int) -> int:
    """The index of the last label of the top level below this line that goes on with those above; -1 for none."""
    above = [label for i in labels if i < index and (label := lines[i].label)]
    top = min(above, key=lambda label: label.rank, default=None)
    value = next((label.value for label in reversed(above) if top and label.kind == top.kind), 0)
    reach = -1
    for i in labels[bisect_left(labels, index) :]:
        label = lines[i].label
        if label is None or top is None or label.kind != top.kind:
            continue
        if label.value != value + 1:
            break
        reach, value = i, label.value
    return reach


def _annex_title(line: Line) -> tuple[bool, str] | None:
    """Whether the line begins a list of annexes, and the title it prints; None for a line that says 附件 in no way."""
    if not line.words.startswith(("附", "[附")):
        return None
    if MARKER.fits(line.words) and not line.words.endswith(":"):
        return False, ""
    found = ANNEX_LIST.re.match(line.words)
    return (True, found["title"]) if found else None


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
    if not part.text and is_addressee(line):
        return "addressee"
    if line.label or ("。" in line.words and len(line.words) > _LONGEST_FURNITURE):
        return None
    return furniture_rule(line)


def is_addressee(line: Line) -> bool:
    """Whether the line names the addressees (各县人民政府,市直各单位:), which no header field does."""
    return line.words.endswith(":") and ADDRESSEE.fits(line.words) and not begins_with_field(line)


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

    A date alone between the headings is none: it may be a cell of a table that the text prints flat; nor is one of
    printing (2024年1月2日印发) that stands below no body.
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
        if not signed and first == index and (IMPRINT.fits(line.words) or (labels and labels[0] < index < labels[-1])):
            continue
        part.date_signed = read_date(line.words)
        part.signed = _signed_by(lines[first:index])
        if signed:
            at = line.start + line.words.index(signed[0])
            part.signed.append((at, at + len(signed[0])))
        return set(range(first, index + 1))
    return set()
