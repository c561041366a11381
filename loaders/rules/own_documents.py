"""Whether a plan means itself: its own titles and number, short names, and 《意见》 for the document named last."""

import re
from dataclasses import dataclass, field

from graph.facts import Citation
from loaders.pattern import Pattern
from loaders.plan import Plan
from loaders.rules.joined import Joined
from loaders.rules.named_documents import Named

RECENT = 40
"""A generic short title (《意见》) stands for one of so many documents named last."""

NUMBER_FIELD = Pattern(
    "number_field",
    r"(?:(?:发文|文件)?(?:字号|文号|编号)|[\s:#*])*",
    matches=("发文字号: ", "## ", ""),
    near_misses=("依据", "见", "落实"),
    way="fullmatch",
)
SHELL = Pattern(
    "shell_of_a_title",
    r"[(（][^()（）]*[)）]|[〉》]?的通知$",
    matches=("某市医疗方案(2023-2025年)", "关于印发〈某市医疗方案〉的通知"),
    near_misses=("某市医疗方案", "通知制度"),
)
GENERIC = Pattern(
    "generic_title",
    r"(?:实施|行动|工作|总体|指导|建设|管理|若干|发展|规划|三年行动|暂行)*(?:方案|计划|规划|意见|办法|纲要|通知|条例|决定|规定|措施|细则|要点|规范|指南|目录|标准)",
    matches=("方案", "实施意见", "规划纲要", "三年行动计划"),
    near_misses=("医疗办法", "健康规划"),
    way="fullmatch",
)


@dataclass(slots=True)
class Reading:
    """A plan with its joined words, and what was named before: short names with what they stand for, the last title,
    the last citation of the section."""

    plan: Plan
    words: Joined
    short: dict[str, Named] = field(default_factory=dict)
    before: Named | None = None
    last: tuple[Named, Citation] | None = None
    cited: list[Named] = field(default_factory=list)


def is_own_title(reading: Reading, named: Named) -> bool:
    """Whether a title, or what a short name stands for, is a document of this file or stands in its header; a title
    with another number is an earlier edition. 《方案》 that no line defines is the plan itself, if it is one."""
    documents = reading.plan.documents
    if named.number and named.number not in ["".join((each.doc_number or "").split()) for each in documents]:
        return False
    title, (place, _) = (reading.short.get(named.title) or named).title, reading.words.span(named.start, named.end)
    for each in documents:
        if each.title and (_plain(title) in _forms(each.title) or each.start <= place < each.end):
            return True
    if named.title in reading.short or not GENERIC.fits(named.title) or meant(reading, named):
        return False
    return any(_forms(each.title)[1].endswith(_plain(title)) for each in documents if each.title)


def _forms(title: str) -> tuple[str, str]:
    """An own title as it is compared: whole, and without its years and the words of the notice that carries it."""
    return _plain(title), _plain(SHELL.re.sub("", title))


def meant(reading: Reading, named: Named) -> Named | None:
    """The document cited last whose title ends in a generic short title (《意见》) that no line defines."""
    if not GENERIC.fits(named.title):
        return None
    short, recent = _plain(named.title), reversed(reading.cited[-RECENT:])
    return next((each for each in recent if _forms(each.title)[1].endswith(short)), None)


def is_own_number(reading: Reading, named: Named, line: str) -> bool:
    """Whether a lone number is the plan's own: known as such, or the only thing in its line (发文字号: …)."""
    own = [_plain(document.doc_number) for document in reading.plan.documents if document.doc_number]
    if _plain(named.title) in own:
        return True
    behind = re.match(r"[^\r\n]*", reading.words.folded[named.end : named.end + 40])
    return NUMBER_FIELD.fits(line + (behind[0] if behind else ""))


def _plain(words: str) -> str:
    return re.sub(r"[\s《》〈〉<>()（）\[\]〔〕—\-–\"“”]", "", words)
