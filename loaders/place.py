"""Whose plan it is: given, or from issuer, title or the codebook of known texts, else the place the text names most."""

from functools import cache

from codebooks.reading import PlaceEntry, city_book, find_place, places
from graph.facts import Place
from loaders.errors import PlaceError
from loaders.pattern import Pattern
from loaders.plan import Source

NATIONAL = Pattern(
    "national_issuer",
    r"国务院|中共中央|国家|全国|中华人民共和国|教育部|财政部|民政部|工业和信息化部|人力资源社会保障部|住房城乡建设部|交通运输部|农业农村部"
    r"|生态环境部|自然资源部|应急管理部|文化和旅游部|科学?技术?部|公安部|司法部|商务部|水利部|市场监管总局",
    ("国务院办公厅", "国家卫生健康委", "教育部", "科技部"),
    ("某市教育局", "某省财政厅"),
    "match",
)
BEFORE_NAME = Pattern(
    "words_before_the_name_of_a_place",
    r"(?:中国共产党|中共|共青团|政协|国家税务总局|关于|印发|转发|[《“\"〈\[])+",
    ("中共某市委办公室", "关于印发《某市"),
    ("某市关于", "某市人民政府"),
    "match",
)
ZONE = Pattern(
    "zone_of_a_place",
    r"(?P<place>[^、,。]{2,6}?)(?:市|省)?(?:高新|经济|经开|临空|航空港|保税|综合|自由贸易|自贸|国家级|[东西南北中]部?新|滨[江海湖河]新)"
    r"[^、,。]{0,12}?(?:区|试验区|开发区)",
    ("某市高新技术产业开发区管理委员会", "某某经开区管委会", "某某市东部新区管委会"),
    ("某市人民政府", "高新区"),
    "match",
)
PREFECTURE = Pattern(
    "short_name_of_an_autonomous_prefecture",
    r"(?P<place>[^、,。市县区省]{2,6})州(?=人民政府|政府|委|[^、,。]{0,14}[局会室])",
    ("某某州人民政府办公室", "某某州卫生健康委员会"),
    ("某某市人民政府", "九州公司"),
    "match",
)
OF_PROVINCE = Pattern(
    "body_of_a_province",
    r"省(?:委|政府|直|级|[^省市县、,。:;()\s]{2,10}?[厅局委])",
    ("省委组织部", "省卫生健康委", "省财政厅"),
    ("省内各县", "节省资金"),
)
OF_CITY = Pattern(
    "body_of_a_city",
    r"市(?:委|政府|直|级|[^省市县、,。:;()\s]{2,10}?[局委办])",
    ("市委组织部", "市财政局", "市卫生健康委"),
    ("市场主体", "城市建设"),
)
_LONGEST_NAME = 20  # characters of a full name with its province and city before it
_ONCE = 1  # mention, which any text may make
_SHORTEST_COUNTY = 3  # characters


def find(source: Source, given: str | None, issuer: str | None, title: str | None) -> Place:
    """The place of a text. Raises PlaceError where the given place is unknown or nothing says whose plan it is."""
    if given:
        entry = find_place(given)
        if entry is None:
            raise PlaceError(f"{source.name}: the place {given} is unknown: give a full name of GB/T 2260 (某省某市)")
        return _place(entry, "given")
    for words, basis in ((issuer, "issuer"), (title, "title")):
        if words and (entry := _named_in(words, source.folded)):
            return _place(entry, basis)
    if known := city_book(source.sha256):
        return _place(known.place, "codebook")
    if (issuer and NATIONAL.fits(issuer)) or (title and NATIONAL.fits(title)):
        raise PlaceError(f"{source.name}: a national document found, one of a city or province wanted: give --city")
    if entry := _most_named(source.folded):
        return _place(entry, "inferred")
    raise PlaceError(f"{source.name}: nothing says whose plan it is: give --city with the name of its city or province")


def _place(entry: PlaceEntry, basis: str) -> Place:
    return Place(
        name=entry.name, code=entry.code, level=entry.level, province=entry.province, province_code=entry.province_code,
        basis=basis,
    )  # fmt: skip


def _named_in(words: str, folded: str) -> PlaceEntry | None:
    """The place whose name begins the words (某市人民政府, 关于印发《某省…), the innermost of several in a row."""
    before = BEFORE_NAME.re.match(words)
    words = words[before.end() :] if before else words
    entry = _at_head(words)
    if entry and entry.level != "county":
        inner = _at_head(words[words.index(entry.name) + len(entry.name) :])
        return inner if inner and entry.code in (inner.city_code, inner.province_code) else entry
    if entry:
        return entry
    for head in _heads(words):
        if rivals := _counties().get(head):
            return _likeliest(rivals, folded)
    return _zone(words) or _prefecture(words)


def _heads(words: str) -> list[str]:
    return [words[:length] for length in range(min(len(words), _LONGEST_NAME), 1, -1)]


def _at_head(words: str) -> PlaceEntry | None:
    """The place whose full name, its province before it or not, begins the words."""
    for head in _heads(words):
        entry = find_place(head)
        if entry and head.endswith(entry.name):
            return entry
    return None


@cache
def _counties() -> dict[str, list[PlaceEntry]]:
    """The counties by their full names."""
    found: dict[str, list[PlaceEntry]] = {}
    for entry in places():
        if entry.level == "county":
            found.setdefault(entry.name, []).append(entry)
    return found


def _likeliest(rivals: list[PlaceEntry], folded: str) -> PlaceEntry | None:
    """Of counties of one name, the one whose prefecture or province the text names most; None on a tie."""
    counts = [sum(folded.count(name) for name in {entry.city, entry.province} if name) for entry in rivals]
    best = max(counts)
    return rivals[counts.index(best)] if best and counts.count(best) == 1 else None


def _zone(words: str) -> PlaceEntry | None:
    """The city or province of a development zone or new area, which GB/T 2260 does not list."""
    found = ZONE.re.match(words)
    entry = find_place(found["place"]) if found else None
    return entry if entry and entry.level != "county" else None


def _prefecture(words: str) -> PlaceEntry | None:
    """The autonomous prefecture that is called by its short name (某某州人民政府)."""
    found = PREFECTURE.re.match(words)
    entry = find_place(found["place"]) if found else None
    return entry if entry and entry.name.endswith("自治州") else None


def _most_named(folded: str) -> PlaceEntry | None:
    """The place that the text names most: a prefecture or a county, else a province; the first named on a tie.

    A text that speaks of a province's bodies (省财政厅) far more than of a city's is a province's. Several counties of
    one prefecture speak for the prefecture. A place named once counts where no other is named.
    """
    named = _named(folded)
    cities = [entry for entry in named if entry.level == "city"]
    provinces = [entry for entry in named if entry.level == "province"]
    counties = [entry for entry in named if entry.level == "county"]
    if provinces and 2 * len(OF_CITY.re.findall(folded)) < len(OF_PROVINCE.re.findall(folded)):
        return provinces[0]
    if counties and named[counties[0]] > (2 * named[cities[0]] if cities else _ONCE):
        beside = [entry for entry in counties if entry.city_code == counties[0].city_code]
        prefecture = find_place(counties[0].city_code or "")
        return prefecture if len(beside) > 1 and prefecture else counties[0]
    if cities and provinces and named[cities[0]] == _ONCE < named[provinces[0]]:
        return provinces[0]
    return next(iter([*cities, *provinces, *counties]), None)


def _named(folded: str) -> dict[PlaceEntry, int]:
    """How often the text names each place, most first, then in the order of the text: a county by its full name."""
    there = set(folded)
    counts = {}
    for entry in places():
        word = entry.name if entry.level == "county" or entry.former or len(entry.short) == 1 else entry.short
        if not there.issuperset(word) or (entry.level == "county" and not _is_clear(word)):
            continue
        if count := folded.count(word):
            counts[entry] = (-count, folded.index(word))
    ranked = sorted(counts.items(), key=lambda pair: (pair[1], pair[0].code))
    return {entry: -rank[0] for entry, rank in ranked}


def _is_clear(name: str) -> bool:
    """Whether this name of a county is long enough to be no other word, and no other county's."""
    return len(name) >= _SHORTEST_COUNTY and len(_counties()[name]) == 1
