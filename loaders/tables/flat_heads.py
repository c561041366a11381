"""Lines of a text that are heads of columns by themselves, and runs of them: where a flat table may begin."""

from loaders.labels import label_at
from loaders.pattern import Pattern
from loaders.tables.flat_rows import FlatLine
from loaders.tables.heads import kind_of

FEWEST_HEADS, MOST_HEADS = 3, 12
DUTIES = ("body", "responsible")
MARK = Pattern(
    "mark_of_head",
    r"[位门标室体值号限)](?=[ *|\t]{0,4}\n)",
    ("序号\n重点任务\n责任单位\n", "指标 \n", "责任单位(首位牵头)\n"),
    ("责任单位:市财政局\n", "单位"),
)
LONGEST_HEAD = 30


def head_lines(folded: str) -> list[FlatLine]:
    """The lines that are heads of columns by themselves, near those that end as most tables have one head end."""
    found: dict[int, FlatLine] = {}
    for mark in MARK.re.finditer(folded):
        if mark.start() not in found:
            found |= {line.start: line for line in _around(folded, mark.start())}
    return [found[start] for start in sorted(found)]


def _around(folded: str, place: int) -> list[FlatLine]:
    """The head in the line that holds this place, and the heads in the lines above and below it without a gap."""
    begin = folded.rfind("\n", 0, place) + 1
    up, down = begin, begin
    found: list[FlatLine] = []
    while up > 0 and len(found) < MOST_HEADS:
        start = folded.rfind("\n", 0, up - 1) + 1
        line = line_of(folded, start, up - 1)
        if not _is_head(line):
            break
        found += [line] if line.words else []
        up = start
    for _ in range(3 * MOST_HEADS):
        end = folded.find("\n", down)
        end = len(folded) if end < 0 else end
        line = line_of(folded, down, end)
        if down > end or not _is_head(line):
            break
        found += [line] if line.words else []
        down = end + 1
    return found


def _is_head(line: FlatLine) -> bool:
    """Whether the line is a head, or blank."""
    short = len(line.words) <= LONGEST_HEAD
    return not line.words or (short and not label_at(line.words, 0) and kind_of(line.bare) is not None)


def line_of(folded: str, start: int, end: int) -> FlatLine:
    """The line without blanks and Markdown's marks at its ends."""
    words = folded[start:end].strip(" *#|\t")
    at = folded.index(words, start) if words else start
    return FlatLine(at, at + len(words), words)


def runs_of(folded: str, heads: list[FlatLine]) -> list[list[FlatLine]]:
    """Runs of heads with nothing but blanks between them."""
    runs: list[list[FlatLine]] = []
    for line in heads:
        if runs and not folded[runs[-1][-1].end : line.start].strip(" \n*#|"):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [run[:MOST_HEADS] for run in runs if len(run) >= FEWEST_HEADS or is_duty_list(run)]


def is_duty_list(run: list[FlatLine]) -> bool:
    """Whether these are the two heads of a list of duties by body (部门, 职责)."""
    kinds = [kind_of(line.bare) for line in run]
    return len(kinds) == 2 and kinds[0] in DUTIES and kinds[1] == "content"
