"""Alignment: what is the same, related or different, told of invented plans; equal in any order, and cached by pair."""

import json
from functools import cache
from pathlib import Path

import pytest

from bench.judged import GRADES, JUDGED, judged, kappa
from compare import Pieces, derive
from compare.alignment import alignments
from compare.alignment.features import FEATURES
from compare.alignment.profile import named_things
from compare.alignment.rule import WEIGHTS, rule, score, verdict
from graph.derived.alignment import AlignmentFact
from graph.facts import PlanFacts
from loaders.facts import facts_of
from loaders.fold import fold
from loaders.plan import Source
from loaders.reading import plan_of

PLAN = """{city}卫生健康工作方案

一、主要任务

{items}

二、保障措施

(一)加强组织领导。各级政府要落实责任,把卫生健康工作列入重要议事日程。
"""
DATA = Path(__file__).resolve().parent.parent / "data"
LABELS = "一二三四五六七八九"
PAYMENT = "深化医保支付方式改革。推行按病种分值付费。(牵头单位:市医保局)"
PAYMENT_TOO = "推进医保支付方式改革。实行DRG付费,完善按病种付费办法。(牵头单位:市医保局;配合单位:市财政局)"
PRICES = "理顺医疗服务价格。建立医疗服务价格动态调整机制。(牵头单位:市医保局)"
CONSORTIA = "建设紧密型县域医共体。推进县域医共体统一管理,对医共体实行医保基金总额付费。(牵头单位:市卫生健康委)"
FAMILY = "做实家庭医生签约服务。到2025年,家庭医生签约率达到40%以上。(牵头单位:市卫生健康委)"
FAMILY_TOO = "改革完善家庭医生制度。推进家庭医生签约服务提质扩面,到2026年签约率达到60%以上。(牵头单位:市卫生健康委)"
FOOD = "加强食品安全工作。开展食源性疾病监测。(牵头单位:市市场监管局)"


TIERED = "推进分级诊疗制度建设。完善分级诊疗,落实基层首诊、双向转诊。"
REFERRAL = "促进服务连续。推进分级诊疗,健全双向转诊标准。加强宣传。"
TIERED_IN_A_LIST = "推进中医药事业发展。健全中医馆建设、分级诊疗、药品供应保障。"
TIERED_OPENS_A_LIST = "改善服务。推进分级诊疗、中医馆建设、药品供应保障。"
TIERED_IN_A_CLAUSE = "建设中医药强市。建设中医馆,提升中医药服务能力,培养中医药人才,促进分级诊疗。"


@cache
def plan(city: str, *items: str) -> PlanFacts:
    lines = "\n\n".join(f"({LABELS[place]}){item}" for place, item in enumerate(items))
    text = PLAN.format(city=city, items=lines)
    source = Source(name=f"{city}.txt", format="text", text=text, folded=fold(text), sha256="0" * 64)
    return facts_of(plan_of(source, city=city), city)


def of(*plans: PlanFacts) -> list[AlignmentFact]:
    return alignments(plans, Pieces())


def told(one: str, other: str) -> str | None:
    """The verdict on the only tasks of two plans."""
    facts = of(plan("绍兴市", one), plan("金华市", other))
    pair = [fact for fact in facts if {fact.first.measure, fact.second.measure} == {"d/1.1"}]
    return pair[0].verdict if pair else None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (PAYMENT, PAYMENT, "same"),
        (PAYMENT, PAYMENT_TOO, "same"),
        (FAMILY, FAMILY_TOO, "same"),
        (PAYMENT, CONSORTIA, "related"),
        (PAYMENT, FOOD, None),
        (FAMILY, PRICES, None),
        (CONSORTIA, FOOD, None),
        (TIERED, REFERRAL, "same"),
        (TIERED, TIERED_IN_A_LIST, "related"),
        (TIERED, TIERED_OPENS_A_LIST, "same"),
        (TIERED, TIERED_IN_A_CLAUSE, "related"),
    ],
)
def test_verdicts(one: str, other: str, expected: str | None) -> None:
    assert told(one, other) == expected
    assert told(other, one) == expected


def test_a_fact_says_how_and_in_what_they_differ() -> None:
    facts = of(plan("绍兴市", FAMILY), plan("金华市", FAMILY_TOO))
    pair = next(fact for fact in facts if fact.first.measure == "d/1.1" == fact.second.measure)
    assert (pair.first.city, pair.second.city) == ("绍兴市", "金华市")
    assert pair.rule == "alignment.levers_and_words.same" and set(pair.inputs) == set(FEATURES)
    assert {"model:family_doctor"} <= set(pair.named) and "家庭" in "".join(pair.shared)
    assert (pair.first.deadline, pair.second.deadline) == (2025, 2026)
    assert pair.differs == ["target", "deadline"] and pair.first.functions == ["health"]
    other = next(
        fact for fact in of(plan("绍兴市", PAYMENT), plan("金华市", PAYMENT.replace("医保局", "财政局")))
        if fact.first.measure == "d/1.1" == fact.second.measure
    )  # fmt: skip
    assert other.differs == ["institution"]


def test_the_places_stand_in_the_measures() -> None:
    plans = {facts.key: facts for facts in (plan("绍兴市", PAYMENT, FAMILY), plan("金华市", CONSORTIA, FAMILY_TOO))}
    for fact in of(*plans.values()):
        for side in (fact.first, fact.second):
            measure = next(each for each in plans[side.plan].measures if each.id == side.measure)
            assert measure.start <= side.start < side.end <= measure.end
            assert not set(side.words) & set(fact.shared) and side.words == sorted(side.words)


def test_measures_of_one_city_and_of_provinces_are_not_aligned() -> None:
    first, second = plan("绍兴市", PAYMENT), plan("金华市", PAYMENT)
    again = second.model_copy(update={"key": "again", "place": first.place})
    assert of(first, again) == []
    province = second.model_copy(update={"place": second.place.model_copy(update={"level": "province"})})
    assert of(first, province) == []


def test_the_order_of_plans_does_not_show_and_a_pair_does_not_depend_on_others() -> None:
    plans = [plan("绍兴市", PAYMENT, PRICES), plan("金华市", PAYMENT_TOO, FOOD), plan("衢州市", CONSORTIA, FAMILY)]
    found = derive(plans).alignments
    assert found and derive(plans[::-1]).alignments == found
    alone = derive(plans[:2]).alignments
    assert [fact for fact in found if "衢州市" not in (fact.first.city, fact.second.city)] == alone


def test_a_plan_more_computes_only_its_own_pairs() -> None:
    plans = [plan("绍兴市", PAYMENT), plan("金华市", PAYMENT_TOO), plan("衢州市", CONSORTIA)]
    kept: dict[str, bytes] = {}
    alignments(plans[:2], Pieces(kept))
    pieces = Pieces(kept)
    assert alignments(plans, pieces) == of(*plans)
    assert (pieces.computed, pieces.found) == (2, 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("推进分级诊疗、医保支付方式改革。", "first"),
        ("推进医保支付方式改革、分级诊疗。", "first"),
        ("推进医保支付方式改革、分级诊疗、药品供应保障。", "passing"),
        ("推进医保支付方式改革、分级诊疗、药品供应保障。推进分级诊疗。", "sentence"),
        ("推进分级诊疗、医保支付方式改革、药品供应保障。", "first"),
    ],
)
def test_what_does_not_open_a_list_of_topics_stands_there_in_passing(words: str, expected: str) -> None:
    own = named_things(plan("绍兴市", f"改善服务。{words}"))["d/1.1"]
    assert own["lever:tiered_care"].where == expected


def test_no_pair_is_the_same_that_has_nothing_of_a_heading_in_common() -> None:
    full = dict.fromkeys(FEATURES, 1.0)
    assert rule().likelihoods(full, shown=False)[0] == 0 < rule().likelihoods(full)[0]
    assert rule().likelihoods(full, shown=False)[1] == rule().likelihoods(full)[1]


@pytest.mark.parametrize(
    ("same", "related", "expected", "grade"),
    [(0.5, 0.9, "same", 0.7), (0.49, 0.5, "related", 0.495), (0.2, 0.49, None, 0.345), (0.0, 0.0, None, 0.0)],
)
def test_the_thresholds_are_one_half(same: float, related: float, expected: str | None, grade: float) -> None:
    assert verdict(same, related) == expected and score(same, related) == grade


def test_the_rule_weighs_every_feature_and_nothing_else() -> None:
    assert set(rule().same.weights) == set(rule().related.weights) == set(FEATURES)
    assert WEIGHTS.stat().st_size < 1000
    none, all_of_it = dict.fromkeys(FEATURES, 0.0), dict.fromkeys(FEATURES, 1.0)
    assert rule().likelihoods(none) < (0.1, 0.1) and rule().likelihoods(all_of_it) > (0.9, 0.9)


def test_judged_pairs_hold_ids_and_grades_alone_and_their_measures_exist() -> None:
    pairs = judged()
    assert len(pairs) > 300 and kappa(pairs) > 0.8 and sum(pair.sure for pair in pairs) > 200
    assert {grade for pair in pairs for grade in pair.grades} == set(GRADES)
    known = {
        (facts["key"], one["document"], one["id"])
        for facts in (json.loads(file.read_bytes()) for file in DATA.glob("*.json"))
        for one in facts["measures"]
    }
    assert {key for pair in pairs for key in (pair.first, pair.second)} <= known
    assert {pair.query for pair in pairs} <= {key for pair in pairs for key in (pair.first, pair.second)}
    assert all(len(line) < 400 for line in JUDGED.read_text(encoding="utf-8").splitlines())
