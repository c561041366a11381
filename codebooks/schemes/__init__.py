"""Coding schemes: a user's own codebook, in YAML, that runs over texts beside what the product itself reads.

``policy_instruments.yaml`` beside this module is a published scheme in that form, and the example to copy.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from codebooks.reading import CodebookError

HERE = Path(__file__).parent
Unit = Literal["measure", "sentence", "document"]
SENTENCE = re.compile(r"[^。;；\n]+[。;；\n]?")
_SCHEME = {"scheme", "zh", "en", "source", "unit", "groups", "codes"}
_CODE = {"group", "zh", "en", "definition", "wordings", "none_of", "examples", "near_misses"}


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a scheme: wordings are regular expressions on folded text; ``none_of`` takes a match back where it
    stands in the same sentence."""

    key: str
    group: str | None
    zh: str
    en: str
    definition: str
    wordings: tuple[re.Pattern[str], ...]
    none_of: tuple[re.Pattern[str], ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]

    def places(self, folded: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Where a stretch of folded text is coded so: start and end of each match, in the order of the text."""
        last = len(folded) if end is None else end
        found = set()
        for sentence in SENTENCE.finditer(folded, start, last):
            span = sentence.span()
            if any(pattern.search(folded, *span) for pattern in self.none_of):
                continue
            found |= {match.span() for pattern in self.wordings for match in pattern.finditer(folded, *span)}
        return sorted(found)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A user's codebook. ``groups``: Chinese and English name by key, in their order; may be empty."""

    key: str
    zh: str
    en: str
    source: str
    unit: Unit
    groups: dict[str, tuple[str, str]]
    codes: tuple[Code, ...]


def read_scheme(file: Path) -> Scheme:
    """The scheme in a YAML file. Raises CodebookError with every fault, examples that are not coded included."""
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CodebookError(f"{file}: cannot be read as YAML in UTF-8: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict) or not isinstance(data.get("codes"), dict) or not data["codes"]:
        raise CodebookError(f"{file}: a mapping with scheme, zh, en, source, unit and codes is wanted")
    if bare := list(_bare_keys(data)):
        raise CodebookError("\n".join(f"{file.name}: {each}" for each in bare))
    faults = [
        f"{file.name}: unknown key {key!r}; known: {', '.join(sorted(_SCHEME))}" for key in sorted(set(data) - _SCHEME)
    ]
    if data.get("unit", "measure") not in get_args(Unit):
        faults.append(f"{file.name}: unit: {data['unit']!r} is none; wanted measure, sentence or document")
    groups = {
        str(key): (str(one.get("zh", key)), str(one.get("en", key))) for key, one in (data.get("groups") or {}).items()
    }
    codes = []
    for key, fields in data["codes"].items():
        wrong = list(_faults(str(key), fields, groups))
        faults += [f"{file.name}: {key}: {each}" for each in wrong]
        if not wrong:
            codes.append(_code(str(key), fields))
    for code in codes:
        faults += [f"{file.name}: {code.key}: {each}" for each in _unproved(code)]
    if faults:
        raise CodebookError("\n".join(faults))
    names = {name: str(data.get(name) or file.stem) for name in ("scheme", "zh", "en", "source")}
    return Scheme(
        names["scheme"], names["zh"], names["en"], names["source"], data.get("unit", "measure"), groups, tuple(codes)
    )


def shipped(name: str) -> Path | None:
    """The file of a scheme that ships with the product, by its key; null where there is none."""
    path = HERE / f"{name}.yaml"
    return path if path.is_file() else None


def _bare_keys(node: Any, where: str = "") -> Iterator[str]:
    """Keys that YAML does not read as text: bare yes, no, on, off, null, numbers and dates."""
    for key, below in node.items() if isinstance(node, dict) else ():
        if not isinstance(key, str):
            yield (
                f"{where}a key is wanted as text, and YAML reads it as {key!r}: "
                "write yes, no, on, off, null, a number or a date in quotes ('yes':)"
            )
        yield from _bare_keys(below, f"{where}{key}: ")


def _faults(key: str, fields: Any, groups: dict[str, tuple[str, str]]) -> Iterator[str]:
    """What is wrong with the fields of a code."""
    if not isinstance(fields, dict) or not fields.get("wordings"):
        yield "a mapping with wordings, a list of regular expressions, is wanted"
        return
    for name in sorted(set(fields) - _CODE):
        yield f"unknown key {name!r}; known: {', '.join(sorted(_CODE))}"
    if fields.get("group") is not None and fields["group"] not in groups:
        yield f"group: {fields['group']!r} is not among the groups: {', '.join(groups) or 'none are there'}"
    for name in ("wordings", "none_of", "examples", "near_misses"):
        listed = fields.get(name) or []
        if not isinstance(listed, list) or not all(isinstance(each, str) and each for each in listed):
            yield f"{name}: a list of words is wanted"
            continue
        for wording in listed if name in ("wordings", "none_of") else []:
            try:
                if re.compile(wording).match(""):
                    yield f"{name}: {wording!r} matches nothing at all, so it would match everywhere"
            except re.error as error:
                yield f"{name}: {wording!r} is no regular expression: {error}"


def _code(key: str, fields: dict[str, Any]) -> Code:
    def words(name: str) -> tuple[str, ...]:
        return tuple(fields.get(name) or ())

    return Code(
        key=key, group=fields.get("group"), zh=str(fields.get("zh") or key), en=str(fields.get("en") or key),
        definition=str(fields.get("definition") or ""), wordings=tuple(map(re.compile, words("wordings"))),
        none_of=tuple(map(re.compile, words("none_of"))), examples=words("examples"), near_misses=words("near_misses"),
    )  # fmt: skip


def _unproved(code: Code) -> Iterator[str]:
    """Examples that the code does not find, near misses that it does."""
    yield from (f"the example {each!r} is not found by its wordings" for each in code.examples if not code.places(each))
    yield from (f"the near miss {each!r} is found by its wordings" for each in code.near_misses if code.places(each))
