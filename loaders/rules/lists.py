"""Split a responsibility line into its bodies and their roles, on the words alone: no place, no codebook.

A line is read from left to right. A label (牵头单位:) gives its role to what follows, a closing phrase (牵头, 配合,
按职责分工负责) to what stands before it; remarks (列第一位的为牵头单位) are taken out first and kept apart.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graph.facts import Role
from loaders.rules.remarks import PLAIN, LeadRule, take_remarks

LABEL = re.compile(
    r"(?:(?<=^)|(?<=[\s,;。、(]))(?:第一|主要)?"
    r"(?:(?P<lead>牵头|主办|主责|主管)|(?P<participant>配合|协办|协同|协助|参与|参加|支持)|(?P<responsible>责任|实施|承办|落实|完成)"
    r")(?:及)?(?:\(?(?:责任|配合|实施|落实|参与)\)?)?(?:市级|省级|县级|市直|省直|县直)?(?:单位|部门|处室|科室|机构|主体)(?:\s*[为是]?\s*:|[为是]|\s+|(?=[市省各]))"
    r"|(?:(?<=^)|(?<=[\s,;。、(]))(?P<other>(?:牵头|责任|分管|配合|包保)(?:市)?(?:领导|人)|(?:完成)?(?:时限|时间)(?:节点|安排|要求)?|时间节点|进度安排)\s*:"
)
_CLOSING: dict[Role, re.Pattern[str]] = {
    "lead": re.compile(
        r"(?:[为是]|作为)?(?:共同|联合|负责|总|具体)?(?:牵头|主办|负总责)(?:负责|落实|抓总|组织|实施|推进|单位|部门)*$"
    ),
    "participant": re.compile(
        r"(?:[为是]|作为)?(?:按照?职责(?:分工)?)?(?:共同|协同|积极|做好|负责|予以)?(?:配合|参与|协办|协助|参加|支持)(?:配合|负责|落实|实施|做好|工作|单位|部门)*$"
    ),
    "responsible": re.compile(
        r"(?:[为是]责任(?:单位|部门)|(?:(?:按照?|根据|依据)(?:各自)?(?:职责|职能)(?:和?分工)?|按照?分工|分工|各自)?"
        r"(?:分别|共同|具体|组织|分工|抓好|做好|协同)*(?:负责|落实|实施|推进|承担|办理)(?:落实|实施|推进|组织)*|(?:按照?|根据)(?:各自)?职责(?:分工)?)$"
    ),
}
_AND_OTHERS = re.compile(r"等(?:(?:相关|有关|责任|成员|市直|省直)*(?:部门|单位|科室|处室|机构))?(?:和单位)?$")
_WHOLE_LEFT = re.compile(r"(?:局|委|办|部|厅|院|会|室|科|处|中心|政府|部门|单位|集团|公司|行|\))$")
_TIME = re.compile(
    r"\d{4}年|\d+月|年底前|底前|前完成|长期坚持|长期推进|持续推进|持续实施|持续开展|常态化|完成时限|取得实效"
)
_LEADS = re.compile(r"\s*\([^()]{0,4}(?:牵头|主办)[^()]{0,4}\)")
_UNITS_BEFORE = re.compile(r"(?:^|[、,;。:\s])各?(?:县|市|区|旗|州|盟|乡|镇){1,3}(?:\([^()]*\))?$")
_UNITS_AFTER = re.compile(
    r"(?:县|市|区|旗|州|盟|乡|镇|街道){1,3}(?:\([^()]*\))?(?:人民政府|政府|管委会|办事处|$|[,;。)])"
)
_UNITS = re.compile(r"\([县市区旗州盟乡镇街道、/及]+\)$")
_TRAILING = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)$")
_OPENING = re.compile(r"^(?:由|请|会同|联合|以及|其中)")
BODY_END = re.compile(
    r"(?:局|委|办|部|厅|院|会|室|科|处|股|站|所|中心|政府|公司|集团|行|大学|学校|学院|党校|社|队|组|关|联|校|署|司|单位|部门|机构|"
    r"企业|镇|乡|街道|社区|村|区|县|市|州|盟|旗|园|平台|馆|主体|台|基地|专班|资本|园区\)|区\)|市\)|县\)|街道\))$"
)
"""How the name of a body ends. 集团, 资本 and 社区: companies and communities that some lines name."""
_WHOLE = re.compile(r"^(?:市|省|区|县|州|各|团|国家|中国)\S{2,}|\S{2,}(?:局|委|办|部|厅|院|中心|政府|室|公司|集团)$")


@dataclass(frozen=True, slots=True)
class Item:
    """One body of a line: its place in the line's words, its role, and whether a remark alone names it."""

    start: int
    end: int
    role: Role
    before_comma: bool = False
    in_remark: bool = False


@dataclass(slots=True)
class Reading:
    """What a line says. ``roles_printed``: it has 牵头, 配合 or 参与 of its own. ``lead_rule``: its remark on leads.
    ``odd``: spans that are no body, ``times``: spans that say when."""

    items: list[Item] = field(default_factory=list)
    roles_printed: bool = False
    lead_rule: LeadRule | None = None
    odd: list[tuple[int, int]] = field(default_factory=list)
    times: list[tuple[int, int]] = field(default_factory=list)


def read_line(words: str) -> Reading:
    """The bodies of a responsibility line (without its outer brackets), offsets in ``words``."""
    plain = words.translate(PLAIN)
    remarks = take_remarks(plain)
    reading = Reading(lead_rule=remarks.lead_rule)
    _read_fields(remarks.words, reading)
    led = any(item.role == "lead" for item in reading.items)
    if led:
        reading.items = [
            replace(item, role="participant") if item.role == "responsible" else item for item in reading.items
        ]
    for start, end in remarks.once:
        role: Role = "participant" if led or remarks.lead_rule else "responsible"
        _add_named_once(plain, start, end, reading, role)
    return reading


def _read_fields(plain: str, reading: Reading) -> None:
    """Cut the words at their labels; what stands before the first label has none."""
    marks = [found for found in LABEL.finditer(plain) if _depth(plain, found.start()) == 0]
    starts = [0, *(m.end() for m in marks)]
    ends = [*(m.start() for m in marks), len(plain)]
    labels: list[str | None] = [None, *(m.lastgroup for m in marks)]
    for label, start, end in zip(labels, starts, ends, strict=True):
        if label == "other":
            reading.times.append((start, end))
            continue
        role: Role = "lead" if label == "lead" else "participant" if label == "participant" else "responsible"
        reading.roles_printed |= role != "responsible"
        _read_field(plain, start, end, role, reading)


def _read_field(plain: str, start: int, end: int, role: Role, reading: Reading) -> None:
    """The bodies between two labels: a closing phrase gives its role to all bodies since the one before it."""
    waiting: list[tuple[int, int, bool]] = []
    before_comma = True
    led = any(item.role == "lead" for item in reading.items)

    def settle(settled: Role, before: int = end) -> None:
        reading.items += [Item(a, b, settled, comma) for a, b, comma in waiting if b <= before]
        waiting[:] = [each for each in waiting if each[1] > before]

    for a, b in _pieces(plain, start, end):
        if _TIME.search(plain[a:b]) and not BODY_END.search(plain[a:b].strip()):
            reading.times.append((a, b))
            continue
        found = _closing(plain[a:b])
        stop = a + found[1] if found else b
        companion = re.search(r"(?<=\S{2})(?:会同|会商)", plain[a:stop])
        spans = [(a, a + companion.start()), (a + companion.end(), stop)] if companion else [(a, stop)]
        for number, span in enumerate(spans):
            for one in _split_and(plain, *span):
                body = _trim(plain, *one)
                if body[0] < body[1]:
                    _take(plain, body, before_comma, waiting, reading)
            if companion and number == 0:
                settle("lead")
                reading.roles_printed = led = True
        if found:
            given: Role = "participant" if led and found[0] == "responsible" else found[0]
            reading.roles_printed |= found[0] != "responsible"
            led |= given == "lead"
            if given == "participant" and not led:  # 甲局,乙局配合: only 乙局 takes part
                settle(role, plain.rfind(",", start, a + 1))
            settle("participant" if companion else given)
        if plain[b : b + 1] == ",":
            before_comma = False
    settle("participant" if led and role == "responsible" else role)


def _take(
    plain: str, body: tuple[int, int], before_comma: bool, waiting: list[tuple[int, int, bool]], reading: Reading
) -> None:
    """Sort one piece: a body, a time, or something odd."""
    name = "".join(plain[body[0] : body[1]].split())
    if _TIME.search(name):
        reading.times.append(body)
    elif _LEADS.match(plain, body[1]):
        reading.items.append(Item(*body, "lead", before_comma))
        reading.roles_printed = True
    elif len(name) > 32 or len(name) < 2 or re.search(r"[。:\"“”《》%]", name):
        reading.odd.append(body)
    else:
        waiting.append((*body, before_comma))


def _add_named_once(plain: str, start: int, end: int, reading: Reading, role: Role) -> None:
    """Bodies that a remark names for all later items: those that the list prints already are not added again."""
    printed = ["".join(plain[item.start : item.end].split()) for item in reading.items]
    for a, b in _pieces(plain, start, end):
        for one in _split_and(plain, a, b):
            body = _trim(plain, *one)
            name = "".join(plain[body[0] : body[1]].split())
            if name and not any(name in other or other in name for other in printed):
                reading.items.append(Item(*body, role, in_remark=True))


def _pieces(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between 、, ; 。 outside inner brackets; 各区、县(市)政府 is one, a blank divides two whole names."""
    cuts, depth = [start - 1], 0
    for at in range(start, end):
        depth += (plain[at] == "(") - (plain[at] == ")" and depth > 0)
        if depth or (plain[at] == "、" and _UNITS_BEFORE.search(plain[start:at]) and _UNITS_AFTER.match(plain, at + 1)):
            continue
        if plain[at] in "、,;。" or (plain[at].isspace() and _blank_divides(plain, start, at, end)):
            cuts.append(at)
    return [(a + 1, b) for a, b in pairwise([*cuts, end])]


def _blank_divides(plain: str, start: int, at: int, end: int) -> bool:
    """市财政局 市教育局 are two bodies; a line break inside 市卫生/健康委 divides nothing."""
    left = re.split(r"[、,;。\s]", plain[start:at])[-1]
    right = re.split(r"[、,;。\s]", plain[at + 1 : end])[0]
    return bool(BODY_END.search(left) and len(left) > 2 and _WHOLE.match(right))


def _closing(piece: str) -> tuple[Role, int] | None:
    """The role that the end of a piece gives, and where its words begin."""
    stripped = piece.rstrip()
    for role, pattern in _CLOSING.items():
        if found := pattern.search(stripped):
            return role, found.start()
    return None


def _split_and(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """市教育局和市财政局 are two bodies, 人力资源和社会保障局 is one: both sides must be whole names."""
    for found in re.compile(r"以及|和|及|与").finditer(plain, start + 2, end):
        left, right = plain[start : found.start()].strip(), plain[found.end() : end].strip()
        whole = re.match(r"(?:市|省|区|县|各|有关|相关|团|国家)", right) or BODY_END.search(right)
        if _WHOLE_LEFT.search(left) and whole and len(right) > 2 and _depth(plain[start:], found.start() - start) == 0:
            return [(start, found.start()), *_split_and(plain, found.end(), end)]
    return [(start, end)]


def _trim(plain: str, start: int, end: int) -> tuple[int, int]:
    """A body without blanks, 由 before and 等(部门) behind it, and without a bracket that is no part of its name."""
    while start < end and plain[start].isspace():
        start += 1
    if opening := _OPENING.match(plain[start:end]):
        start += opening.end()
    while True:
        before = end
        while start < end and (plain[end - 1].isspace() or plain[end - 1] in "。."):
            end -= 1
        if others := _AND_OTHERS.search(plain[start:end]):
            end = start + others.start()
        if not _UNITS.search(plain[start:end]) and (bracket := _TRAILING.search(plain[start:end])):
            end = start + bracket.start()
        if end == before:
            return start, end


def _depth(plain: str, at: int) -> int:
    return plain.count("(", 0, at) - plain.count(")", 0, at)
