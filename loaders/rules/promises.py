"""Promises: documents that a measure says will be drafted, without printing their title in 《》 (出台…实施意见).

Titles in 《》 are citations with the relation ``drafts``; these are kept beside them, so that a city that promises a
document in plain words is not silent.
"""

from collections.abc import Iterator

from graph.facts import Promise
from loaders.pattern import Pattern
from loaders.plan import Claims, Plan, Section, own_words
from loaders.rules.clauses import paragraphs

DRAFTS = Pattern(
    "a verb that drafts and the document that it drafts, to its kind at the end",
    r"(?P<verb>(?:研究|抓紧|加快|及时|适时)?(?:制定完善|制定出台|研究制定|制定实施|制定|制订|出台|编制|起草|印发|修订完善|修订))(?:并)?(?:好|了)?"
    r"(?P<name>[^,。;:《》()、\n]{1,36}?"
    r"(?P<kind>实施方案|工作方案|行动方案|方案|实施意见|指导意见|意见|实施办法|管理办法|具体办法|办法|发展规划|规划|行动计划|计划"
    r"|实施细则|细则|目录|规范|标准|指南|规程|条例|规定|预案|政策|指引|清单|章程|制度))(?=[,。;:、)(\n]|和|及|与|并|$)",
    matches=(
        "出台促进社会办医健康发展的实施意见",
        "编制“十四五”全民健康规划,",
        "制定安宁疗护服务规范。",
        "研究制定某市支持区域医疗中心建设政策",
        "修订公立医院绩效考核方案",
    ),
    near_misses=("制定目标任务。", "落实药品目录", "按照实施方案", "执行国家标准"),
)
MARK = Pattern(
    "a verb without which a section promises no document",
    r"制定|制订|出台|编制|起草|印发|修订",
    matches=("制定",),
    near_misses=("落实",),
)
NONE = Pattern(
    "what is no document of the city's: the plan itself, a hospital's or a body's own arrangement, one of above",
    r"^(?:本|该|此|的|落实|年度|具体|相应|相关|有关|配套|各自|工作|详细|切实可行)|国家|(?:中央|省级?|上级)(?:出台|制定|印发)|随机抽查"
    r"|(?:诊疗|护理|治疗|康复|服务|培训|采购|招聘|学习|个人|个性化)计划$",
    matches=("本实施方案", "年度任务清单", "具体实施方案", "护理计划"),
    near_misses=("促进社会办医健康发展的实施意见", "服务规范"),
)
BEFORE = Pattern(
    "words before the verb by which another drafts, or nothing is to be drafted",
    r"(?:国家|中央|省里?|部委?|上级|已经?|曾|未|不得|不再|按照?|根据|依据|贯彻|落实|执行|对照|结合)[^,。;]{0,10}$",
    matches=("按照国家", "已", "落实省"),
    near_misses=("抓紧", "市卫生健康委牵头"),
)


def read(plan: Plan) -> Claims[Promise]:
    """The documents that the tasks and safeguards of a plan promise, in the order of the text."""
    claims: Claims[Promise] = Claims()
    for section in own_words(plan, ("task", "safeguard")):
        if section.document not in plan.silent and MARK.re.search(plan.folded, section.start, section.own_end):
            claims.found += _of_section(plan, section)
    claims.found.sort(key=lambda record: (record.start, record.end))
    return claims


def _of_section(plan: Plan, section: Section) -> Iterator[Promise]:
    """The promises of one section: in its heading and its own words."""
    for paragraph in paragraphs(plan.folded, section.start, section.own_end):
        for found in DRAFTS.re.finditer(paragraph.text):
            clause = max(paragraph.text.rfind(stop, 0, found.start()) for stop in ",。;:\n") + 1
            if NONE.fits(found["name"]) or BEFORE.fits(paragraph.text[clause : found.start()]):
                continue
            start, end = paragraph.place(found.start(), found.end())
            yield Promise(
                measure=section.id, verb=found["verb"], name=found["name"], kind=found["kind"],
                quote=plan.text[start:end], start=start, end=end, rule="promise_of_document",
            )  # fmt: skip
