"""Which year governs a commitment, by the rule of the guidelines.

A year governs its own clause and the clauses after it up to the end of the sentence (and a following 其中…); a year
that opens a paragraph of goals governs that paragraph. Years that are joined (2023年、2025年) govern one number each of
as many.
"""

from bisect import bisect_left

from loaders.pattern import Pattern
from loaders.rules.clauses import Clause
from loaders.rules.passages import Passage
from loaders.rules.years import Year

OPENS = Pattern(
    "what may stand before the year that opens a paragraph of goals",
    r"[\s()一二三四五六七八九十\d①-⑳.、\-—]*(?:[^,。;:\d]{0,10}(?:目标|愿景|阶段|指标|任务)[。:,])?[到在至截力争是通过努力经]*",
    matches=("", "到", "(一)总体目标。到", "一是力争到", "--近期目标:"),
    near_misses=("建设中心,到", "服务能力提升。到"),
    way="fullmatch",
)
# A year farther on than this opens no paragraph.
OPENING = 200


def governing_year(passage: Passage, place: int) -> int | None:
    """The year that governs what stands at this place of a paragraph, None where none does."""
    here = passage.clause_at(place)
    if here is None:
        return None
    year = _governing(passage, here, place)
    if year is None or not year.joined:
        return year.year if year else None
    inside = passage.numbers_between(max(here.start, year.end), here.end)
    unit = next((number.unit for number in inside if number.start == place), None)
    held = [number.start for number in inside if number.unit == unit]
    if place in held and len(held) == len(year.joined):
        return year.joined[held.index(place)]
    return year.joined[-1]


def _governing(passage: Passage, here: Clause, place: int) -> Year | None:
    found = passage.years
    starts = passage.year_starts
    own = found[bisect_left(starts, here.start) : bisect_left(starts, here.end)]
    if own:
        before = [year for year in own if year.start < place]
        return before[-1] if before else own[0]
    last = bisect_left(starts, place) - 1
    if last >= 0 and starts[last] >= passage.opening(here):
        return found[last]
    opens = passage.goal and bool(found) and found[0].start <= OPENING
    if opens and OPENS.fits(passage.text[: found[0].start]):
        return found[0]
    return passage.led_by
