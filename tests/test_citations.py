"""Cited documents: titles, numbers, issuers, levels and relations, and the names in 《》 that are none."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codebooks.issuers import level_of_issuer, level_of_number, level_of_title, province_names
from codebooks.reading import book
from graph.facts import Citation, Document, Place
from loaders import read_plan
from loaders.fold import fold
from loaders.plan import Claims, Plan, Section, Source
from loaders.rules.citations import read
from loaders.rules.doc_numbers import doc_numbers

PLACE = Place(name="某市", code=None, level="city", province="某省", province_code=None, basis="given")
OWN = "某市健康行动方案"


def both(text: str) -> tuple[str, Callable[[int, int], str]]:
    """The folded text and a way to the words as printed."""
    return fold(text), lambda start, end: text[start:end]


def document(key: str, title: str | None, number: str | None = None, start: int = 0) -> Document:
    return Document(
        key=key, kind="notice", title=title, city="某市", province="某省", issuer="某市人民政府办公室",
        doc_number=number, index_number=None, date_issued=None, date_published=None,
        period_start=None, period_end=None, contained_in=None, start=start, end=start, text_start=0,
        text_end=0, rule="test",
    )  # fmt: skip


def claims_of(
    text: str, kind: str = "task", section_id: str | None = "d/1", place: Place = PLACE, title: str = ""
) -> Claims[Citation]:
    section = Section(
        id=section_id, document="d", number="", title=title, parents=(), kind=kind, is_measure=kind == "task",
        above=None, start=0, title_start=0, body=0, own_end=len(text), end=len(text), rule="test",
    )  # fmt: skip
    documents = (document("d", OWN, "某政办发〔2024〕5号"), document("p", "某市医疗行动方案"))
    return read(Plan(Source("text", "txt", text, fold(text), ""), place, documents, (section,)))


def one(text: str, kind: str = "task", section_id: str | None = "d/1") -> Citation:
    (citation,) = claims_of(text, kind, section_id).found
    return citation


RELATIONS = [
    ("落实《医疗办法》。", "implements"),
    ("全面贯彻执行《医疗办法》要求。", "implements"),
    ("按照《医疗办法》办理。", "implements"),
    ("推动实施《医疗办法》。", "implements"),
    ("抓好《医疗办法》落实。", "implements"),
    ("制定《医疗办法》。", "drafts"),
    ("研究制定并印发《医疗办法》。", "drafts"),
    ("修订完善《医疗办法》,启动遴选。", "drafts"),
    ("贯彻省委印发的《医疗办法》。", "implements"),
    ("落实新修订的《医疗办法》。", "implements"),
    ("修订后的《医疗办法》已经施行。", "cites"),
    ("对于违反《医疗办法》的行为,予以处罚。", "cites"),
    ("《医疗办法》发布以来,成效明显。", "cites"),
    ("根据《医疗办法》,结合实际,制定本方案。", "based_on"),
    ("落实《医疗办法》,制定本地清单。", "implements"),
    ("落实《医疗办法》要求,出台配套文件。", "implements"),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_the_relation_is_that_of_the_verb_before_the_title(text: str, relation: str) -> None:
    assert one(text).relation == relation


@pytest.mark.parametrize("lead", ["根据", "按照", "为贯彻落实", "为深入贯彻", "依据"])
def test_the_opening_names_parents(lead: str) -> None:
    citation = one(f"为加快发展,{lead}《国务院关于医疗的意见》精神,结合我市实际,制定本方案。", "preamble", "preamble")
    assert (citation.relation, citation.level, citation.issuer) == ("based_on", "national", "国务院")
    assert citation.measure == "preamble"


def test_titles_of_one_list_share_verb_and_relation() -> None:
    text = "制定《甲规范》《乙规范》和《丙规范》,落实《丁办法》、市政府《戊办法》。"
    assert [each.relation for each in claims_of(text).found] == ["drafts"] * 3 + ["implements"] * 2


def test_a_document_to_be_drafted_has_the_level_of_the_plan() -> None:
    assert one("出台《国家标准实施细则》。").level == "city"
    province = PLACE.model_copy(update={"level": "province"})
    (citation,) = claims_of("出台《医疗办法》。", place=province).found
    assert citation.level == "province"


def test_a_notice_carries_plans() -> None:
    found = claims_of(f"《{OWN}》《某市医疗行动方案》已经市政府同意,现印发给你们,请落实。", "notice", None).found
    assert [(each.relation, each.level, each.issuer, each.measure) for each in found] == [
        ("contains", "city", "某市人民政府办公室", None)
    ] * 2


def test_what_a_notice_forwards_keeps_its_level() -> None:
    found = claims_of("现将《国务院关于某事的意见》转发给你们,请落实。", "notice", None).found
    assert [(each.relation, each.level, each.issuer) for each in found] == [("contains", "national", "国务院")]


def test_a_plan_made_and_handed_out_in_two_sentences_is_carried() -> None:
    found = claims_of(f"研究制定了《{OWN}》。现印发给你们。", "notice", None).found
    assert [each.relation for each in found] == ["contains"]


def test_a_section_on_the_basis_names_parents() -> None:
    claims = claims_of("1.《某某法》;2.《某省办法》(川府发〔2020〕1号)。", title="编制依据")
    assert {each.relation for each in claims.found} == {"based_on"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{OWN}和《{OWN}》配套。", "own_title"),
        ("附件:《医疗指标表》", "attachment_line"),
        ("附件1.《医疗指标表》", "attachment_line"),
        ("订阅《健康报》。", "newspaper"),
        ("取得《医疗机构执业许可证》后执业。", "certificate"),
        ("学习《黄帝内经》。", "classic"),
        ("办好《健康大讲堂》栏目。", "programme"),
        ("填写《补贴申请表》。", "form"),
        ("见某政办发〔2024〕5号。", "own_number"),
    ],
)
def test_what_is_no_citation_is_passed_by_a_named_rule(text: str, rule: str) -> None:
    claims = claims_of(text)
    assert not claims.found
    assert [each.rule for each in claims.passed] == [f"citations.{rule}"]


@pytest.mark.parametrize("title", ["工作通报", "政府工作报告", "疫情简报制度"])
def test_reports_are_documents(title: str) -> None:
    assert one(f"落实《{title}》。").title == title


def test_a_short_name_stands_for_its_full_title() -> None:
    text = "落实《国务院医疗条例》(国发〔2020〕1号,以下简称《条例》)。按照《条例》办理。"
    claims = claims_of(text)
    assert [(each.title, each.number) for each in claims.found] == [("国务院医疗条例", "国发〔2020〕1号")] * 2
    assert [each.rule for each in claims.passed] == ["citations.short_name"]
    assert not claims_of(f"各地要落实《{OWN}》(以下简称《方案》)。按照《方案》办理。").found


def test_nested_and_broken_titles() -> None:
    nested = "某省贯彻落实〈关于医疗工作的意见〉的办法"
    assert one(f"落实《{nested}》。").title == nested
    assert one("落实《关于印发《医疗办法》的通知》。").title == "关于印发《医疗办法》的通知"
    assert one("落实《关于进一步推进\r\n  医疗工作的意见》。").title == "关于进一步推进医疗工作的意见"
    assert not claims_of("落实《没有结尾。").found


@pytest.mark.parametrize("brackets", ["〔〕", "[]", "()", "（）", "［］", "【】"])
def test_a_number_stands_after_or_before_its_title_in_any_brackets(brackets: str) -> None:
    number = f"豫政办{brackets[0]}2023{brackets[1]}32号"
    for text in (f"落实《医疗办法》({number})。", f"落实《医疗办法》（{number}）。", f"落实{number}《医疗办法》。"):
        citation = one(text)
        assert (citation.title, citation.number, citation.level) == ("医疗办法", number, "province")
    assert one(f"落实《医疗办法》(豫政办{brackets[0]} 2023 {brackets[1]} 32 号)。").number == number


def test_a_number_alone_is_a_citation() -> None:
    citation = one("贯彻落实国办发〔2021〕27号文件。")
    assert (citation.title, citation.number) == ("国办发〔2021〕27号", "国办发〔2021〕27号")
    assert (citation.level, citation.relation) == ("national", "implements")


@pytest.mark.parametrize("verb", ["抓好", "严格执行", "学习宣传", "对标", "做好", ""])
def test_a_number_begins_behind_the_verb(verb: str) -> None:
    assert [each.number for each in doc_numbers(*both(f"{verb}豫卫发〔2023〕12号文件要求。"))] == ["豫卫发〔2023〕12号"]
    assert [each.number for each in doc_numbers(*both("(豫健推进办发〔2023〕12号)"))] == ["豫健推进办发〔2023〕12号"]


@pytest.mark.parametrize(
    ("text", "issuer", "level"),
    [
        ("落实《某某厅关于医疗的意见》。", "某某厅", "unknown"),
        ("落实市委、市政府《关于医疗的意见》。", "市委、市政府", "city"),
        ("贯彻省委组织部等8部门印发的《若干措施》。", "省委组织部等8部门", "province"),
        ("按照国家卫生健康委《医疗目录》统计。", "国家卫生健康委", "national"),
        ("落实《财政部 民政部关于医疗的意见》。", "财政部 民政部", "national"),
        ("落实《关于医疗的意见》。", None, "unknown"),
        ("落实《河南省医疗条例》。", None, "province"),
        ("落实《食品安全法实施条例》。", None, "national"),
        ("落实《中华人民共和国医师法》。", None, "national"),
        ("落实《国务院意见》(国发〔2020〕1号)和省政府办公厅《医疗办法》。", "省政府办公厅", "province"),
        ("落实《推进某市医疗工作的意见》。", None, "city"),
        ("落实我省《医疗办法》。", None, "province"),
    ],
)
def test_issuer_and_level(text: str, issuer: str | None, level: str) -> None:
    citation = claims_of(text).found[-1]
    assert (citation.issuer, citation.level) == (issuer, level)


def test_every_province_is_known_by_name_and_character() -> None:
    root = book("issuers")
    assert len(root["provinces"]) == 35  # 34 of GB/T 2260 and the production corps
    for province, characters in root["provinces"].items():
        assert province_names()[province] == province
        for character in characters:
            found = level_of_number(f"{character}政办发〔2024〕1号")
            assert found is not None
            assert (found.level, found.province) == ("province", province)


@pytest.mark.parametrize(
    ("number", "own_province", "level"),
    [
        ("国卫办医函〔2021〕5号", "河南省", "national"),
        ("发改社会〔2020〕735号", None, "national"),
        ("教政法〔2021〕1号", None, "national"),
        ("国务院令第735号", None, "national"),
        ("宁政办发〔2021〕1号", "宁夏回族自治区", "province"),
        ("宁政发〔2021〕1号", "江苏省", "city"),
        ("苏政办发〔2021〕1号", "江苏省", "province"),
        ("苏府办〔2021〕1号", "江苏省", "city"),
        ("新政办〔2021〕1号", "河南省", "city"),
        ("新政办发〔2021〕1号", "新疆维吾尔自治区", "province"),
        ("商政办〔2021〕1号", "河南省", "city"),
        ("吉府办发〔2021〕1号", "江西省", "city"),
        ("赣市府办发〔2021〕1号", "江西省", "city"),
        ("云府办〔2017〕48号", "广东省", "city"),
        ("青政发〔2021〕1号", "山东省", "city"),
        ("渝府办发〔2023〕76号", "重庆市", "province"),
        ("沪科规〔2020〕3号", "上海市", "province"),
    ],
)
def test_characters_that_provinces_and_cities_share(number: str, own_province: str | None, level: str) -> None:
    found = level_of_number(number, own_province)
    assert found is not None
    assert found.level == level


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("国务院办公厅", "national"),
        ("市场监管总局", "national"),
        ("中国疾控中心", "national"),
        ("国家税务总局河南省税务局", "province"),
        ("国家医保局、财政部、国家税务总局", "national"),
        ("省委", "province"),
        ("自治区人民政府", "province"),
        ("市人民政府", "city"),
        ("区卫生健康局", "city"),
        ("县委办公室", "city"),
        ("市场监管局", None),
        ("某某协会", None),
    ],
)
def test_levels_of_issuers(words: str, level: str | None) -> None:
    found = level_of_issuer(words)
    assert (found.level if found else None) == level


def test_near_misses_of_numbers_and_titles() -> None:
    assert not doc_numbers(fold("第(2024)版3号楼,2023年32号文,共,(2024)5号"))
    assert level_of_number("某协〔2024〕1号") is None
    assert level_of_title("城市更新办法") is None


@given(
    letters=st.text("豫晋浙赣川政办发卫", min_size=2, max_size=6),
    year=st.integers(1980, 2099),
    serial=st.integers(1, 9999),
    brackets=st.sampled_from(["〔〕", "[]", "()", "（）", "【】"]),
    blank=st.sampled_from(["", " ", "　"]),
)
def test_numbers_go_round_trip(letters: str, year: int, serial: int, brackets: str, blank: str) -> None:
    printed = f"{letters}{blank}{brackets[0]}{year}{blank}{brackets[1]}{blank}{serial}{blank}号"
    (found,) = doc_numbers(*both(f"({printed})"))
    assert found.number == re.sub(r"\s", "", printed)
    assert (found.start, found.end) == (1, 1 + len(printed))


@given(
    st.lists(
        st.sampled_from(["《", "》", "落实", "制定", "医疗办法", "(", ")", "国发〔2020〕1号", "。", "、", "\n"]),
        max_size=14,
    )
)
def test_every_citation_is_the_text_at_its_place(parts: list[str]) -> None:
    text = "".join(parts)
    for each in claims_of(text).found:
        assert re.sub(r"\s", "", text[each.start : each.end]) == re.sub(r"\s", "", each.title)


def test_figures_on_the_open_gold(corpus: Path, gold: Path) -> None:
    fields = ("measure", "title", "number", "issuer", "level", "relation")
    for file in sorted(gold.glob("*.json")):
        wanted = {tuple(r[f] for f in fields) for r in json.loads(file.read_text(encoding="utf-8"))["citations"]}
        citations = read(read_plan(corpus / f"{file.stem}.txt")).found
        assert {tuple(getattr(each, f) for f in fields) for each in citations} == wanted
