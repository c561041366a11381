"""What a number of a plan measures: its indicator, kind, unit and scope, and whether anything commits to it.

Numbers stand before what they count (15个领军专科), behind it (领军专科15个, 占比达到25%), inside a share
(不低于编制床位的15%设置…), or in a frequency (每年至少一次). A number that nothing commits to is no reading.
"""

import re
from dataclasses import dataclass

from graph.facts import TargetKind
from loaders.rules.bounds import Bound
from loaders.rules.clauses import Clause
from loaders.rules.indicator_words import (
    EACH,
    LEADING_WORD,
    REACH,
    after_number,
    before_number,
    phrase,
    trim,
)
from loaders.rules.numbers import Quantity

PERIOD = re.compile(r"(?:每半年|每季度|每季|每周|每月|每日|每天|每年|全年|年度|年均)")
PERIOD_UNIT = {
    "每半年": "半年",
    "每季度": "季度",
    "每季": "季度",
    "每周": "周",
    "每月": "月",
    "每日": "天",
    "每天": "天",
}
BASE = re.compile(
    r"每(?:[十百千万亿]+|\d+[十百千万]?(?:[~至-]\d+[十百千万]?)?)(?:名|个|张|户|家)?(?:[\u4e00-\u9fff()]{0,6}?(?:人口|儿童|老年人|居民|人))?"
)
COMMITS = re.compile(
    r"(?:可|允许|给予|奖励|补助|补贴|资助|支持|力争|争取|确保|实现|其中|新|建|创|培|配|设|选|聘|引|推|增|举办|组|完成|开展|打造|达|拓展|申报|填补|规划|布局|储备|投|发放|发布|制定|出台"
    r"|遴选|认定|评|命名|集聚|孵化|招|转化|服务|覆盖|接入|开通|形成|掌握|诊治|改造|筹集|安排|与|邀请|派|订|开放|提供|筛查|供给|归集|更新|添置|购|加快|提高|提升|增长|下降|降低|减少|缩短|压缩)"
)
SHARE_OF = re.compile(r"(?P<base>[\u4e00-\u9fff()“”]{2,20})的$")
SHARE_VERB = re.compile(r"^(?:以上|以内|左右)?(?:的?比例)?(?P<verb>设置|配置|配备|安排|用于|提取|预留|设立|建设|给予)")
MONEY = re.compile(r"^最高[\d.]+[万亿]*元(?:的)?")
# 给予100万元、50万元奖励: the noun behind the last amount holds for all.
SHARED_NOUN = re.compile(r"(?:(?:、|和|或|及)(?:最高)?[\d.]+[万亿]*元)+的?(?P<noun>[^,。;、\d]{2,20})")
GRANTS = re.compile(r"(?:奖励|补贴|补助|资助|支持|经费|资金)$")
CIRCLE = re.compile(r"[^,。;、]{0,14}?圈")
INSTITUTION = re.compile(r"(?:医院|机构|中心|卫生院|卫生室|科室|病区|企业|学校|园区|社区|街道|乡镇|单位|站)\)?$")
ALL_OF = re.compile(r"^(?:所有|每|各(?!类|级|项))")
# Verbs alone: what is built was named in the sentence before (其中,…可规划布局选建3~4所).
EMPTY = re.compile(r"(?:提供|达到|可|应|将|规划|布局|选建|建设|设置|设立|配备|新建|允许|给予)+")
BARE_RATE = re.compile(r"(?:覆盖|合格|达标|完成|知晓|设置|建成)?率|占比|比例|数量?")
LEVEL = re.compile(r"(?:国家|省|市|县|乡|镇|区)[级属直]|(?:市|县|乡镇|省)")
BUILT = re.compile(
    r"(?:建成|建设|创建|打造|新建|培训培养|培养|培训|培育|引进|加强)(?P<what>[^,。;\d]{3,24}?)(?=建设?[,。;]|[,。;\d])"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a number measures. ``start``..``end`` covers indicator, bound and value in the paragraph."""

    start: int
    end: int
    indicator: str
    scope: str | None
    unit: str
    kind: TargetKind
    rule: str


def read_indicator(
    text: str,
    all_clauses: list[Clause],
    clause: Clause,
    quantity: Quantity,
    bound: Bound,
    accepted: list[tuple[Quantity, Bound]],
) -> Reading | None:
    """What a number of a clause measures, None where nothing commits to it."""
    inside = [(q, b) for q, b in accepted if q.start >= clause.start]
    left = max([clause.start, *(b.end for _, b in inside)])
    right = _right_end(text, clause, bound.end)
    scope = _scope(text, all_clauses, clause, quantity)
    if (frequency := _frequency(text, clause, quantity, bound, scope)) is not None:
        return frequency
    if quantity.unit is None and not quantity.ratio:
        return _without_unit(text, clause, left, quantity, bound, scope)
    if (share := _share(text, clause, left, right, quantity, bound, scope)) is not None:
        return share
    kind = _kind(text, clause, quantity, scope, left)
    unit = "1:n" if quantity.ratio else quantity.unit.unit if quantity.unit else ""
    behind = after_number(text, bound.end, right)
    counts = kind not in ("percent", "ratio") and not quantity.ratio
    ahead = before_number(text, left, bound.start, counts)
    if not _committed(text, clause, quantity, bound, inside, accepted, kind):
        return None
    if behind[1] - behind[0] >= 2 and not _belongs_ahead(text, ahead, behind, kind, quantity):
        return _reading_behind(text, ahead, behind, bound, quantity, scope, unit, kind)
    if unit == "元" and (shared := SHARED_NOUN.match(text, bound.end, clause.end)):
        end = shared.end("noun")
        return Reading(bound.start, end, shared["noun"], _text(text, scope), unit, kind, "shared_noun")
    if (
        unit == "元"
        and text.startswith(("对", "为", "按"), ahead[0])
        and (grant := GRANTS.search(text, ahead[0], ahead[1]))
    ):
        ahead = grant.span()
    if ahead[1] - ahead[0] >= 2 and not EMPTY.fullmatch(text[ahead[0] : ahead[1]]):
        words = _completed(text, all_clauses, clause, ahead)
        return Reading(ahead[0], bound.end, words, _scope_text(text, scope, left, ahead[0]), unit, kind, "noun_before")
    return _inherited(text, clause, all_clauses, inside, bound, behind, scope, unit, kind)


def _right_end(text: str, clause: Clause, start: int) -> int:
    """Where the words behind a number end: its clause, or the item of the list before the next number."""
    follower = re.search(
        r"(?:、|和|与|及|以及|或者|或|并)(?:[^,。;、和与及\d]{0,14}?)(?:\d+|[一两二三四五六七八九十]+(?=[个所家名支]))",
        text[start : clause.end],
    )
    return start + follower.start() if follower and follower.start() > 0 else clause.end if not follower else start


def _scope(text: str, all_clauses: list[Clause], clause: Clause, quantity: Quantity) -> tuple[int, int] | None:
    """For whom a number holds each: 每个…, 各县, 所有…; from an earlier clause of the sentence where this has none."""
    match = None
    for match in EACH.finditer(text, clause.start, quantity.start):
        pass
    if match:
        return match.span()
    index = all_clauses.index(clause)
    for earlier in reversed(all_clauses[max(0, index - 2) : index]):
        if earlier.sentence != clause.sentence:
            break
        match = EACH.search(text, earlier.start, earlier.end)
        if match and LEADING_WORD.match(text, clause.start, quantity.start):
            return match.span()
    return None


def _scope_text(text: str, scope: tuple[int, int] | None, left: int, start: int) -> str | None:
    if scope:
        return text[scope[0] : scope[1]]
    period = PERIOD.search(text, left, start)
    return period.group() if period else None


def _kind(text: str, clause: Clause, quantity: Quantity, scope: tuple[int, int] | None, left: int) -> TargetKind:
    if quantity.ratio:
        return "ratio"
    kind = quantity.unit.kind if quantity.unit else "count"
    if kind == "count" and any(
        base.end() <= quantity.start for base in BASE.finditer(text, clause.start, quantity.start)
    ):
        return "rate"
    if kind == "count" and scope is not None:
        return "per_unit"
    if kind == "count" and re.search(
        r"(?:医院|机构|中心|卫生院|卫生室)(?:,?并)?(?:至少|不少于|均|应|要)*(?:配备|设置|配置)?(?:至少|不少于)$",
        text[left : quantity.start],
    ):
        return "per_unit"
    if kind == "count" and re.search(r"(?:至少|均)配备$", text[clause.start : quantity.start]):
        return "per_unit"
    return kind


def _frequency(
    text: str, clause: Clause, quantity: Quantity, bound: Bound, scope: tuple[int, int] | None
) -> Reading | None:
    """每年至少开展一次, 每5年调整: how often an act is done."""
    unit = quantity.unit.unit if quantity.unit else ""
    if unit in ("年", "个月", "天") and text[quantity.start - 1 : quantity.start] == "每":
        start, end = trim(text, quantity.end, clause.end)
        return (
            Reading(quantity.start - 1, end, text[start:end], None, unit, "frequency", "every") if end > start else None
        )
    if unit not in ("次", "轮", "场", "期"):
        return None
    period = None
    for period in PERIOD.finditer(text, clause.start, quantity.start):
        pass
    if period is None:
        return None
    per = PERIOD_UNIT.get(period.group(), "年")
    start, end = after_number(text, bound.end, _right_end(text, clause, bound.end))
    if end - start < 2:
        start, end = before_number(text, period.end(), bound.start, counts=True)
        if end - start < 2:
            start, end = before_number(text, clause.start, period.start(), counts=True)
    if end <= start:
        return None
    if unit != "次":
        return None
    who = text[scope[0] : scope[1]] if scope else period.group()
    return Reading(
        min(start, bound.start), max(end, bound.end), text[start:end], who, f"{unit}/{per}", "frequency", "frequency"
    )


def _without_unit(
    text: str, clause: Clause, left: int, quantity: Quantity, bound: Bound, scope: tuple[int, int] | None
) -> Reading | None:
    """年体检人数达到80万以上: a number without unit whose indicator says what is counted."""
    if not (bound.printed or text[quantity.end - 1] in "万亿"):
        return None
    start, end = before_number(text, left, bound.start, counts=False)
    words = text[start:end]
    unit = {"人数": "人", "人次": "人次", "户数": "户"}.get(words[-2:])
    if unit is None:
        return None
    return Reading(start, bound.end, words, _scope_text(text, scope, left, start), unit, "count", "noun_before")


def _share(
    text: str, clause: Clause, left: int, right: int, quantity: Quantity, bound: Bound, scope: tuple[int, int] | None
) -> Reading | None:
    """不低于编制床位的15%设置…, 中医床位不低于总床位数的5%: a share of a base that is named."""
    if quantity.unit is None or quantity.unit.unit != "%":
        return None
    base = SHARE_OF.search(text, max(left, bound.start) if bound.start < quantity.start else left, quantity.start)
    if base is None:
        return None
    after = SHARE_VERB.match(text[quantity.end : clause.end])
    first = base.start("base")
    if bound.start < quantity.start:
        head = re.match(
            r"(?:不得低于|不低于|不少于|不超过|不高于|至少|超过|达到|达|控制在|高于|低于|提高到|占)+",
            text[bound.start :],
        )
        first = max(first, bound.start + head.end() if head else first)
    over = text[first : base.end("base")].removeprefix("占")
    if after:
        start, end = trim(text, quantity.end + after.end(), clause.end)
        over = over.removeprefix("并").removeprefix("将")
        start += money.end() if (money := MONEY.match(text[start:end])) else 0
        subject = text[start:end] if after["verb"] != "用于" else over + after["verb"] + text[start:end]
        name = f"{subject}占{over}比例" if after["verb"] != "用于" else subject
        return Reading(min(first, bound.start), max(end, bound.end), name, _text(text, scope), "%", "percent", "share")
    start, end = before_number(text, left, min(first, bound.start), counts=False)
    if end - start < 2:
        return None
    name = f"{text[start:end]}占{over}比例"
    return Reading(start, bound.end, name.replace("占占", "占"), _text(text, scope), "%", "percent", "share")


def _text(text: str, span: tuple[int, int] | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def _committed(
    text: str,
    clause: Clause,
    quantity: Quantity,
    bound: Bound,
    inside: list[tuple[Quantity, Bound]],
    accepted: list[tuple[Quantity, Bound]],
    kind: TargetKind,
) -> bool:
    """Whether something commits to the number: a bound, a share, each, a verb of doing, or a list that goes on."""
    if bound.printed or inside or kind in ("percent", "ratio", "rate", "per_unit", "amount"):
        return True
    before = text[clause.start : quantity.start]
    if COMMITS.search(before) and not re.search(r"(?:巩固|抓好|总结)", before):
        return True
    behind = text[bound.end : clause.end]
    if re.search(
        r"(?:全部|均|都|分别)?(?:达到|达|完成|建成|创建|进入|通过|纳入|建立|成为|开展|建设|探索|推广|推行|实施|试点)",
        behind,
    ) and not re.match(r"[^,。;]{2,24}每年", behind):
        return not (quantity.start == clause.start and "分别" in behind)
    if not accepted:
        return False
    gap = text[accepted[-1][1].end : clause.start]
    return "。" not in gap and len(gap) <= 20 and not behind.strip("。")


def _belongs_ahead(
    text: str, ahead: tuple[int, int], behind: tuple[int, int], kind: TargetKind, quantity: Quantity
) -> bool:
    """Whether what is measured stands before the number although words follow it."""
    words, after = text[ahead[0] : ahead[1]], text[behind[0] : behind[1]]
    if re.search(r"(?:率|占比|比例|比重|指数|寿命|水平|级别)$", words):
        return True
    if kind == "duration":
        if CIRCLE.match(after) or words.endswith(("提供", "给予", "享受", "每年")):
            return False
        return not after.endswith(("圈", "服务", "响应")) and len(words) >= 3
    return False


def _reading_behind(
    text: str,
    ahead: tuple[int, int],
    behind: tuple[int, int],
    bound: Bound,
    quantity: Quantity,
    scope: tuple[int, int] | None,
    unit: str,
    kind: TargetKind,
) -> Reading:
    words = phrase(text[behind[0] : behind[1]])
    start, end = bound.start, behind[1]
    who = _text(text, scope)
    if unit == "%" and quantity.value == 100 and ahead[1] - ahead[0] >= 2:
        kind, who = "coverage", text[ahead[0] : ahead[1]]
        words = re.sub(r"^(?:规范)?(?:设置|配备|建设|开设|设立)", "", words)
    if kind in ("percent",) and REACH.match(words) and ahead[1] - ahead[0] >= 2:
        who = who or text[ahead[0] : ahead[1]]
    if kind == "duration" and (circle := CIRCLE.match(text, behind[0], behind[1])):
        words, end = circle.group(), circle.end()
    if kind == "duration" and "的" in words:
        words = words.rpartition("的")[2]
    lead = text[max(0, bound.start - 10) : bound.start]
    if lead.endswith("覆盖"):
        words, start = "覆盖" + words, start - 2
    if lead.endswith("依托"):
        words, start = "依托" + phrase(text[bound.end : behind[1]]), start - 2
    period = PERIOD.search(text, ahead[0] - 4 if ahead[0] >= 4 else 0, bound.start)
    return Reading(start, end, words, who or (period.group() if period else None), unit, kind, "noun_behind")


def _completed(text: str, all_clauses: list[Clause], clause: Clause, ahead: tuple[int, int]) -> str:
    """The words before a number; a bare rate or level (覆盖率, 其中市级) takes the noun of the clause before it."""
    words = phrase(text[ahead[0] : ahead[1]])
    bare, level = BARE_RATE.fullmatch(words), LEVEL.fullmatch(words)
    if not (bare or level):
        return words
    index = all_clauses.index(clause)
    if not index or all_clauses[index - 1].sentence != clause.sentence:
        return words
    built = None
    for built in BUILT.finditer(text, all_clauses[index - 1].start, clause.start):
        pass
    if built is None:
        return words
    return words + built["what"] if level else built["what"] + words


def _inherited(
    text: str,
    clause: Clause,
    all_clauses: list[Clause],
    inside: list[tuple[Quantity, Bound]],
    bound: Bound,
    behind: tuple[int, int],
    scope: tuple[int, int] | None,
    unit: str,
    kind: TargetKind,
) -> Reading | None:
    """A number without words of its own: parallel numbers (4级和3级), 6类10项技术, or the clause before it."""
    if inside:
        first, first_bound = inside[0]
        start, end = before_number(text, clause.start, first_bound.start, counts=kind not in ("percent", "ratio"))
        if end - start >= 2:
            words = _completed(text, all_clauses, clause, (start, end))
            return Reading(start, bound.end, words, _text(text, scope), unit, kind, "parallel")
    follower = re.match(r"\d+[\u4e00-\u9fff]{1,2}(?:以上|左右)?(?P<noun>[^,。;]+)", text[bound.end : clause.end])
    if follower:
        end = bound.end + follower.end("noun")
        return Reading(bound.start, end, follower["noun"], _text(text, scope), unit, kind, "joined")
    built = None
    for built in BUILT.finditer(text, 0, clause.start):
        pass
    if text[clause.start : bound.start].strip("可应将规划布局选建新设置") == "" and built:
        return Reading(bound.start, bound.end, built["what"], _text(text, scope), unit, kind, "sentence_before")
    index = all_clauses.index(clause)
    earlier = all_clauses[index - 1] if index else None
    if earlier is not None and earlier.sentence == clause.sentence:
        start, end = before_number(text, earlier.start, earlier.end, counts=True)
        if end - start >= 2:
            words = re.sub(r"^加强|建设$", "", text[start:end])
            return Reading(start, bound.end, words, _text(text, scope), unit, kind, "clause_before")
    return None
