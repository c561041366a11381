"""How a plan takes up a model that it names: by the verb that acts on the name in its clause.

The cue nearest before the name decides (推进…建设 is promote, 打造 is establish); 探索 and 试点 win over what follows
them; after a setting word (在, 依托, 对 …) or before the noun that it only owns (…信息平台) a name is a mention.
"""

import re
from dataclasses import dataclass
from typing import cast

from codebooks.models import StanceWords, stance_words
from graph.facts import Polarity, Stance

STOP = re.compile(r"[,，。;；:：!！?？\r\n]")
SENTENCE = re.compile(r"[。;；!！?？\r\n]")


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


def stance_of(text: str, start: int, end: int, floor: int, ceiling: int) -> Taken:
    """The stance of the name at ``text[start:end]`` inside the words ``text[floor:ceiling]`` (offsets in ``text``)."""
    words = stance_words()
    opening = _last(STOP, text, floor, start)
    before = text[opening:start]
    after = text[end : _first(STOP, text, end, ceiling)]
    if _enclosed(words, before, after):
        return Taken("mention", "does", "setting_round")
    cues = [cue for cue in words.cue.finditer(before) if not _qualifies(words, cue, before, after)]
    if cues and cues[-1].lastgroup == "setting":
        return Taken("mention", "does", "setting")
    if words.ends.search(before):
        return Taken("mention", "ends", "ended")
    if not cues:
        return _without_cue(words, text[start:end], text[_last(SENTENCE, text, floor, start) : opening], after)
    if _owned(words, after):
        return Taken("mention", "does", "owner")
    return _by_cues(words, cues, after)


def _qualifies(words: StanceWords, cue: re.Match[str], before: str, after: str) -> bool:
    """Whether a setting word is none here: 符合…的(name), 以(name)为主的 …, or 与 that joins two things."""
    if cue.lastgroup != "setting":
        return False
    if cue[0] == "与":
        opening = before[: cue.start()]
        right_after_verb = any(verb.end() == len(opening) for verb in words.cue.finditer(opening))
        return bool(opening) and not right_after_verb and not words.partner.search(after)
    return before.endswith("的") or (cue[0] == "以" and words.qualifying.match(after) is not None)


def _by_cues(words: StanceWords, cues: list[re.Match[str]], after: str) -> Taken:
    """The nearest verb's stance, unless 试点 or 探索 governs it."""
    nearest = cues[-1]
    since = [cue.lastgroup for cue in cues if cue.start() >= _last_setting(cues)]
    if nearest.lastgroup == "pilot" or words.pilot_after.match(after):
        return Taken("pilot", "does", "pilot_of_clause")
    if "explore" in since:
        return Taken("explore", "does", "explore_of_clause")
    return Taken(cast(Stance, nearest.lastgroup), "does", "nearest_verb")


def _last_setting(cues: list[re.Match[str]]) -> int:
    """Where the last cue before the name that opens a setting by 通过, 依托 … ends the reach of an earlier verb."""
    return max((cue.end() for cue in cues if cue.lastgroup == "setting" and cue[0] != "对"), default=0)


def _without_cue(words: StanceWords, name: str, earlier: str, after: str) -> Taken:
    """No verb before the name: 试点 or a verb behind it, a verb inside it (把…融入…), else, where the name is the
    whole clause (an ellipsis), the verb of the clause before."""
    quoted = after.startswith(('"', "“", "”"))
    behind: tuple[tuple[object, Stance, str], ...] = (
        (words.pilot_after.match(after), "pilot", "pilot_of_clause"),
        (words.after_establish.search(after), "establish", "verb_behind"),
        (words.after.search(after), "promote", "verb_behind"),
        (not quoted and words.verbal.search(name), "promote", "verb_in_name"),
    )
    for shown, stance, rule in behind:
        if shown:
            return Taken(stance, "does", rule)
    if not words.nominal.match(after) or _owned(words, after):
        return Taken("mention", "does", "subject")
    cues = [cue for cue in words.cue.finditer(earlier) if cue.lastgroup != "setting"]
    if cues and not words.ends.search(earlier):
        return Taken(cast(Stance, cues[-1].lastgroup), "does", "verb_of_clause_before")
    return Taken("mention", "does", "no_verb")


def _owned(words: StanceWords, after: str) -> bool:
    """Whether the name, with the names joined to it, only owns the noun that follows (…和…运行考核制度)."""
    joined = re.match(
        r"(?:、|和|及|与|或|以及)[^,，。;；、和与]{2,12}?(?=内(?!容|涵)|之?间|运行|绩效考核|所属|牵头|(?:建设)?评[价估])",
        after,
    )
    return bool(words.owners.match(after) or (joined and words.owners.match(after[joined.end() :])))


def _enclosed(words: StanceWords, before: str, after: str) -> bool:
    """Whether 在 … 基础上 (方面, 过程中) stands round the name."""
    return "在" in before and words.enclosing.search(after) is not None


def _last(pattern: re.Pattern[str], text: str, floor: int, place: int) -> int:
    """The end of the last match before the place, else the floor."""
    return max((match.end() for match in pattern.finditer(text, floor, place)), default=floor)


def _first(pattern: re.Pattern[str], text: str, place: int, ceiling: int) -> int:
    """The start of the first match after the place, else the ceiling."""
    match = pattern.search(text, place, ceiling)
    return match.start() if match else ceiling
