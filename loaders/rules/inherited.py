"""What a number without words of its own measures: what its clause, its list or the sentence named before."""

from loaders.rules import reading_words as say
from loaders.rules.grants import limit_of_grant
from loaders.rules.indicator_words import before_number, phrase
from loaders.rules.readings import Reading
from loaders.rules.spots import Span, Spot

# How many characters before a number what is built or measured was named.
SENTENCE = 400
# From how many characters on the words of 每… name what each has too.
EACH_NAMES = 8


def reading_of(spot: Spot, place: Span, words: str, rule: str, whose: str | None = None) -> Reading:
    """The reading of a number at a place, for those that its words name: each of something, or whom a sum is for."""
    per = say.PER.re.search(spot.text[spot.left : spot.bound.start])
    return Reading(*place, words, whose or spot.each_text or (per and per.group()), spot.unit, spot.kind, rule)


def completed(spot: Spot, ahead: Span) -> str:
    """The words before a number; a bare rate or level (覆盖率, 其中市级) takes the noun of the clause before it."""
    words = phrase(spot.text[slice(*ahead)])
    level = say.LEVEL.fits(words)
    if not (level or say.BARE_RATE.fits(words)):
        return words
    if spot.before is None:
        return _rate_of_last(spot, words)
    built = [match["what"] for match in say.BUILT.re.finditer(spot.text, spot.before.start, spot.clause.start)]
    if not built:
        return _rate_of_last(spot, words)
    return words + built[-1] if level else built[-1] + words


def _rate_of_last(spot: Spot, words: str) -> str:
    """县(市、区)覆盖率 of what the number before it counts: 示范性托育机构20家,县(市、区)覆盖率达到100%."""
    last = spot.passage.accepted[-1].reading if spot.passage.accepted else None
    if last is None or say.LEVEL.fits(words) or last.start < spot.passage.sentence_start(spot.clause):
        return words
    rate = say.BARE_RATE.re.fullmatch(last.indicator) or say.AREA_RATE.re.search(last.indicator)
    name = last.indicator[: rate.start()] if rate else last.indicator
    return name + words


def inherited(spot: Spot) -> Reading | None:
    """A number without words of its own: parallel numbers (4级和3级), 6类10项技术, or words before its clause."""
    text, bound = spot.text, spot.bound
    if limit := limit_of_grant(spot):
        return limit
    if spot.inside:
        first = spot.inside[0].bound
        span = before_number(text, spot.clause.start, first.start, spot.counts)
        if span[1] - span[0] >= 2:
            return reading_of(spot, (span[0], bound.end), completed(spot, span), "parallel")
        if spot.inside[0].reading.rule == "clause_before" and (named := _named_before(spot)):
            return named  # 就诊率、支出率逐年提高,分别达到65%、75%
    return _measured_before(spot) or _built_before(spot) or _named_before(spot) or _of_each(spot)


def _built_before(spot: Spot) -> Reading | None:
    """其中,…可规划布局选建3~4所: what the sentence before builds."""
    text, bound = spot.text, spot.bound
    first = max(0, spot.clause.start - SENTENCE)
    built = [match["what"] for match in say.BUILT.re.finditer(text, first, spot.clause.start)]
    if built and not text[spot.clause.start : bound.start].strip("可应将规划布局选建新设置"):
        return reading_of(spot, (bound.start, bound.end), built[-1], "sentence_before")
    return None


def _of_each(spot: Spot) -> Reading | None:
    """每名家庭医生签约居民不超过1500人: what each has, where nothing else names it."""
    if spot.each is None or spot.each[1] - spot.each[0] < EACH_NAMES:
        return None
    words = spot.text[slice(*spot.each)]
    return Reading(spot.each[0], spot.bound.end, words, None, spot.unit, spot.kind, "of_each")


def _named_before(spot: Spot) -> Reading | None:
    """What the clause before names."""
    if spot.before is None:
        return None
    start, end = before_number(spot.text, spot.before.start, spot.before.end, counts=True)
    if does := say.PREDICATE.re.search(spot.text[start:end]):
        end = start + does.start() if does.start() >= 2 else end
    if end - start < 2 or any(one.end >= end for one in spot.passage.numbers_between(start, start + 1)):
        return None
    words = spot.text[start:end].removeprefix("加强").removesuffix("建设")
    return reading_of(spot, (start, spot.bound.end), words, "clause_before")


def _measured_before(spot: Spot) -> Reading | None:
    """提高到3%左右,年均增长10%以上: the indicator that the clause before gave a number already."""
    last = spot.passage.accepted[-1] if spot.passage.accepted else None
    if last is None or last.quantity.start < spot.passage.sentence_start(spot.clause):
        return None
    words = last.reading.indicator.partition("占")[0] if last.reading.rule == "share" else last.reading.indicator
    again = last.reading.unit == spot.unit or say.GROWS.fits(spot.text[last.reading.start : last.quantity.start])
    rate = again or (spot.kind in ("percent", "rate") and last.reading.kind in ("percent", "rate", "count", "amount"))
    if last.reading.kind == "frequency" and (
        occasion := say.OCCASION.re.search(spot.text, spot.left, spot.bound.start)
    ):
        return reading_of(spot, (last.reading.start, spot.bound.end), words, "measured_before", occasion.group())
    limit = spot.bound.comparator == "<=" and say.GRANTS.fits(words)
    if limit:
        return reading_of(spot, (spot.bound.start, spot.bound.end), words, "measured_before")
    if not (rate or spot.each_text) or last.reading.rule == "share":
        return None
    start = last.reading.start if last.reading.rule != "noun_behind" else last.bound.start
    start = start if spot.bound.start - start <= SENTENCE else spot.bound.start
    return reading_of(spot, (start, spot.bound.end), words, "measured_before")
