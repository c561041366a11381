"""Split a responsibility line into its bodies and their roles, on the words alone: no place, no codebook.

A line is read from left to right. A label (牵头单位:) gives its role to what follows, a closing phrase (牵头, 配合,
按职责分工负责) to what stands before it; remarks (列第一位的为牵头单位) are taken out first and kept apart.
"""

from dataclasses import dataclass, field, replace

from graph.facts import Role
from loaders.rules.line_words import (
    BODY_END,
    CLOSINGS,
    COMPANION,
    DUTY,
    LABEL,
    LEADS,
    SPECIAL,
    TIME,
    VERBS,
    WHOLE_AREA,
    plain_words,
)
from loaders.rules.pieces import Span, pieces, split_and, squeeze, trim, unbroken
from loaders.rules.remarks import LeadRule, take_remarks

_LONGEST_NAME = 36
_NO_NAME = frozenset("。:《》%!?")
_QUOTES = frozenset('"“”')
_NONE = frozenset(("同上", "略", "无", "/", "-", "—", "--", "——"))
"""What stands for no body."""


@dataclass(frozen=True, slots=True)
class Item:
    """One body of a line: its place in the line's words, its role, whether it stands before the first comma and the
    first semicolon of its list, and whether a remark alone names it."""

    start: int
    end: int
    role: Role
    before_comma: bool = False
    before_semicolon: bool = False
    in_remark: bool = False


@dataclass(slots=True)
class Reading:
    """What a line says. ``roles_printed``: it has 牵头, 配合 or 参与 of its own. ``lead_rule``: its remark on leads.
    ``odd``: spans that are no body, ``times``: spans that say when; ``with_duties``: it says what a body has to do."""

    items: list[Item] = field(default_factory=list)
    roles_printed: bool = False
    lead_rule: LeadRule | None = None
    odd: list[Span] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    with_duties: bool = False


def read_line(words: str) -> Reading:
    """The bodies of a responsibility line (without its outer brackets) as it is printed, offsets in ``words``."""
    return read_plain(plain_words(words))


def read_plain(plain: str) -> Reading:
    """The same for words that are plain already."""
    words, places = unbroken(plain)
    reading = _read(words)
    if len(words) == len(plain):
        return reading
    reading.items = [replace(item, start=places[item.start], end=places[item.end - 1] + 1) for item in reading.items]
    reading.odd = [(places[a], places[b - 1] + 1) for a, b in reading.odd if a < b]
    reading.times = [(places[a], places[b - 1] + 1) for a, b in reading.times if a < b]
    return reading


def _read(plain: str) -> Reading:
    remarks = take_remarks(plain)
    reading = Reading(lead_rule=remarks.lead_rule)
    _read_fields(remarks.words, reading)
    led = any(item.role == "lead" for item in reading.items)
    if led:
        reading.items = [
            replace(item, role="participant") if item.role == "responsible" else item for item in reading.items
        ]
    for start, end in remarks.once:
        _add_named_once(plain, start, end, reading, "participant" if led or remarks.lead_rule else "responsible")
    return reading


def _read_fields(plain: str, reading: Reading) -> None:
    """Cut the words at their labels; what stands before the first label has none."""
    marks = [found for found in LABEL.re.finditer(plain) if _depth(plain, found.start()) == 0]
    starts = [0, *(m.end() for m in marks)]
    ends = [*(m.start() for m in marks), len(plain)]
    labels: list[str | None] = [None, *(m.lastgroup for m in marks)]
    for label, start, end in zip(labels, starts, ends, strict=True):
        if label == "other":
            reading.times.append((start, end))
            continue
        role: Role = "lead" if label == "lead" else "participant" if label == "participant" else "responsible"
        reading.roles_printed |= role != "responsible"
        if start < end:
            _Field(plain, start, end, role, reading).read()
        if label is None and marks:  # (预期性指标,牵头单位:…): what stands before the labels may be no body
            named = [item for item in reading.items if BODY_END.re.search(plain, item.start, item.end)]
            reading.odd += [(item.start, item.end) for item in reading.items if item not in named]
            reading.items = named


class _Field:
    """The words between two labels: a closing phrase gives its role to all bodies since the one before it."""

    def __init__(self, plain: str, start: int, end: int, role: Role, reading: Reading) -> None:
        self.plain, self.start, self.end, self.role, self.reading = plain, start, end, role, reading
        self.waiting: list[Item] = []
        self.led = any(item.role == "lead" for item in reading.items)
        self.before_comma = self.before_semicolon = True
        self.in_duty = False

    def read(self) -> None:
        """Put the bodies of these words into the reading."""
        plain = self.plain
        for start, end in pieces(plain, self.start, self.end):
            if SPECIAL.re.search(plain, start, end):
                self._close_look(start, end)
            elif end - start > 1:
                self._wait(start, end)
            after = plain[end : end + 1]
            self.before_comma = self.before_comma and after != ","
            self.before_semicolon = self.before_semicolon and after != ";"
        self._settle("participant" if self.led and self.role == "responsible" else self.role)

    def _close_look(self, start: int, end: int) -> None:
        """A piece with more than a plain name: a time, a closing phrase, several bodies joined by a word."""
        plain = self.plain
        words = plain[start:end].lstrip()
        when = TIME.re.search(words.rstrip())
        if when and not BODY_END.re.search(words.rstrip()):
            at = end - len(words) + when.start()
            self.reading.times.append((at if self._takes_time(start, at) else start, end))
            return
        found = _closing(plain, start, end)
        duty = None if found else DUTY.re.search(plain, start, end)
        if duty:
            self._take_all(start, duty.start())
            self._close("lead" if "牵头" in duty.group() else "responsible", start, companion=False)
            self.in_duty = self.reading.with_duties = True
            return
        stop = found[1] if found else end
        companion = COMPANION.re.search(plain, start, stop)
        if companion:
            self._take_all(start, companion.start())
            self._settle("lead")
            self.reading.roles_printed = self.led = True
        self._take_all(companion.end() if companion else start, stop)
        if found:
            self._close(found[0], start, companion=bool(companion))

    def _takes_time(self, start: int, at: int) -> bool:
        """Whether a body stands before a time (市甲局持续推进): it is taken, answerable for what is done then."""
        body = trim(self.plain, start, at)
        if found := _closing(self.plain, start, at):
            self._take_all(start, found[1])
            self._close(found[0], start, companion=False)
        elif BODY_END.re.search(self.plain, *body) and not WHOLE_AREA.re.fullmatch(self.plain, *body):
            self._take_all(start, body[1])
            self._close("responsible", start, companion=False)
        else:
            return False
        return True

    def _close(self, role: Role, start: int, *, companion: bool) -> None:
        """Give a closing phrase's role to the bodies that wait."""
        given: Role = "participant" if self.led and role == "responsible" else role
        self.reading.roles_printed |= role != "responsible"
        self.led |= given == "lead"
        if given == "participant" and not self.led:  # 甲局,乙局配合: only 乙局 takes part
            self._settle(self.role, self.plain.rfind(",", self.start, start + 1))
        self._settle("participant" if companion else given)

    def _take_all(self, start: int, end: int) -> None:
        for one in split_and(self.plain, start, end):
            body = trim(self.plain, *one)
            if body[0] < body[1]:
                self._take(*body)

    def _take(self, start: int, end: int) -> None:
        """Sort one trimmed piece: a body, a time, nothing, or something odd."""
        name = squeeze(self.plain[start:end])
        if name in _NONE:
            return
        if TIME.re.search(name) and not BODY_END.re.search(name):
            self.reading.times.append((start, end))
        elif LEADS.re.match(self.plain, end):
            self.reading.items.append(Item(start, end, "lead", self.before_comma, self.before_semicolon))
            self.reading.roles_printed = True
        else:
            self._wait(start, end)

    def _wait(self, start: int, end: int) -> None:
        name = self.plain[start:end]
        if self.in_duty and not BODY_END.re.search(name):  # the duty of the body before goes on
            return
        self.in_duty = False
        if VERBS.re.search(name) or (not _QUOTES.isdisjoint(name) and not BODY_END.re.search(name)):
            self.reading.odd.append((start, end))
        elif 1 < len(name) <= _LONGEST_NAME and _NO_NAME.isdisjoint(name):
            self.waiting.append(Item(start, end, "responsible", self.before_comma, self.before_semicolon))
        else:
            self.reading.odd.append((start, end))

    def _settle(self, role: Role, before: int | None = None) -> None:
        """Give the bodies that wait (those that end before this offset) their role."""
        kept: list[Item] = []
        for item in self.waiting:
            if before is None or item.end <= before:
                self.reading.items.append(replace(item, role=role) if role != item.role else item)
            else:
                kept.append(item)
        self.waiting = kept


def _add_named_once(plain: str, start: int, end: int, reading: Reading, role: Role) -> None:
    """Bodies that a remark names for all later items: those that the list prints already are not added again."""
    printed = [squeeze(plain[item.start : item.end]) for item in reading.items]
    for a, b in pieces(plain, start, end):
        for one in split_and(plain, a, b):
            body = trim(plain, *one)
            name = squeeze(plain[body[0] : body[1]])
            if name and not any(name in other or other in name for other in printed):
                reading.items.append(Item(*body, role, in_remark=True))


def _closing(plain: str, start: int, end: int) -> tuple[Role, int] | None:
    """The role that the end of a piece gives, and where its words begin."""
    while end > start and plain[end - 1].isspace():
        end -= 1
    for role, pattern in CLOSINGS.items():
        if found := pattern.re.search(plain, start, end):
            return role, found.start()
    return None


def _depth(plain: str, at: int) -> int:
    return plain.count("(", 0, at) - plain.count(")", 0, at)
