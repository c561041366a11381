"""Numbers that measure an act or a part: how often something is done, and the share of a base that is named."""

import re

from loaders.rules.indicator_words import after_number, before_number, trim
from loaders.rules.readings import Reading
from loaders.rules.spots import PERIOD, Spot

PERIOD_UNIT = {
    "每半年": "半年",
    "每季度": "季度",
    "每季": "季度",
    "每周": "周",
    "每月": "月",
    "每日": "天",
    "每天": "天",
}
SHARE_OF = re.compile(r"(?P<base>[\u4e00-\u9fff()“”]{2,20})的$")
LISTED_SHARE_OF = re.compile(r"(?P<base>[\u4e00-\u9fff()“”、]{2,30})的$")
SHARE_VERB = re.compile(
    r"(?:以上|以内|左右)?(?:、最高(?:不超过)?[\d.]+[万亿]*元)?(?:的?(?:比例|标准))?(?P<verb>设置|配置|配备|安排|用于|提取|预留|设立|建设|给予|予以|实行|发放)"
)
# 按研发投入的50%,给予最高30万元扶持: the clause behind says what the share is given as.
BY_SHARE = re.compile(r"按|对其")
GIVEN_NEXT = re.compile(r",(?:给予|予以|发放)")
BOUND_HEAD = re.compile(r"(?:不得低于|不低于|不少于|不超过|不高于|至少|超过|达到|达|控制在|高于|低于|提高到|占|最高)+")
OVER_HEAD = re.compile(r"^(?:占|并|将|可|对其|按照|按)+")
MONEY = re.compile(r"最高[\d.]+[万亿]*元(?:的)?")
# Sums whose unit is left out: 总营业收入超2000万.
MONEY_NAME = re.compile(r"(?:收入|产值|营收|投资额?|交易额|销售额|金额|资金|经费)$")
COUNTED_BY_NAME = {"人数": "人", "人次": "人次", "户数": "户"}


def frequency(spot: Spot) -> Reading | None:
    """每年至少开展一次, 每5年调整: how often an act is done."""
    text, quantity, bound = spot.text, spot.quantity, spot.bound
    if spot.unit in ("年", "个月", "天") and text[quantity.start - 1 : quantity.start] == "每":
        start, end = trim(text, quantity.end, spot.clause.end)
        if end > start:
            return Reading(quantity.start - 1, end, text[start:end], None, spot.unit, "frequency", "every")
        return None
    periods = list(PERIOD.finditer(text, spot.clause.start, quantity.start))
    if spot.unit != "次" or not periods:
        return None
    period = periods[-1]
    start, end = after_number(text, bound.end, spot.right)
    for begin, stop in ((period.end(), bound.start), (spot.clause.start, period.start())):
        if end - start < 2:
            start, end = before_number(text, begin, stop, counts=True)
    if end <= start:
        return None
    unit = f"次/{PERIOD_UNIT.get(period.group(), '年')}"
    place = min(start, bound.start), max(end, bound.end)
    return Reading(*place, text[start:end], spot.each_text or period.group(), unit, "frequency", "frequency")


def without_unit(spot: Spot) -> Reading | None:
    """年体检人数达到80万以上: a number without unit whose indicator says what is counted."""
    if not (spot.bound.printed or spot.text[spot.quantity.end - 1] in "万亿"):
        return None
    start, end = before_number(spot.text, spot.left, spot.bound.start, counts=False)
    words = spot.text[start:end]
    if MONEY_NAME.search(words) and spot.text[spot.quantity.end - 1] in "万亿":
        return Reading(start, spot.bound.end, words, spot.each_text, "元", "amount", "noun_before")
    unit = COUNTED_BY_NAME.get(words[-2:])
    if unit is None:
        return None
    return Reading(start, spot.bound.end, words, spot.each_text, unit, "count", "noun_before")


def share(spot: Spot) -> Reading | None:
    """不低于编制床位的15%设置…, 中医床位不低于总床位数的5%: a share of a base that is named."""
    text, quantity, bound = spot.text, spot.quantity, spot.bound
    bounded = bound.start < quantity.start
    first = max(spot.left, bound.start) if bounded else spot.left
    base = (LISTED_SHARE_OF if bounded else SHARE_OF).search(text[: quantity.start], first)
    if spot.unit != "%" or base is None:
        return None
    first = base.start("base")
    if bounded:
        head = BOUND_HEAD.match(text, bound.start)
        first = max(first, head.end() if head else first)
    over = OVER_HEAD.sub("", text[first : base.end("base")])
    after = SHARE_VERB.match(text, quantity.end, spot.clause.end)
    given = GIVEN_NEXT.match(text, quantity.end) if after is None else None
    if given and BY_SHARE.search(text, spot.left, base.end()):
        clause_end = next((clause.end for clause in spot.clauses if clause.end > given.end()), given.end())
        return _given(spot, min(first, bound.start), over, (given.end(), clause_end))
    if after is None:
        start, end = before_number(text, spot.left, min(first, bound.start), counts=False)
        if end - start < 2:
            return None
        name = f"{text[start:end]}占{over}比例".replace("占占", "占")
        return Reading(start, bound.end, name, spot.each_text, "%", "percent", "share")
    place, what = min(first, bound.start), (after.end(), spot.clause.end)
    if after["verb"] != "用于":
        return _given(spot, place, over, what)
    start, end = trim(text, *what)
    return Reading(place, max(end, bound.end), f"{over}用于{text[start:end]}", spot.each_text, "%", "percent", "share")


def _given(spot: Spot, place: int, over: str, what: tuple[int, int]) -> Reading:
    """A share of ``over`` given as ``what``, without its own limit and receiver (给予某单位最高5万元补助)."""
    start, end = trim(spot.text, *what)
    start = money.end() if (money := MONEY.search(spot.text, start, end)) else start
    name = f"{spot.text[start:end]}占{over}比例"
    return Reading(place, max(end, spot.bound.end), name, spot.each_text, "%", "percent", "share")
