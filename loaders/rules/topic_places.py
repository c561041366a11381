"""Where in a measure a mention stands: in its heading, in a sentence or clause of its own, or in passing."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from codebooks.topics import Hit
from graph.facts import Where
from loaders.pattern import Pattern

SENTENCE = Pattern("topic_sentence", r"[。;!?]+", matches=("推进。",), near_misses=("推进,",))
CLAUSE = Pattern("topic_clause", r"[,:]+", matches=("推进,",), near_misses=("推进、",))
LEADING = Pattern(
    "leading_clause",
    r"\s*(?:到?20\d\d年|以[^,]*为|依托|结合|围绕|按照|根据|通过|利用|借助|针对|坚持|依据|立足|为了?[^,]{2})",
    matches=("依托县级医院", "到2025年", "以慢性病为切入点", "为保障用药"),
    near_misses=("推进分级诊疗", "以县带乡"),
    way="match",
)
"""A clause that says with what, by what or when the next one acts: it is never what its sentence is about."""
SETTING = Pattern(
    "setting_before",
    r"(?:依托|利用|运用|对|在|由|向|将|把)[^,、推实开建落强完提加设]{0,8}\Z",
    matches=("探索对", "依托市", "由三甲"),
    near_misses=("对医院实行", "推进"),
)
"""Words before a mention that make it where or with whom something is done, not what: 在医共体内, 由县级医院牵头."""
SETTING_AFTER = Pattern(
    "setting_after",
    r"(?:内(?!部)|牵头|等?挂钩)",
    matches=("内实施", "牵头组建"),
    near_misses=("内部管理", "建设"),
    way="match",
)
OWNER_AFTER = Pattern(
    "owner_after",
    r"(?:申报(?![,。;、])|[\u4e00-\u9fff]{1,4}科(?![室学研技普教]))",
    matches=("申报国家项目", "针灸科重点专科"),
    near_misses=("申报。", "科室建设", "建设"),
    way="match",
)
"""Words after a body that make it who applies for something or whose department is meant: 某市某医院申报项目."""
BODY = r"(?:医院|中医院|保健院|卫生院|护理院|院|机构|中心)"
LISTED_BEFORE = Pattern(
    "body_listed_before",
    rf"{BODY}、[^,、。]{{0,6}}\Z",
    matches=("综合医院、",),
    near_misses=("综合医院,", "检查、检验"),
)
LISTED_AFTER = Pattern(
    "body_listed_after",
    rf"、[^,、。]{{0,8}}{BODY}",
    matches=("、妇幼保健院设置",),
    near_misses=("、检验",),
    way="match",
)
BUILT = Pattern(
    "bodies_are_built",
    r"[^,。;]*(?:建设|能力|创建|改造|发展|达到|评审|考核|转型)",
    matches=("、康复医院、护理院建设",),
    near_misses=("、妇幼保健院设置儿童诊疗科目", "、妇幼保健院,加强建设"),
    way="match",
)
"""A list of bodies says where something is done (在综合医院、妇幼保健院设置…), unless the bodies are built."""

ACTING = Pattern(
    "verb_before",
    r"\s*(?:积极|全面|大力|逐步|持续|稳步|扎实|深入|有序|加快|继续|进一步|鼓励|支持)*"
    r"(?:推[行动进广]|组织|开展|实[施行]|建[立设成]|[健完]善|健全|加[强快]|强化|深化|打造|创建|构建|组建|提供|设立|开设|落实|做[实细优强好大](?:做[实细优强好])?|抓好|扩大|提[高升]|优化|规范|促进|普及|拓展)"
    r"[^,、。;:的与和及]{0,6}",
    matches=("推行慢病患者用药", "组织", "逐步推广"),
    near_misses=("推进随访、", "完善设施和", "医院组织"),
    way="fullmatch",
)
"""A clause up to a mention that is the object of the verb which opens it: the mention has the clause to itself."""
CONTENTS_BEFORE = Pattern(
    "contents_before",
    r"(?:包含|包括|涵盖)[^,。;:]*\Z",
    matches=("制定包含优先就诊、",),
    near_misses=("包含就诊,推行",),
)
"""Words before a mention that make it a part of something else: 包含预约、长处方等内容的服务包."""
RESPECTS_BEFORE = Pattern(
    "respects_before", r"在[^,。;:]*、\Z", matches=("在待遇、发展、",), near_misses=("在职、就业,",)
)
RESPECTS_AFTER = Pattern(
    "respects_after",
    r"[^,。;:]*等?方面",
    matches=("、休息休假等方面创造",),
    near_misses=(",在方面",),
    way="match",
)
"""A list of the respects in which something is done: 在待遇、人文关怀、休假等方面."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A heading, or a sentence of a measure: its place, and where its acting clauses begin and end."""

    where: Where
    start: int
    end: int
    clauses: tuple[tuple[int, int], ...]


def stretches(folded: str, start: int, body: int, end: int) -> list[Stretch]:
    """The heading and the sentences of a measure."""
    found = [Stretch("heading", start, body, ((start, body),))] if body > start else []
    at, first = body, True
    for stop in [*(match.end() for match in SENTENCE.re.finditer(folded, body, end)), end]:
        if folded[at:stop].strip():
            found.append(Stretch("first" if first else "sentence", at, stop, _acting(folded, at, stop)))
            first = False
        at = stop
    return found


def _acting(folded: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence that act, not those that say with what or when; all of them where none acts."""
    stops = [match.end() for match in CLAUSE.re.finditer(folded, start, end)]
    clauses = [(left, right) for left, right in zip([start, *stops], [*stops, end], strict=True) if left < right]
    acting = [clause for clause in clauses if not LEADING.re.match(folded, *clause)]
    return tuple(acting or clauses)


def where(folded: str, part: Stretch, hit: Hit, inside: Sequence[Hit]) -> Where:
    """Where a mention stands: a sentence is its own when it is in the first clause that acts, or when its topic is in
    half of those clauses; a clause is when the mention is the object of the verb that opens it; elsewhere, and where it
    is a mere setting or a part of something else, it is in passing."""
    if part.where == "heading":
        return "heading"
    clause = next((left for left, right in part.clauses if left <= hit.start < right), None)
    if clause is None or _is_setting(folded, clause, hit):
        return "passing"
    starts = [left for left, _ in part.clauses]
    alike = (one for one in inside if one.entry.topic == hit.entry.topic and one.kind != "weak")
    held = {bisect_right(starts, one.start) for one in alike}
    if clause == starts[0] or 2 * len(held) >= len(starts):
        return part.where
    return "clause" if ACTING.re.fullmatch(folded, clause, hit.start) else "passing"


def _is_setting(folded: str, clause: int, hit: Hit) -> bool:
    """Whether a mention says where or with whom something is done: by the words round it, or in a list of bodies."""
    if SETTING.re.search(folded, clause, hit.start) or SETTING_AFTER.re.match(folded, hit.end):
        return True
    if CONTENTS_BEFORE.re.search(folded, clause, hit.start):
        return True
    if RESPECTS_BEFORE.re.search(folded, clause, hit.start) and RESPECTS_AFTER.re.match(folded, hit.end):
        return True
    if not folded.endswith(("院", "机构", "中心"), hit.start, hit.end):
        return False
    if OWNER_AFTER.re.match(folded, hit.end):
        return True
    listed = LISTED_AFTER.re.match(folded, hit.end) or LISTED_BEFORE.re.search(folded, clause, hit.start)
    return bool(listed) and not BUILT.re.match(folded, hit.end)
