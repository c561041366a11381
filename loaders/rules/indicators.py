"""What a number of a plan measures: its indicator, kind, unit and scope, and whether anything commits to it.

Numbers stand before what they count (15个领军专科), behind it (领军专科15个, 占比达到25%), inside a share
(不低于编制床位的15%设置…), or in a frequency (每年至少一次). A number that nothing commits to is no reading.
"""

from loaders.rules import reading_words as say
from loaders.rules.grants import granted
from loaders.rules.indicator_words import after_number, before_number, leading_word, phrase
from loaders.rules.inherited import completed, inherited, reading_of
from loaders.rules.noun_words import REACH
from loaders.rules.readings import Reading
from loaders.rules.scopes import scope_of, words_of_its_level
from loaders.rules.shares import frequency, priced, share, without_unit
from loaders.rules.spots import COUNTED, PERIOD, Span, Spot


def read_indicator(spot: Spot) -> Reading | None:
    """What a number measures, None where nothing commits to it or nothing says what it counts."""
    reading = frequency(spot)
    if reading is None and not spot.unit:
        reading = without_unit(spot)
    elif reading is None:
        reading = priced(spot) or share(spot) or (_counted(spot) if spot.committed else None)
    if reading is None:
        return None
    indicator = words_of_its_level(spot, reading.indicator)
    indicator = indicator if reading.kind == "amount" else _without_period(indicator)
    start, end, unit, kind, rule = reading.start, reading.end, reading.unit, reading.kind, reading.rule
    named = Reading(start, end, indicator, reading.scope, unit, kind, rule)
    bound = spot.bound
    return Reading(min(start, bound.start), max(end, bound.end), indicator, scope_of(spot, named), unit, kind, rule)


def _without_period(words: str) -> str:
    """乡村医生每年接受培训 and 每年用于科研的投入 without 每年, which is the scope."""
    period = PERIOD.re.search(words)
    inside = period is not None and period.group().startswith("每") and len(words) - period.end() >= 2
    return PERIOD.re.sub("", words, count=1) if inside else words


def _counted(spot: Spot) -> Reading | None:
    text, bound = spot.text, spot.bound
    behind = after_number(text, bound.end, spot.right)
    if spot.kind == "percent" and text.startswith("用于", behind[1]):
        behind = behind[0], spot.clause.end
    ahead = before_number(text, spot.left, bound.start, spot.counts)
    if (
        further_on := _noun_further_on(spot, ahead, behind)
        or _of_whom(spot, ahead, behind)
        or _part_elsewhere(spot, behind)
    ):
        return further_on
    if behind[1] - behind[0] >= 2 and not _belongs_ahead(spot, ahead, behind):
        return _reading_behind(spot, ahead, behind)
    if spot.unit.startswith("元") or spot.kind == "duration":
        shared = say.SHARED_NOUN.re.match(text, bound.end, spot.clause.end)
        if shared:
            return reading_of(spot, (bound.start, shared.end("noun")), shared["noun"], "shared_noun")
        if given := granted(spot, ahead):
            return given
        grant = say.GRANTS.re.search(text[slice(*ahead)])
        ahead = (
            (ahead[0] + grant.start(), ahead[1]) if grant and text.startswith(("对", "为", "按"), ahead[0]) else ahead
        )
    lasts = spot.kind == "duration" and text[slice(*ahead)] == "培训"
    if ahead[1] - ahead[0] >= 2 and (lasts or not say.EMPTY.re.fullmatch(text, *ahead)):
        period = PERIOD.re.search(text, spot.left, ahead[0])
        scope = spot.each_text or (period.group() if period else None)
        return Reading(ahead[0], bound.end, completed(spot, ahead), scope, spot.unit, spot.kind, "noun_before")
    return inherited(spot)


def _noun_further_on(spot: Spot, ahead: Span, behind: Span) -> Reading | None:
    """What is counted where another number, a standard or attributes stand between it and the number."""
    text, bound = spot.text, spot.bound
    for rule, named in (("joined", say.JOINED_NOUN), ("standard", say.STANDARD), ("circle", say.SHARED_CIRCLE)):
        if noun := named.re.match(text, bound.end, spot.clause.end):
            whose = text[slice(*ahead)] if rule == "circle" else None
            return reading_of(spot, (bound.start, noun.end("noun")), noun["noun"], rule, whose)
    words = text[slice(*ahead)]
    if say.ATTRIBUTE.fits(words) and text.startswith("的", bound.end) and behind[1] - behind[0] >= 2:
        return reading_of(spot, (ahead[0], behind[1]), text[slice(*behind)] + words, "attribute")
    attributed = say.ATTRIBUTED.re.match(text, bound.end)
    if attributed and (ahead[1] - ahead[0] < 2 or say.AREA_BUILT.re.fullmatch(text, *ahead)):
        return reading_of(spot, (bound.start, attributed.end()), attributed["noun"], "attributed")
    shared = say.SHARED_PREDICATE.re.match(text, bound.end, spot.clause.end) if spot.unit == "%" else None
    if shared and not say.DOES.fits(shared["who"]) and (does := _does(shared["last"], "percent")):
        return Reading(bound.start, shared.end(), does[1], shared["who"], spot.unit, spot.kind, "shared_noun")
    level = text[slice(*behind)]
    if say.LEVEL.fits(level) and (noun := say.LEVEL_NOUN.re.match(text, behind[1], spot.clause.end)):
        return reading_of(spot, (bound.start, noun.end()), level + noun["noun"], "shared_noun")
    return None


def _of_whom(spot: Spot, ahead: Span, behind: Span) -> Reading | None:
    """电子病历应用水平三级医院达到5级以上、二级医院达到3级以上: institutions between indicator and number."""
    words, bound = spot.text[slice(*ahead)], spot.bound
    if named := say.OF_INSTITUTIONS.re.fullmatch(words):
        place = ahead[0], bound.end
        return Reading(*place, named["words"], named["who"], spot.unit, spot.kind, "of_institutions")
    last = spot.passage.accepted[-1] if spot.passage.accepted else None
    if last is None or last.quantity.start < spot.passage.opening(spot.clause):
        return None
    if last.reading.unit != spot.unit:
        return None
    part = last.reading.rule == "of_institutions" or "其中" in spot.text[last.bound.end : ahead[1]]
    reached = spot.kind not in ("count", "per_unit") or spot.unit not in COUNTED
    level = say.LEVEL.fits(words) and behind[1] - behind[0] < 2
    if not level and not ((reached or part) and say.WHOSE.fits(words)):
        return None
    return Reading(ahead[0], bound.end, last.reading.indicator, words, spot.unit, spot.kind, "of_institutions")


def _part_elsewhere(spot: Spot, behind: Span) -> Reading | None:
    """其中10家在城区外: a part of what was counted, and where it is."""
    last = spot.passage.accepted[-1].reading if spot.passage.accepted else None
    where = say.WHERE.re.fullmatch(spot.text, *behind)
    if last is None or where is None or not spot.text.startswith("其中", spot.clause.start):
        return None
    return Reading(spot.bound.start, behind[1], last.indicator, where["where"], spot.unit, spot.kind, "part_elsewhere")


def _belongs_ahead(spot: Spot, ahead: Span, behind: Span) -> bool:
    """Whether what is measured stands before the number although words follow it."""
    words, after = spot.text[slice(*ahead)], spot.text[slice(*behind)]
    if say.RATE_NAME.fits(words) or (len(words) >= 2 and say.BY_STANDARD.fits(spot.text[spot.bound.end : behind[1]])):
        return True
    if spot.kind != "duration" or say.CIRCLE.fits(after) or words.endswith(("提供", "给予", "享受", "每年")):
        return False
    if say.WITHIN_TIME.fits(after):
        return False
    return not after.endswith(("圈", "服务", "响应")) and len(words) >= 3


def _reading_behind(spot: Spot, ahead: Span, behind: Span) -> Reading:
    text, bound, kind = spot.text, spot.bound, spot.kind
    words, start, end = phrase(text[slice(*behind)]), bound.start, behind[1]
    subject = text[slice(*ahead)] if ahead[1] - ahead[0] >= 2 else None
    period = PERIOD.re.search(text, max(0, ahead[0] - 4), bound.start)
    who = spot.each_text
    if subject and leading_word().fullmatch(subject):
        subject = None
    if (
        spot.unit == "%"
        and spot.quantity.value == 100
        and (subject or say.ALL_SETS.fits(words) or say.DOES.fits(words))
    ):
        kind, who = "coverage", subject or who
        who, words = (who, say.SETTING_VERB.re.sub("", words)) if subject else _does(words, "percent") or (who, words)
    elif kind == "percent" and subject and REACH.re.match(words):
        who = who or subject
    elif (does := _does(words, kind)) and not who:
        who, words = does
    if kind == "duration" and (circle := say.CIRCLE.re.match(text, *behind)):
        words, end = circle.group(), circle.end()
    elif kind == "duration" and subject and say.WITHIN_TIME.fits(words):
        return Reading(ahead[0], end, subject + words, who, spot.unit, kind, "within_time")
    if kind == "amount" and (spent := say.SPENT_ON.re.match(words)):
        words = words[spent.end() :]
    if kind == "duration":
        words = words.rpartition("的")[2] or words
    if kind in ("count", "per_unit") and (acts := say.ACTS.re.fullmatch(words)):
        words = acts["who"]
    for verb, named in (("覆盖", words), ("依托", phrase(text[bound.end : behind[1]]))):
        if text.endswith(verb, 0, bound.start):
            words, start = verb + named, start - len(verb)
    return Reading(start, end, words, who or (period.group() if period else None), spot.unit, kind, "noun_behind")


def _does(words: str, kind: str) -> tuple[str, str] | None:
    """For whom a share or an experiment holds, and what they reach: 60%城镇社区 | 建有托育机构."""
    does = say.DOES.re.fullmatch(words)
    if does is None or (kind != "percent" and not does["tries"]):
        return None
    what = does["what"] if does["tries"] or does["sets"] else does["reaches"] + does["what"]
    return does["who"], what
