"""The closed list of reform models, typed, with its patterns compiled once.

``models.yaml`` holds what the rules know of wordings. A name of a fragment in angle brackets stands for that fragment.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from codebooks.reading import CodebookError, book

REACH = (16, 40)
"""How far a name reaches before and behind its core where models.yaml says nothing."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A difference that a model's key hides. ``own`` is sought in the name as printed, ``near`` in its sentence."""

    key: str
    zh: str
    en: str
    definition: str
    own: re.Pattern[str] | None
    near: re.Pattern[str] | None
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """A reform model. ``wording`` finds its names in folded text; examples match it, near misses do not. Every name
    holds one of ``cores``, and stands within ``before`` and ``behind`` characters of it. The words of the measure must
    hold ``context``, if there is one. ``apart``: it is none of the annotators' closed list."""

    key: str
    zh: str
    en: str
    definition: str
    wording: re.Pattern[str]
    cores: tuple[str, ...]
    before: int
    behind: int
    context: re.Pattern[str] | None
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    variants: tuple[Variant, ...]
    apart: bool

    def variant_of(self, name: str, sentence: str) -> str | None:
        """The key of the variant that the printed name, else its sentence, shows; None where neither does."""
        for variant in self.variants:
            if variant.own and variant.own.search(name):
                return variant.key
        for variant in self.variants:
            if variant.near and variant.near.search(sentence):
                return variant.key
        return None


@cache
def models() -> tuple[Model, ...]:
    """All models in the order of models.yaml. Raises CodebookError with every fault of the entries."""
    root = book("models")
    fragments: dict[str, str] = root["fragments"]
    faults = all_faults(root["models"])
    if faults:
        raise CodebookError("\n".join(faults))
    return tuple(_model(key, entry, fragments) for key, entry in root["models"].items())


@cache
def model(key: str) -> Model:
    """The model of this key. Raises KeyError where the list has none."""
    return next((each for each in models() if each.key == key), None) or _unknown(key)


def _unknown(key: str) -> Model:
    raise KeyError(f"models.yaml has no model {key!r}")


def _faults(where: str, entry: Any, needed: tuple[str, ...], may: tuple[str, ...]) -> list[str]:
    """A sentence for each key that is missing, unknown or empty."""
    if not isinstance(entry, dict):
        return [f"models.yaml: {where} is {entry!r}; wanted a mapping with {', '.join(needed)}"]
    faults = [f"models.yaml: {where} lacks {key!r}; add it" for key in needed if key not in entry]
    faults += [f"models.yaml: {where} has the unknown key {key!r}" for key in entry if key not in (*needed, *may)]
    return faults + [
        f"models.yaml: {where}: {key} is empty; fill it" for key in needed if key in entry and not entry[key]
    ]


def all_faults(entries: Mapping[str, Any]) -> list[str]:
    """What is wrong with the list of models, all of it at once."""
    faults: list[str] = []
    needed = ("zh", "en", "definition", "examples", "near_misses")
    for key, entry in entries.items():
        faults += _faults(key, entry, (*needed, "wordings", "cores"), ("variants", "reach", "context", "apart"))
        variants = entry.get("variants", {}) if isinstance(entry, dict) else {}
        for name, variant in variants.items():
            faults += _faults(f"{key}/{name}", variant, needed, ("own", "near"))
    return faults


@dataclass(frozen=True, slots=True)
class Cores:
    """``found`` finds the cores of all models in one pass; ``models`` are those that have a core."""

    found: re.Pattern[str]
    models: Mapping[str, tuple[Model, ...]]


@cache
def cores() -> Cores:
    """The cores of all models; the longest of those that begin alike is found."""
    by_core: dict[str, list[Model]] = {}
    for each in models():
        for core in each.cores:
            by_core.setdefault(core, []).append(each)
    words = sorted(by_core, key=len, reverse=True)
    held = {core: tuple(m for word in words if word in core for m in by_core[word]) for core in words}
    return Cores(re.compile("|".join(map(re.escape, words))), held)


def _model(key: str, entry: Mapping[str, Any], fragments: Mapping[str, str]) -> Model:
    before, behind = entry.get("reach", REACH)
    return Model(
        key=key,
        zh=entry["zh"],
        en=entry["en"],
        definition=entry["definition"],
        wording=_compiled(f"models.yaml: {key}", entry["wordings"], fragments),
        cores=tuple(entry["cores"]),
        before=before,
        behind=behind,
        context=_compiled(f"models.yaml: {key}", [entry["context"]], {}) if "context" in entry else None,
        examples=tuple(entry["examples"]),
        near_misses=tuple(entry["near_misses"]),
        variants=tuple(_variant(key, name, each, fragments) for name, each in entry.get("variants", {}).items()),
        apart=entry.get("apart", False),
    )


def _variant(key: str, name: str, entry: Mapping[str, Any], fragments: Mapping[str, str]) -> Variant:
    where = f"models.yaml: {key}/{name}"
    return Variant(
        key=name,
        zh=entry["zh"],
        en=entry["en"],
        definition=entry["definition"],
        own=_compiled(where, entry["own"], fragments) if "own" in entry else None,
        near=_compiled(where, entry["near"], fragments) if "near" in entry else None,
        examples=tuple(entry["examples"]),
        near_misses=tuple(entry["near_misses"]),
    )


def _compiled(where: str, wordings: list[str], fragments: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern of all wordings, in their order (the longest is written first)."""
    pattern = "|".join(f"(?:{wording})" for wording in wordings)
    for name, fragment in fragments.items():
        pattern = pattern.replace(f"<{name}>", fragment)
    try:
        return re.compile(pattern)
    except re.error as error:
        raise CodebookError(f"{where}: the pattern {pattern!r} cannot be read: {error}") from error
