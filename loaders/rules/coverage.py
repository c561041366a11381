"""Full coverage without a number: 全覆盖, 全部设置, 所有…均达到, 每个…达, and what it covers.

A universal counts before something that is built, set up or reached; to carry out fully (全面落实), what is general
(普遍) and coverage that is held already (巩固全覆盖成果) do not.
"""

import re
from dataclasses import dataclass

from loaders.rules.clauses import Clause
from loaders.rules.indicator_words import AREA, skip_leading, trim

FULL = re.compile(r"(?:实现|基本实现|达到)?(?:全覆盖|全面覆盖|100%覆盖)")
HELD = re.compile(r"(?:巩固|保持|健全完善|完善)[^,。;]*$")
# 全覆盖 before a noun describes it: 全覆盖监督制度.
DESCRIBES = re.compile(r"的?(?:成果|监督|制度|体系|模式|格局|监管|培训|排查|检查|质量|行动|工作机制|机制|要求)")
BUILDS = (
    r"(?:达到|达标|达|规范设置|设置|规范建设|建设|建成|建有|建立|设立|开设|开展|配备|配置|配齐|接入|纳入|实现|实行|提供|能提供|具备|拥有|完成|设有|覆盖|取得|参加|使用|安装|入驻|联通|"
    r"通过|投入使用|运用|应用)"
)
UNIVERSAL = re.compile(
    r"(?:全部(?:都|要|应)?(?:按[^,。;]{1,16}?)?(?:规范|完成|高标准)?(?P<a>" + BUILDS + r")"
    r"|(?<![平人日月年户亩])均(?!衡|等|可(?!及)|值|线)(?:应|能|要|须|已)?(?:按[^,。;]{1,16}?)?(?:规范|全面|熟练)?(?P<b>"
    + BUILDS
    + r")"
    r"|(?:都要|都应|都能|都)(?:规范)?(?P<c>" + BUILDS + r")"
    r"|全面(?:规范)?(?P<d>设置|设立|建成|建有|达标|配备|开设)"
    r"|100%(?:规范)?(?P<e>" + BUILDS + r"))"
)
SUBJECT_ALL = re.compile(
    r"(?:所有|每个|每家|每所|每一个|各个)[^,。;:]{2,40}?(?:按[^,。;]{1,16}?)?(?:规范|熟练|全面|均|都|要|应|能|须)*(?P<verb>"
    + BUILDS
    + r")(?P<object>[^,。;]{2,})"
)
INTO_ALL = re.compile(
    r"(?:将|把|对)(?P<all>所有|全部)(?P<what>[^,。;]{2,20}?)(?P<verb>纳入|接入|覆盖)(?P<object>[^,。;]{2,})"
)
OVER_ALL = re.compile(r"覆盖(?:全市|全县)?所有(?P<object>[^,。;]{2,})")
NO_SUBJECT = re.compile(
    r"^(?:市|县|区|乡|镇|村|\(|\)|、|和|城市|城区|城乡|行政|街道|社区|学校|我|全|各|域|级|直|公立医院|医院|机构)*$"
)
# Words at the end of those for whom it holds that only say how firmly it does: 服务中心原则上应全部实行….
MODAL = re.compile(r"(?:原则上|应当?|要|须|能够?|将|力争)+$")
NEGATES = re.compile(r"(?:不|未|严禁|禁止|没有)[^,。;]{0,4}$")


@dataclass(frozen=True, slots=True)
class Coverage:
    """A commitment to full coverage: the span that proves it, the indicator's span and who it holds for."""

    start: int
    end: int
    indicator: tuple[int, int]
    scope: tuple[int, int] | None
    rule: str


def coverages(text: str, clause: Clause, before: Clause | None) -> list[Coverage]:
    """The commitments to full coverage of one clause; ``before`` is the clause before it in its sentence."""
    found = [_full(text, clause, before, match) for match in FULL.finditer(text, clause.start, clause.end)]
    if found:
        return [coverage for coverage in found if coverage is not None]
    for pattern, rule in (
        (INTO_ALL, "coverage_into"),
        (UNIVERSAL, "coverage_universal"),
        (SUBJECT_ALL, "coverage_all"),
    ):
        match = pattern.search(text, clause.start, clause.end)
        if match and not NEGATES.search(text, clause.start, match.start()):
            return [_universal(text, clause, match, rule)]
    match = OVER_ALL.search(text, clause.start, clause.end)
    if match:
        return [Coverage(match.start(), match.end(), match.span("object"), None, "coverage_over_all")]
    return []


def _full(text: str, clause: Clause, before: Clause | None, match: re.Match[str]) -> Coverage | None:
    if DESCRIBES.match(text, match.end()) or HELD.search(text, clause.start, match.start()):
        return None
    begin = max([clause.start, *(m.end() for m in FULL.finditer(text, clause.start, match.start()))])
    start, end = trim(text, skip_leading(text, begin, match.start()), match.start())
    tail = re.search(r"(?:基本|全部|力争|已|逐步|均|要|100%)+$", text[start:end])
    end = start + tail.start() if tail else end
    inner = re.search(r"(?:基本)?实现(?P<area>[^,。;“”]+)$", text[start:end])
    scope = None
    if inner and inner.start() >= 2 and NO_SUBJECT.match(inner["area"]):
        scope = (start + inner.start("area"), end)
        end = start + inner.start()
    elif inner and inner.start() >= 2 and "“" not in inner["area"]:
        start += inner.start("area") if NO_SUBJECT.match(text[start : start + inner.start()]) else 0
    elif NO_SUBJECT.match(text[start:end]) and before is not None:
        scope = (start, end) if end > start else None
        start, end = trim(text, skip_leading(text, before.start, before.end), before.end)
    area = AREA.match(text[start:end])
    if area and end - start - area.end() >= 3:
        scope, start = scope or (start, start + area.end()), start + area.end()
    if end <= start:
        return None
    return Coverage(start, match.end(), (start, end), scope, "coverage_word")


def _universal(text: str, clause: Clause, match: re.Match[str], rule: str) -> Coverage:
    groups = match.groupdict()
    if rule == "coverage_into":
        return Coverage(match.start(), clause.end, (match.start("what"), clause.end), None, rule)
    verb = next(name for name in ("a", "b", "c", "d", "e", "verb") if groups.get(name))
    word, after = groups[verb], match.end(verb)
    keeps = word in ("达到", "达标", "达", "纳入", "接入", "提供", "能提供", "通过", "实行", "运用", "应用")
    subject = skip_leading(text, clause.start, match.start())
    subject = clause.start if subject > match.start() - 2 else subject
    head = (subject, match.start()) if rule == "coverage_universal" else (match.start(), match.start(verb))
    if rule == "coverage_universal" and re.search(r"(?:能力|水平|结果|质量|条件|指标)$", text[head[0] : head[1]]):
        return Coverage(head[0], clause.end, (head[0], clause.end), None, rule)
    begin = match.start(verb) if keeps else skip_leading(text, after, clause.end)
    if begin >= clause.end - 1:
        begin = head[0]
    also = re.search("并(?!发)", text[begin : clause.end])
    end = begin + also.start() if also and also.start() >= 2 else clause.end
    modal = MODAL.search(text[slice(*head)])
    whom = (head[0], head[0] + modal.start()) if modal else head
    return Coverage(head[0], clause.end, (begin, end), whom if whom[1] > whom[0] else None, rule)
