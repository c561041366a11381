"""How a plan takes up a model that it names: by the verb that acts on the name in its clause.

The cue nearest before the name decides (推进…建设 is promote, 打造 is establish); 探索 and 试点 win over what follows
them; after a setting word (在, 依托, 对 …) or before the noun that it only owns (…信息平台) a name is a mention.
"""

import re
from dataclasses import dataclass
from typing import cast

from codebooks.stances import Cues, cues
from graph.facts import Polarity, Stance
from loaders.rules import stance_shapes as shapes

STOP = re.compile(r"[,，。;；:：!！?？\r\n]")
SENTENCE = re.compile(r"[。;；!！?？\r\n]")
JOINS = frozenset(("纳入", "列入", "参加", "参与", "加入"))
"""What one does with a pilot of others: 纳入(name)试点."""
LONGEST = 200
"""A clause is looked at for so many characters before and behind a name."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance with its polarity and the name of the rule that gave it."""

    stance: Stance
    polarity: Polarity
    rule: str

    @property
    def acts(self) -> bool:
        """Whether a verb acts on the name."""
        return self.stance != "mention" or self.polarity == "ends"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or setting word before a name: ``kind`` is its stance or ``setting``."""

    kind: str
    word: str
    start: int
    end: int


def stance_of(text: str, start: int, end: int, floor: int, ceiling: int) -> Taken:
    """The stance of the name at ``text[start:end]`` inside the words ``text[floor:ceiling]`` (offsets in ``text``)."""
    words = cues()
    opening = _last_stop(STOP, text, max(floor, start - LONGEST), start)
    before = text[opening:start]
    stop = STOP.search(text, end, min(ceiling, end + LONGEST))
    after = text[end : stop.start() if stop else min(ceiling, end + LONGEST)]
    if ("在" in before and shapes.ENCLOSING.fits(after)) or shapes.LED_TO.fits(before):
        return Taken("mention", "does", "setting_round")
    named = "服务" if text.endswith("服务", start, end) else ""
    found = [cue for cue in _cues(words, before, named + after) if not _qualifies(words, cue, before, after)]
    if found and found[-1].kind == "setting":
        joins = found[-1].word in JOINS and shapes.PILOT_BEHIND.fits(after)
        return Taken("pilot", "does", "pilot_of_clause") if joins else Taken("mention", "does", "setting")
    if words.ends.search(before):
        return Taken("mention", "ends", "ended")
    if not found:
        earlier = text[_last_stop(SENTENCE, text, max(floor, start - LONGEST), start) : opening]
        return _without_cue(words, text[start:end], earlier, after)
    if _owned(after) or _in_relative_clause(found, before, after):
        return Taken("mention", "does", "owner")
    return _by_cues(found, before, after)


def _cues(words: Cues, before: str, after: str) -> list[Cue]:
    """The verbs and setting words of a clause before the name; 结合 is a setting word only at the clause's head, and
    规范(name)建设 furthers the name."""
    found = [Cue(words.kind(cue), cue[0], *cue.span()) for cue in words.cue.finditer(before)]
    if before.endswith("规范") and shapes.REGULATED.fits(after):
        found[-1] = Cue("promote", "规范", found[-1].start, found[-1].end)
    head = shapes.HEAD_SETTING.re.match(before) if "结合" in before else None
    return [Cue("setting", "结合", *head.span()), *(cue for cue in found if cue.start >= head.end())] if head else found


def _qualifies(words: Cues, cue: Cue, before: str, after: str) -> bool:
    """Whether a setting word is none here: 符合…的(name), 以(name)为主的 …, or 与 that joins two things."""
    if cue.kind != "setting":
        return False
    if cue.word == "与":
        opening = before[: cue.start]
        verbs = list(words.cue.finditer(opening))
        if verbs and verbs[-1].end() == len(opening):
            return False
        return bool(opening) and (not shapes.PARTNER.fits(after) or (bool(verbs) and shapes.COMBINED.fits(after)))
    return before.endswith("的") or (cue.word == "以" and shapes.QUALIFYING.fits(after))


def _by_cues(found: list[Cue], before: str, after: str) -> Taken:
    """The nearest verb's stance, unless 试点 or 探索 governs it."""
    nearest = found[-1]
    since = [cue.kind for cue in found if cue.start >= _last_setting(found)]
    if nearest.kind == "pilot" or shapes.PILOT_BEHIND.fits(after) or shapes.PILOT_BEFORE.fits(before):
        return Taken("pilot", "does", "pilot_of_clause")
    if "explore" in since:
        return Taken("explore", "does", "explore_of_clause")
    kind = "promote" if nearest.kind == "setting" else nearest.kind
    return Taken(cast(Stance, kind), "does", "nearest_verb")


def _last_setting(found: list[Cue]) -> int:
    """Where the last cue before the name that opens a setting by 通过, 依托 … ends the reach of an earlier verb."""
    return max((cue.end for cue in found if cue.kind == "setting" and cue.word != "对"), default=0)


def _without_cue(words: Cues, name: str, earlier: str, after: str) -> Taken:
    """No verb before the name: 试点 or a verb behind it, a verb inside it (把…融入…), else, where the name is the
    whole clause (an ellipsis), the verb of the clause before."""
    quoted = after.startswith(('"', "“", "”"))
    behind: tuple[tuple[object, Stance, str], ...] = (
        (shapes.PILOT_BEHIND.fits(after), "pilot", "pilot_of_clause"),
        (shapes.TRIED_BEHIND.fits(after), "explore", "verb_behind"),
        (shapes.ESTABLISHED_BEHIND.fits(after), "establish", "verb_behind"),
        (shapes.PROMOTED_BEHIND.fits(after), "promote", "verb_behind"),
        (not quoted and shapes.VERBAL.fits(name), "promote", "verb_in_name"),
    )
    for shown, stance, rule in behind:
        if shown:
            return Taken(stance, "does", rule)
    if not shapes.NOMINAL.fits(after) or _owned(after):
        return Taken("mention", "does", "subject")
    verbs = [words.kind(cue) for cue in words.cue.finditer(earlier)]
    acting = [kind for kind in verbs if kind != "setting"]
    if acting and not words.ends.search(earlier):
        return Taken(cast(Stance, acting[-1]), "does", "verb_of_clause_before")
    return Taken("mention", "does", "no_verb")


def _owned(after: str) -> bool:
    """Whether the name, with the names joined to it, only owns the noun that follows (…和…运行考核制度)."""
    joined = shapes.JOINED_OWNER.re.match(after)
    return shapes.OWNERS.fits(after) or bool(joined and shapes.OWNERS.fits(after[joined.end() :]))


def _in_relative_clause(found: list[Cue], before: str, after: str) -> bool:
    """Whether the verb only describes something (对开展(name)的医院给予补助, 是推进(name)的重要举措) or fixes an amount
    (合理确定(name)资金)."""
    opening = before[: found[-1].start]
    told = opening.endswith("是") and "的" in after and not shapes.COUNTED_OFF.fits(opening)
    if told or opening.endswith("即") or (found[-1].word == "确定" and shapes.AMOUNT.fits(after)):
        return True
    return found[0].word == "对" and found[0].start == 0 and len(found) > 1 and shapes.RELATIVE.fits(after)


def _last_stop(pattern: re.Pattern[str], text: str, floor: int, place: int) -> int:
    """The end of the last match before the place, else the floor."""
    last = floor
    for match in pattern.finditer(text, floor, place):
        last = match.end()
    return last
