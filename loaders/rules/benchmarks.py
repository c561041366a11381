"""Benchmarks: commitments that name a line in the place of a number (达到全国平均水平, 国考中位值以上, 进入全省前列).

They are kept beside the targets: nothing can be computed with them, but a city that has one is not silent. One record
for each thing that is to reach the line; a line that is a condition (未达到…前) or describes (达到…的县) is none.
"""

from collections.abc import Iterator
from typing import Literal

from codebooks.quantities import key_without_number
from graph.facts import Benchmark
from loaders.pattern import Pattern
from loaders.plan import Claims, Plan, Section, own_words
from loaders.rules.clauses import Clause, paragraphs
from loaders.rules.deadlines import governing_year
from loaders.rules.indicator_words import phrase, skip_leading, trim
from loaders.rules.noun_words import AREA, INSTITUTIONS
from loaders.rules.passages import Passage
from loaders.rules.targets import STATE, assignment

Bound = Literal[">=", "<="]
Area = Literal["nation", "province", "city", "other"]
LINE = Pattern(
    "a benchmark and the verb that reaches it",
    r"(?P<verb>(?:不低于|不高于|不少于|不超过|高于|优于|超过|低于|少于|达到或超过|达到|达(?!标)|进入|跻身|挤进|位居|居于|居(?=[全省国前])|位列|处于|保持在|保持|稳定在|控制在"
    r"|(?:提升|提高|上升|增长|增加|下降|降低|降|缩小|缩短)(?:到|至)))了?"
    r"(?P<line>(?P<area>[^,。;:、]{0,24}?)(?P<kind>平均(?:工资|薪酬|收入|费用)?水平|平均值|平均数|均值|平均线|中位值|中位数|中位水平|前列|前茅|百强|第一方阵"
    r"|第一梯队|先进水平|先进行列|领先水平|前[一二三五十百\d]+[名位强]?))(?P<tail>以上|以下|以内)?",
    matches=(
        "高于全国平均水平",
        "提升到国家绩效考核中位值以上",
        "进入全国百强",
        "降至全省平均水平",
        "位居全省前列",
        "不低于本单位平均工资水平",
    ),
    near_misses=("提高平均水平", "提高平均工资水平", "居民平均水平", "走在前面", "达到85%", "中位值"),
)
MARK = Pattern(
    "a word without which a section has no benchmark",
    r"[平均中]均|均值|中位|前列|前茅|百强|方阵|梯队|先进|领先|前[一二三五十百\d]",
    matches=("平均水平", "中位值", "前十名"),
    near_misses=("以前", "85%"),
)
CONDITION = Pattern(
    "words behind a benchmark that make a condition or an attribute of it",
    r"(?:之?前|后|时|的(?!目标))",
    matches=("前,", "的县(市、区)"),
    near_misses=(",", "以上"),
    way="match",
)
NOT_YET = Pattern(
    "words before the verb by which nothing is promised",
    r"(?:未|尚未|没有|已经?|仍|如|对|凡|若|远)$",
    matches=("在未", "已"),
    near_misses=("力争", "率"),
)
JOINS = Pattern(
    "what joins things that reach one line",
    r"、|和|与|以及|及(?!时|格|以)",
    matches=("手术占比、检出率", "甲率和乙率"),
    near_misses=("及时率", "二级及以上"),
)
THING = Pattern(
    "a thing that is measured, by its end",
    r"(?:率|占比|比例|比重|水平|数量?|费用|强度|指数|得分|寿命|时间|住院日|收入|增速|增幅|满意度|排名)$",
    matches=("手术占比", "检出率"),
    near_misses=("医院", "服务中心"),
)
ADVERB = Pattern(
    "words at the end of a subject that only say how",
    r"(?:原则上|总体上|总体|力争|逐步|分别|全部|基本|整体|持续|稳定|稳步|(?<!平)均|都|应|要|须)+$",
    matches=("收入水平原则上", "检出率均"),
    near_misses=("收入水平", "手术占比"),
)
KINDS: dict[str, Literal["average", "median", "level"]] = {
    "平": "average",
    "均": "average",
    "中": "median",
    "先": "level",
}
AREAS: tuple[tuple[Area, tuple[str, ...]], ...] = (
    ("nation", ("全国", "国家", "国内", "国考")),
    ("province", ("全省", "省内", "省级", "全区", "省")),
    ("city", ("全市", "市级", "市内")),
)
BOUNDS: tuple[tuple[Bound, tuple[str, ...]], ...] = (
    ("<=", ("不高于", "不超过", "低于", "少于", "控制在", "降", "下降", "缩")),
    (">=", ("不低于", "不少于", "高于", "优于", "超过", "达", "提", "上升", "增")),
)
SHORTEST = 2
"""Characters of a name; what is shorter is none."""
LONGEST = 120
"""Characters of a name; what is longer is a sentence without marks."""


def read(plan: Plan) -> Claims[Benchmark]:
    """The benchmarks of a plan's goals, tasks and safeguards, in the order of the text."""
    claims: Claims[Benchmark] = Claims()
    for section in own_words(plan, ("preamble", "goal", "task", "safeguard")):
        if section.document in plan.silent or (section.kind in ("preamble", "goal") and STATE.fits(section.title)):
            continue
        if not MARK.re.search(plan.folded, section.body, section.own_end):  # nearly everywhere
            continue
        for paragraph in paragraphs(plan.folded, section.body, section.own_end):
            passage = Passage(paragraph.head(assignment(paragraph.text)), section.kind == "goal")
            claims.found += [
                record for clause in passage.clauses for record in _of_clause(plan, section, passage, clause)
            ]
    claims.found.sort(key=lambda record: (record.start, record.end))
    return claims


def _of_clause(plan: Plan, section: Section, passage: Passage, clause: Clause) -> Iterator[Benchmark]:
    """The benchmarks of one clause: one for each thing that is to reach the line."""
    text = passage.text
    found = LINE.re.search(text, clause.start, clause.end)
    if found is None or CONDITION.re.match(text, found.end()):
        return
    if NOT_YET.fits(text[max(clause.start, found.start() - LONGEST) : found.start()]):
        return
    subject = _subject(passage, clause, found.start())
    for start, end in _things(text, *subject):
        scope, words = _scope_and_words(text[start:end])
        first, last = passage.words.place(start, found.end())
        bound = found["tail"] == "以下" or found["tail"] == "以内"
        around = f"{section.title}|{text[clause.start : clause.end]}"
        yield Benchmark(
            measure=section.id,
            indicator=words,
            indicator_key=key_without_number(words, scope, around),
            scope=scope,
            kind=KINDS.get(found["kind"][0], "rank"),
            area=_area(found["area"]),
            line=found["line"],
            comparator="<=" if bound else _bound(found["verb"]),
            deadline=governing_year(passage, found.start()),
            quote=plan.text[first:last],
            start=first,
            end=last,
            rule=f"benchmark_{KINDS.get(found['kind'][0], 'rank')}",
        )


def _subject(passage: Passage, clause: Clause, verb: int) -> tuple[int, int]:
    """What is to reach the line: the words before the verb, with the clauses before that a list goes on from; where the
    verb begins its clause, the clause before."""
    text, start = passage.text, clause.start
    begin, end = trim(text, skip_leading(text, start, verb), verb)
    before = passage.before(clause)
    if end - begin < SHORTEST and before is not None:
        return trim(text, skip_leading(text, before.start, before.end), before.end)
    return begin, end


def _things(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a subject, where each of them is a thing that is measured; else the whole of it."""
    cuts = [(match.start(), match.end()) for match in JOINS.re.finditer(text, start, end)]
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    whole = parts if all(THING.fits(text[a:b]) for a, b in parts) else [(start, end)]
    yield from ((a, b) for a, b in whole if SHORTEST <= b - a <= LONGEST)


def _scope_and_words(words: str) -> tuple[str | None, str]:
    """For whom it holds, and what is measured: 三级医院四级手术占比 is of 三级医院."""
    area = AREA.re.match(words)
    rest = area.end() if area else 0
    institutions = INSTITUTIONS.re.match(words, rest)
    cut = institutions.end() if institutions else rest
    words = ADVERB.re.sub("", words)
    if len(words) - cut < SHORTEST:
        return None, phrase(words)
    return words[:cut] or None, phrase(words[cut:])


def _area(words: str) -> Area:
    """Whose line it is, by the first place that its words name."""
    found: list[tuple[int, Area]] = [
        (words.find(sign), name) for name, signs in AREAS for sign in signs if sign in words
    ]
    return min(found)[1] if found else "other"


def _bound(verb: str) -> Bound:
    """The side of the line that is promised; a rank is at least reached."""
    return next((bound for bound, verbs in BOUNDS if verb.startswith(verbs)), ">=")
