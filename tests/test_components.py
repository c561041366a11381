"""Components are found where a measure does them, and near misses are not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codebooks import components
from codebooks.component_parts import Part
from codebooks.component_words import cores
from codebooks.components import all_parts, component_models
from codebooks.reading import CodebookError
from loaders import read_plan
from loaders.rules import components as rule
from loaders.rules.components import Item, places, polarity_of, words_end

PARTS = [
    (f"{model.key}.{component.key}.{part.key}", part)
    for model in component_models().values()
    for component in model.components
    for part in component.parts
]
EXAMPLES = [(name, part, text) for name, part in PARTS for text in part.examples]
NEAR_MISSES = [(name, part, text) for name, part in PARTS for text in part.near_misses]


def polarities(part: Part, words: str, heading: str = "") -> set[str]:
    """The polarities that a part gets in an item of these words."""
    folded = f"{heading}。{words}" if heading else words
    body = len(heading) + 1 if heading else 0
    return {polarity for _, _, polarity in places(Item(folded, 0, body, len(folded)), part) if polarity}


@pytest.mark.parametrize(("name", "part", "text"), EXAMPLES, ids=str)
def test_an_example_is_found(name: str, part: Part, text: str) -> None:
    assert polarities(part, text + "。") == {"does"}, f"{name} does not find {text}"


@pytest.mark.parametrize(("name", "part", "text"), NEAR_MISSES, ids=str)
def test_a_near_miss_is_not_found(name: str, part: Part, text: str) -> None:
    assert "does" not in polarities(part, text + "。"), f"{name} finds {text}"


@pytest.mark.parametrize(("name", "part", "text"), EXAMPLES, ids=str)
def test_what_is_found_holds_a_core(name: str, part: Part, text: str) -> None:
    assert any(core in found[0] for found in part.wording.finditer(text) for core in part.cores), name
    assert {core for core in part.cores if core in text} & set(cores().parts)


def test_every_part_has_an_example_and_a_near_miss() -> None:
    assert [name for name, part in PARTS if not (part.examples and part.near_misses)] == []


def part_of(component: str, part: str) -> Part:
    return next(found for name, found in PARTS if name == f"sanming.{component}.{part}")


@pytest.mark.parametrize(
    ("before", "polarity"),
    [
        ("取消对单一机构实行", "ends"),
        ("严禁", "ends"),
        ("不得以任何理由停止", "ends"),
        ("推进", "does"),
        ("取消药品加成、同步调整", "does"),
        ("", "does"),
    ],
)
def test_polarity(before: str, polarity: str) -> None:
    assert polarity_of(before) == polarity


def test_an_ending_verb_reaches_only_its_clause() -> None:
    part = part_of("consortium_pooled_payment", "pooled")
    assert polarities(part, "取消对医共体内单个卫生院的总额付费。") == {"ends"}
    assert polarities(part, "取消单个机构的限额,对医共体实行总额付费。") == {"does"}


def test_linkage_in_a_heading_alone_is_none() -> None:
    named = part_of("linkage", "named")
    assert polarities(named, "做好相关工作。", heading="深化三医联动改革") == set()
    assert polarities(named, "推进三医联动改革。", heading="深化改革") == {"does"}


def test_a_chinese_medicine_item_speaks_of_chinese_medicine_only() -> None:
    heading = "促进中医药发展"
    assert polarities(part_of("payment_reform", "reform"), "推进医保支付方式改革。", heading) == set()
    assert polarities(part_of("payment_reform", "chinese_medicine"), "推进医保支付方式改革。", heading) == {"does"}


def test_the_closing_line_is_not_read() -> None:
    words = "完善协管员队伍管理。(综合监管科牵头,相关科室按职责分工负责)"
    assert words[: words_end(words, 0, len(words))] == "完善协管员队伍管理。"
    words = "完善制度(含配套措施)后抓好落实。"
    assert words_end(words, 0, len(words)) == len(words)


@given(st.text(alphabet="医保集采中带量购,。;、取消推进(责任单位:)负牵头", max_size=200))
def test_places_lie_inside_the_item_in_order(text: str) -> None:
    end = words_end(text, 0, len(text))
    assert 0 <= end <= len(text)
    for _, part in PARTS:
        found = [(start, stop) for start, stop, _ in places(Item(text, 0, 0, end), part)]
        assert found == sorted(found)
        assert all(0 <= start < stop <= end for start, stop in found)


def test_a_bad_codebook_is_refused_with_every_fault_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    part = {
        "zh": "",
        "en": "",
        "cores": ["a"],
        "wordings": ["(open"],
        "heading": True,
        "examples": [],
        "near_misses": [],
    }
    entry = {
        "tier": "core",
        "zh": "",
        "en": "",
        "definition": "",
        "listed_in": ["none"],
        "done": [["b"]],
        "partial": [],
    }
    entries = {"first": entry | {"parts": {"a": part}}, "second": {"tier": "core"}}
    monkeypatch.setattr(components, "book", lambda name: {"documents": {}})
    files = {"model": {"named_above": 3, "components": entries}, "other": {"named_by": ["sanming"], "components": {}}}
    monkeypatch.setattr(components, "_model_files", lambda: files)
    with pytest.raises(CodebookError) as error:
        component_models.__wrapped__()
    faults = str(error.value)
    for words in (
        "no document 'none'",
        "no part 'b'; it has a",
        "'(open' is no regular",
        "model.second: lacks 'parts'",
        "components/model.yaml: named_by: no model 'model'",
        "other: lacks 'named_above'",
        "other: lacks 'zh'",
    ):
        assert words in faults


def test_a_mention_may_begin_with_the_verb_that_does() -> None:
    assert polarity_of("取消药品加成、", "调整医疗服务价格") == "does"
    assert polarity_of("取消", "调整医疗服务价格的权限") == "ends"


def test_seeking_round_cores_misses_nothing(corpus: Path) -> None:
    """What is read by cores and sentences is what seeking every part in every whole measure finds."""
    for path in sorted(corpus.glob("*.txt")):
        plan = read_plan(path)
        found = {(each.measure, each.model, each.component, each.part) for each in rule.read(plan).found}
        for section in plan.sections:
            if section.is_measure and section.id:
                end = words_end(plan.folded, section.body, section.own_end)
                item = Item(plan.folded, section.title_start, section.body, end)
                for key, part in all_parts().items():
                    does = any(polarity for _, _, polarity in places(item, part))
                    assert does == ((section.id, *key) in found), (path.name, section.id, key)
