"""Components: what a reform model consists of, as ``components/MODEL.yaml`` says, typed and checked.

``components.yaml`` has what the models share: the national documents and the verbs that end a thing. A model that the
codebook of models has and none of these files describes is graded by its name alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from codebooks.component_parts import FOLDER, Part, file_of, lacking_keys, part_of
from codebooks.models import models
from codebooks.reading import HERE, CodebookError, book

COMPONENT_KEYS = ("tier", "zh", "en", "definition", "listed_in", "done", "partial", "parts")
NAME_KEYS = ("zh", "en", "definition")
MODEL_KEYS = ("named_above", "components")


Tier = Literal["core", "extended"]
Status = Literal["done", "partial", "empty"]
type PartKey = tuple[str, str, str]
"""The keys of a model, of its component and of the part."""


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
    components, done, make the grade ``components``; ``named_by``: keys of models.yaml whose names name it. A model
    that models.yaml does not list by its own key brings its names and ``definition``."""

    key: str
    origin: str | None
    needed: int
    named_by: tuple[str, ...]
    zh: str | None
    en: str | None
    definition: str | None
    components: tuple[Component, ...]

    @property
    def core(self) -> int:
        """How many core components it has."""
        return sum(1 for component in self.components if component.tier == "core")


@cache
def component_of(model: str, key: str) -> Component | None:
    """The component of these keys; None where no file has it (facts of another codebook)."""
    found = component_models().get(model)
    return next((each for each in found.components if each.key == key), None) if found else None


@cache
def component_models() -> dict[str, ComponentModel]:
    """The models that have components, by key. Raises CodebookError with every fault of every file."""
    faults: list[str] = []
    listings = {key: Listing(key, **fields) for key, fields in book("components")["documents"].items()}
    found = {key: _model(key, fields, listings, faults) for key, fields in _model_files().items()}
    if faults:
        raise CodebookError("\n".join(faults))
    return found


def _model_files() -> dict[str, Any]:
    """The data of every file of the folder by the key of its model."""
    return {path.stem: book(f"{FOLDER}/{path.stem}") for path in sorted((HERE / FOLDER).glob("*.yaml"))}


@cache
def all_parts() -> Mapping[PartKey, Part]:
    """Every part of every component, in the order of the files."""
    return {
        (model.key, component.key, part.key): part
        for model in component_models().values()
        for component in model.components
        for part in component.parts
    }


@cache
def origins() -> dict[str, str]:
    """The code of the city of origin by model, where the codebook knows one."""
    return {key: model.origin for key, model in component_models().items() if model.origin}


@cache
def reform_models() -> tuple[str, ...]:
    """The keys of every model of ``models.yaml`` and of every model with components, sorted."""
    return tuple(sorted({model.key for model in models()} | set(component_models())))


def _model(key: str, fields: Mapping[str, Any], listings: Mapping[str, Listing], faults: list[str]) -> ComponentModel:
    """One model with its components."""
    faults += lacking_keys(key, fields, MODEL_KEYS)
    listed = {model.key for model in models()}
    named_by = tuple(fields.get("named_by", [key]))
    faults += [f"{file_of(key)}: named_by: no model {name!r} in models.yaml" for name in named_by if name not in listed]
    if key not in listed:
        faults += [f"{line}, as models.yaml has no such model" for line in lacking_keys(key, fields, NAME_KEYS)]
    if "components" not in fields or "named_above" not in fields:
        return ComponentModel(key, None, 0, named_by, None, None, None, ())
    made = [_component(f"{key}.{name}", name, data, listings, faults) for name, data in fields["components"].items()]
    components = tuple(component for component in made if component)
    names = (fields.get("zh"), fields.get("en"), fields.get("definition"))
    return ComponentModel(key, fields.get("origin"), fields["named_above"], named_by, *names, components)


def _component(
    place: str, key: str, fields: Mapping[str, Any], listings: Mapping[str, Listing], faults: list[str]
) -> Component | None:
    """One component; None, with the faults noted, where its data cannot be used."""
    if lacking := lacking_keys(place, fields, COMPONENT_KEYS):
        faults += lacking
        return None
    parts = fields["parts"]
    wrong = [
        f"{file_of(place)}, {place}: no document {name!r} above" for name in fields["listed_in"] if name not in listings
    ]
    for status in ("done", "partial"):
        named = sorted({part for combination in fields[status] for part in combination} - set(parts))
        wrong += [f"{file_of(place)}, {place}.{status}: no part {name!r}; it has {', '.join(parts)}" for name in named]
    if fields["tier"] not in ("core", "extended"):
        wrong.append(f"{file_of(place)}, {place}: tier {fields['tier']!r}, wanted core or extended")
    made = [part_of(f"{place}.{name}", name, data, wrong) for name, data in parts.items()]
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
