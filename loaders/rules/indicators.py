"""What a number of a plan measures: its indicator, kind, unit and scope, and whether anything commits to it.

Numbers stand before what they count (15个领军专科), behind it (领军专科15个, 占比达到25%), inside a share
(不低于编制床位的15%设置…), or in a frequency (每年至少一次). A number that nothing commits to is no reading.
"""

import re
from dataclasses import replace

from loaders.rules.grants import granted, limit_of_grant
from loaders.rules.indicator_words import REACH, after_number, before_number, phrase
from loaders.rules.readings import Reading
from loaders.rules.scopes import scope_of, words_of_its_level
from loaders.rules.shares import frequency, share, without_unit
from loaders.rules.spots import PERIOD, Span, Spot

# Verbs alone: what is built was named in the sentence before (其中,…可规划布局选建3~4所).
EMPTY = re.compile(
    r"(?:提供|达到|可|应|将|按规定|规划|布局|选建|建设|设置|设立|配备|新建|允许|给予|享受|申请|申领|获得|领取|每[年月人])+"
)
BARE_RATE = re.compile(r"(?:覆盖|合格|达标|完成|知晓|设置|建成)?率|占比|比例|数量?")
LEVEL = re.compile(r"(?:国家|省|市|县|乡|镇|区)[级属直]|(?:市|县|乡镇|省)")
BUILT = re.compile(
    r"(?:建成|建设|创建|打造|新建|培训培养|培养|培训|培育|引进|加强)(?P<what>[^,。;\d]{3,24}?)(?=建设?[,。;]|[,。;\d])"
)
# 给予100万元、50万元奖励, 每月500元、最长12个月的补贴: the noun behind the last number holds for all.
SHARED_NOUN = re.compile(
    r"(?:(?:、|和|或|及)(?:最高|最长|最多|不超过)?[\d.]+(?:[万亿]*元|[万亿](?=[、和或及])|个月|年))+的?(?P<noun>[^,。;、\d]{2,20})"
)
# 按每人500元的标准发放补贴: the grant is what is measured, the standard only says how much.
STANDARD = re.compile(
    r"的?标准(?:给予|予以|发放|进行|兑现)?(?P<noun>[^,。;、\d]{0,10}(?:奖励|补贴|补助|资助|支持|奖补|津贴))"
)
GRANTS = re.compile(r"(?:奖励|补贴|补助|资助|支持|经费|资金)$")
# For whom or how often a sum is given: 每人每月500元.
PER = re.compile(r"(?:每[年月日天季人名户家个])+$")
CIRCLE = re.compile(r"[^,。;、]{0,14}?圈")
RATE_NAME = re.compile(r"(?:率|占比|比例|比重|指数|寿命|水平|级别)$")
JOINED_NOUN = re.compile(r"\d+(?:人次|批次|[\u4e00-\u9fff])(?:以上|左右)?的?(?P<noun>[^,。;]+)")
# 建成5个以上、总面积不少于8万平方米的社区: attributes with numbers of their own stand before what is counted.
ATTRIBUTED = re.compile(
    r"、[^,。;、\d]{2,10}[\d.]+[万亿]*[^\d,。;、的]{1,5}(?:[,、][^,。;、\d的]{2,12})*的(?P<noun>[^,。;、\d的]{2,16})(?=[,。;]|$)"
)
AREA_BUILT = re.compile(r"(?:全[市省县区]|我[市省县区])?(?:新?建成|新建|建设|打造|建好|培育)")
SETTING_VERB = re.compile(r"^(?:规范)?(?:设置|配备|建设|开设|设立)")


def read_indicator(spot: Spot) -> Reading | None:
    """What a number measures, None where nothing commits to it or nothing says what it counts."""
    reading = frequency(spot)
    if reading is None and not spot.unit:
        reading = without_unit(spot)
    elif reading is None:
        reading = share(spot) or (_counted(spot) if spot.committed else None)
    if reading is None:
        return None
    return replace(reading, indicator=words_of_its_level(spot, reading.indicator), scope=scope_of(spot, reading))


def _counted(spot: Spot) -> Reading | None:
    text, bound = spot.text, spot.bound
    behind = after_number(text, bound.end, spot.right)
    ahead = before_number(text, spot.left, bound.start, spot.kind not in ("percent", "ratio"))
    if further_on := _noun_further_on(spot, ahead):
        return further_on
    if behind[1] - behind[0] >= 2 and not _belongs_ahead(spot, ahead, behind):
        return _reading_behind(spot, ahead, behind)
    if spot.unit == "元":
        shared = SHARED_NOUN.match(text, bound.end, spot.clause.end)
        if shared:
            return _reading(spot, (bound.start, shared.end("noun")), shared["noun"], "shared_noun")
        if given := granted(spot, ahead):
            return given
        grant = GRANTS.search(text[: ahead[1]], ahead[0])
        ahead = grant.span() if grant and text.startswith(("对", "为", "按"), ahead[0]) else ahead
    if ahead[1] - ahead[0] >= 2 and not EMPTY.fullmatch(text, *ahead):
        period = PERIOD.search(text, spot.left, ahead[0])
        scope = spot.each_text or (period.group() if period else None)
        return Reading(ahead[0], bound.end, _completed(spot, ahead), scope, spot.unit, spot.kind, "noun_before")
    return _inherited(spot)


def _noun_further_on(spot: Spot, ahead: Span) -> Reading | None:
    """What is counted where another number, a standard or attributes stand between it and the number."""
    text, bound = spot.text, spot.bound
    for rule, named in (("joined", JOINED_NOUN), ("standard", STANDARD)):
        if noun := named.match(text, bound.end, spot.clause.end):
            return _reading(spot, (bound.start, noun.end("noun")), noun["noun"], rule)
    attributed = ATTRIBUTED.match(text, bound.end)
    if attributed and (ahead[1] - ahead[0] < 2 or AREA_BUILT.fullmatch(text, *ahead)):
        return _reading(spot, (bound.start, attributed.end()), attributed["noun"], "attributed")
    return None


def _reading(spot: Spot, place: Span, words: str, rule: str) -> Reading:
    per = PER.search(spot.text, spot.left, spot.bound.start)
    return Reading(*place, words, spot.each_text or (per and per.group()), spot.unit, spot.kind, rule)


def _belongs_ahead(spot: Spot, ahead: Span, behind: Span) -> bool:
    """Whether what is measured stands before the number although words follow it."""
    words, after = spot.text[slice(*ahead)], spot.text[slice(*behind)]
    if RATE_NAME.search(words):
        return True
    if spot.kind != "duration" or CIRCLE.match(after) or words.endswith(("提供", "给予", "享受", "每年")):
        return False
    return not after.endswith(("圈", "服务", "响应")) and len(words) >= 3


def _reading_behind(spot: Spot, ahead: Span, behind: Span) -> Reading:
    text, bound, kind = spot.text, spot.bound, spot.kind
    words, start, end = phrase(text[slice(*behind)]), bound.start, behind[1]
    subject = text[slice(*ahead)] if ahead[1] - ahead[0] >= 2 else None
    period = PERIOD.search(text, max(0, ahead[0] - 4), bound.start)
    who = spot.each_text
    if spot.unit == "%" and subject and spot.quantity.value == 100:
        kind, who, words = "coverage", subject, SETTING_VERB.sub("", words)
    elif kind == "percent" and subject and REACH.match(words):
        who = who or subject
    if kind == "duration" and (circle := CIRCLE.match(text, *behind)):
        words, end = circle.group(), circle.end()
    if kind == "duration":
        words = words.rpartition("的")[2] or words
    for verb, named in (("覆盖", words), ("依托", phrase(text[bound.end : behind[1]]))):
        if text.endswith(verb, 0, bound.start):
            words, start = verb + named, start - len(verb)
    return Reading(start, end, words, who or (period.group() if period else None), spot.unit, kind, "noun_behind")


def _completed(spot: Spot, ahead: Span) -> str:
    """The words before a number; a bare rate or level (覆盖率, 其中市级) takes the noun of the clause before it."""
    words = phrase(spot.text[slice(*ahead)])
    level = LEVEL.fullmatch(words)
    if spot.before is None or not (level or BARE_RATE.fullmatch(words)):
        return words
    built = [match["what"] for match in BUILT.finditer(spot.text, spot.before.start, spot.clause.start)]
    if not built:
        return words
    return words + built[-1] if level else built[-1] + words


def _inherited(spot: Spot) -> Reading | None:
    """A number without words of its own: parallel numbers (4级和3级), 6类10项技术, or words before its clause."""
    text, bound = spot.text, spot.bound
    if limit := limit_of_grant(spot):
        return limit
    if spot.inside:
        first = spot.inside[0][1]
        span = before_number(text, spot.clause.start, first.start, spot.kind not in ("percent", "ratio"))
        if span[1] - span[0] >= 2:
            return _reading(spot, (span[0], bound.end), _completed(spot, span), "parallel")
    built = [match["what"] for match in BUILT.finditer(text, 0, spot.clause.start)]
    if built and not text[spot.clause.start : bound.start].strip("可应将规划布局选建新设置"):
        return _reading(spot, (bound.start, bound.end), built[-1], "sentence_before")
    if spot.before is None:
        return None
    start, end = before_number(text, spot.before.start, spot.before.end, counts=True)
    if end - start < 2:
        return None
    words = text[start:end].removeprefix("加强").removesuffix("建设")
    return _reading(spot, (start, bound.end), words, "clause_before")
