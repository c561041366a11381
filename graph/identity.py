"""One node for one document, over all plans: citations with and without number are joined, and matched to what is held.

A number names one document. A title joins the only numbered or held document of its region that has it; where
several have it, it stays a document of its own. A property that plans state differently is the most frequent value,
ties by the smallest, so the order of loading never shows.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.facts import Annex, Citation, Document, PlanFacts
from graph.ids import core_title, folded_number, folded_title, hashed

NATION = "全国"
_PROVINCE = re.compile(r"^(?:中共)?([一-鿿]{2,3}(?<![全我各本该])省|[一-鿿]{2,7}自治区)")
_CITY = re.compile(r"^(?:中共)?([一-鿿]{2,6}?(?:市|自治州|地区|盟))")


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """What one plan says of a document: values as printed, null where it says nothing."""

    title: str | None
    number: str | None
    issuer: str | None
    level: str
    region: str


@dataclass(slots=True)
class Identity:
    """Which document every record means. ``said``: by document id, all that plans say of it."""

    of_document: dict[tuple[str, str], str] = field(default_factory=dict)
    of_citation: dict[tuple[str, int], str] = field(default_factory=dict)
    of_annex: dict[tuple[str, int], str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    said: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))


def most_frequent[T: (str, int, bool)](values: Iterable[T | None]) -> T | None:
    """The most frequent value that is not null, the smallest of equals; null where there is none."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def region_of(plan: PlanFacts, level: str, issuer: str | None, title: str | None) -> str:
    """Whose document it is: the nation, a province, a city, or an empty text where the level is unknown."""
    if level == "national":
        return NATION
    body, name = folded_title(issuer or ""), core_title(title or "")
    if level == "province":
        found = _PROVINCE.match(body) or _PROVINCE.match(name)
        own = plan.place.province or (plan.place.name if plan.place.level == "province" else "")
        return found[1] if found else own
    if level == "city":
        found = None if name.startswith(plan.place.name) else _CITY.match(body)
        return found[1] if found else plan.place.name
    return ""


def identify(plans: Sequence[PlanFacts]) -> Identity:
    """The documents of all plans. Equal for any order of the plans."""
    return _Joiner(sorted(plans, key=lambda plan: plan.key)).identity()


class _Joiner:
    """Keys documents, then citations with number, then what has a title alone."""

    def __init__(self, plans: Sequence[PlanFacts]) -> None:
        self.plans = plans
        self.found = Identity()
        self.by_title: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.held_titles: dict[tuple[str, str], set[str]] = defaultdict(set)

    def identity(self) -> Identity:
        """All of it."""
        for plan in self.plans:
            for place, document in enumerate(plan.documents):
                self._held(plan, document, place)
        named = [(plan, place, one) for plan in self.plans for place, one in enumerate(plan.citations)]
        for plan, place, one in named:
            if one.number:
                self._citation(plan, place, one, f"{folded_number(one.number)}")
        known = {key: set(ids) for key, ids in self.by_title.items()}
        regions = defaultdict[str, set[str]](set)
        for region, title in (*known, *self.held_titles):
            regions[title].add(region)
        for plan, _, one in named:
            if not one.number and (region := region_of(plan, one.level, one.issuer, one.title)):
                regions[core_title(one.title)].add(region)
        for plan, place, one in named:
            if not one.number:
                self._by_title(plan, place, one, known, regions)
        for plan in self.plans:
            for place, annex in enumerate(plan.annexes):
                self._annex(plan, place, annex)
        return self.found

    def _id(self, key: str) -> str:
        own = hashed("Document", key)
        self.found.keys[own] = key
        return own

    def _held(self, plan: PlanFacts, document: Document, place: int) -> None:
        carries = any(other.contained_in == document.key for other in plan.documents)
        region = document.city or document.province or plan.place.name
        if document.doc_number:
            key = folded_number(document.doc_number)
        elif document.title:
            key = f"{region}|{folded_title(document.title) if carries else core_title(document.title)}"
        else:
            key = f"{plan.key}#{place + 1}"
        own = self._id(key)
        self.found.of_document[plan.key, document.key] = own
        level = "province" if plan.place.level == "province" else "city"
        said = Said(document.title, document.doc_number, document.issuer, level, region)
        self.found.said[own].append(said)
        if document.title:
            self.held_titles[region, folded_title(document.title)].add(own)
            if not carries:
                self.held_titles[region, core_title(document.title)].add(own)
            else:
                self.by_title[region, core_title(document.title)].add(own)

    def _citation(self, plan: PlanFacts, place: int, one: Citation, key: str) -> None:
        own = self._id(key)
        region = region_of(plan, one.level, one.issuer, one.title)
        self.found.of_citation[plan.key, place] = own
        self.found.said[own].append(Said(one.title or None, one.number, one.issuer, one.level, region))
        if one.title:
            self.by_title[region, core_title(one.title)].add(own)

    def _by_title(
        self,
        plan: PlanFacts,
        place: int,
        one: Citation,
        known: dict[tuple[str, str], set[str]],
        regions: dict[str, set[str]],
    ) -> None:
        core = core_title(one.title)
        region = region_of(plan, one.level, one.issuer, one.title)
        candidates = [region] if region else sorted(regions[core])
        owners = {
            own
            for each in candidates
            for own in (
                self.held_titles.get((each, folded_title(one.title)))
                or self.held_titles.get((each, core))
                or known.get((each, core), set())
            )
        }
        said = Said(one.title, None, one.issuer, one.level, region)
        if len(owners) == 1:
            own = owners.pop()
        else:
            alone = candidates[0] if not region and len(candidates) == 1 else region
            own = self._id(f"{alone}|{core}")
            said = Said(one.title, None, one.issuer, one.level, alone)
        self.found.of_citation[plan.key, place] = own
        self.found.said[own].append(said)

    def _annex(self, plan: PlanFacts, place: int, annex: Annex) -> None:
        title = folded_title(annex.title)
        inside = {
            self.found.of_document[plan.key, document.key]
            for document in plan.documents
            if document.title and (folded_title(document.title) == title or core_title(document.title) == title)
            if document.key != annex.document
        }
        if len(inside) == 1:
            self.found.of_annex[plan.key, place] = inside.pop()
        elif not annex.held:
            announcing = self.found.keys[self.found.of_document[plan.key, annex.document]]
            own = self._id(f"{announcing}|附件|{title}")
            level = "province" if plan.place.level == "province" else "city"
            self.found.of_annex[plan.key, place] = own
            self.found.said[own].append(Said(annex.title, None, None, level, plan.place.name))
