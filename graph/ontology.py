"""ontology.yaml, read and checked: the one schema of the graph.

Reading refuses duplicate and unknown keys, bad types and missing ends, all faults at once, each with its class or
relation, its property and a suggestion.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from graph.errors import OntologyError
from graph.nearest import suggestion

FILE = Path(__file__).resolve().parent.parent / "ontology.yaml"

Type = Literal["text", "int", "float", "bool", "date", "words"]
Origin = Literal["read", "known", "derived"]
PYTHON: dict[str, tuple[type, ...]] = {
    "text": (str,), "int": (int,), "float": (float,), "bool": (bool,), "date": (str,), "words": (tuple,),
}  # fmt: skip
"""The Python types that hold a property of each type."""

_TOP = {"prefixes", "classes", "relations"}
_CLASS = {"zh", "en", "says", "maps", "caption", "key", "unique", "indexed", "derived", "properties"}
_RELATION = {"zh", "en", "says", "maps", "origin", "key", "ends", "properties"}
_PROPERTY = {"type", "zh", "en", "maps", "required", "derived"}
_KEY_WORDS = {"document", "owner", "place", "ordinal", "source", "target"}
_RESERVED = {"type", "ends"}


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a class or relation. ``derived``: computed from the facts of several measures."""

    name: str
    type: Type
    zh: str
    en: str
    maps: str | None
    required: bool
    derived: bool


@dataclass(frozen=True, slots=True)
class NodeClass:
    """A class of nodes. ``key``: what its id is a hash of; ``unique`` and ``indexed`` exclude and speed look-ups."""

    name: str
    zh: str
    en: str
    says: str
    maps: str
    caption: str
    key: tuple[str, ...]
    unique: tuple[str, ...]
    indexed: tuple[str, ...]
    derived: bool
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation. ``ends``: the pairs of classes that it joins, source first."""

    name: str
    zh: str
    en: str
    says: str
    maps: str
    origin: Origin
    key: tuple[str, ...]
    ends: tuple[tuple[str, str], ...]
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Every class and relation by name, in the order of the file."""

    prefixes: Mapping[str, str]
    classes: Mapping[str, NodeClass]
    relations: Mapping[str, Relation]

    @property
    def derived(self) -> frozenset[str]:
        """The names of the classes and relations that are counted apart."""
        classes = {one.name for one in self.classes.values() if one.derived}
        return frozenset(classes | {one.name for one in self.relations.values() if one.origin == "derived"})

    @property
    def derived_properties(self) -> frozenset[tuple[str, str]]:
        """The (class, property) pairs of nodes that are counted apart."""
        classes = self.classes.values()
        return frozenset((one.name, each.name) for one in classes for each in one.properties.values() if each.derived)


@cache
def ontology() -> Ontology:
    """The project's ontology. Raises OntologyError."""
    return read_ontology(FILE.read_text(encoding="utf-8"))


def faults_of_ontology() -> list[str]:
    """Every fault of ontology.yaml, in sentences; empty where it is sound."""
    try:
        read_ontology(FILE.read_text(encoding="utf-8"))
    except OntologyError as error:
        return list(error.faults)
    except OSError as error:
        return [f"{FILE.name} cannot be read: {error.strerror}"]
    return []


def read_ontology(text: str) -> Ontology:
    """The ontology that a YAML text gives. Raises OntologyError with every fault."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise OntologyError([f"ontology.yaml is no YAML: {' '.join(str(error).split())}"]) from error
    twice = _duplicates(root)
    reader = _Reader()
    found = reader.ontology(yaml.load(text, Loader=yaml.CSafeLoader))
    if found is None or twice or reader.faults:
        raise OntologyError([*twice, *reader.faults])
    return found


def _duplicates(node: yaml.Node | None, path: str = "ontology.yaml") -> list[str]:
    """A sentence for each key that stands twice in one mapping."""
    faults: list[str] = []
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                faults.append(f"{path}, line {key.start_mark.line + 1}: {key.value!r} stands twice; keep one")
            seen.add(key.value)
            faults += _duplicates(value, f"{path}/{key.value}" if path != "ontology.yaml" else str(key.value))
    return faults


class _Reader:
    """Checks the data and gathers faults."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.prefixes: dict[str, str] = {}

    def ontology(self, data: Any) -> Ontology | None:
        """The whole; null where it has no shape at all."""
        if not isinstance(data, dict) or not all(isinstance(data.get(part), dict) for part in _TOP):
            self.faults.append("ontology.yaml: wanted the mappings prefixes, classes and relations")
            return None
        self._keys("ontology.yaml", data, _TOP)
        self.prefixes = data["prefixes"]
        classes = {name: self._class(name, body) for name, body in data["classes"].items() if self._body(name, body)}
        relations = {
            name: self._relation(name, body, data["classes"])
            for name, body in data["relations"].items()
            if self._body(name, body)
        }
        for name in sorted(classes.keys() & relations.keys()):
            self.faults.append(f"{name}: is a class and a relation; rename one")
        return Ontology(self.prefixes, classes, relations)

    def _body(self, name: str, body: Any) -> bool:
        if isinstance(body, dict):
            return True
        self.faults.append(f"{name}: wanted a mapping, found {body!r}")
        return False

    def _keys(self, where: str, data: Mapping[str, Any], known: set[str]) -> None:
        for key in data:
            if key not in known:
                self.faults.append(f"{where}: unknown key {key!r}{suggestion(str(key), known)}")

    def _text(self, where: str, data: Mapping[str, Any], key: str) -> str:
        value = data.get(key)
        if not isinstance(value, str) or not value.strip():
            self.faults.append(f"{where}: {key} is missing or no text; write one")
            return ""
        return value

    def _maps(self, where: str, data: Mapping[str, Any]) -> str:
        value = data.get("maps")
        if value is None:
            return ""
        prefix = str(value).partition(":")[0]
        if prefix not in self.prefixes:
            self.faults.append(f"{where}: maps {value!r} has no known prefix{suggestion(prefix, self.prefixes)}")
        return str(value)

    def _names(self, where: str, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.faults.append(f"{where}: {key} is {value!r}; wanted a list of names")
            return ()
        return tuple(value)

    def _class(self, name: str, body: dict[str, Any]) -> NodeClass:
        self._keys(name, body, _CLASS)
        common = {"id": Property("id", "text", "标识", "Identifier", "schema:identifier", True, False)}
        properties = common | self._properties(name, body.get("properties"))
        caption, key = self._text(name, body, "caption"), self._names(name, body, "key")
        unique, indexed = self._names(name, body, "unique"), self._names(name, body, "indexed")
        if not key:
            self.faults.append(f"{name}: key is missing; name the fields that its id is a hash of")
        for field in (caption, *unique, *indexed, *(part for part in key if part not in _KEY_WORDS)):
            if field and field not in properties:
                self.faults.append(f"{name}: {field!r} is no property of it{suggestion(field, properties)}")
        zh, en, says = (self._text(name, body, part) for part in ("zh", "en", "says"))
        derived = bool(body.get("derived", False))
        maps = self._maps(name, body)
        return NodeClass(name, zh, en, says, maps, caption, key, unique, indexed, derived, properties)

    def _relation(self, name: str, body: dict[str, Any], classes: Mapping[str, Any]) -> Relation:
        self._keys(name, body, _RELATION)
        origin = str(body.get("origin"))
        if origin not in get_args(Origin):
            self.faults.append(f"{name}: origin is {origin!r}{suggestion(origin, get_args(Origin))}")
        own = self._properties(name, body.get("properties"))
        common = _common(origin)
        for field in sorted(common.keys() & own.keys()):
            self.faults.append(f"{name}.{field}: every relation of origin {origin} has it; take it out")
        ends = self._ends(name, body.get("ends"), classes)
        key = self._names(name, body, "key")
        if (origin == "read") != bool(key):
            self.faults.append(f"{name}: key is for relations that are read from a text, and only for them")
        for field in key:
            if field not in _KEY_WORDS and field not in own:
                self.faults.append(f"{name}: key {field!r} is no property of it{suggestion(field, own)}")
        zh, en, says = (self._text(name, body, part) for part in ("zh", "en", "says"))
        return Relation(name, zh, en, says, self._maps(name, body), origin, key, ends, common | own)  # type: ignore[arg-type]

    def _ends(self, name: str, value: Any, classes: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        pairs = value if isinstance(value, list) else []
        good: list[tuple[str, str]] = []
        for pair in pairs:
            if not isinstance(pair, list) or len(pair) != 2:
                self.faults.append(f"{name}: ends has {pair!r}; wanted [Class, Class]")
                continue
            for end in pair:
                if end not in classes:
                    self.faults.append(f"{name}: ends has the unknown class {end!r}{suggestion(str(end), classes)}")
            good.append((str(pair[0]), str(pair[1])))
        if not pairs:
            self.faults.append(f"{name}: ends is missing; wanted a list of [Class, Class]")
        return tuple(good)

    def _properties(self, name: str, value: Any) -> dict[str, Property]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.faults.append(f"{name}: properties is {value!r}; wanted a mapping")
            return {}
        return {field: self._property(name, str(field), body) for field, body in value.items()}

    def _property(self, owner: str, name: str, body: Any) -> Property:
        where = f"{owner}.{name}"
        if not isinstance(body, dict):
            self.faults.append(f"{where}: wanted {{type, zh, en}}, found {body!r}")
            return Property(name, "text", "", "", None, False, False)
        self._keys(where, body, _PROPERTY)
        if name in _RESERVED or name == "id":
            self.faults.append(f"{where}: the name is reserved; choose another")
        kind = str(body.get("type"))
        if kind not in get_args(Type):
            self.faults.append(f"{where}: unknown type {kind!r}{suggestion(kind, get_args(Type))}")
        for flag in ("required", "derived"):
            if not isinstance(body.get(flag, False), bool):
                self.faults.append(f"{where}: {flag} is {body[flag]!r}; wanted true or false")
        zh, en = self._text(where, body, "zh"), self._text(where, body, "en")
        required, derived = bool(body.get("required")), bool(body.get("derived"))
        return Property(name, kind, zh, en, self._maps(where, body) or None, required, derived)  # type: ignore[arg-type]


def _common(origin: str) -> dict[str, Property]:
    """The properties that every relation of an origin has."""
    rule = Property("rule", "text", "规则", "Rule that found it", "prov:wasGeneratedBy", True, False)
    if origin == "derived":
        return {"rule": rule}
    if origin != "read":
        return {}
    number: Sequence[tuple[str, str, str]] = (("start", "起点", "Start offset"), ("end", "终点", "End offset"))
    places = {name: Property(name, "int", zh, en, None, True, False) for name, zh, en in number}
    return {
        "id": Property("id", "text", "标识", "Identifier", "schema:identifier", True, False),
        **places,
        "rule": rule,
    }
