"""The closed list of reform models, typed, with its patterns compiled once.

``models.yaml`` holds what the rules know of wordings, ``stances.yaml`` the words that show how a plan takes a model up.
A name of a fragment in angle brackets stands for that fragment.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from codebooks.reading import CodebookError, book


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
    """A reform model. ``wording`` finds its names in folded text; examples match it, near misses do not."""

    key: str
    zh: str
    en: str
    definition: str
    wording: re.Pattern[str]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    variants: tuple[Variant, ...]

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
        faults += _faults(key, entry, (*needed, "wordings"), ("variants",))
        variants = entry.get("variants", {}) if isinstance(entry, dict) else {}
        for name, variant in variants.items():
            faults += _faults(f"{key}/{name}", variant, needed, ("own", "near"))
    return faults


def _model(key: str, entry: Mapping[str, Any], fragments: Mapping[str, str]) -> Model:
    return Model(
        key=key,
        zh=entry["zh"],
        en=entry["en"],
        definition=entry["definition"],
        wording=_compiled(f"models.yaml: {key}", entry["wordings"], fragments),
        examples=tuple(entry["examples"]),
        near_misses=tuple(entry["near_misses"]),
        variants=tuple(_variant(key, name, each, fragments) for name, each in entry.get("variants", {}).items()),
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


@dataclass(frozen=True, slots=True)
class StanceWords:
    """The words of stances.yaml: ``cue`` finds verbs and setting words (groups by stance, ``setting``), the others
    are sought right before or after a name."""

    cue: re.Pattern[str]
    enclosing: re.Pattern[str]
    owners: re.Pattern[str]
    after_establish: re.Pattern[str]
    after: re.Pattern[str]
    nominal: re.Pattern[str]
    partner: re.Pattern[str]
    verbal: re.Pattern[str]
    qualifying: re.Pattern[str]
    ends: re.Pattern[str]
    pilot_after: re.Pattern[str]


@cache
def stance_words() -> StanceWords:
    """The stance words, compiled. Raises CodebookError for a pattern that cannot be read."""
    root = book("stances")
    groups = {"setting": root["setting"], **root["acting"]}
    named = [f"(?P<{name}>{'|'.join(words)})" for name, words in groups.items()]
    plain = {
        name: _compiled(f"stances.yaml: {name}", root[name], {}) for name in root if name not in ("acting", "setting")
    }
    return StanceWords(
        cue=_compiled("stances.yaml: acting", named, {}),
        enclosing=plain["enclosing"],
        owners=plain["owners"],
        after_establish=plain["after_establish"],
        after=plain["after"],
        nominal=plain["nominal"],
        partner=plain["partner"],
        verbal=plain["verbal"],
        qualifying=plain["qualifying"],
        ends=plain["ends"],
        pilot_after=plain["pilot_after"],
    )
