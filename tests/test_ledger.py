"""Strict reading: every clause is read, ignored by a named rule or unread; broken expectations are told."""

import dataclasses
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import plan as written

from codebooks import reading as codebooks
from codebooks.reading import CityEntry, find_place
from graph.facts import PlanFacts
from loaders import LoadError, read_plan
from loaders.claims import claims_of
from loaders.expectations import Broken, broken, refuse_unexpected
from loaders.facts import facts_of
from loaders.fold import fold
from loaders.ledger import CLAUSE, Entry, ledger
from loaders.plan import Passed, Plan, Source
from loaders.reading import plan_of
from loaders.terms import terms


def source(text: str) -> Source:
    return Source(name="plan.txt", format="text", text=text, folded=fold(text), sha256="0" * 64)


def read(text: str) -> Plan:
    return plan_of(source(text), city="绍兴市")


def entries(text: str) -> list[tuple[str, Entry]]:
    plan = read(text)
    return [(text[entry.start : entry.end], entry) for entry in ledger(plan, claims_of(plan))]


def state_of(text: str, words: str) -> tuple[str, str]:
    """State and rule of the clause that holds these words."""
    return next((entry.state, entry.rule) for clause, entry in entries(text) if words in clause)


TASKS = "某市健康工作方案\n一、主要任务\n(一)办好医院。{}\n(二)改善服务。优化流程。\n"


@pytest.mark.parametrize(
    ("words", "clause", "state", "rule"),
    [
        ("新建医院2所。", "新建医院2所", "read", "target"),
        ("持续优化流程。", "持续优化流程", "ignored", "narration"),
        ("改造现有20个仓库。", "改造现有20个", "ignored", "target_present_state"),
        ("落实《某省健康方案》。", "落实《某省", "read", "citations"),
        ("(责任单位:市卫生健康委)", "责任单位", "read", "labelled_bracket"),
        ("做好服务。", "(一)办好医院", "read", "heading_numbered"),
    ],
)
def test_what_becomes_of_a_clause(words: str, clause: str, state: str, rule: str) -> None:
    found, by = state_of(TASKS.format(words), clause)
    assert found == state and by.startswith(rule)


def test_a_mark_that_no_rule_settled_makes_its_clause_unread() -> None:
    plan = read(TASKS.format("新建医院2所和诊所3所。"))
    claims = claims_of(plan)
    assert len(claims.targets.found) == 2
    claims.targets.found.pop()
    kept = [entry for entry in ledger(plan, claims) if entry.state == "unread"]
    assert [entry.rule for entry in kept] == ["number_not_read"]
    claims.targets.passed.append(Passed("target_name", kept[0].start, kept[0].end))
    assert all(entry.state != "unread" for entry in ledger(plan, claims))


def test_an_assignment_without_a_body_and_a_place_that_a_rule_gave_up_on_are_unread() -> None:
    plan = read(TASKS.format("新建医院。(责任单位:市卫生健康委)"))
    claims = claims_of(plan)
    claims.responsibilities.found.clear()
    section = next(one for one in plan.sections if one.is_measure)
    claims.targets.unread.append(Passed("number_without_rule", section.body, section.body + 2))
    reasons = [item.reason for item in facts_of(plan, "plan", claims, lambda _: {}).unread]
    assert reasons == ["number_without_rule", "assignment_without_body"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["建成2所", "《某省方案》", "，", "。", "\n", "全覆盖", "(二)", "附件:", "(责任单位:市财政局)", " ", "优化"]
        )
    )
)
def test_every_clause_stands_in_the_ledger_once(pieces: list[str]) -> None:
    plan = read(TASKS.format("".join(pieces)))
    found = list(ledger(plan, claims_of(plan)))
    assert [(entry.start, entry.end) for entry in found] == [
        one.span() for one in CLAUSE.re.finditer(plan.source.folded)
    ]
    assert all(entry.state in ("read", "ignored", "unread") and entry.rule for entry in found)
    unread = [entry for entry in found if entry.state == "unread"]
    assert list(ledger(plan, claims_of(plan), only_unread=True)) == unread
    covered = {place for entry in found for place in range(entry.start, entry.end)}
    assert all(place in covered for place, char in enumerate(plan.source.folded) if char not in " \n,;。!?")


def rules(plan: Plan) -> list[tuple[str, str]]:
    return [(item.rule, plan.text[item.start : item.end][:6].rstrip("。")) for item in broken(plan, claims_of(plan))]


def test_numbers_that_are_left_out_or_repeated_are_told() -> None:
    items = "".join(f"({number}){name}事。做好。\n" for number, name in ("一甲", "三乙", "三丙"))
    text = f"某市健康工作方案\n一、主要任务\n{items}二、保障\n(一)丁事。做好。\n"
    assert rules(read(text)) == [("number_gap", "(三)乙事"), ("number_gap", "(三)丙事")]


def test_a_measure_without_a_responsibility_is_told_where_most_have_one() -> None:
    line = "({})办好{}。做好服务。(责任单位:市卫生健康委)\n"
    tasks = "".join(line.format(number, "甲乙丙丁"[place]) for place, number in enumerate("一二三四"))
    bare = "(五)办好戊。做好服务。\n"
    assert rules(read(f"某市健康工作方案\n一、主要任务\n{tasks}{bare}")) == [
        ("measure_without_responsibility", "(五)办好戊")
    ]
    assert rules(read(f"某市健康工作方案\n一、主要任务\n{tasks.replace('(责任单位:市卫生健康委)', '', 2)}{bare}")) == []


def test_an_announced_annex_and_a_plan_without_measures_are_told(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(written("绍兴市", "浙江省") + "\n附件:绍兴市重点指标体系\n", encoding="utf-8")
    assert [rule for rule, _ in rules(read_plan(file))] == ["annex_not_held"]
    goals = read("某市健康工作方案\n一、总体要求\n坚持以人民健康为中心。\n")
    assert [rule for rule, _ in rules(goals)] == ["no_measures"]
    assert all(isinstance(item, Broken) and item.sentence for item in broken(goals, claims_of(goals)))


def test_a_count_that_a_known_text_should_not_have_refuses_the_plan() -> None:
    facts = facts_of(read(TASKS.format("新建医院2所。")), "plan", count=lambda _: {})
    place = find_place("绍兴市")
    assert place is not None
    known = CityEntry(place, "plan", "0" * 64, None, {"measures": (2, 3), "targets": (1, 1)})
    refuse_unexpected(facts, None)
    refuse_unexpected(facts, known)
    with pytest.raises(LoadError, match=r"plan\.txt: 2 measures found, 3 to 4 wanted by codebooks/cities"):
        refuse_unexpected(facts, dataclasses.replace(known, expected={"measures": (3, 4)}))


def test_what_is_expected_of_known_texts_are_kinds_of_records() -> None:
    for file in sorted((Path(codebooks.HERE) / "cities").glob("*.yaml")):
        for text in codebooks.book(f"cities/{file.stem}")["texts"]:
            for kind, (least, most) in text.get("expected", {}).items():
                assert kind in PlanFacts.model_fields and 0 <= least <= most, f"{file.name}: {kind}"


def test_unread_clauses_are_those_of_the_ledger_in_real_texts(corpus: Path, samples: Path) -> None:
    for file in sorted([*corpus.glob("*.txt"), *samples.glob("*.docx"), *samples.glob("*opc.html")]):
        plan = read_plan(file, "海南省" if "annex" in file.name else None)
        claims = claims_of(plan)
        whole = [entry for entry in ledger(plan, claims) if entry.state == "unread"]
        assert list(ledger(plan, claims, only_unread=True)) == whole, file.name


@pytest.mark.parametrize("words", ["〔2024〕1号", "《某省方案》、", " ", "1-2-", "责任单位:", "a1.5"])
def test_a_line_of_a_hundred_thousand_characters_takes_no_longer_than_many_lines(words: str) -> None:
    """Each of these once took time by the square of the line's length: minutes, where a second is wanted."""
    text = TASKS.format(words * (100_000 // len(words)))
    plan = read(text)
    claims = claims_of(read(TASKS.format("")))  # of another text: nothing settles a mark
    began = time.perf_counter()
    list(ledger(plan, claims))
    terms(text)
    assert time.perf_counter() - began < 10
