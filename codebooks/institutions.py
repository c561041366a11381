"""What the codebooks know of institutions and of the functions that compare them across cities.

A body is found by its name without place and level (卫健委, 宣传部): equal to a wording, never by a part of a name, so
that 卫生健康体育委 is not taken for 卫生健康委. Only kinds of which there are many with names of their own (hospitals,
zones, companies) are found by their ending. Unknown names give None, and ``near`` says what they resemble.
"""

import difflib
import re
from dataclasses import dataclass
from functools import cache, lru_cache
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
    ``functions`` are keys of functions; ``endings``: a name that ends so, and is no other body, is one of this kind;
    ``successor_of`` and ``since`` (year) name a body of before a reform."""

    key: str
    kind: Kind
    zh: str
    en: str
    functions: tuple[str, ...]
    wordings: tuple[str, ...]
    near_misses: tuple[str, ...]
    endings: tuple[str, ...]
    branch: Branch
    successor_of: str | None
    since: int | None


_KINDS: tuple[tuple[str, Kind], ...] = (
    ("bodies", "body"),
    ("departments", "department"),
    ("collectives", "collective"),
)
_KEYS = {"zh", "en", "functions", "wordings", "near_misses", "endings", "branch", "successor_of", "since"}
_LEVELS = "省市县区州旗盟"
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
                tuple(row.get("endings", ())),
                {"party": "party", "party_only": "party_only"}.get(row.get("branch", ""), "government"),  # type: ignore[arg-type]
                row.get("successor_of"),
                row.get("since"),
            )
    faults += _twice(found.values())
    endings = [ending for body in found.values() for ending in body.endings]
    faults += [f"the ending {ending} stands twice" for ending in {e for e in endings if endings.count(e) > 1}]
    faults += [f"the ending {ending} is too long, at most 9 characters wanted" for ending in endings if len(ending) > 9]
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
    """The bodies by their wordings; a department of a body is a 科, 处 or 股 by the body's level."""
    found = {
        _squeeze(word) if kind == "collective" else word: body
        for body in institutions().values()
        if body.kind == kind
        for word in (body.zh, *body.wordings)
    }
    if kind == "department":
        for word, body in list(found.items()):
            if word[-1] in "科处":
                for level in "科处股室":
                    found.setdefault(word[:-1] + level, body)
    return found


@cache
def _by_ending() -> dict[str, Body]:
    return {ending: body for body in institutions().values() for ending in body.endings}


def kind_of(stem: str) -> Body | None:
    """The body of a printed name, else the kind of body that its ending says (某某高新区管委会); None: neither."""
    if body := identify(stem):
        return body
    endings = _by_ending()
    return next(
        (endings[stem[-size:]] for size in range(min(9, len(stem) - 1), 1, -1) if stem[-size:] in endings), None
    )


def _squeeze(name: str) -> str:
    """A collective's name without brackets, pauses and 人民, each run of 县, 市, 区 as one 县 (市, 州, 盟: as 市)."""
    bare = re.sub(r"[()（）〔〕［］、,，/\s]|人民", "", name)
    bare = _LOWER.sub(
        lambda run: "县" if set(run[0]) & set("县区旗") else "市",
        bare.replace("功能区", "功能園").replace("开发区", "开发園").replace("园区", "园園").replace("社区", "社園"),
    )
    return bare.replace("園", "区")


@lru_cache(maxsize=4096)
def identify(stem: str, kind: Kind = "body") -> Body | None:
    """The body of a printed name without its place; 市, 委 and 政府 before it may stand. None: not in the codebook."""
    known = _by_wording(kind)
    if kind == "collective":
        squeezed = _squeeze(stem)
        return known.get(squeezed) or known.get(re.sub(r"^[县省市](?=各|相关|有关|直|级)", "", squeezed))
    if kind == "department":
        return known.get(stem)
    bare = _without_level(stem)
    return known.get(stem) or known.get(bare) or known.get(_without_party(stem)) or known.get(_without_government(bare))


def _without_level(stem: str) -> str:
    return stem[1:] if stem[:1] in _LEVELS else stem


def _without_party(stem: str) -> str:
    """宣传部 of 市委宣传部, 中共某市委宣传部 having lost its place, or 党委宣传部."""
    bare = _without_level(stem.removeprefix("中共"))
    bare = bare.removeprefix("党")
    return bare[1:] if bare.startswith("委") and len(bare) > 2 else stem


def _without_government(bare: str) -> str:
    return bare.removeprefix("人民").removeprefix("政府")


@cache
def _fields() -> frozenset[str]:
    return frozenset(word for function in functions().values() for word in (function.zh, *function.wordings))


def is_field(stem: str) -> bool:
    """Whether a name is a field of work alone, as lists print it before 等部门 (市财政、民政等部门)."""
    return _without_level(stem) in _fields()


def near(stem: str, count: int = 3) -> list[str]:
    """Wordings that resemble an unknown name, best first."""
    return difflib.get_close_matches(
        _without_level(stem), [*_by_wording("body"), *_by_wording("department")], count, 0.6
    )
