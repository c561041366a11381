"""Places of GB/T 2260: names, short names and codes of any city, and whose a text without a title is."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from codebooks.reading import PlaceEntry, city_book, find_place, places, short_name


def test_every_province_prefecture_and_county_is_there() -> None:
    today = Counter(place.level for place in places() if not place.former)
    assert today == {"province": 34, "city": 333, "county": 2845}
    assert len({place.code for place in places()}) == len(places())
    assert all(len(place.code) == 6 and place.code.isdigit() for place in places())
    assert [place.code for place in places()] == sorted(place.code for place in places())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("大同市", "140200"),
        ("大同", "140200"),
        ("山西省大同市", "140200"),
        ("山西大同", "140200"),
        ("140200", "140200"),
        ("江西省", "360000"),
        ("江西", "360000"),
        ("吉林", "220000"),  # a province goes before its city of the same short name
        ("吉林市", "220200"),
        ("资阳", "512000"),  # a city goes before a county
        ("资阳区", "430902"),
        ("北京", "110000"),
        ("北京市朝阳区", "110105"),
        ("南京市鼓楼区", "320106"),
        ("江苏省南京市鼓楼区", "320106"),
        ("延边", "222400"),
        ("湘西", "433100"),
        ("锡林郭勒", "152500"),
        ("大兴安岭地区", "232700"),
        ("东莞", "441900"),  # a prefecture without counties
        ("济源市", "419001"),  # a county right under its province
        ("新疆", "650000"),
        ("香港特别行政区", "810000"),
    ],
)
def test_a_place_is_found(name: str, code: str) -> None:
    place = find_place(name)
    assert place is not None
    assert place.code == code


@pytest.mark.parametrize("name", ["鼓楼区", "某市", "", "市", "大", "大同大", "江西省大同市", "990000", "卫生健康"])
def test_an_unknown_or_ambiguous_name_is_none(name: str) -> None:
    assert find_place(name) is None


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("伊犁哈萨克自治州", "伊犁"),
        ("龙胜各族自治县", "龙胜"),
        ("景县", "景县"),
        ("神农架林区", "神农架"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_county_knows_what_is_above_it() -> None:
    assert find_place("512002") == PlaceEntry(
        "雁江区", "雁江", "512002", "county", "四川省", "510000", "资阳市", "512000"
    )


@pytest.mark.parametrize(
    ("name", "code", "city"),
    [
        ("江干区", "330104", "杭州市"),  # merged into another district
        ("杭州市江干区", "330104", "杭州市"),
        ("渝北区", "500112", None),
        ("重庆市江北区", "500105", None),  # another city's district of this name is still there
        ("莱芜市", "371200", None),  # a prefecture that is a district today
        ("铜仁地区", "522200", None),
    ],
)
def test_a_former_place_is_found(name: str, code: str, city: str | None) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.code, place.city, place.former) == (code, city, True)


@pytest.mark.parametrize("name", ["铜仁", "江北区", "龙海", "莱芜", "文登"])
def test_a_place_of_today_goes_before_a_former_one(name: str) -> None:
    place = find_place(name)
    assert place is not None
    assert not place.former


def test_a_former_place_has_a_code_of_its_own_and_a_province_above() -> None:
    former = [place for place in places() if place.former]
    assert len(former) == 269
    assert all(place.province_code == f"{place.code[:2]}0000" for place in former)


def test_a_text_without_title_is_known_by_its_checksum(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt")):
        entry = city_book(hashlib.sha256(path.read_bytes()).hexdigest())
        assert entry is not None
        assert entry.key == path.stem
        assert entry.place.level == "city"


def test_another_text_is_not_known() -> None:
    assert city_book("0" * 64) is None
