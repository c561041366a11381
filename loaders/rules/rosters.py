"""Whether words are a list of bodies and nothing else: what tells a responsibility line from prose."""

import re

from codebooks.institutions import identify, is_field
from codebooks.reading import find_place
from loaders.pattern import Pattern
from loaders.rules.bodies import COLLECTIVE
from loaders.rules.line_words import BODY_END, LABEL
from loaders.rules.lists import read_plain
from loaders.rules.pieces import squeeze

STARTS_WITH_A_LEVEL = Pattern(
    "level_before_a_name", r"[市省区县州旗盟团]\S|各|自治", ("市甲局", "各区"), ("甲局",), way="match"
)

OFFICE = Pattern(
    "office_of_a_government",
    r"(?:局|委|办|厅|部|办公室|政府|总工会|联|协)$",
    ("市甲局", "市委甲部"),
    ("市人民医院", "市文化馆"),
)


def labels(words: str) -> list[re.Match[str]]:
    """The labels of bodies in these words."""
    return [label for label in LABEL.re.finditer(words) if label.lastgroup != "other"]


def bodies_alone(words: str, behind_a_stop: bool) -> bool:
    """Whether a bracket without any role is a list of bodies: all are known offices, or they stand behind a full stop,
    look like bodies and one at least is known."""
    reading = read_plain(words)
    if not reading.items or reading.odd or reading.times:
        return False
    names = [squeeze(words[item.start : item.end]) for item in reading.items]
    known = [bool(STARTS_WITH_A_LEVEL.re.match(name) and identify(name)) for name in names]
    if not behind_a_stop:
        return all(known) and all(OFFICE.re.search(name) for name in names)
    return all(fits(name) for name in names) and any(
        sure or identify(name, "department") or identify(name, "collective")
        for sure, name in zip(known, names, strict=True)
    )


def is_roster(words: str, least: int) -> bool:
    """Whether words are a list of bodies with roles and nothing else, at least so many of them known, one by name."""
    reading = read_plain(words)
    names = [squeeze(words[item.start : item.end]) for item in reading.items]
    if not any(identify(name) or identify(name, "department") for name in names):
        return False
    known = [name for name in names if identify(name) or identify(name, "collective") or identify(name, "department")]
    fitting = all(name in known or (fits(name) and STARTS_WITH_A_LEVEL.re.match(name)) for name in names)
    return len(known) >= least and fitting and not reading.odd and not reading.with_duties


def fits(name: str) -> bool:
    """Whether a name ends as bodies do, or is a known party, field (财政、民政等部门) or place."""
    named = BODY_END.re.search(name) or COLLECTIVE.re.search(name)
    return bool(named or identify(name, "collective") or is_field(name) or find_place(name))
