"""Who issues documents: levels and provinces by the words of an issuer, a title or a document number.

The words are in ``issuers.yaml``; the names of prefectures come from the list of places.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from codebooks.reading import book, find_place, short_name

IssuerLevel = Literal["national", "province", "city"]


@dataclass(frozen=True, slots=True)
class Issuing:
    """The level that words show, and the province's full name where they show that too."""

    level: IssuerLevel
    province: str | None = None


@cache
def province_names() -> dict[str, str]:
    """Full and short names of the provinces, each to the full name."""
    root = book("issuers")
    short = {root["short_provinces"].get(name) or short_name(name): name for name in root["provinces"]}
    return {**short, **{name: name for name in root["provinces"]}}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    root: dict[str, Any] = book("issuers")
    longest = sorted(root["organs"], key=len, reverse=True)
    provinces = sorted(province_names(), key=len, reverse=True)
    return {
        "national": re.compile(f"^(?:{'|'.join(root['national_bodies'])})"),
        "title": re.compile("|".join(f"(?:{rule['words']})" for rule in root["national_titles"].values())),
        "province": re.compile("|".join(f"{name}{_guard(name)}" for name in provinces)),
        "organ": re.compile(f"(?:{'|'.join(longest)})$"),
        "own_province": re.compile(root["own_bodies"]["province"]),
        "own_city": re.compile(root["own_bodies"]["city"]),
        **{name: re.compile(shape["words"]) for name, shape in root["shapes"].items()},
    }


def _guard(province: str) -> str:
    """A province's short name is none where it names a city or county of the same name."""
    return "" if province in book("issuers")["provinces"] else "(?![市州县区])"


def is_organ(words: str) -> bool:
    """Whether the words end like the name of an issuing body."""
    return bool(_patterns()["organ"].search(words))


def level_of_issuer(words: str) -> Issuing | None:
    """The level of an issuing body by its name (国务院办公厅, 某省人民政府, 市委); None where none shows."""
    patterns = _patterns()
    if patterns["national"].match(words):
        branch = patterns["branch"].match(words)
        return (_by_place(words[branch.end() :]) if branch else None) or Issuing("national")
    if patterns["own_province"].match(words):
        return Issuing("province")
    if patterns["own_city"].match(words):
        return Issuing("city")
    return _by_place(words.removeprefix("中共"))


def level_of_title(title: str) -> Issuing | None:
    """The level of a document by the place that opens its title, or by words that only the nation gives titles; None
    where it does not show."""
    shell = _patterns()["shell"].match(title)
    place = _by_place(title[shell.end() :] if shell else title)
    return place or (Issuing("national") if _patterns()["title"].search(title) else None)


def province_in(title: str) -> str | None:
    """The full name of the first province that a title names anywhere; that may be what the document is about only."""
    found = _patterns()["province"].search(title)
    return province_names()[found[0]] if found else None


def level_of_number(number: str, own_province: str | None = None) -> Issuing | None:
    """The level of a document by the characters of its number; None where they do not show it.

    ``own_province``: full name of the province whose plan names it. Cities share characters with provinces (宁政办发 is
    of a province and of a city), and a plan names the documents of its own province's cities, not of other provinces.
    """
    match = _patterns()["number"].match(number)
    if match is None:
        return None
    letters = match[1]
    return _of_province_number(letters, own_province) or _of_other_number(letters)


def _of_province_number(letters: str, own_province: str | None) -> Issuing | None:
    """A number that opens with a province's character: the province's, or that of a city that shares it."""
    root = book("issuers")
    for character, province in _province_characters():
        rest = letters.removeprefix(character)
        if rest != letters:
            elsewhere = own_province in root["provinces"] and own_province != province
            if (
                rest.startswith(("市", "州", "县", "区"))
                or letters.startswith(tuple(root["city_numbers"]))
                or elsewhere
            ):
                return Issuing("city")
            return Issuing("province", province)
    return None


def _of_other_number(letters: str) -> Issuing | None:
    """A number of the nation or of a city."""
    openings = book("issuers")["national_numbers"]
    if letters.startswith(tuple(each for each in openings if len(each) > 1 or each == "国")):
        return Issuing("national")
    if _patterns()["government"].match(letters):
        return Issuing("city")
    if letters.startswith(tuple(openings)):
        return Issuing("national")
    return level_of_issuer(letters) or (Issuing("city") if _patterns()["local"].match(letters) else None)


@cache
def _province_characters() -> tuple[tuple[str, str], ...]:
    """The characters that open the numbers of provinces, the longest first, each with its province's full name."""
    provinces: dict[str, list[str]] = book("issuers")["provinces"]
    pairs = [(character, province) for province, characters in provinces.items() for character in characters]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _by_place(words: str) -> Issuing | None:
    """The level of the place that opens the words."""
    patterns = _patterns()
    province = patterns["province"].match(words)
    prefecture = patterns["prefecture"].match(words, province.end() if province else 0)
    if prefecture:
        place = find_place(prefecture[1])
        if place and place.level != "province":
            return Issuing("city", place.province)
    return Issuing("province", province_names()[province[0]]) if province else None
