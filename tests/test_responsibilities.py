"""Responsibility lines: lists, roles, remarks, restored names, and the brackets that assign nothing."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts import Place, Responsibility
from loaders import read_plan
from loaders.plan import Claims
from loaders.rules.bodies import Names
from loaders.rules.lists import read_line
from loaders.rules.own_body import own_body
from loaders.rules.responsibilities import read, unknown_bodies
from tests.responsibility_plans import CITY, DISTRICT, PREFECTURE, PROVINCE, plan


def roles(claims: Claims[Responsibility]) -> list[str]:
    """Each record as surface:role, with L, P and R."""
    return [f"{record.surface}:{record.role[0].upper()}" for record in claims.found]


LINES = [
    ("责任单位:市甲局牵头,市乙局、市丙局等按职责分工负责", "市甲局:L 市乙局:P 市丙局:P"),
    ("市甲局、市乙局等按职责分工负责", "市甲局:R 市乙局:R"),
    ("市甲局、市乙局牵头负责", "市甲局:L 市乙局:L"),
    ("市甲局、市乙局分工负责,2031年12月前完成", "市甲局:R 市乙局:R"),
    ("责任单位:市甲局;完成时限:2031年底", "市甲局:R"),
    ("市甲局、市乙局分别负责,持续推进", "市甲局:R 市乙局:R"),
    ("甲科牵头、相关科室按照职责分工负责,各县区某某局", "甲科:L 相关科室:P 各县区某某局:P"),
    ("甲科牵头,乙科、丙科等科室按职责分工负责", "甲科:L 乙科:P 丙科:P"),
    ("配合单位:市乙局;牵头单位:市甲局", "市乙局:P 市甲局:L"),
    ("牵头单位：市甲局，责任单位：市乙局", "市甲局:L 市乙局:P"),
    ("牵头单位:市甲局\n配合单位:市乙局", "市甲局:L 市乙局:P"),
    ("牵头单位:市甲局 责任单位:市乙局 市丙局", "市甲局:L 市乙局:P 市丙局:P"),
    ("责任部门:市甲局,参与单位:市乙局", "市甲局:R 市乙局:P"),
    ("责任单位:市甲局,市乙局、市丙局配合", "市甲局:R 市乙局:P 市丙局:P"),
    ("省甲厅牵头负责,省乙厅、丙厅,各市政府配合", "省甲厅:L 省乙厅:P 丙厅:P 各市政府:P"),
    ("市甲局负责牵头,市乙局参与", "市甲局:L 市乙局:P"),
    ("市甲局会同市乙局、市丙局负责", "市甲局:L 市乙局:P 市丙局:P"),
    ("市甲局(牵头)、市乙局", "市甲局:L 市乙局:P"),
    ("市甲局为牵头单位,市乙局为配合单位", "市甲局:L 市乙局:P"),
    ("牵头领导:某某某;牵头单位:市甲局;责任人:某某", "市甲局:L"),
    ("责任单位:市甲局等部门和单位", "市甲局:R"),
    ("市甲局、人力资源和社会保障局和市乙局负责", "市甲局:R 人力资源和社会保障局:R 市乙局:R"),
    ("市农业农村和水务局、文化和旅游局负责", "市农业农村和水务局:R 文化和旅游局:R"),
    ("责任单位:各县(市、区)政府、市甲局", "各县(市、区)政府:R 市甲局:R"),
    ("责任单位:市甲局,各区、县(市)政府", "市甲局:R 各区、县(市)政府:R"),
    ("责任单位:各区人民政府〈含某某管委会,下同〉、市甲局", "各区人民政府:R 市甲局:R"),
    ("责任单位:市甲局、市卫生\n健康委、市乙局", "市甲局:R 市卫生健康委:R 市乙局:R"),
    ("责任单位：市甲局，市乙局。列第一位的为牵头单位", "市甲局:L 市乙局:P"),
    ("责任单位：市甲局、市乙局，市丙局。第一个逗号前为牵头单位", "市甲局:L 市乙局:L 市丙局:P"),
    ("责任单位：市甲局、市乙局。第一个逗号前为牵头单位", "市甲局:L 市乙局:L"),
    ("责任单位：市甲局。以下均需各县（市、区）政府落实，不再列出", "市甲局:R 各县（市、区）政府:R"),
    ("责任单位：市甲局牵头。以下责任单位均包括市乙局，不再列出", "市甲局:L 市乙局:P"),
    ("责任单位：市甲局，各县区政府，以下均涉及各县区，不再重复列出", "市甲局:R 各县区政府:R"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line_is_split_into_bodies_with_roles(line: str, expected: str) -> None:
    found = read(plan(f"某事项。({line})")).found
    assert " ".join(roles(Claims(found))) == expected
    assert [record.position for record in found] == list(range(len(found)))


def test_departments_and_units_of_a_body_named_together_are_collective() -> None:
    names = Names(CITY, "某某委员会").restore(
        ["委机关各科室", "委属单位", "局直属各单位", "机关各处室", "委员会办公室"]
    )
    assert [name.collective for name in names] == [True, True, True, True, False]


@pytest.mark.parametrize("brackets", ["()", "（）", "〔〕", "[]", "【】"])
def test_every_bracket_may_hold_a_line(brackets: str) -> None:
    found = read(plan(f"某事项。{brackets[0]}责任单位：市甲局、市乙局{brackets[1]}")).found
    assert [record.surface for record in found] == ["市甲局", "市乙局"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某事项。\n责任单位：市甲局、市乙局\n", "市甲局:R 市乙局:R"),
        ("某事项。\n牵头单位：市甲局\n配合单位：市乙局、市丙局\n", "市甲局:L 市乙局:P 市丙局:P"),
        ("某事项。责任单位：市甲局、\n市乙局。", "市甲局:R 市乙局:R"),
        ("某事项。\n市财政局牵头,市教育局配合。", "市财政局:L 市教育局:P"),
        ("某事项。\n由市财政局牵头,市教育局配合。", "市财政局:L 市教育局:P"),
        ("某事项(市财政局、市教育局)", "市财政局:R 市教育局:R"),
        ("某事项。(规划科、医政科,各县区某某局)", "规划科:R 医政科:R 各县区某某局:R"),
        ("某事项。(医政科牵头,委机关各科室、委直属单位)", "医政科:L 委机关各科室:P 委直属单位:P"),
        ("某事项(其一。(责任单位:市甲局、市乙局)", "市甲局:R 市乙局:R"),
        ("某事项。(责任单位:市甲局、市乙局\n", "市甲局:R 市乙局:R"),
        ("某事项。(市财政局、市教\n育局按职责分工负责)", "市财政局:R 市教育局:R"),
        ("甲事(责任单位:市甲局);乙事(责任单位:市乙局)", "市甲局:R 市乙局:R"),
    ],
)
def test_lines_without_a_closing_bracket(text: str, expected: str) -> None:
    assert " ".join(roles(read(plan(text)))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "由某医院牵头组建医联体,市甲局配合,各方参与。",
        "落实相关责任单位和责任人员的任务。",
        "实行党委领导下的院长负责制(试行)。",
        "设立办公室(设在市财政局)。",
        "建设重点专科(眼科、儿科)。",
        "建成一批专科。(含眼科、儿科等)",
        "由三甲医院(某某医院牵头)组建集团,推进下沉。",
        "某事项由市财政局牵头,市教育局配合。",
        "收入(不含药品、耗材)占比提高。",
        "压实牵头单位责任(牵头单位每月报送进展),按时完成。",
    ],
)
def test_running_text_assigns_nothing(text: str) -> None:
    assert read(plan(text)).found == []


def test_what_looks_like_a_line_is_passed_and_what_cannot_be_split_is_unread() -> None:
    claims = read(plan("由医院(某某医院牵头)组建集团。", "某事项。(牵头做好“一站式”服务的统筹并落实好配套)"))
    assert [place.rule for place in claims.passed] == ["bracket_in_running_text"]
    assert [place.rule for place in claims.unread] == ["line_not_split"]


def test_a_remark_holds_for_later_lines_that_print_no_role() -> None:
    claims = read(
        plan(
            "甲。(责任单位:市甲局、市乙局)",
            "乙。(责任单位:市甲局、市乙局。列第一位的为牵头单位,下同)",
            "丙。(责任单位:市丙局、市丁局)",
            "丁。(责任单位:市丙局,市丁局配合)",
        )
    )
    assert " ".join(roles(claims)) == (
        "市甲局:R 市乙局:R 市甲局:L 市乙局:P 市丙局:L 市丁局:P 市丙局:R 市丁局:P"
    )  # fmt: skip


def test_a_remark_without_from_here_holds_for_its_own_line_only() -> None:
    claims = read(plan("乙。(责任单位:市甲局、市乙局。列第一位的为牵头单位)", "丙。(责任单位:市丙局)"))
    assert roles(claims) == ["市甲局:L", "市乙局:P", "市丙局:R"]


def test_a_line_of_a_section_holds_for_its_items_only() -> None:
    claims = read(plan("甲事。", "乙事。(市乙局负责)", above="一、某工作(牵头单位:市甲局)\n"))
    assert [(record.measure, record.surface) for record in claims.found] == [
        ("d/1.1", "市甲局"), ("d/1.2", "市甲局"), ("d/1.2", "市乙局"),
    ]  # fmt: skip


RESTORED = [
    (CITY, "市委组织部 宣传部 市民政局 卫生健康体育委", "某市委组织部 某市委宣传部 某市民政局 某市卫生健康体育委"),
    (CITY, "市委改革办 编办 市财政局 编办", "某市委改革办 某市委编办 某市财政局 某市编办"),
    (CITY, "市教育局 政法委 财政局", "某市教育局 某市委政法委 某市财政局"),
    (CITY, "团市委 市总工会 市妇联", "共青团某市委 某市总工会 某市妇联"),
    (CITY, "市场监管局 市市场监管局 市政府办", "某市市场监管局 某市市场监管局 某市政府办"),
    (CITY, "国家税务总局某市税务局 某市海关 省卫生健康委", "国家税务总局某市税务局 某市海关 某省卫生健康委"),
    (CITY, "各县(市、区)政府 市直有关部门 相关科室", "某市各县(市、区)政府 某市直有关部门 某市相关科室"),
    (CITY, "某某控股集团 开发区管委会", "某市某某控股集团 某市开发区管委会"),
    (
        PROVINCE,
        "团省委 省教育厅 科技厅 省委组织部 财政厅",
        "共青团某省委 某省教育厅 某省科技厅 某省委组织部 某省财政厅",
    ),
    (PROVINCE, "各设区市人民政府 某某新区管委会 人行某省分行", "某省各设区市人民政府 某省某某新区管委会 人行某省分行"),
    (PREFECTURE, "州委组织部 州财政局 团州委", "某某自治州委组织部 某某自治州财政局 共青团某某自治州委"),
    (DISTRICT, "区委宣传部 区财政局 区域发展局 团区委", "某区委宣传部 某区财政局 某区区域发展局 共青团某区委"),
]


@pytest.mark.parametrize(("place", "printed", "expected"), RESTORED)
def test_names_are_restored(place: Place, printed: str, expected: str) -> None:
    assert [named.institution for named in Names(place).restore(printed.split())] == expected.split()


def test_departments_stand_in_the_own_body_and_bodies_of_the_city_do_not() -> None:
    names = Names(CITY, "卫生健康委员会").restore(["机关党办", "医政医管科", "办公室", "医保局", "相关科室"])
    assert [named.institution for named in names] == [
        "某市卫生健康委员会机关党办", "某市卫生健康委员会医政医管科", "某市卫生健康委员会办公室",
        "某市医保局", "某市相关科室",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("issuer", "text", "printed", "expected"),
    [
        ("某市卫生健康委员会", "", [], "卫生健康委员会"),
        ("某市人民政府办公室", "各县区卫生健康局", ["甲科"], None),
        (None, "全市卫生健康工作。各县区卫生健康局", ["疾控科", "规财科", "各县区卫生健康局"], "卫生健康委员会"),
        (None, "各县(市、区)教育局", ["人事科"], "教育局"),
        (None, "各县区卫生健康局", ["市财政局", "市教育局"], None),
        (None, "没有自己的名字", ["疾控科"], None),
    ],
)
def test_the_own_body(issuer: str | None, text: str, printed: list[str], expected: str | None) -> None:
    assert own_body(issuer, "某市", text, printed) == expected


def test_unknown_bodies_come_with_near_names() -> None:
    found = read(plan("甲事。(责任单位:市卫生健康旅游委、市财政局、各相关部门)")).found
    assert list(unknown_bodies(found)) == ["某市卫生健康旅游委"]
    assert "卫生健康委" in unknown_bodies(found)["某市卫生健康旅游委"]


BODIES = st.lists(
    st.sampled_from(["市甲局", "市乙委", "团市委", "各县(市、区)政府", "人力资源和社会保障局", "市委编办", "某市海关"]),
    min_size=1, max_size=8, unique=True,
)  # fmt: skip


@given(BODIES, st.sampled_from("、,，"), st.sampled_from(["", "牵头", "负责", "等按职责分工负责"]))
def test_joined_bodies_are_split_again(bodies: list[str], pause: str, closing: str) -> None:
    line = pause.join(bodies) + closing
    reading = read_line(line)
    assert [line[item.start : item.end] for item in reading.items] == bodies
    assert {item.role for item in reading.items} == {"lead" if closing == "牵头" else "responsible"}


@given(st.text("市甲局、,，。;:：()（）责任单位牵头配合下同等和 \n2031年", max_size=60))
def test_any_words_give_spans_inside_them(words: str) -> None:
    reading = read_line(words)
    assert all(0 <= item.start < item.end <= len(words) for item in reading.items)
    for record in read(plan(words)).found:
        assert record.surface == "".join(words[record.start : record.end].split())


@pytest.mark.parametrize("name", ["nanchang", "datong", "jiaxing"])
def test_the_open_gold(name: str, corpus: Path, gold: Path) -> None:
    wanted = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))["responsibilities"]
    found = read(read_plan(corpus / f"{name}.txt")).found
    keys = [{(r["start"], r["end"], r["institution"], r["role"]) for r in wanted if not r.get("optional")}]
    keys.append({(r.start, r.end, r.institution, r.role) for r in found})
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    "words", ["(", "(甲", "\n", "责任单位:", "市教育局、", "市教育局 ", "((市教育局)", "。;", "列第一位的为"]
)
def test_time_grows_no_faster_than_the_text(words: str) -> None:
    def seconds(length: int) -> float:
        text = plan(words * (length // len(words)))
        start = time.perf_counter()
        read(text)
        return time.perf_counter() - start

    seconds(2_000)
    assert min(seconds(40_000) for _ in range(3)) < 40 * max(min(seconds(5_000) for _ in range(3)), 0.002)
