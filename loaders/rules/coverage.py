"""Full coverage without a number: 全覆盖, 全部设置, 所有…均达到, 每个…达, and what it covers.

A universal counts before something that is built, set up or reached; to carry out fully (全面落实), what is general
(普遍) and coverage that is held already (巩固全覆盖成果) do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.pattern import Pattern
from loaders.rules.clauses import Clause
from loaders.rules.indicator_words import leading_word, skip_leading, trim
from loaders.rules.noun_words import AREA, INSTITUTIONS
from loaders.rules.passages import Passage

MARKER = Pattern(
    "a word without which nothing is said of full coverage",
    r"全(?:面|[市县省]?域)?覆盖|应覆尽覆|覆盖(?:全[市县省区])?(?:所有|全部)|全部|均|都|全面(?:规范)?[设建达配开]|100%|所有|每个|每家|每所|每一个|各个",
    matches=("实现全覆盖", "均设置"),
    near_misses=("建成中心", "全面落实"),
)
FULL = Pattern(
    "full coverage",
    r"(?:实现|基本实现|达到)?(?:(?<![健安完])全覆盖|全面覆盖|100%覆盖|全(?:市|县|省)?域覆盖|应覆盖尽覆盖|应覆尽覆)",
    matches=("实现全覆盖", "全面覆盖", "全市域覆盖"),
    near_misses=("覆盖全人群", "覆盖所有街道", "健全覆盖城乡的体系"),
)
HELD = Pattern(
    "coverage that is held already",
    r"(?:巩固|保持|健全完善|完善|巩固提升)[^,。;]*$",
    matches=("巩固示范乡镇",),
    near_misses=("实现",),
)
DESCRIBES = Pattern(
    "a noun that full coverage describes: 全覆盖监督制度, 全覆盖、分层次的课程体系",
    r"的(?!目标|要求)|的?(?:成果|监督|制度|体系|模式|格局|监管|培训|排查|检查|质量|行动|工作机制|机制|要求|网络|服务网|走访|监测|巡查|宣传|[、和][^,。;]{2,24}的)",
    matches=("监督制度", "的监管体系", "、分层次、有特色的课程体系"),
    near_misses=("", ",形成体系"),
    way="match",
)
BUILDS = (
    r"(?:达到|达标|达|规范设置|设置|规范建设|建设|建成|建有|建立|设立|开设|开展|配备|配置|配齐|接入|纳入|实现|实行|提供|能提供|具备|拥有|完成|设有|覆盖|取得|参加|使用|安装|入驻|联通|"
    r"通过|投入使用|运用|应用|消除|建好|建强|成立|创建成|创成|成为)"
)
UNIVERSAL = Pattern(
    "all of what stands before it",
    r"(?:全部(?:都|要|应)?(?:按[^,。;]{1,16}?)?(?:规范|完成|高标准)?(?P<a>" + BUILDS + r")"
    r"|(?<![平人日月年户亩])均(?!衡|等|可(?!及)|值|线)(?:应|能|要|须|已)?(?:按[^,。;]{1,16}?)?(?:规范|全面|熟练)?(?P<b>"
    + BUILDS
    + r")"
    r"|(?:都要|都应|都能|都)(?:规范)?(?P<c>" + BUILDS + r")"
    r"|全面(?:规范)?(?P<d>设置|设立|建成|建有|达标|配备|开设)"
    r"|100%(?:规范)?(?P<e>" + BUILDS + r"))",
    matches=("医院全部设置康复科", "均达到标准", "全面规范设置老年医学科"),
    near_misses=("全面落实", "人均达到", "均衡发展"),
)
SUBJECT_ALL = Pattern(
    "all of a kind",
    r"(?:所有|每个|每家|每所|每一个|各个|全部(?=[^,。;的]{0,6}(?:县|市|区|乡|镇|街道|社区|村|医院|机构|学校|中心)))[^,。;:]{2,40}?(?:按[^,。;]{1,16}?)?(?:规范|熟练|全面|均|都|要|应|能|须)*(?P<verb>"
    + BUILDS
    + r")(?P<object>[^,。;]{2,})",
    matches=("所有医院均设立心理科", "每个县区达到标准"),
    near_misses=("医院设立心理科",),
)
INTO_ALL = Pattern(
    "all are brought into something",
    r"(?:将|把|对)(?P<all>所有|全部)(?P<what>[^,。;]{2,20}?)(?P<verb>纳入|接入|覆盖)(?P<object>[^,。;]{2,})",
    matches=("将所有收支纳入预算管理",),
    near_misses=("将收支纳入预算管理",),
)
OVER_ALL = Pattern(
    "something covers all",
    r"覆盖(?P<all>(?:全市|全县|全省|全区)?(?:所有|全部)(?P<object>[^,。;]{2,}))",
    matches=("覆盖所有街道",),
    near_misses=("覆盖街道",),
)
NO_SUBJECT = Pattern(
    "levels and areas alone",
    r"(?:市|县|区|乡|镇|村|\(|\)|、|和|城市|城区|城乡|行政|街道|社区|学校|我|全|各|域|级|直|公立医院|医院|机构|以上|及)*",
    matches=("", "县(市、区)", "全市"),
    near_misses=("急救站点",),
    way="fullmatch",
)
LEVELS = Pattern(
    "levels and areas at the head of what is covered",
    r"(?:(?:省|市|县|乡|镇|村)(?:、(?:市|县|乡|镇|村))+级?|城区|农村|乡村|城乡|[市县乡村]级|县\(市、区\)|乡镇\(街道\))(?!医院|卫生|公立|全国|国家|一体化|振兴|医生|居民)",
    matches=("市、县级救治中心", "城区网格化服务"),
    near_misses=("县级医院", "国家级卫生镇"),
    way="match",
)
AREA_BEHIND = Pattern(
    "the area right before full coverage",
    r"(?:乡村|城乡|县域|市域|镇村|城区|农村|行政村|乡镇|街道|县区|镇\(街道\)|县\(市、区\)|乡镇\(街道\)|全[市县省]|村\(社区\))$",
    matches=("远程医疗服务乡村",),
    near_misses=("乡村振兴", "国家卫生乡镇率"),
)
# Words at the end of those for whom it holds that only say how firmly it does: 服务中心原则上应全部实行….
MODAL = Pattern(
    "words that say how firmly",
    r"(?:原则上|应当?|要|须|能够?|将|力争|基本|普遍|全面)+$",
    ("服务中心原则上应",),
    ("服务中心",),
)
NEGATES = Pattern("a negation", r"(?:不|未|严禁|禁止|没有)[^,。;]{0,4}$", ("不得",), ("得",))
NOT_YET = Pattern("words before 全覆盖", r"(?:基本|全部|力争|已|逐步|均|要|100%)+$", ("基本", "力争"), ("乡镇",))
REACHED_IN = Pattern(
    "where it is reached",
    r"(?:基本)?实现(?P<area>[^,。;“”]+)$",
    matches=("机构基本实现镇(街道)",),
    near_misses=("机构",),
)
MEASURED = Pattern(
    "what is measured of those for whom it holds",
    r"(?:能力|水平|结果|质量|条件|指标)$",
    matches=("服务能力",),
    near_misses=("医院",),
)
OWNER = Pattern(
    "institutions and what is measured of them: 村卫生室服务能力, 市级医院“国考”",
    r"(?P<who>[^,。;“]{1,24}?(?:医院|机构|卫生院|卫生室|服务中心\)?))(?P<what>“[^”]+”|[^,。;“]{0,8}(?:能力|水平|结果|质量|条件|指标))",
    matches=("村卫生室服务能力", "市级医院“国考”"),
    near_misses=("服务能力", "县级医院"),
    way="fullmatch",
)
ALSO = Pattern("a second thing", r"并(?!发)", ("设置并开放",), ("并发症",))
KEEPS = ("达到", "达标", "达", "纳入", "接入", "提供", "能提供", "通过", "实行", "运用", "应用")


@dataclass(frozen=True, slots=True)
class Coverage:
    """A commitment to full coverage: the span that proves it, the indicator's span and who it holds for."""

    start: int
    end: int
    indicator: tuple[int, int]
    scope: tuple[int, int] | None
    rule: str


@dataclass(frozen=True, slots=True)
class Held:
    """Words of full coverage that commit to nothing, and the rule that says why."""

    start: int
    end: int
    rule: str


def coverages(passage: Passage) -> Iterator[tuple[Clause, Coverage | Held]]:
    """The commitments to full coverage of a paragraph with their clauses, and what says 全覆盖 and commits to none."""
    text, reach = passage.text, 0
    for marker in MARKER.re.finditer(text):
        if marker.start() < reach or passage.in_quotes(marker.start()):
            continue
        if (clause := passage.clause_at(marker.start())) is None:
            continue
        reach = clause.end
        for coverage in _of_clause(passage, clause):
            yield clause, coverage


def _of_clause(passage: Passage, clause: Clause) -> Sequence[Coverage | Held]:
    """Those of one clause."""
    text, before = passage.text, passage.before(clause)
    full = [match for match in FULL.re.finditer(text, *clause.span) if not passage.in_quotes(match.start())]
    found = [_full(text, clause, before, match) for match in full]
    if found:
        return found
    for pattern, rule in (
        (INTO_ALL, "coverage_into"),
        (UNIVERSAL, "coverage_universal"),
        (SUBJECT_ALL, "coverage_all"),
    ):
        match = pattern.re.search(text, *clause.span)
        said = match is not None and not passage.in_quotes(match.start())
        if match and said and not NEGATES.fits(text[clause.start : match.start()]):
            return [_universal(text, clause, match, rule)]
    match = OVER_ALL.re.search(text, *clause.span)
    if match is None:
        return []
    start, end = trim(text, skip_leading(text, clause.start, match.start()), match.start())
    if end - start < 2 and before is not None:
        start, end = trim(text, skip_leading(text, before.start, before.end), before.end)
        last = text.rfind("的", start, end) + 1
        start = last if last and end - last >= 2 else start
    if end - start >= 2:
        return [Coverage(start, match.end(), (start, end), match.span("all"), "coverage_over_all")]
    return [Coverage(match.start(), match.end(), match.span("object"), None, "coverage_over_all")]


def _full(text: str, clause: Clause, before: Clause | None, match: re.Match[str]) -> Coverage | Held:
    if DESCRIBES.re.match(text, match.end()):
        return Held(*match.span(), "coverage_describes")
    if HELD.fits(text[clause.start : match.start()]):
        return Held(*match.span(), "coverage_held")
    begin = max([clause.start, *(m.end() for m in FULL.re.finditer(text, clause.start, match.start()))])
    start, end = trim(text, skip_leading(text, begin, match.start()), match.start())
    tail = NOT_YET.re.search(text[start:end])
    end = start + tail.start() if tail else end
    inner = REACHED_IN.re.search(text[start:end])
    scope = None
    if inner and inner.start() >= 2 and NO_SUBJECT.fits(inner["area"]):
        scope = (start + inner.start("area"), end)
        end = start + inner.start()
    elif inner and inner.start() >= 2 and "“" not in inner["area"]:
        start += inner.start("area") if NO_SUBJECT.fits(text[start : start + inner.start()]) else 0
    elif NO_SUBJECT.fits(text[start:end]) and before is not None:
        scope = (start, end) if end > start else None
        start, end = trim(text, skip_leading(text, before.start, before.end), before.end)
    if scope is None and (whom := _whom(text, start, end)):
        scope, (start, end) = whom
    if end <= start:
        return Held(*match.span(), "coverage_of_nothing")
    return Coverage(start, match.end(), (start, end), scope, "coverage_word")


def _whom(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """For whom it holds and what it is, where an area or institutions stand before it (城区网格化服务) or behind it
    (远程医疗服务乡村)."""
    behind = AREA_BEHIND.re.search(text, start, end)
    if behind and behind.start() - start >= 4:
        return behind.span(), (start, behind.start())
    reach = start
    for pattern in (AREA, LEVELS, INSTITUTIONS):
        head = pattern.re.match(text, reach, end)
        if head and end - head.end() >= 3 and not text.startswith("实现", head.end()):
            reach = head.end()
    return ((start, reach), (reach, end)) if reach > start else None


def _universal(text: str, clause: Clause, match: re.Match[str], rule: str) -> Coverage | Held:
    groups = match.groupdict()
    if rule == "coverage_into":
        return Coverage(match.start(), clause.end, (match.start("what"), clause.end), None, rule)
    verb = next(name for name in ("a", "b", "c", "d", "e", "verb") if groups.get(name))
    word, after = groups[verb], match.end(verb)
    subject = skip_leading(text, clause.start, match.start())
    subject = clause.start if subject > match.start() - 2 else subject
    head = (subject, match.start()) if rule == "coverage_universal" else (match.start(), match.start(verb))
    if rule == "coverage_universal" and not OWNER.re.fullmatch(text, *head) and MEASURED.fits(text[head[0] : head[1]]):
        return Coverage(head[0], clause.end, (head[0], clause.end), None, rule)
    if word in KEEPS and (owner := OWNER.re.fullmatch(text, *head)):
        return Coverage(head[0], clause.end, (owner.start("what"), clause.end), owner.span("who"), rule)
    if word == "达标":
        return Coverage(head[0], clause.end, (head[0], clause.end), None, rule)
    begin = match.start(verb) if word in KEEPS else skip_leading(text, after, clause.end)
    if begin >= clause.end - 1 and leading_word().fullmatch(text, clause.start, match.start()):
        return Held(*match.span(), "coverage_of_nothing")
    if begin >= clause.end - 1:
        begin = head[0]
    also = ALSO.re.search(text, begin, clause.end)
    end = also.start() if also and also.start() >= begin + 2 else clause.end
    modal = MODAL.re.search(text[slice(*head)])
    whom = (head[0], head[0] + modal.start()) if modal else head
    return Coverage(head[0], clause.end, (begin, end), whom if whom[1] > whom[0] else None, rule)
