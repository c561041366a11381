"""Documents that plans name in different ways are one node, and only those."""

import pytest
from graph_invented import cite, document, plan

from graph.facts import Citation
from graph.identity import Identity, identify, region_of
from graph.ids import core_title, folded_number, hashed


@pytest.mark.parametrize(
    "number",
    ["某政发〔2021〕5号", "某政发[2021]5号", "某政发（2021）5号", "某政发【２０２１】５号", " 某政发 〔2021〕 5号"],
)
def test_one_number_in_many_forms(number: str) -> None:
    assert folded_number(number) == "某政发〔2021〕5号"


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("某市人民政府关于印发某市行动计划的通知", "某市行动计划"),
        ("某市人民政府关于印发《某市行动计划》的通知", "某市行动计划"),
        ("“健康某地2030”规划纲要", "健康某地2030规划纲要"),
        ("关于加强某项工作的通知", "关于加强某项工作的通知"),
        ("某某办公厅、某某院办公厅印发〈关于某项工作的意见〉的通知", "关于某项工作的意见"),
        ("某市人民政府关于加强某项工作的意见", "关于加强某项工作的意见"),
        ("某市印发工作手册的规定", "某市印发工作手册的规定"),
    ],
)
def test_a_title_without_its_shell(title: str, core: str) -> None:
    assert core_title(title) == core


def joined(*citations: Citation) -> list[str]:
    """The documents that citations of as many plans mean."""
    plans = [
        plan(chr(97 + place), f"{name}市", citations=[one])
        for place, (name, one) in enumerate(zip("甲乙丙丁", citations, strict=False))
    ]
    found = identify(plans)
    return [found.of_citation[one.key, 0] for one in plans]


def same(*citations: Citation) -> bool:
    return len(set(joined(*citations))) == 1


NUMBER, OTHER = "国办发〔2021〕9号", "国办发〔2022〕9号"


def test_citations_that_mean_one_document() -> None:
    assert same(cite("改革意见", NUMBER), cite("改革意见"))
    assert same(cite("改革意见"), cite("改革意见", "国办发[2021]9号"))
    assert same(cite("关于印发改革意见的通知", NUMBER), cite("改革意见"))
    assert same(cite("改革意见", NUMBER), cite("", NUMBER))
    assert same(cite("改革意见", NUMBER), cite("改革意见", level="unknown"))
    assert same(cite("改革意见"), cite("改革意见", level="unknown"))
    assert same(cite("某省改革意见", level="province"), cite("某省改革意见", level="province"))


def test_citations_that_mean_several() -> None:
    assert not same(cite("改革意见", NUMBER), cite("改革意见", OTHER))
    assert not same(cite("改革意见"), cite("改革意见", level="province"))
    assert not same(cite("改革意见", level="city"), cite("改革意见", level="city"))
    assert not same(
        cite("改革意见", issuer="天南省政府", level="province"), cite("改革意见", issuer="地北省政府", level="province")
    )
    assert len(set(joined(cite("改革意见", NUMBER), cite("改革意见", OTHER), cite("改革意见")))) == 3


def identity_of(citation: Citation, **own: object) -> tuple[Identity, str]:
    found = identify(
        [
            plan("a", documents=[document(city="甲市", **own)]),
            plan("b", "甲市", citations=[citation], documents=[document(title=None)]),
        ]
    )
    return found, found.of_citation["b", 0]


def test_a_held_document_is_matched() -> None:
    found, cited = identity_of(cite("甲市健康行动计划", level="city"))
    assert cited == found.of_document["a", "d"]
    found, cited = identity_of(cite("别的名字", "甲政发（2024）1号", level="city"), doc_number="甲政发〔2024〕1号")
    assert cited == found.of_document["a", "d"]
    found, cited = identity_of(cite("甲市健康行动计划", level="province"))
    assert cited != found.of_document["a", "d"]


def test_a_notice_and_its_plan_are_two_and_each_is_matched() -> None:
    notice = document("n", kind="notice", title="甲市关于印发甲市健康行动计划的通知", city="甲市")
    inside = document("d", city="甲市", contained_in="n")
    cited = [cite("甲市健康行动计划", level="city"), cite(notice.title or "", level="city", start=30)]
    found = identify([plan("a", documents=[notice, inside], citations=cited)])
    assert found.of_document["a", "n"] != found.of_document["a", "d"]
    assert found.of_citation["a", 0] == found.of_document["a", "d"]
    assert found.of_citation["a", 1] == found.of_document["a", "n"]


def test_untitled_documents_are_known_by_plan_and_place() -> None:
    documents = [document("d", title=None), document("e", title=None)]
    found = identify([plan("a", documents=documents)])
    assert {found.keys[own] for own in found.of_document.values()} == {"a#1", "a#2"}


@pytest.mark.parametrize(
    ("level", "issuer", "title", "region"),
    [
        ("national", "国务院", "改革意见", "全国"),
        ("province", "天南省政府", "改革意见", "天南省"),
        ("province", None, "关于印发天南省改革意见的通知", "天南省"),
        ("province", "省政府", "改革意见", "某省"),
        ("province", None, "加强全省医院管理的意见", "某省"),
        ("province", "天南壮族自治区政府", "改革意见", "天南壮族自治区"),
        ("city", "海角市政府", "改革意见", "海角市"),
        ("city", "市政府", "推进健康城市建设的意见", "甲市"),
        ("city", None, "关于印发海角市改革意见的通知", "甲市"),
        ("unknown", "国务院", "改革意见", ""),
    ],
)
def test_whose_a_document_is(level: str, issuer: str | None, title: str, region: str) -> None:
    assert region_of(plan(), level, issuer, title) == region


def test_an_id_is_stable() -> None:
    assert hashed("City", "某省", "甲市") == "city-" + hashed("City", "某省", "甲市").split("-")[1]
    assert hashed("City", "某省", "甲市") != hashed("City", "某省甲市")
    assert hashed("Function", "health") == "function-912abc34f5c45d3e"
