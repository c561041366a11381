"""Reform models: wordings and near misses of the codebook, stances by the verb that acts, one record a measure."""

import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codebooks import stances as stances_book
from codebooks.models import Model, all_faults, cores, model, models
from codebooks.reading import CodebookError
from codebooks.stances import STANCES as KINDS
from codebooks.stances import cues
from graph.facts import Place, Stance
from loaders import read_plan
from loaders.fold import fold
from loaders.plan import Plan, Section, Source
from loaders.rules.models import read

PLACE = Place(name="某市", code=None, level="city", province="某省", province_code=None, basis="given")
OF_MODEL = [(each, words) for each in models() for words in each.examples]
NO_MODEL = [(each, words) for each in models() for words in each.near_misses]
VARIANTS = [(each, variant) for each in models() for variant in each.variants]


def plan_of(text: str, kind: str = "task", heading: int = 0) -> Plan:
    """A plan of one measure (or goal section) that is the whole text; ``heading`` characters are its heading."""
    section = Section(
        id="d/1", document="d", number="", title="", parents=(), kind=kind, is_measure=kind == "task", above=None,
        start=0, title_start=0, body=heading, own_end=len(text), end=len(text), rule="test",
    )  # fmt: skip
    return Plan(Source("text", "txt", text, fold(text), ""), PLACE, (), (section,))


def stances(text: str) -> dict[str, str]:
    return {each.model: each.stance for each in read(plan_of(text)).found}


@pytest.mark.parametrize(("entry", "words"), OF_MODEL, ids=lambda each: getattr(each, "key", each))
def test_an_example_of_the_codebook_is_found(entry: Model, words: str) -> None:
    assert entry.key in stances(f"推进{words}。公立医院、医保、药品。")


@pytest.mark.parametrize(("entry", "words"), NO_MODEL, ids=lambda each: getattr(each, "key", each))
def test_a_near_miss_of_the_codebook_is_not_found(entry: Model, words: str) -> None:
    assert entry.key not in stances(f"推进{words}。医保、药品。")


@pytest.mark.parametrize(
    "text", ["科研经费结余留用。", "建设出海双通道。", "推进企业集采平台建设。", "健全绩效评价机制。", "落实总额预算。"]
)
def test_names_that_other_fields_use_are_no_models_there(text: str) -> None:
    assert not stances(text)


@pytest.mark.parametrize(("entry", "variant"), VARIANTS, ids=lambda each: each.key)
def test_variants_are_told_apart(entry, variant) -> None:
    for words in variant.examples:
        assert entry.variant_of(words, words) == variant.key
    for words in variant.near_misses:
        assert entry.variant_of(words, words) != variant.key


def test_every_model_is_complete() -> None:
    assert len({each.key for each in models()}) == len(models())
    assert sum(not each.apart for each in models()) == 30, "the annotators' closed list"
    for each in models():
        assert each.zh and each.en and each.definition and each.examples and each.near_misses
    assert set(KINDS) - {"setting"} < set(get_args(Stance))
    assert set(cues().kinds) == set(KINDS)


@pytest.mark.parametrize(("entry", "words"), OF_MODEL, ids=lambda each: getattr(each, "key", each))
def test_every_name_holds_a_core_that_leads_to_its_model(entry: Model, words: str) -> None:
    match = entry.wording.search(f"{words}。公立医院")
    assert match is not None
    assert any(entry in cores().models[core] for core in entry.cores if core in match[0])


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError, match="no model"):
        model("nonsense")


STANCES = [
    ("深化紧密型县域医共体建设。", "county_consortium", "promote"),
    ("建立健全现代医院管理制度。", "modern_hospital", "establish"),
    ("打造省级区域医疗中心。", "regional_center", "establish"),
    ("加快推进区域医疗中心创建工作。", "regional_center", "promote"),
    ("支持打造中西医协同病房。", "tcm_western", "establish"),
    ("引进优质医养结合机构。", "medical_elderly", "establish"),
    ("探索对医院院长实行年薪制。", "annual_salary", "explore"),
    ("鼓励对总会计师实行年薪制。", "annual_salary", "promote"),
    ("开展城市医疗集团试点工作。", "city_group", "pilot"),
    ("在两个县试点探索医防协同机制。", "medical_preventive", "pilot"),
    ("参加试点,推进智慧医院建设。", "smart_hospital", "promote"),
    ("在县域医共体内统一用药目录。", "county_consortium", "mention"),
    ("依托县域医共体和城市医疗集团,管好慢性病。", "city_group", "mention"),
    ("对城市医疗集团和县域医共体实行总额预算。", "county_consortium", "mention"),
    ("对城市医疗集团和县域医共体实行总额预算。", "global_budget", "promote"),
    ("完善城市医疗集团和县级医疗集团运行绩效考核办法。", "city_group", "mention"),
    ("完善县域医共体信息平台。", "county_consortium", "mention"),
    ("县级医疗集团统筹使用编制。", "county_consortium", "mention"),
    ("以家庭医生签约服务为抓手,管好老人。", "family_doctor", "mention"),
    ("建立以按病种分值付费为主的支付办法。", "dip", "establish"),
    ("把分级诊疗落到实处。", "tiered_care", "promote"),
    ("坚持医防融合。", "medical_preventive", "mention"),
    ("实行总额付费,加强考核,结余留用、合理超支分担。", "retained_surplus", "promote"),
    ("建成符合标准的社区医院。", "community_hospital", "establish"),
    ("在开展员额制试点工作的基础上,探索推行员额制。", "headcount_pool", "explore"),
    ("打造全专结合、医防结合、医养结合样板。", "medical_elderly", "establish"),
    ("结合医保DRG付费,改进病案管理。", "drg", "mention"),
    ("稳妥有序调整医疗服务价格。", "price_adjustment", "promote"),
    ("到2030年,分级诊疗制度基本建立。", "tiered_care", "establish"),
    ("现代医院管理制度更加完善。", "modern_hospital", "promote"),
    ("对慢性病患者开具长处方。", "long_term_prescription", "promote"),
    ("开展对口支援、远程医疗。", "internet_health", "promote"),
    ("推进家庭医生签约与医养结合服务。", "medical_elderly", "promote"),
    ("加强与县域医共体的联系。", "county_consortium", "mention"),
    ("市级医院分别与县医疗集团建立合作关系。", "county_consortium", "mention"),
    ("优化资源布局和分级诊疗。", "tiered_care", "promote"),
    ("某某建设委员会负责家庭医生签约服务。", "family_doctor", "mention"),
    ("积极谋划互联网医院发展。", "internet_health", "promote"),
    ("做强做优县域医共体。", "county_consortium", "promote"),
    ("用足用好医保结余留用政策。", "retained_surplus", "promote"),
    ("引入智慧医院建设团队。", "smart_hospital", "establish"),
    ("整合型的医共体更受欢迎。", "county_consortium", "mention"),
    ("精细化的日间手术管理有成效。", "day_surgery", "mention"),
]


@pytest.mark.parametrize(("text", "key", "stance"), STANCES)
def test_the_stance_is_that_of_the_verb_that_acts(text: str, key: str, stance: str) -> None:
    assert stances(text)[key] == stance


@pytest.mark.parametrize("verb", ["取消", "停止", "严禁", "不得"])
def test_a_verb_that_ends_gives_polarity_ends_and_no_stance(verb: str) -> None:
    (found,) = read(plan_of(f"{verb}对单个医院实行总额付费。")).found
    assert (found.polarity, found.stance) == ("ends", "mention")


def test_what_only_surrounds_an_ended_thing_is_not_ended() -> None:
    found = {each.model: each.polarity for each in read(plan_of("取消对医共体内单个机构实行总额付费。")).found}
    assert found == {"county_consortium": "does", "global_budget": "ends"}


def test_one_record_a_measure_with_the_first_place_and_the_first_acting_stance() -> None:
    text = "依托县域医共体开展巡诊。推进县域医共体建设。打造县域医共体。"
    (found,) = read(plan_of(text)).found
    assert (found.start, found.quote, found.stance) == (2, "县域医共体", "promote")


def test_names_in_titles_are_passed_over() -> None:
    claims = read(plan_of("落实《某省分级诊疗实施方案》要求。"))
    assert not claims.found
    assert [each.rule for each in claims.passed] == ["model_in_title"]
    assert not stances("落实《关于印发《某办法》推进分级诊疗的通知》要求。")


def test_bare_headings_of_sections_do_not_count_but_heading_phrases_of_measures_do() -> None:
    text = "推进分级诊疗。其他工作。"
    assert read(plan_of(text, "task", 7)).found
    assert not read(plan_of(text, "goal", 7)).found
    assert read(plan_of("总体要求。" + text, "goal", 5)).found
    assert read(plan_of("推进分级诊疗。", "goal", 7)).found
    assert not read(plan_of("推进分级诊疗", "goal", 6)).found
    parent = replace(plan_of(text, "task", 7).sections[0], is_measure=False)
    assert not read(replace(plan_of(text), sections=(parent,))).found


def test_sections_that_look_back_are_no_goal_sections() -> None:
    text = "组建医共体12个,家庭医生签约率达到60%。"
    plan = plan_of(text, "goal", 0)
    assert read(plan).found
    for title, parents in (("发展基础", ()), ("取得的成效", ("规划背景",)), ("第一节 主要指标", ("现状与形势",))):
        section = replace(plan.sections[0], title=title, parents=parents)
        assert not read(replace(plan, sections=(section,))).found


def test_full_width_signs_are_read_like_half_width_ones() -> None:
    (found,) = read(plan_of("发展“互联网＋医疗健康”服务，开展ＤＲＧ付费。")).found[:1]
    assert found.model == "internet_health"
    assert found.quote.startswith("“互联网＋")


QUOTED = [
    ("推广“县管乡用、乡聘村用”做法。", "县管乡用"),
    ("推广“县管乡用”做法。", "“县管乡用”"),
    ('落实"两个允许"要求。', '"两个允许"'),
    ('落实"两个允许、一个统筹"要求。', "两个允许"),
    ("推进“互联网+健康某市”平台建设。", "互联网+健康"),
    ("推进“互联网+”医疗健康服务。", "“互联网+”医疗健康服务"),
]


@pytest.mark.parametrize(("text", "quote"), QUOTED)
def test_a_quote_holds_both_quotation_marks_or_neither(text: str, quote: str) -> None:
    assert [each.quote for each in read(plan_of(text)).found] == [quote]


@given(
    st.lists(
        st.sampled_from([words for _, words in OF_MODEL] + ["推进", "。", ",", "《", "》", "在", "试点"]), max_size=12
    )
)
def test_every_quote_is_the_text_at_its_place(parts: list[str]) -> None:
    text = "".join(parts)
    claims = read(plan_of(text))
    assert all(text[each.start : each.end] == each.quote != "" for each in claims.found)
    assert len({each.model for each in claims.found}) == len(claims.found)


def test_figures_on_the_open_gold(corpus: Path, gold: Path) -> None:
    wanted, found = {}, {}
    for file in sorted(gold.glob("*.json")):
        records = json.loads(file.read_text(encoding="utf-8"))["models"]
        wanted |= {(file.stem, r["measure"], r["model"]): r["stance"] for r in records if not r.get("optional")}
        mentions = read(read_plan(corpus / f"{file.stem}.txt")).found
        found |= {(file.stem, each.measure, each.model): each.stance for each in mentions}
    both = wanted.keys() & found.keys()
    assert 2 * len(both) / (len(wanted) + len(found)) >= 0.97
    assert sum(wanted[key] == found[key] for key in both) / len(both) >= 0.95


def test_all_faults_of_the_list_of_models_are_said_at_once() -> None:
    entry = {
        "zh": "甲",
        "en": "A",
        "definition": "A.",
        "wordings": ["甲"],
        "cores": ["甲"],
        "examples": ["甲"],
        "near_misses": ["乙"],
    }
    without = {key: value for key, value in entry.items() if key not in ("en", "examples")}
    bad = {"one": {**entry, "wordings": []}, "two": {**without, "wording": ["甲"]}, "three": ["甲"]}
    faults = "\n".join(all_faults(bad))
    for said in (
        "one: wordings is empty",
        "two lacks 'en'",
        "two lacks 'examples'",
        "unknown key 'wording'",
        "three is",
    ):
        assert said in faults
    assert all_faults({"one": entry}) == []


def test_a_stance_word_that_begins_with_a_sign_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {kind: ["推进"] for kind in (*KINDS, "ends")} | {"pilot": ["(?:开展)?试点"]}
    monkeypatch.setattr(stances_book, "book", lambda name: words)
    with pytest.raises(CodebookError, match=r"pilot: .* begins with a sign"):
        cues.__wrapped__()
