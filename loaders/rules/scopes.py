"""For whom a target holds: each of something, the population it is counted on, a time within which, its own level.

Levels that one phrase joins are told apart where 分别 gives each its number (市级、县级达标率分别达到90%、80%).
"""

import re

from loaders.rules.indicator_words import AREA, INSTITUTIONS, SOFT_WORD, skip_leading
from loaders.rules.numbers import quantities
from loaders.rules.readings import Reading
from loaders.rules.spots import BASE, Spot

YEARS = r"(?:\d+|[一两二三四五六七八九十]+)"
WITHIN = re.compile(
    rf"(?:^|[,;:])(?:在|用|力争|争取|今后|未来)*(?P<years>{YEARS}(?:[~至到-]{YEARS})?年(?:时间)?[以之]?内)"
)
LEVEL = r"(?:国家|省|市|县|乡镇?)级"
JOINS = re.compile("、|和|与|以及|及(?!时|格|早)")
JOINED_RATE = re.compile(r".{1,30}(?:率|占比|比例|比重)")
JOINED_LEVELS = re.compile(rf"{LEVEL}(?:[、和与及]{LEVEL})+")


def scope_of(spot: Spot, reading: Reading) -> str | None:
    """The scope of a reading: the population of a rate, its own, the institutions before it, its sentence's years."""
    if reading.kind == "rate":
        bases = [match.group() for match in BASE.finditer(spot.text, spot.clause.start, spot.quantity.start)]
        if bases and bases[-1] not in reading.indicator:
            return bases[-1]
    if reading.scope is not None:
        return reading.scope
    owner = _owner(spot, reading)
    if owner is not None:
        return words_of_its_level(spot, owner)
    sentence = [clause for clause in spot.clauses if clause.sentence == spot.clause.sentence]
    within = WITHIN.search(spot.text[sentence[0].start : spot.quantity.start])
    return within["years"] if within else None


def _owner(spot: Spot, reading: Reading) -> str | None:
    """The institutions or the area right before what is measured: 市级医院四级手术占比."""
    first = spot.left if spot.left <= reading.start else spot.clause.start
    begin = skip_leading(spot.text, first, reading.start, SOFT_WORD)
    owner = spot.text[begin : reading.start]
    area = AREA.match(owner)
    institutions = owner[area.end() :] if area else owner
    return owner if owner and (not institutions or INSTITUTIONS.fullmatch(institutions)) else None


def words_of_its_level(spot: Spot, words: str) -> str:
    """An indicator with the level that its number belongs to, where 分别 gives as many numbers as levels are joined,
    or the one of the joined rates that its number belongs to."""
    apart = spot.text.rfind("分别", spot.clause.start, spot.quantity.start)
    numbers = [apart + quantity.start for quantity in quantities(spot.text[apart : spot.clause.end])]
    if apart < 0 or spot.quantity.start not in numbers:
        return words
    rates = JOINS.split(words)
    if len(rates) == len(numbers) and all(JOINED_RATE.fullmatch(rate) for rate in rates):
        return rates[numbers.index(spot.quantity.start)]
    joined = JOINED_LEVELS.search(words)
    levels: list[str] = re.findall(LEVEL, joined.group()) if joined else []
    if joined is None or len(numbers) != len(levels):
        return words
    return words[: joined.start()] + levels[numbers.index(spot.quantity.start)] + words[joined.end() :]
