"""The lines of a text, and what a line is by itself: a number label, a date, the names of bodies, page furniture.

Patterns work on folded, stripped lines.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.furniture import furniture_of
from loaders.labels import KINDS, Label, label_at
from loaders.pattern import Pattern
from loaders.plan import Source

TABLE = "\t"
"""The words of a line that stands for a table: folded text holds no tab."""
_NUMERALS = "〇零一二三四五六七八九十"
_HAN_DAY = f"[{_NUMERALS}]{{1,3}}"
DATE = Pattern(
    "date",
    rf"(?P<year>\d{{4}}|[{_NUMERALS}O0]{{4}}) ?年 ?(?P<month>\d{{1,2}}|{_HAN_DAY}) ?月"
    rf" ?(?P<day>\d{{1,2}}|{_HAN_DAY}) ?日"
    r"|(?<!\d)(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)",
    ("2024年3月5日", "二〇二四年十二月二十三日", "2024-03-05 09:41", "2024/3/5", "二〇一八年 三月 二日"),
    ("2024年3月", "3月5日", "12024-03-05", "1-2-3"),
)
_SUFFIXES = (
    "人民政府|政府|办公室|办公厅|委员会|管委会|委|局|厅|部|署|领导小组|指挥部|中心|党组|工委|党委|法院|检察院|总工会|联合会|银行|分行"
    "|国务院|中共中央|全国人大|政协|协会|分局|集团|公司|医院|学校|大学|妇联|科协|团委|供销社|支队|总队|联席会议|公积金中心|残联|工商联"
)
BODY = Pattern(
    "body",
    rf"[^。;:,\d《》\[\]、]{{2,36}}(?:{_SUFFIXES})(?:\((?!章|盖章)[^()]{{2,24}}\))?|国务院|中共中央",
    ("某市人民政府办公室", "某市财政局", "某市科技局(某市外国专家局)", "国务院"),
    ("某市财政局、民政局", "加强领导,落实责任", "一、市财政局:", "某市财政局2024年"),
    "fullmatch",
)
SIGNED_LINE = Pattern(
    "body_and_date_in_one_line",
    rf"(?P<body>(?:{BODY.words})) *\(?(?P<date>{re.sub(r'[?]P<[a-z]+>', '?:', DATE.words)})\)?$",
    ("某市人民政府 2024年1月2日", "某市财政局2024-01-02"),
    ("2024年1月2日", "某市人民政府 2024年"),
    "match",
)
RUN_ON = Pattern(
    "label_after_a_wide_blank",
    r"[。)] {2,}(?=[(\d第一二三四五六七八九十])",
    ("做好。  2.乙事", "(责任单位:市局)  (二)丙"),
    ("做好。 2.乙事", "甲  2.乙"),
)
RUN_IN = Pattern(
    "label_in_a_line",
    r"(?<=[。;)])(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))(?=[^ ])"
    r"|(?<=[\u4e00-\u9fff])\(一\)(?=[^。]{2,40}。)",
    ("做好。二、保障措施", "(市财政局负责)(二)培养医师", "主要任务(一)建设医院。新建2所"),
    ("包括:(一)建设;", "第(一)项", "十四五、十五五"),
)
IMPRINT = Pattern(
    "date_of_printing",
    r"日 ?印发\)?$",
    ("2024年3月5日印发", "2024年3月5日 印发"),
    ("2024年3月5日", "2024年3月5日印发某市方案"),
)
_LONGEST_PARAGRAPH = 200  # characters; a longer line may hold a whole outline
_BLANKS = re.compile(r" {2,}")
_LINE = re.compile(r"[^\n]+")
SEAL = Pattern(
    "mark_of_a_seal",
    r" *\((?:盖章|章|代章|印|公章)\)",
    ("某市财政局(盖章)", "某市政府 (代章)"),
    ("某市财政局(某市国资委)",),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer blanks: place, folded words, the number label at its head, and the rule of furniture
    that a line without a label falls under."""

    start: int
    end: int
    words: str
    label: Label | None
    furniture: str | None = None

    @property
    def is_table(self) -> bool:
        """Whether it stands for a whole table of a known kind, which only the rules for tables read."""
        return self.words == TABLE

    @property
    def bare(self) -> str:
        """The words without blanks: those of a broken line end too."""
        return self.words.replace(" ", "")


def read_lines(source: Source) -> list[Line]:
    """The lines of a text that are not blank; a label after a full stop and two blanks begins a line too.

    A table of a known kind is one line. A row of any other table has no label: 1.床位数<tab>5 is no heading.
    """
    lines, at = [], 0
    for table in source.tables:
        lines += _lines_between(source, at, table.start)
        if table.kind:
            lines.append(Line(table.start, table.end, TABLE, None))
        else:
            lines += _lines_between(source, table.start, table.end, rows=True)
        at = table.end
    return lines + _lines_between(source, at, len(source.folded))


def _lines_between(source: Source, start: int, end: int, *, rows: bool = False) -> list[Line]:
    """The lines of a stretch of the text. ``rows``: all of them are rows of a table, as is any line with tabs."""
    lines = []
    text, has_tabs = source.text, "\t" in source.text
    for found in _LINE.finditer(source.folded, start, end):
        whole = found.group()
        for left, right in _pieces(whole):
            piece = whole[left:right]
            words = piece.strip(" *#>" if piece.lstrip(" ").startswith(("#", "*")) else " ")
            if words:
                at = found.start() + left + piece.index(words)
                after = at + len(words)
                is_row = rows or (has_tabs and text.find("\t", at, after) >= 0)
                label = None if is_row else label_at(words, 0)
                lines.append(Line(at, after, words, label, None if label else furniture_of(words)))
    return lines


def _pieces(whole: str) -> list[tuple[int, int]]:
    """The spans of a printed line: cut before each label that follows a full stop and a wide blank.

    A plan that is printed in one long line is cut before every label that goes on with the numbers before it.
    """
    cuts: list[int] = []
    if "  " in whole:
        cuts = [cut.end() for cut in RUN_ON.re.finditer(whole) if label_at(whole, cut.end())]
    if not cuts and len(whole) > _LONGEST_PARAGRAPH and RUN_IN.fits(whole):
        cuts = _labels_within(whole)
    return list(pairwise([0, *cuts, len(whole)])) if cuts else [(0, len(whole))]


def _labels_within(whole: str) -> list[int]:
    """The places of labels in a line that holds a whole outline; none where only one number is printed."""
    head = label_at(whole, 0)
    last = {head.kind: head.value} if head else {}
    cuts = []
    for found in RUN_IN.re.finditer(whole):
        label = label_at(whole, found.start())
        if label and label.value in (1, last.get(label.kind, 0) + 1):
            last = {kind: value for kind, value in last.items() if KINDS.index(kind) <= label.rank}
            last[label.kind] = label.value
            cuts.append(found.start())
    return cuts if len(cuts) > 1 and max(last.values()) > 1 else []


def furniture_rule(line: Line) -> str | None:
    """The name of the rule by which this line is page furniture, None where it is none."""
    return line.furniture


def read_date(words: str) -> str | None:
    """The first date of these words as YYYY-MM-DD, None where none is printed or it is no day of the calendar."""
    found = DATE.re.search(words)
    if found is None:
        return None
    names = ("year", "month", "day") if found["year"] else ("y", "m", "d")
    year, month, day = (_number(found[name]) for name in names)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _number(part: str) -> int:
    """Digits, or Chinese numerals: of a year digit by digit (二〇二四), else as a number (二十三)."""
    part = part.replace("O", "〇").replace("0", "〇") if not part.isascii() else part
    if part.isascii():
        return int(part)
    values = [_NUMERALS.index(char) for char in part]
    digits = [0 if value == 0 else value - 1 for value in values]
    if "十" not in part:
        return int("".join(map(str, digits)))
    tens, _, ones = part.partition("十")
    return (_number(tens) if tens else 1) * 10 + (_number(ones) if ones else 0)


def is_date(line: Line) -> bool:
    """Whether the line is a date and nothing else, in brackets or not, 印发 behind it or not."""
    if len(line.words) > 40:
        return False
    words = line.words.strip("() ").removesuffix("印发").rstrip()
    found = DATE.re.match(words)
    return found is not None and found.end() == len(words)


def signed_line(line: Line) -> tuple[str, str] | None:
    """The body and the date of a line that holds both (某市人民政府 2024年1月2日), None for any other line."""
    found = SIGNED_LINE.re.match(line.words) if len(line.words) < 80 else None
    return (found["body"].strip(), found["date"]) if found else None


def bodies(line: Line) -> list[tuple[int, int]]:
    """The places of the body's names that make up the whole line, several apart by wide blanks; [] for any other."""
    places, at = [], 0
    words = SEAL.re.sub("", line.words)
    parts = _BLANKS.split(words)
    if len(parts) == 1 and BODY.re.fullmatch(words) and " " in words:
        inner = words.split(" ")
        parts = inner if all(map(BODY.re.fullmatch, inner)) else parts
    for part in parts:
        at = line.words.index(part, at)
        if BODY.re.fullmatch(part) is None:
            return []
        places.append((line.start + at, line.start + at + len(part)))
        at += len(part)
    return places
