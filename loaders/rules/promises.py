"""Promises: documents that a measure says will be drafted, without printing their title in 《》 (出台…实施意见).

Titles in 《》 are citations with the relation ``drafts``; these are kept beside them, so that a city that promises a
document in plain words is not silent. Of a list behind one verb (编制甲规划、乙规划) each document is one promise; its
quote begins with the verb.
"""

from collections.abc import Iterator

from graph.facts import Promise
from loaders.pattern import Pattern
from loaders.plan import Claims, Plan, Section, own_words
from loaders.rules.clauses import paragraphs

_KIND = (
    r"(?:实施方案|工作方案|行动方案|方案|实施意见|指导意见|意见|实施办法|管理办法|具体办法|办法|发展规划|规划|行动计划|计划"
    r"|实施细则|细则|目录|规范|标准|指南|规程|条例|规定|预案|政策|指引|清单|章程|制度)"
)
_NAME = (
    rf"(?P<name>(?:[^,。;:《》()、\n]|\([^(),。;《》]{{1,8}}\)){{1,36}}?(?P<kind>{_KIND}))"
    r"(?=[,。;:、)(\n]|和|及|与|以及|并|等|$)"
)
DRAFTS = Pattern(
    "a verb that drafts and the document that it drafts, to its kind at the end",
    r"(?P<verb>(?:研究|抓紧|加快|及时|适时)?(?:制定完善|制定出台|研究制定|制定实施|制定|制订|制发|拟定|拟订|出台|编制|起草|印发|修订完善"
    r"|修订))(?:并)?(?:好|了)?" + _NAME,
    matches=(
        "出台促进社会办医健康发展的实施意见",
        "编制“十四五”全民健康规划,",
        "制定安宁疗护服务规范。",
        "研究制定某市支持区域医疗中心建设政策",
        "修订公立医院绩效考核方案",
        "制发慢病防治工作方案",
        "制定某市示范医院(科室)标准",
    ),
    near_misses=("制定目标任务。", "落实药品目录", "按照实施方案", "执行国家标准"),
)
_ACTS = (
    r"(?:制定|制订|制发|拟定|拟订|出台|编制|起草|印发|修订|修改|落实|执行|贯彻|实施|推行|推进|推动|推广|完善|健全|建立|建设|加强|强化"
    r"|规范(?!化)|优化|深化|细化|统一|实行|探索|开展|做好|抓好|严格|按照?|根据|依据|对照|结合|参照|遵守|遵循|衔接|对接|纳入|提高|明确|用好|用足|调整"
    r"|扩大|支持|鼓励|公布|发布|组织|指导|督促|配合|协助|争取)"
)
NEXT = Pattern(
    "the next document of a list behind one that is drafted; one of a kind alone, or behind a verb of its own, is none",
    rf"(?:、|和|以?及|与)(?!{_ACTS}|{_KIND}(?:[,。;:、)(\n]|和|及|与|等|$))" + _NAME,
    matches=("、卫生服务体系规划、", "和质控标准,", "及养老发展规划等专项规划", "与床位配置标准。"),
    near_misses=("、落实国家标准。", "和规范。", ",执行药品目录。", "、出台人才办法。"),
    way="match",
)
LAST = Pattern(
    "the last document of a list of several, behind a comma, with nothing else in its clause",
    rf",(?!{_ACTS}|{_KIND}[。;])(?P<name>[^,。;:《》()、\n]{{1,16}}?(?P<kind>{_KIND}))(?=[。;\n]|$)",
    matches=(",健康服务业发展规划。",),
    near_misses=(",执行药品目录。", ",健康服务业发展规划落地。", ",养老规划,"),
    way="match",
)
MARK = Pattern(
    "a verb without which a section promises no document",
    r"制定|制订|制发|拟定|拟订|出台|编制|起草|印发|修订",
    matches=("制定",),
    near_misses=("落实",),
)
NONE = Pattern(
    "what is no document of the city's: the plan itself, a hospital's or a body's own arrangement, one of above",
    r"^(?:本|该|此|的|落实|具体|相应|相关|有关|配套|各自|工作|详细|切实可行)|国家|(?:中央|省级?|上级)(?:出台|制定|印发)|随机抽查"
    r"|^年度(?:工作)?计划$|(?:诊疗|护理|治疗|康复|服务|培训|采购|招聘|学习|个人|个性化)计划$",
    matches=("本实施方案", "年度工作计划", "具体实施方案", "护理计划"),
    near_misses=("促进社会办医健康发展的实施意见", "服务规范", "年度任务清单"),
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
            for name, kind, last in [
                (found["name"], found["kind"], found.end()),
                *_listed(paragraph.text, found.end()),
            ]:
                start, end = paragraph.place(found.start(), last)
                yield Promise(
                    measure=section.id, verb=found["verb"], name=name, kind=kind,
                    quote=plan.text[start:end], start=start, end=end, rule="promise_of_document",
                )  # fmt: skip


def _listed(text: str, at: int) -> Iterator[tuple[str, str, int]]:
    """The documents that a list goes on with at this place (A、B和C): name, kind and end of each. A comma goes on
    with a list only behind another mark of one."""
    several = False
    while item := NEXT.re.match(text, at) or (LAST.re.match(text, at) if several else None):
        at, several = item.end(), True
        if not NONE.fits(item["name"]):
            yield item["name"], item["kind"], at
