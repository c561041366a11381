"""The years of a paragraph that can govern a commitment.

Years that only compare (比2020年下降), begin (2024年起) or name something (《…2025年…》) govern nothing.
"""

from bisect import bisect_right
from dataclasses import dataclass

from loaders.pattern import Pattern

YEAR = Pattern(
    "a year that can govern a commitment",
    r"(?<![\d\[第])(?:(?P<first>20\d\d)年?(?:[-~至]+|到))?(?P<year>20\d\d)(?:年(?:底|末)?"
    r"(?!起|以来|度(?!末|底)|版|修订|印发|发布|开始|基础|基数|水平|同期|相比|\(20|以后|工作要点|重点工作"
    r"|\d{1,2}月(?:\d{1,2}日)?(?:起|以来|印发|发布|开始))|(?=[、和与及至]20\d\d年))",
    matches=("到2025年", "2024-2026年建成", "2025年6月底前", "2023、2025年"),
    near_misses=("2024年起", "[2021]15号", "第2025年", "2020年基础上", "2024年3月1日起", "2020年相比"),
)
COMPARES = Pattern(
    "words that make the year behind them a base",
    r"(?:比|较|与|同|自|从|由|相对于|相较于|高于|低于|以)$",
    matches=("死亡人数比", "较", "相较于"),
    near_misses=("到", "至", "力争于"),
)
QUOTED = Pattern(
    "words in title or quotation marks",
    r"《[^》]{0,400}》|\[[^\]]{0,400}\]|“[^”]{0,400}”",
    matches=("《某市2025年方案》", "“2025行动”", "[2021]15号"),
    near_misses=("(2025年)", "2025年"),
)
JOINS = Pattern("what joins years", r"(?:[、和与及]|以及)(?:到)?", ("、", "和", "以及"), (",", "至"), way="fullmatch")


@dataclass(frozen=True, slots=True)
class Year:
    """A year that governs, and where it is printed; ``joined``: the years that it is printed together with."""

    year: int
    start: int
    end: int
    joined: tuple[int, ...] = ()


def years(text: str) -> list[Year]:
    """The years of a paragraph that can govern a commitment, in the order of the text."""
    if "20" not in text:
        return []
    quoted = [match.span() for match in QUOTED.re.finditer(text)]
    opened = [start for start, _ in quoted]
    found: list[Year] = []
    for match in YEAR.re.finditer(text):
        span = not match["first"] and COMPARES.fits(text[max(0, match.start() - 4) : match.start()])
        last = bisect_right(opened, match.start()) - 1
        if span or (last >= 0 and match.start() < quoted[last][1]):
            continue
        found.append(Year(int(match["year"]), match.start(), match.end()))
    return _joined(text, found)


def _joined(text: str, found: list[Year]) -> list[Year]:
    """The same years, each with those that it is joined with."""
    groups: list[list[Year]] = []
    for year in found:
        if groups and JOINS.fits(text[groups[-1][-1].end : year.start]):
            groups[-1].append(year)
        else:
            groups.append([year])
    joined = [tuple(year.year for year in group) if len(group) > 1 else () for group in groups]
    return [
        Year(year.year, year.start, year.end, together)
        for group, together in zip(groups, joined, strict=True)
        for year in group
    ]
