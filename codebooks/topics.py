"""Topics: the fields and topics of health policy of ``topics.yaml`` and their levers of ``levers.yaml``, checked.

A word is literal; "…" in it stands for a few characters inside a clause, "(a|b)" for either. All words are found in
one pass of an automaton over a text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, Literal, NamedTuple

from ahocorasick_rs import AhoCorasick

from codebooks.reading import CodebookError, book

GAP = "[^,。;:]{0,12}?"
"""What "…" in a word stands for."""
EITHER = re.compile(r"\(([^()|]+(?:\|[^()|]+)+)\)")
LEAST = 2
"""No word may begin with fewer characters."""
BLOCKS = ("service_delivery", "workforce", "information", "medical_products", "financing", "governance")
"""The building blocks of a health system (World Health Organization 2007, "Everybody's business")."""

type Kind = Literal["strong", "weak", "general", "not"]
"""What a word is for its entry: a mention, one of a setting alone, one in plans about health alone, or none."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a field or topic rests on. ``number`` is None for one without."""

    key: str
    number: str | None
    year: int
    title: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of health policy, the first level. ``who``: building blocks, of ``BLOCKS``."""

    key: str
    zh: str
    en: str
    who: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic (``lever`` None) or a lever of it, with its words by kind."""

    topic: str
    lever: str | None
    zh: str
    en: str
    words: Mapping[Kind, tuple[str, ...]]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of the topic or lever: no two entries share one."""
        return self.lever or self.topic


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, the second level, with its levers in the order of the codebook."""

    key: str
    field: str
    definition: str
    sources: tuple[Source, ...]
    entry: Entry
    levers: tuple[Entry, ...]

    @property
    def zh(self) -> str:
        """Its Chinese name."""
        return self.entry.zh

    @property
    def en(self) -> str:
        """Its English name."""
        return self.entry.en


@dataclass(frozen=True, slots=True)
class Topics:
    """The whole codebook."""

    fields: Mapping[str, Field]
    topics: Mapping[str, Topic]

    @property
    def entries(self) -> Iterator[Entry]:
        """Every topic and every lever."""
        for topic in self.topics.values():
            yield topic.entry
            yield from topic.levers


class Hit(NamedTuple):
    """A word of an entry at a place of a text. ``gap``: the word has a gap, so what is inside it is not its own."""

    start: int
    end: int
    entry: Entry
    kind: Kind
    gap: bool


@cache
def topics() -> Topics:
    """The codebook. Raises CodebookError with every fault of ``topics.yaml`` and ``levers.yaml``."""
    data, faults = book("topics"), list[str]()
    sources = {key: Source(key, **fields) for key, fields in data["documents"].items()}
    fields = {key: _field(key, one, sources, faults) for key, one in data["fields"].items()}
    levers: dict[str, list[Entry]] = {key: [] for key in data["topics"]}
    for key, one in book("levers")["levers"].items():
        if one.get("topic") not in levers:
            faults.append(f"levers.yaml, {key}: topic {one.get('topic')!r} is none of topics.yaml")
        elif key in levers:
            faults.append(f"levers.yaml, {key}: a topic has this key, another one wanted")
        else:
            levers[one["topic"]].append(_entry("levers.yaml", one["topic"], key, one, faults))
    found = {}
    for key, one in data["topics"].items():
        if one.get("field") not in fields:
            faults.append(f"topics.yaml, {key}: field {one.get('field')!r}, wanted one of {', '.join(fields)}")
        if not one.get("definition"):
            faults.append(f"topics.yaml, {key}: lacks 'definition'")
        entry = _entry("topics.yaml", key, None, one, faults)
        cited = _cited(f"topics.yaml, {key}", one, sources, faults)
        found[key] = Topic(key, one.get("field", ""), one.get("definition", ""), cited, entry, tuple(levers[key]))
    if faults:
        raise CodebookError("\n".join(faults))
    return Topics(fields, found)


def hits(text: str, start: int = 0, end: int | None = None) -> list[Hit]:
    """Every word of every entry in ``text[start:end]``, by place; the text is folded. Words may overlap."""
    automaton, filed = _filed()
    lowered = _lowered(text[start:end])
    found = []
    for literal, at, stop in automaton.find_matches_as_indexes(lowered, overlapping=True):
        for rest, entry, kind in filed[literal]:
            if rest is None:
                found.append(Hit(start + at, start + stop, entry, kind, gap=False))
            elif match := rest.match(lowered, stop):
                found.append(Hit(start + at, start + match.end(), entry, kind, gap=True))
    found.sort(key=lambda hit: hit.start)
    return found


type Filed = tuple[re.Pattern[str] | None, Entry, Kind]
"""What follows a word's literal from its first gap on, and whose word of which kind it is."""
_LOWER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def _lowered(text: str) -> str:
    """The text in small letters, of equal length; ``lower`` is much faster, and hardly ever changes it."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_LOWER)


@cache
def _filed() -> tuple[AhoCorasick, tuple[tuple[Filed, ...], ...]]:
    """An automaton of the literals that words begin with; and, by the literal's number, the words that do."""
    filed: dict[str, list[Filed]] = {}
    for entry in topics().entries:
        for kind, words in entry.words.items():
            for word in words:
                for plain in spelled_out(word.translate(_LOWER)):
                    first, *parts = plain.split("…")
                    rest = re.compile(GAP + GAP.join(map(re.escape, parts))) if parts else None
                    filed.setdefault(first, []).append((rest, entry, kind))
    return AhoCorasick(list(filed)), tuple(map(tuple, filed.values()))


def spelled_out(word: str) -> list[str]:
    """The words that a word with "(a|b)" stands for."""
    parts = EITHER.split(word)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return ["".join(choice) for choice in product(*choices)]


def _field(key: str, data: Mapping[str, Any], sources: Mapping[str, Source], faults: list[str]) -> Field:
    """One field."""
    place = f"topics.yaml, {key}"
    faults += [f"{place}: who {block!r}, wanted one of {', '.join(BLOCKS)}" for block in set(data["who"]) - {*BLOCKS}]
    return Field(key, data["zh"], data["en"], tuple(data["who"]), _cited(place, data, sources, faults))


def _cited(place: str, data: Mapping[str, Any], sources: Mapping[str, Source], faults: list[str]) -> tuple[Source, ...]:
    """The documents of an entry."""
    named = data.get("sources") or []
    faults += [f"{place}: no document {name!r} above" for name in named if name not in sources]
    if not named:
        faults.append(f"{place}: lacks 'sources'")
    return tuple(sources[name] for name in named if name in sources)


def _entry(file: str, topic: str, lever: str | None, data: Mapping[str, Any], faults: list[str]) -> Entry:
    """A topic or lever with its words; faults are noted."""
    place = f"{file}, {lever or topic}"
    needed = ("zh", "en", "examples", "near_misses")
    faults += [f"{place}: lacks {name!r}" for name in needed if not data.get(name)]
    if not (data.get("words") or data.get("general")):
        faults.append(f"{place}: lacks 'words' or 'general'")
    kinds: dict[Kind, str] = {"strong": "words", "weak": "weak", "general": "general", "not": "not"}
    words = {kind: tuple(data.get(name) or ()) for kind, name in kinds.items()}
    faults += [f"{place}: {word!r} begins with fewer than {LEAST} characters" for word in _short(words.values())]
    return Entry(
        topic, lever, data.get("zh", ""), data.get("en", ""), {kind: found for kind, found in words.items() if found},
        tuple(data.get("examples") or ()), tuple(data.get("near_misses") or ()),
    )  # fmt: skip


def _short(words: Iterable[tuple[str, ...]]) -> list[str]:
    """The words whose first literal is too short to be filed."""
    return [word for many in words for word in many if any(len(w.split("…")[0]) < LEAST for w in spelled_out(word))]
