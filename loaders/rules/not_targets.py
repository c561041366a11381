"""Numbers that are no targets, and the name of the rule that says so: quoted names first, then the table of rules."""

from bisect import bisect_right
from functools import cache

from loaders.pattern import Pattern
from loaders.rules.not_target_rules import RULES
from loaders.rules.number_rule import SENTENCE, NotTarget, unit_name, words_before
from loaders.rules.numbers import Quantity
from loaders.rules.passages import Passage

NAMES = {"《": "title", "〈": "title", "[": "document_number", "“": "slogan", "「": "slogan"}
# How many spans back one can still hold a number: they nest, and never more than one of each kind.
NEAR = 8
BUILDS_BEFORE = Pattern(
    "a quoted circle that is to be built",
    r"(?:打造|建设|建成|构建|建立|形成|完善|实现)[^,。;“”]{0,6}“[^”]{0,4}$",
    matches=("打造“", "构建城市“城区"),
    near_misses=("依托“", "打造“甲”和乙"),
)
# The last years of the five-year plans.
LAST_YEARS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030}
PAST = Pattern(
    "a sentence that tells of a year, or of a five-year plan",
    r"(?:与|截至|截止)?(?:“?十(?P<plan>[一二三四五])五”?(?:规划)?(?:期间|时期|以来|末)|(?P<year>20\d\d)年(?:底|末|年底|年末)?(?=[,全我本]))"
    r"(?!.*(?:力争|将|确保|到20\d\d年|争取))",
    matches=("“十三五”期间,全市累计新增床位", "2020年末,全市预期寿命"),
    near_misses=("到2025年末,全市预期寿命", "“十三五”时期存在短板,到2025年"),
    way="match",
)
NUMBERED = Pattern(
    "a document's number",
    r"[\[(]20\d\d[\])]第?\d+号",
    matches=("某政发[2021]15号", "(2020)第3号"),
    near_misses=("[责任单位]15个",),
)
SERVICE_CIRCLE = Pattern("a circle", r"[^,。;]{0,12}圈", ("便民服务圈",), ("便民服务",), way="match")


def quoted_spans(passage: Passage) -> list[tuple[int, int, str]]:
    """The spans of a paragraph whose numbers are names: titles, document numbers, quoted words."""
    spans = [(start, end, NAMES[mark]) for start, end, mark in passage.quoted if mark in NAMES]
    if "号" in passage.text:
        spans += [(*match.span(), "document_number") for match in NUMBERED.re.finditer(passage.text)]
    return sorted(spans)


def _is_past(passage: Passage, quantity: Quantity) -> bool:
    """Whether a number tells what a year or a five-year plan before the present plan reached."""
    if passage.since is None or (clause := passage.clause_at(quantity.start)) is None:
        return False
    begin = passage.sentence_start(clause)
    sentence = passage.text[begin : min(quantity.start, begin + SENTENCE)]
    told = PAST.re.match(sentence)
    if told is None:
        return False
    last = int(told["year"]) if told["year"] else LAST_YEARS[told["plan"]]
    return last < passage.since


@cache
def _rules_for(unit: str, script: str) -> tuple[NotTarget, ...]:
    """The rules that can hold for numbers with this unit in this script, in their order."""
    return tuple(rule for rule in RULES if (rule.units is None or unit in rule.units) and rule.script in (None, script))


def why_no_target(passage: Passage, quantity: Quantity, spans: list[tuple[int, int, str]]) -> str | None:
    """The name of the rule by which a number of a paragraph is no target, None where no rule says so.

    ``spans`` are those of ``quoted_spans``.
    """
    text = passage.text
    if quantity.fault:
        return quantity.fault
    if _is_past(passage, quantity):
        return "past_plan"
    last = bisect_right(spans, quantity.start, key=lambda span: span[0])
    for _, end, name in spans[max(0, last - NEAR) : last]:
        if quantity.start < end:
            circle = quantity.unit is not None and quantity.unit.unit in ("分钟", "公里", "小时")
            if not (circle and name == "slogan" and _is_built_circle(text, quantity)):
                return name
    rules = _rules_for(unit_name(quantity), quantity.script)
    before = words_before(text, quantity)
    return next((rule.name for rule in rules if rule.stands(text, quantity, before)), None)


def _is_built_circle(text: str, quantity: Quantity) -> bool:
    return BUILDS_BEFORE.fits(text[max(0, quantity.start - 30) : quantity.start]) and SERVICE_CIRCLE.fits(
        text[quantity.end : quantity.end + 16]
    )
