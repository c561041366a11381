"""For whom a target holds: each of something, the population it is counted on, a time within which, its own level.

Levels that one phrase joins are told apart where 分别 gives each its number (市级、县级达标率分别达到90%、80%).
"""

from loaders.pattern import Pattern
from loaders.rules.indicator_words import leading_word, skip_leading
from loaders.rules.noun_words import AREA, BASE, INSTITUTIONS
from loaders.rules.readings import Reading
from loaders.rules.spots import PERIOD, Spot

# How far before a number the years within which it is reached can stand.
FARTHEST = 400
WITHIN = Pattern(
    "years within which something is done",
    r"(?:^|[,;:])(?:在|用|力争|争取|今后|未来)*(?P<years>(?:\d+|[一两二三四五六七八九十]+)(?:[~至到-](?:\d+|[一两二三四五六七八九十]+))?"
    r"年(?:时间)?[以之]?内)",
    matches=("力争三年内,", "2~3年内"),
    near_misses=("来本市一年内", "三年"),
)
JOINS = Pattern(
    "what joins parts of a phrase", "、|和|与|以及|及(?!时|格|早)", ("甲、乙", "甲及乙"), ("及时率", "及格率")
)
JOINED_RATE = Pattern(
    "a rate among joined ones", r".{1,30}(?:率|占比|比例|比重|水平|数)", ("及时率",), ("及时",), way="fullmatch"
)
DISEASE = Pattern(
    "an illness of several that one rate is of: 高血压、糖尿病规范管理率",
    r"[\u4e00-\u9fff\d]{0,8}?(?:高血压|糖尿病|冠心病|慢阻肺|脑卒中|结核病?|艾滋病|肝炎|精神障碍|[\u4e00-\u9fff]{1,3}癌)",
    matches=("糖尿病规范管理率", "居民高血压", "宫颈癌筛查率"),
    near_misses=("婚检率", "病床使用率"),
    way="match",
)
SINGLE = Pattern(
    "a single one of those that get something",
    r"单(?:次|[个家户项笔所](?!位)[\u4e00-\u9fffA-Z]{0,8}?)(?=年度|最高|不超过|给予|补[助贴]|奖[励补]|资助|支持|扶持|累计|金额|额度)",
    matches=("单个项目最高", "给予单家企业不超过", "单次最高", "单个OPC补贴"),
    near_misses=("单位最高", "单个项目建设"),
)
PERSON = Pattern(
    "those of whom something is measured", r"患者|人群|居民|职工|儿童|老年人|学生", ("糖尿病患者管理率",), ("管理率",)
)
TWIN = Pattern(
    "a joined part that stands for a longer phrase: 市级, 城市, 中级, 三级医院",
    r".{1,6}[级区域市县镇乡村性类层者]|[一二三四五六七八九十]级医院|城[市镇]|农村|男|女",
    matches=("市级", "城市", "中级"),
    near_misses=("婚检", "管理率"),
    way="fullmatch",
)


def scope_of(spot: Spot, reading: Reading) -> str | None:
    """The scope of a reading: the population of a rate, its own, the institutions before it, its sentence's years."""
    if spot.quantity.per:
        return f"每{spot.quantity.per}"
    if reading.kind == "rate":
        bases = [match.group() for match in BASE.re.finditer(spot.text, spot.clause.start, spot.quantity.start)]
        if bases and bases[-1] not in reading.indicator:
            return bases[-1]
    if reading.scope is not None:
        return reading.scope
    owner = _owner(spot, reading)
    if owner is not None:
        return words_of_its_level(spot, owner)
    first = max(spot.passage.sentence_start(spot.clause), spot.quantity.start - FARTHEST)
    within = WITHIN.re.search(spot.text[first : spot.quantity.start])
    if within:
        return within["years"]
    single = SINGLE.re.search(spot.text, spot.clause.start, spot.quantity.start)
    between = PERIOD.re.search(spot.text, reading.start, spot.bound.start) if reading.start < spot.bound.start else None
    said = (found.group() for found in (single, between) if found)
    return next((words for words in said if words not in reading.indicator), None)


def _owner(spot: Spot, reading: Reading) -> str | None:
    """The institutions or the area right before what is measured: 市级医院四级手术占比, 全市新建床位."""
    first = spot.left if spot.left <= reading.start else spot.clause.start
    begin = skip_leading(spot.text, first, reading.start)
    owner = spot.text[begin : reading.start]
    area = AREA.re.match(owner)
    institutions = owner[area.end() :] if area else owner
    if not owner:
        return None
    if not institutions or INSTITUTIONS.re.fullmatch(institutions):
        return owner
    rest = skip_leading(institutions, 0, len(institutions)) if area else 0
    if area and (rest == len(institutions) or leading_word().fullmatch(institutions, rest)):
        return area.group()
    return None


def words_of_its_level(spot: Spot, words: str) -> str:
    """An indicator with the level that its number belongs to, where 分别 gives as many numbers as levels are joined,
    or the one of the joined rates that its number belongs to."""
    apart = spot.text.rfind("分别", spot.clause.start, spot.quantity.start)
    if apart < 0:
        return words
    numbers = spot.passage.starts_between(apart, spot.clause.end)
    if spot.quantity.start not in numbers:
        return words
    parts = JOINS.re.split(words)
    if len(parts) != len(numbers) or len(parts) < 2:
        return words
    return _own_part(parts, numbers.index(spot.quantity.start)) or words


def _own_part(parts: list[str], place: int) -> str | None:
    """The phrase that the part at this place stands for: 市级 of 市级、县级达标率 is 市级达标率; None where it cannot
    be told."""
    if all(JOINED_RATE.fits(part) for part in parts):
        return parts[place]
    *twins, last = parts
    for twin in twins:
        for size in range(len(twin) - 1, 1, -1):  # 门诊次均费用和住院次均费用增幅
            if (at := last.find(twin[-size:])) > 0 and at + size < len(last):
                return parts[place] + last[at + size :] if place < len(twins) else last
    if (ill := DISEASE.re.match(last)) and all(map(DISEASE.fits, twins)):
        head = parts[place] if place < len(twins) else last[: ill.end()]
        return head + last[ill.end() :]
    person = PERSON.re.search(last)
    if person is not None:
        end = person.end() if PERSON.fits(parts[0]) else person.start()
    elif all(TWIN.fits(twin) for twin in twins):
        shared = last.find(twins[-1][-2:])
        end = shared + 2 if shared >= 0 else last.find(twins[-1][-1]) + 1 or len(twins[-1])
    else:
        return None
    return parts[place] + last[end:] if place < len(twins) else last
