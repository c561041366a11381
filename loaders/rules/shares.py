"""Numbers that measure an act or a part: how often something is done, and the share of a base that is named."""

from graph.facts import TargetKind
from loaders.pattern import Pattern
from loaders.rules.indicator_words import after_number, before_number, leading_word, trim
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
    "每学期": "学期",
    "每学年": "学年",
}
SHARE_OF = Pattern(
    "the base of a share", r"(?P<base>[\u4e00-\u9fff()“”]{2,20})的$", ("总收入的",), ("总收入", "租金、电费,的")
)
LISTED_SHARE_OF = Pattern(
    "the base of a share, which may be a list",
    r"(?P<base>[\u4e00-\u9fff()“”、]{2,30})的$",
    matches=("设备、软件合同金额的",),
    near_misses=("合同金额",),
)
# 不低于总床位10%的比例设置病床: the base stands right before the number.
BARE_SHARE_OF = Pattern(
    "the base of a share right before the number",
    r"(?:不低于|不少于|不高于|不超过|至少|按照?|占)(?P<base>[\u4e00-\u9fff()“”]{2,16})(?<!最高)$",
    matches=("不低于总床位", "不超过总额"),
    near_misses=("不低于", "总床位"),
)
SHARE_VERB = Pattern(
    "what a share is given as",
    r"(?:以上|以内|左右)?(?:、[^,。;\d]{0,8}最高(?:不超过)?[\d.]+[万亿]*元)?(?:的?(?:比例|标准))?(?P<verb>设置|配置|配备|安排|用于|提取|预留|设立|建设|给予|予以|实行|发放|核定|计提|划入)",
    matches=("设置病床", "的比例给予补助"),
    near_misses=("的机构", "以上"),
    way="match",
)
BARE_SHARE_VERB = Pattern(
    "what is set up by a share",
    r"(?:以上|以内|左右)?(?:的(?:比例|标准)(?P<verb>设置|配置|配备|安排|提取|预留|设立|建设|配建)|(?:的(?:比例|标准))?(?:给予|予以))",
    matches=("的比例设置病床", "给予补贴"),
    near_misses=("的机构", "设置病床"),
    way="match",
)
PRICED = Pattern(
    "a price that is a share: 不高于市场评估价50%的租金",
    r"(?:以上|以内|左右)?的(?P<what>[\u4e00-\u9fff]{0,4}(?:租金|价格|费用|费率))",
    matches=("的租金出租",),
    near_misses=("的机构",),
    way="match",
)
# 按研发投入的50%,给予最高30万元扶持: the clause behind says what the share is given as.
BY_SHARE = Pattern("a share as a measure", r"按|对其", ("按租金的",), ("租金的",))
GIVEN_NEXT = Pattern(
    "the clause behind gives", r",(?:给予|予以|发放)", (",给予补助",), ("给予补助", ",补助"), way="match"
)
BOUND_HEAD = Pattern(
    "bound words at the head of a share",
    r"(?:不得低于|不低于|不少于|不超过|不高于|至少|超过|达到|达|控制在|高于|低于|提高到|占|最高)+",
    matches=("不低于总收入", "最高"),
    near_misses=("总收入",),
    way="match",
)
OVER_HEAD = Pattern(
    "words at the head of a base that are no part of it",
    r"^(?:占|并|将|可|对其|按照|按)+",
    matches=("占总收入", "按照租金"),
    near_misses=("总收入",),
)
MONEY = Pattern("a limit inside what is given", r"最高[\d.]+[万亿]*元(?:的)?", ("最高5万元的补助",), ("5万元补助",))
MONEY_NAME = Pattern(
    "sums whose unit is left out: 总营业收入超2000万",
    r"(?:收入|产值|营收|投资额?|交易额|销售额|金额|资金|经费)$",
    matches=("总营业收入",),
    near_misses=("收入水平",),
)
INDEX_NAME = Pattern(
    "an index or a ratio, whose number has no unit",
    r".{2,}(?:指数|系数|(?:PUE|CMI|AQI)值?\)?|容积率|生师比|师生比|医护比|床护比|性别比|配比)",
    matches=("水体综合污染指数", "电能利用效率(PUE)", "平均CMI值"),
    near_misses=("指数", "签约率", "护理人数"),
    way="fullmatch",
)
COUNTED_BY_NAME = {"人数": "人", "人次": "人次", "户数": "户"}
SHORT_VERB = Pattern(
    "a bare act, which needs its object: 随访, 体检",
    r"[\u4e00-\u9fff]{2,4}",
    ("随访",),
    ("应急演练活动",),
    way="fullmatch",
)
ONCE = Pattern(
    "an act done once in so many years",
    r"(?:(?:至少)?(?:组织|集中)?(?:开展|进行|举办|召开|组织|实施|完成)?(?:不少于|至少)?[一1]次|(?:组织|集中)?(?:开展|进行|举办|召开))",
    matches=("开展一次监测", "进行监测"),
    near_misses=("监测",),
    way="match",
)


DONE_TO = Pattern(
    "an act done to something: 对规划实施情况进行一次评估",
    r"对(?P<what>[^,。;]{2,30})(?:进行|开展|实施)(?:至少)?(?:[一1]次)?(?P<act>[^,。;]{2,8})",
    matches=("对规划实施情况进行一次评估",),
    near_misses=("对口支援一次", "评估"),
    way="fullmatch",
)


def frequency(spot: Spot) -> Reading | None:
    """每年至少开展一次, 每5年调整, 2次/周: how often an act is done."""
    text, quantity, bound = spot.text, spot.quantity, spot.bound
    if spot.unit in ("年", "个月", "天", "周", "日") and text[quantity.start - 1 : quantity.start] == "每":
        return _every(spot)
    if spot.unit.startswith("次/"):
        start, end = before_number(text, spot.left, bound.start, counts=True)
        rate = Reading(start, bound.end, text[start:end], spot.each_text, spot.unit, "frequency", "frequency")
        return rate if end - start >= 2 else None
    periods = list(PERIOD.re.finditer(text, spot.clause.start, quantity.start))
    if spot.unit != "次" or not periods:
        return None
    period = periods[-1]
    start, end = after_number(text, bound.end, spot.right)
    head = BOUND_HEAD.re.match(text, bound.start, quantity.start)
    behind = head.end() if head else quantity.start  # 至少督查2次: the act stands between bound and number
    places = (behind, quantity.start), (period.end(), bound.start), (spot.clause.start, period.start())
    for begin, stop in places:
        if end - start < 2:
            start, end = before_number(text, begin, stop, counts=True)
    if end <= start:
        return None
    words, place = text[start:end], (min(start, bound.start), max(end, bound.end))
    if period.end() <= start < bound.start and SHORT_VERB.fits(words):
        whose = before_number(text, spot.clause.start, period.start(), counts=True)
        if whose[1] - whose[0] >= 2:
            words, place = text[slice(*whose)] + words, (whose[0], place[1])
    unit = f"次/{PERIOD_UNIT.get(period.group(), '年')}"
    return Reading(*place, words, spot.each_text or period.group(), unit, "frequency", "frequency")


def _every(spot: Spot) -> Reading | None:
    """每5年调整一次: the act that is done every so many years."""
    text, quantity = spot.text, spot.quantity
    start, end = trim(text, quantity.end, spot.clause.end)
    if done := DONE_TO.re.fullmatch(text, start, end):
        return Reading(quantity.start - 1, end, done["what"] + done["act"], None, spot.unit, "frequency", "every")
    if once := ONCE.re.match(text, start, end):
        start, end = trim(text, once.end(), end)
    end = end - 2 if text.endswith(("一次", "1次"), start, end) else end
    if end - start < 2:
        start, end = before_number(text, spot.clause.start, quantity.start - 1, counts=True)
    if end <= start:
        return None
    place = min(start, quantity.start - 1), max(end, quantity.end)
    return Reading(*place, text[start:end], None, spot.unit, "frequency", "every")


def is_counted_by_every(spot: Spot) -> bool:
    """Whether a number only says 一次 of an act that is done every so many years (每两年开展一次)."""
    last = spot.passage.accepted[-1].reading if spot.passage.accepted else None
    once = spot.unit == "次" and spot.quantity.value == 1
    return once and last is not None and last.rule == "every" and last.start >= spot.clause.start


def is_period(spot: Spot) -> bool:
    """Whether a number only says in which time another is reached (每五年接受不少于360学时培训)."""
    timed = spot.unit in ("年", "个月", "天", "周") and spot.text[spot.quantity.start - 1 : spot.quantity.start] == "每"
    after = spot.passage.quantities[spot.index + 1 : spot.index + 2]
    follower = after[0] if after and after[0].start < spot.clause.end else None
    return timed and follower is not None and follower.unit is not None and follower.unit.unit != "次"


def without_unit(spot: Spot) -> Reading | None:
    """年体检人数达到80万以上: a number without unit whose indicator says what is counted."""
    if not (spot.bound.printed or spot.text[spot.quantity.end - 1] in "万亿"):
        return None
    start, end = before_number(spot.text, spot.left, spot.bound.start, counts=False)
    words = spot.text[start:end]
    if MONEY_NAME.fits(words) and spot.text[spot.quantity.end - 1] in "万亿":
        return Reading(start, spot.bound.end, words, spot.each_text, "元", "amount", "noun_before")
    if INDEX_NAME.fits(words) and spot.bound.printed:
        kind: TargetKind = "ratio" if words.endswith("比") else "count"
        return Reading(start, spot.bound.end, words, spot.each_text, "", kind, "noun_before")
    unit = COUNTED_BY_NAME.get(words[-2:])
    if unit is None:
        return None
    return Reading(start, spot.bound.end, words, spot.each_text, unit, "count", "noun_before")


def share(spot: Spot) -> Reading | None:
    """不低于编制床位的15%设置…, 中医床位不低于总床位数的5%: a share of a base that is named."""
    if spot.unit != "%":
        return None
    text, quantity, bound = spot.text, spot.quantity, spot.bound
    bounded = bound.start < quantity.start
    first = max(spot.left, bound.start) if bounded else spot.left
    before = text[first : quantity.start]
    base = (LISTED_SHARE_OF if bounded else SHARE_OF).re.search(before)
    after = SHARE_VERB.re.match(text, quantity.end, spot.clause.end)
    if base is None:
        base = BARE_SHARE_OF.re.search(before)
        after = BARE_SHARE_VERB.re.match(text, quantity.end, spot.clause.end)
        if base is None or after is None:
            return None
    end_of_base, first = first + base.end("base"), first + base.start("base")
    if bounded:
        head = BOUND_HEAD.re.match(text, bound.start)
        first = max(first, head.end() if head else first)
    over = OVER_HEAD.re.sub("", text[first:end_of_base])
    given = GIVEN_NEXT.re.match(text, quantity.end) if after is None else None
    if given and BY_SHARE.re.search(text, spot.left, end_of_base):
        clause = spot.passage.clause_at(given.end())
        clause_end = clause.end if clause else given.end()
        return _given(spot, min(first, bound.start), over, (given.end(), clause_end))
    if after is None:
        return _owned(spot, first, over)
    place, what = min(first, bound.start), (after.end(), spot.clause.end)
    if after.groupdict().get("verb") != "用于":
        return _given(spot, place, over, what)
    start, end = trim(text, *what)
    return Reading(place, max(end, bound.end), f"{over}用于{text[start:end]}", spot.each_text, "%", "percent", "share")


def priced(spot: Spot) -> Reading | None:
    """以不高于市场评估价50%的租金出租: a price as a share of another."""
    first = max(spot.left, spot.bound.start) if spot.bound.start < spot.quantity.start else spot.left
    base = BARE_SHARE_OF.re.search(spot.text[first : spot.quantity.start]) if spot.unit == "%" else None
    price = PRICED.re.match(spot.text, spot.quantity.end, spot.clause.end) if base else None
    if base is None or price is None:
        return None
    words = f"{price['what']}占{base['base']}比例"
    return Reading(first, price.end(), words, spot.each_text, "%", "percent", "share")


def _owned(spot: Spot, first: int, over: str) -> Reading | None:
    """中医床位不低于总床位数的5%: the share that what stands before has of ``over``."""
    start, end = before_number(spot.text, spot.left, min(first, spot.bound.start), counts=False)
    if end - start < 2 or leading_word().fullmatch(spot.text, start, end):
        return None
    name = f"{spot.text[start:end]}占{over}比例".replace("占占", "占")
    return Reading(start, spot.bound.end, name, spot.each_text, "%", "percent", "share")


def _given(spot: Spot, place: int, over: str, what: tuple[int, int]) -> Reading:
    """A share of ``over`` given as ``what``, without its own limit and receiver (给予某单位最高5万元补助)."""
    start, end = trim(spot.text, *what)
    start = money.end() if (money := MONEY.re.search(spot.text, start, end)) else start
    name = f"{spot.text[start:end]}占{over}比例"
    return Reading(place, max(end, spot.bound.end), name, spot.each_text, "%", "percent", "share")
