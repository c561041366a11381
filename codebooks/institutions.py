"""What the codebooks know of institutions and of the functions that compare them across cities.

A body is found by its name without place and level (卫健委, 宣传部): equal to a wording, never by a part of a name, so
that 卫生健康体育委 is not taken for 卫生健康委. Unknown names give None, and ``near`` says what they resemble.
"""

import difflib
import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from codebooks.reading import CodebookError, book

Kind = Literal["body", "department", "collective"]
Branch = Literal["government", "party", "party_only"]


@dataclass(frozen=True, slots=True)
class Function:
    """What institutions of all cities can be compared by. ``cofog``: class of government functions (United Nations)."""

    key: str
    zh: str
    en: str
    definition: str
    cofog: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body by kind, the same in every city. ``zh`` is the official name at the municipal level, without the city;
    ``functions`` are keys of functions; ``successor_of`` and ``since`` (year) name a body of before a reform."""

    key: str
    kind: Kind
    zh: str
    en: str
    functions: tuple[str, ...]
    wordings: tuple[str, ...]
    near_misses: tuple[str, ...]
    branch: Branch
    successor_of: str | None
    since: int | None


_KINDS: tuple[tuple[str, Kind], ...] = (
    ("bodies", "body"),
    ("departments", "department"),
    ("collectives", "collective"),
)
_KEYS = {"zh", "en", "functions", "wordings", "near_misses", "branch", "successor_of", "since"}
_LEVEL = re.compile(r"^(?:省|市|县|区|州|旗|盟)")
_PARTY = re.compile(r"^(?:中共)?(?:省|市|县|区|州|旗|盟)?委(?=..)")
_LOWER = re.compile(r"[县市区旗州盟]+")


@cache
def functions() -> dict[str, Function]:
    """The functions by key. Raises CodebookError for a bad codebook."""
    return {
        key: Function(key, row["zh"], row["en"], row["definition"], row["mapping"]["cofog"], tuple(row["wordings"]))
        for key, row in book("functions").items()
    }


@cache
def institutions() -> dict[tuple[Kind, str], Body]:
    """Every body, department and collective by kind and key. Raises CodebookError with every fault at once."""
    found: dict[tuple[Kind, str], Body] = {}
    faults: list[str] = []
    for group, kind in _KINDS:
        rows: dict[str, dict[str, Any]] = book("institutions")[group]
        for key, row in rows.items():
            faults += _faults(f"{group}.{key}", row, set(rows))
            found[kind, key] = Body(
                key,
                kind,
                str(row.get("zh")),
                str(row.get("en")),
                tuple(row.get("functions", ())),
                tuple(row.get("wordings", ())),
                tuple(row.get("near_misses", ())),
                {"party": "party", "party_only": "party_only"}.get(row.get("branch", ""), "government"),  # type: ignore[arg-type]
                row.get("successor_of"),
                row.get("since"),
            )
    faults += _twice(found.values())
    if faults:
        raise CodebookError("\n".join(f"institutions.yaml: {fault}" for fault in faults))
    return found


def _faults(where: str, row: dict[str, Any], keys: set[str]) -> list[str]:
    """One sentence for each thing that is wrong with one entry."""
    faults = [f"{where}: {key!r} is not known, wanted one of {', '.join(sorted(_KEYS))}" for key in row.keys() - _KEYS]
    faults += [f"{where}: {key!r} is missing" for key in ("zh", "en", "functions") if key not in row]
    for key in row.get("functions", ()):
        if key not in functions():
            near_key = difflib.get_close_matches(key, functions(), 1)
            faults.append(
                f"{where}: no function {key!r} in functions.yaml{f', did you mean {near_key[0]}' if near_key else ''}"
            )
    if row.get("successor_of") and row["successor_of"] not in keys:
        faults.append(f"{where}: successor_of {row['successor_of']!r} is no body here")
    if bool(row.get("successor_of")) != bool(row.get("since")):
        faults.append(f"{where}: successor_of and since go together")
    if row.get("branch", "party") not in ("party", "party_only"):
        faults.append(f"{where}: branch {row['branch']!r}, wanted party or party_only")
    return faults


def _twice(bodies: Any) -> list[str]:
    """Wordings that name two bodies of one kind."""
    seen: dict[tuple[str, str], str] = {}
    faults = []
    for body in bodies:
        for word in {body.zh, *body.wordings}:
            other = seen.setdefault((body.kind, _squeeze(word) if body.kind == "collective" else word), body.key)
            if other != body.key:
                faults.append(f"{word} stands for {other} and {body.key}")
    return faults


@cache
def _by_wording(kind: Kind) -> dict[str, Body]:
    return {
        _squeeze(word) if kind == "collective" else word: body
        for body in institutions().values()
        if body.kind == kind
        for word in (body.zh, *body.wordings)
    }


def _squeeze(name: str) -> str:
    """A collective's name with every run of 县, 市, 区 as one 县, without brackets, pauses and 人民."""
    bare = re.sub(r"[()（）〔〕［］、,，/\s]|人民", "", name)
    bare = _LOWER.sub(
        "县",
        bare.replace("功能区", "功能園").replace("开发区", "开发園").replace("园区", "园園").replace("社区", "社園"),
    )
    return bare.replace("園", "区")


def identify(stem: str, kind: Kind = "body") -> Body | None:
    """The body of a printed name without its place; 市, 委 and 政府 before it may stand. None: not in the codebook."""
    known = _by_wording(kind)
    if kind == "collective":
        squeezed = _squeeze(stem)
        return known.get(squeezed) or known.get(re.sub(r"^[县省](?=各|相关|有关|直|级)", "", squeezed))
    if kind == "department":
        return known.get(stem)
    bare = _LEVEL.sub("", stem)
    for name in (stem, bare, _PARTY.sub("", stem), bare.removeprefix("人民").removeprefix("政府")):
        if name in known:
            return known[name]
    return None


def near(stem: str, count: int = 3) -> list[str]:
    """Wordings that resemble an unknown name, best first."""
    return difflib.get_close_matches(
        _LEVEL.sub("", stem), [*_by_wording("body"), *_by_wording("department")], count, 0.6
    )
