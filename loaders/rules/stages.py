"""How far a model has come where a plan acts on it: it begins, goes on or spreads, by the words round its name.

The first word of stage in the clause before the name decides (继续…试点 goes on, 扩大…试点 spreads, 探索推广 begins),
else the first one behind it in the clause (…建设试点 begins). A name that no verb acts on has no stage.
"""

import re
from dataclasses import dataclass
from functools import cache

from graph.facts import Stage
from loaders.pattern import Pattern
from loaders.rules.stance import LONGEST, STOP, Taken

EXPANDING = Pattern(
    "stage_expanding",
    r"(?:持续|继续|巩固|逐步|进一步|稳步|不断)?(?:扩大|扩面|扩围|拓展|推广|普及|推开|复制)|全覆盖|全域|"
    r"全面(?:推[进行开广]|开展|实施|建立|落实|建成)|全部(?:推[行开]|开展|建立|实施)|提质扩面|普遍(?:开展|推行|建立)",
    matches=("扩大家庭医生签约覆盖面", "全面推开", "推广某市医改经验", "持续扩大", "实现县域医共体全覆盖", "逐步推开"),
    near_misses=("推进分级诊疗", "深化改革", "开展试点", "全面深化改革"),
)
CONTINUING = Pattern(
    "stage_continuing",
    r"持续|继续|巩固|深化|深入|进一步|不断|接续|常态化|升级|优化|(?<!建立)完善|提质|做[实细优]",
    matches=("持续深化改革", "继续开展试点", "巩固完善分级诊疗制度", "进一步规范", "做实做细签约服务"),
    near_misses=("启动试点", "推进建设", "扩大覆盖", "建立完善制度", "建立健全机制"),
)
ONSET = Pattern(
    "stage_onset",
    r"启动|试点|探索|先行先试|试行|试运行|尝试|着手|筹建|筹备|首批|率先|开始|试验区|先行区",
    matches=("启动建设", "开展试点", "探索建立", "争取先行先试", "试行"),
    near_misses=("继续推进", "扩大范围", "建立健全"),
)
BEHIND = Pattern(
    "stage_behind",
    r"^[^,，。;；:：]{0,16}?(?:(?P<expanding>全覆盖|扩面|提质扩面|扩围|推广应用)|(?P<onset>试点(?!扩|经验)|先行区|试验区|探索))",
    matches=("建设试点", "服务全覆盖", "改革先行区", "试点扩围工作"),
    near_misses=("建设,开展试点", "制度", "改革", "试点经验"),
    way="match",
)


@dataclass(frozen=True, slots=True)
class Staged:
    """A stage, or none, with the name of the rule that says so."""

    stage: Stage | None
    rule: str


def stage_of(text: str, place: tuple[int, int], floor: int, ceiling: int, taken: Taken) -> Staged:
    """The stage of the name at ``text[slice(*place)]`` inside the words ``text[floor:ceiling]`` (offsets in ``text``);
    ``taken`` is its stance."""
    if taken.polarity == "ends":
        return Staged(None, "stages.ended")
    if taken.stance == "mention":
        return Staged(None, "stages.not_acted_on")
    start, end = place
    opening = max(floor, start - LONGEST)
    for stop in STOP.finditer(text, opening, start):
        opening = stop.end()
    before = _words().search(text, opening, start)
    behind = BEHIND.re.match(text[end : min(ceiling, end + LONGEST)])
    everywhere = before is not None and before[0].startswith("全面") and behind is not None and behind["onset"]
    found = behind if everywhere else before or behind  # a trial that is begun everywhere (全面开展…试点) begins
    return _staged(found) if found else Staged(None, "stages.no_word")


def _staged(found: re.Match[str]) -> Staged:
    stages: tuple[Stage, ...] = ("onset", "continuing", "expanding")
    stage = next(each for each in stages if found.groupdict().get(each))
    return Staged(stage, f"stages.{stage}")


@cache
def _words() -> re.Pattern[str]:
    """All words of stage, the longer reading of those that begin alike first."""
    return re.compile("|".join(f"(?P<{name}>{one.words})" for name, one in _kinds().items()))


def _kinds() -> dict[Stage, Pattern]:
    return {"expanding": EXPANDING, "onset": ONSET, "continuing": CONTINUING}
