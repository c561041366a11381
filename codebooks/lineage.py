"""The reviewed lookup of documents above those that plans name, and the words that make a measure firm or soft.

Every entry of ``lineage.yaml`` says how it was checked. A city names its province's document;
what that one implements stands in its own text, which is often not held: the lookup says it.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from codebooks.reading import CodebookError, book

_NUMBER = re.compile(r"[一-鿿]{2,12}〔\d{4}〕\d+号")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEEDED = ("title", "level", "region", "checked", "source")
_MAY = ("number", "issuer", "issued", "implements", "children")


@dataclass(frozen=True, slots=True)
class KnownParent:
    """A document of the lookup. ``issued`` is an ISO date or null; ``implements``: keys of the documents that its own
    text is based on; ``children``: finds titles of plans that probably descend from it, in its province if it has one.
    ``checked``: opened, where its own text was read at ``source``; named, where a document read there names it so;
    known, where no source could be opened."""

    key: str
    title: str
    number: str | None
    issuer: str | None
    level: Literal["national", "province"]
    region: str
    issued: str | None
    implements: tuple[str, ...]
    children: re.Pattern[str] | None
    checked: Literal["opened", "named", "known"]
    source: str


@cache
def known_parents() -> dict[str, KnownParent]:
    """The lookup by key. Raises CodebookError with every fault."""
    entries: dict[str, Any] = book("lineage")["documents"]
    faults = [fault for key, entry in entries.items() for fault in _faults(key, entry, entries)]
    if faults:
        raise CodebookError("\n".join(faults))
    return {key: _entry(key, entry) for key, entry in entries.items()}


@cache
def obligation_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that bind (必须, 确保) and words that leave it open (鼓励, 探索), as a measure's terms have them."""
    words = book("lineage")["obligation"]
    binding, soft = frozenset(words["binding"]), frozenset(words["soft"])
    if binding & soft:
        raise CodebookError(f"lineage.yaml: obligation: {', '.join(sorted(binding & soft))} both binds and leaves open")
    return binding, soft


def _entry(key: str, entry: dict[str, Any]) -> KnownParent:
    return KnownParent(
        key=key,
        title=entry["title"],
        number=entry.get("number"),
        issuer=entry.get("issuer"),
        level=entry["level"],
        region=entry["region"],
        issued=entry.get("issued"),
        implements=tuple(entry.get("implements", ())),
        children=re.compile(entry["children"]) if "children" in entry else None,
        checked=entry["checked"],
        source=entry["source"],
    )


def _faults(key: str, entry: dict[str, Any], entries: dict[str, Any]) -> list[str]:
    """A sentence for each fault of an entry."""
    where = f"lineage.yaml: {key}"
    faults = [f"{where} lacks {name!r}; add it" for name in _NEEDED if not entry.get(name)]
    faults += [f"{where} has the unknown key {name!r}" for name in entry if name not in (*_NEEDED, *_MAY)]
    if entry.get("level") not in ("national", "province"):
        faults.append(f"{where}: level is {entry.get('level')!r}; wanted national or province")
    if entry.get("checked") not in ("opened", "named", "known"):
        faults.append(f"{where}: checked is {entry.get('checked')!r}; wanted opened, named or known")
    if "number" in entry and not _NUMBER.fullmatch(entry["number"]):
        faults.append(f"{where}: number is {entry['number']!r}; wanted one like 国办发〔2021〕1号")
    if "issued" in entry and not _DATE.fullmatch(str(entry["issued"])):
        faults.append(f"{where}: issued is {entry['issued']!r}; wanted a date in quotes such as '2021-06-04'")
    missing = [name for name in entry.get("implements", ()) if name not in entries]
    faults += [f"{where}: implements {name!r}, which is no entry; add it" for name in missing]
    try:
        re.compile(entry.get("children", ""))
    except re.error as error:
        faults.append(f"{where}: children {entry['children']!r} cannot be read: {error}")
    return faults
