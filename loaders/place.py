"""Whose plan it is: given, or from issuer, title or the codebook of known texts, else the place the text names most."""

import re
from collections import Counter

from codebooks.reading import PlaceEntry, city_book, find_place, places
from graph.facts import Place
from loaders.errors import PlaceError
from loaders.plan import Source

_NATIONAL = re.compile(
    r"国务院|中共中央|国家|全国|中华人民共和国|教育部|财政部|民政部|工业和信息化部|人力资源社会保障部"
)
_LEAST_NAMED = 2


def find(source: Source, given: str | None, issuer: str | None, title: str | None) -> Place:
    """The place of a text. Raises PlaceError where the given place is unknown or nothing says whose plan it is."""
    if given:
        entry = find_place(given)
        if entry is None:
            raise PlaceError(f"{source.name}: the place {given} is unknown: give a full name of GB/T 2260 (某省某市)")
        return _place(entry, "given")
    for words, basis in ((issuer, "issuer"), (title, "title")):
        if words and (entry := _named_in(words)):
            return _place(entry, basis)
    if known := city_book(source.sha256):
        return _place(known.place, "codebook")
    if (issuer and _NATIONAL.match(issuer)) or (title and _NATIONAL.match(title)):
        raise PlaceError(f"{source.name}: a national document found, one of a city or province wanted: give --city")
    if entry := _most_named(source.folded):
        return _place(entry, "inferred")
    raise PlaceError(f"{source.name}: nothing says whose plan it is: give --city with the name of its city or province")


def _place(entry: PlaceEntry, basis: str) -> Place:
    return Place(
        name=entry.name,
        code=entry.code,
        level=entry.level,
        province=entry.province,
        province_code=entry.province_code,
        basis=basis,
    )


def _named_in(words: str) -> PlaceEntry | None:
    """The place whose name begins the words (某市人民政府, 关于印发《某省…), the innermost of several in a row."""
    words = re.sub(r"^(中共|共青团)?(关于|印发|转发|[《“\"])*", "", words)
    found = None
    for length in range(min(len(words), 14), 1, -1):
        entry = find_place(words[:length])
        if entry and (words[:length] == entry.name or words[:length].endswith(entry.name)):
            found = entry
            break
    return found


def _most_named(folded: str) -> PlaceEntry | None:
    """The prefecture or province that the text names most, by full or short name; None on a tie or too few names."""
    counts: Counter[str] = Counter()
    entries: dict[str, PlaceEntry] = {}
    for entry in places():
        if entry.level == "county":
            continue
        count = folded.count(entry.short) if len(entry.short) > 1 else folded.count(entry.name)
        if count >= _LEAST_NAMED:
            counts[entry.code], entries[entry.code] = count, entry
    cities = [(code, count) for code, count in counts.most_common() if entries[code].level == "city"]
    ranked = cities or counts.most_common()
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return entries[ranked[0][0]]
