"""Components: what a reform model consists of, as ``components.yaml`` says, typed and checked.

A model that the codebook of models has and this one does not is graded by its name alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from codebooks.models import models
from codebooks.reading import CodebookError, book

FILE = "components.yaml"
GAP = "[^,。;:]{0,12}?"
"""What "…" in a wording stands for: a few characters inside one clause of the folded text."""

COMPONENT_KEYS = ("tier", "zh", "en", "definition", "listed_in", "done", "partial", "parts")
PART_KEYS = ("zh", "en", "cores", "wordings", "heading", "examples", "near_misses")

Tier = Literal["core", "extended"]
Status = Literal["done", "partial", "empty"]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a measure's words can do for a component. The patterns match folded text; what ``wording`` finds
    holds one of ``cores``."""

    key: str
    zh: str
    en: str
    cores: tuple[str, ...]
    wording: re.Pattern[str]
    clause: re.Pattern[str] | None
    sentence: re.Pattern[str] | None
    besides: re.Pattern[str] | None
    heading: bool
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A national document that lists a component: its number, year of issue and title."""

    key: str
    number: str
    year: int
    title: str


@dataclass(frozen=True, slots=True)
class Component:
    """A component of a model, with its parts and the combinations of parts that make it done or partial."""

    key: str
    tier: Tier
    zh: str
    en: str
    definition: str
    listed_in: tuple[Listing, ...]
    parts: tuple[Part, ...]
    done: tuple[frozenset[str], ...]
    partial: tuple[frozenset[str], ...]

    @property
    def since(self) -> Listing:
        """The earliest national document that lists it: from its year on a plan can be asked for it."""
        return min(self.listed_in, key=lambda listing: (listing.year, listing.key))

    def parts_for(self, status: Status) -> frozenset[str]:
        """Every part that a combination for this status has."""
        combinations = {"done": self.done, "partial": self.partial, "empty": ()}[status]
        return frozenset(part for combination in combinations for part in combination)

    def status(self, parts: Iterable[str]) -> Status:
        """What these parts together make of it."""
        there = frozenset(parts)
        if any(combination <= there for combination in self.done):
            return "done"
        return "partial" if any(combination <= there for combination in self.partial) else "empty"


@dataclass(frozen=True, slots=True)
class ComponentModel:
    """A reform model with components. ``origin``: GB/T 2260 code of the model's own city; ``needed``: how many core
    components, done, make the grade ``components``."""

    key: str
    origin: str | None
    needed: int
    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class Ends:
    """Verbs that end a thing, and what ends their reach inside a clause."""

    verb: re.Pattern[str]
    resumed: re.Pattern[str]


@cache
def component_models() -> dict[str, ComponentModel]:
    """The models that have components, by key. Raises CodebookError with every fault of ``components.yaml``."""
    data = book("components")
    faults: list[str] = []
    listings = {key: Listing(key, **fields) for key, fields in data["documents"].items()}
    found = {key: _model(key, fields, listings, faults) for key, fields in data["models"].items()}
    if faults:
        raise CodebookError("\n".join(faults))
    return found


@cache
def all_parts() -> tuple[tuple[str, str, Part], ...]:
    """Every part with the keys of its model and component, in the order of the codebook."""
    return tuple(
        (model.key, component.key, part)
        for model in component_models().values()
        for component in model.components
        for part in component.parts
    )


@dataclass(frozen=True, slots=True)
class Cores:
    """``found`` finds the cores of all parts in one pass; ``parts`` names those that have a core, as (model,
    component, part)."""

    found: re.Pattern[str]
    parts: Mapping[str, frozenset[tuple[str, str, str]]]


@cache
def cores() -> Cores:
    """The cores of all parts; the longest of those that begin alike is found."""
    by_core: dict[str, set[tuple[str, str, str]]] = {}
    for model, component, part in all_parts():
        for core in part.cores:
            by_core.setdefault(core, set()).add((model, component, part.key))
    words = sorted(by_core, key=len, reverse=True)
    held = {core: frozenset(key for word in words if word in core for key in by_core[word]) for core in words}
    return Cores(re.compile("|".join(map(re.escape, words))), held)


@cache
def ends() -> Ends:
    """The verbs that give a mention the polarity ``ends``."""
    data = book("components")["ends"]
    verbs = sorted(data["verbs"], key=len, reverse=True)
    return Ends(re.compile("|".join(verbs)), re.compile(data["resumed_by"]))


@cache
def origins() -> dict[str, str]:
    """The code of the city of origin by model, where the codebook knows one."""
    return {key: model.origin for key, model in component_models().items() if model.origin}


@cache
def reform_models() -> tuple[str, ...]:
    """The keys of every model of ``models.yaml``, sorted."""
    return tuple(sorted(model.key for model in models()))


def _model(key: str, fields: Mapping[str, Any], listings: Mapping[str, Listing], faults: list[str]) -> ComponentModel:
    """One model with its components."""
    made = [_component(f"{key}.{name}", name, data, listings, faults) for name, data in fields["components"].items()]
    components = tuple(component for component in made if component)
    return ComponentModel(key, fields.get("origin"), fields["named_above"], components)


def _component(
    place: str, key: str, fields: Mapping[str, Any], listings: Mapping[str, Listing], faults: list[str]
) -> Component | None:
    """One component; None, with the faults noted, where its data cannot be used."""
    if lacking := _lacking(place, fields, COMPONENT_KEYS):
        faults += lacking
        return None
    parts = fields["parts"]
    wrong = [f"{FILE}, {place}: no document {name!r} above" for name in fields["listed_in"] if name not in listings]
    for status in ("done", "partial"):
        named = sorted({part for combination in fields[status] for part in combination} - set(parts))
        wrong += [f"{FILE}, {place}.{status}: no part {name!r}; it has {', '.join(parts)}" for name in named]
    if fields["tier"] not in ("core", "extended"):
        wrong.append(f"{FILE}, {place}: tier {fields['tier']!r}, wanted core or extended")
    made = [_part(f"{place}.{name}", name, data, wrong) for name, data in parts.items()]
    faults += wrong
    if wrong:
        return None
    return Component(
        key,
        fields["tier"],
        fields["zh"],
        fields["en"],
        fields["definition"],
        tuple(listings[name] for name in fields["listed_in"]),
        tuple(part for part in made if part),
        tuple(frozenset(combination) for combination in fields["done"]),
        tuple(frozenset(combination) for combination in fields["partial"]),
    )


def _part(place: str, key: str, fields: Mapping[str, Any], faults: list[str]) -> Part | None:
    """One part with its patterns compiled; None, with the fault noted, for a pattern that is no regular expression."""
    if lacking := _lacking(place, fields, PART_KEYS):
        faults += lacking
        return None
    try:
        return Part(
            key,
            fields["zh"],
            fields["en"],
            tuple(fields["cores"]),
            _compiled("|".join(f"(?:{_compiled(wording).pattern})" for wording in fields["wordings"])),
            _compiled(fields["clause"]) if "clause" in fields else None,
            _compiled(fields["sentence"]) if "sentence" in fields else None,
            _compiled(fields["except"]) if "except" in fields else None,
            fields["heading"],
            tuple(fields["examples"]),
            tuple(fields["near_misses"]),
        )
    except re.error as error:
        faults.append(f"{FILE}, {place}: {error.pattern!r} is no regular expression: {error}")
        return None


def _lacking(place: str, fields: Mapping[str, Any], wanted: Iterable[str]) -> list[str]:
    """A sentence for each key that an entry lacks."""
    return [f"{FILE}, {place}: lacks {key!r}: every entry of its kind needs it" for key in wanted if key not in fields]


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the codebook, its "…" spelled out."""
    return re.compile(pattern.replace("…?", GAP).replace("…", GAP), re.IGNORECASE)
