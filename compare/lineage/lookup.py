"""The reviewed lookup in the graph: which of its documents the plans name, and what lies above these.

Only what is reached from a document that is held or named becomes part of the graph.
"""

from collections.abc import Iterator, Mapping

from codebooks.lineage import KnownParent
from compare.lineage.parents import Family, Relation, may_precede
from graph.derived.lineage import KnownDocument, ProbableParent
from graph.identity import Identity
from graph.ids import core_title, folded_number, hashed


def known_ids(identity: Identity, entries: Mapping[str, KnownParent]) -> dict[str, KnownParent]:
    """The lookup by document id: that of the document with its number, else of the only one with its title in its
    region, else a new one."""
    by_title: dict[tuple[str, str], set[str]] = {}
    for own, said in identity.said.items():
        for one in said:
            if one.title:
                by_title.setdefault((one.region, core_title(one.title)), set()).add(own)
    return {_own(identity, by_title, entry): entry for entry in entries.values()}


def key_of(entry: KnownParent) -> str:
    """The key of a document that no plan names: its number, else its region and title."""
    return folded_number(entry.number) if entry.number else f"{entry.region}|{core_title(entry.title)}"


def lookup_parents(family: Family, cited: Mapping[str, Mapping[str, Relation]]) -> list[ProbableParent]:
    """What lies above documents that are held or named: by the title of a held plan, then step by step upwards."""
    own_of = {entry.key: own for own, entry in family.lookup.items()}
    found = [*_by_title(family, cited)]
    todo = sorted({own for own in family.lookup if own in family.identity.keys} | {one.parent for one in found})
    done: set[str] = set()
    while todo:
        child = todo.pop(0)
        if child in done:
            continue
        done.add(child)
        for key in family.lookup[child].implements:
            if own_of[key] not in cited.get(child, {}):
                found.append(_probable(child, own_of[key], family.lookup[child], "probable_parent.lookup"))
            todo.append(own_of[key])
    return found


def reached(family: Family, parents: list[ProbableParent]) -> list[KnownDocument]:
    """The documents above that no plan holds or names, by id."""
    new = sorted({one.parent for one in parents} - family.identity.keys.keys())
    return [
        KnownDocument(
            document=own, key=key_of(entry), title=entry.title, number=entry.number, issuer=entry.issuer,
            level=entry.level, region=entry.region,
        )
        for own in new if (entry := family.lookup[own])
    ]  # fmt: skip


def _own(identity: Identity, by_title: Mapping[tuple[str, str], set[str]], entry: KnownParent) -> str:
    own = hashed("Document", key_of(entry))
    same = by_title.get((entry.region, core_title(entry.title)), set())
    return next(iter(same)) if own not in identity.keys and len(same) == 1 else own


def _by_title(family: Family, cited: Mapping[str, Mapping[str, Relation]]) -> Iterator[ProbableParent]:
    """Known documents from which plans with such a title descend, in their province where the document has one."""
    for child, held in sorted(family.held.items()):
        place, title = held.facts.place, held.document.title or ""
        for parent, entry in sorted(family.lookup.items()):
            if entry.children is None or parent == child or parent in cited[child]:
                continue
            above = entry.level == "national" or (entry.region == place.province and place.level != "province")
            if above and entry.children.search(title) and may_precede(family.dates, parent, child):
                yield _probable(child, parent, entry, "probable_parent.title")


def _probable(child: str, parent: str, entry: KnownParent, rule: str) -> ProbableParent:
    return ProbableParent(
        child=child, parent=parent, basis="lookup", score=1.0, checked=f"{entry.checked}: {entry.source}", shared=[],
        rule=rule,
    )  # fmt: skip
