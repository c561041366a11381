"""Themes: families around a centre, named by what they name, without chains; equal in any order of plans."""

import pytest
from test_alignment import CONSORTIA, FAMILY, FAMILY_TOO, FOOD, PAYMENT, PAYMENT_TOO, PRICES, plan

from compare import Pieces
from compare.alignment import alignments
from compare.themes import VERBS, Held, families, focus, same_ties, themes
from graph.derived.alignment import AlignedSide, AlignmentFact
from graph.derived.themes import ThemeFact
from graph.facts import PlanFacts


def of(*plans: PlanFacts) -> dict[str, ThemeFact]:
    return {theme.key: theme for theme in themes(plans, alignments(plans, Pieces()))}


def members(theme: ThemeFact) -> set[tuple[str, str]]:
    return {(member.city, member.measure) for member in theme.members}


THREE = (
    ("绍兴市", PAYMENT, FAMILY, FOOD),
    ("金华市", PRICES, PAYMENT_TOO, FAMILY_TOO),
    ("衢州市", CONSORTIA, PAYMENT),
)


def test_measures_that_say_the_same_are_a_family_named_by_their_lever() -> None:
    found = of(*(plan(*each) for each in THREE))
    payment = found["payment_reform"]
    assert (payment.name, payment.basis, payment.cities) == ("医保支付方式", "topic", 3)
    assert members(payment) == {("绍兴市", "d/1.1"), ("金华市", "d/1.2"), ("衢州市", "d/1.2")}
    assert [member.role for member in payment.members].count("centre") == 1
    assert members(found["leadership"]) == {("绍兴市", "d/2.1"), ("金华市", "d/2.1"), ("衢州市", "d/2.1")}
    assert "支付" in payment.words and payment.rule == "themes.same_as_centre.topic"
    assert not any(("绍兴市", "d/1.3") in members(theme) for theme in found.values())
    assert all(member.score == 1 for theme in found.values() for member in theme.members if member.role == "centre")


def test_the_lever_of_the_centres_heading_names_a_family_that_has_it_throughout() -> None:
    """Another member has the topic in its heading by another lever, so more headings have the topic."""
    elderly = "推进医养结合服务。推进医养结合,支持医疗机构与养老机构签约合作。"
    network = "加强老年医院建设。扩大老年病区床位。推进医养结合服务。"
    centers = "建设区域医疗中心。争取国家区域医疗中心落户。推进医养结合服务。"
    found = of(plan("绍兴市", elderly), plan("金华市", network), plan("衢州市", centers))
    assert "ageing" not in found and found["medical_elderly"].basis == "lever"
    assert members(found["medical_elderly"]) >= {(city, "d/1.1") for city in ("绍兴市", "金华市", "衢州市")}


def test_an_item_of_a_list_is_no_member() -> None:
    elderly = "推进医养结合服务。推进医养结合,支持医疗机构与养老机构签约合作。"
    listed = "提升技术能力。打造全专结合、医防结合、医养结合、中西医结合实践样板,提高急诊急救能力。"
    assert "medical_elderly" not in of(plan("绍兴市", elderly), plan("金华市", listed))


def test_the_order_of_plans_does_not_show() -> None:
    plans = [plan(*each) for each in THREE]
    assert themes(plans, alignments(plans, Pieces())) == themes(plans[::-1], alignments(plans[::-1], Pieces()))


def test_one_city_has_no_themes() -> None:
    assert of(plan(*THREE[0])) == {}


def test_a_field_outside_the_codebook_is_named_by_its_heading() -> None:
    found = of(
        plan("绍兴市", "推进智慧路灯改造。更换节能路灯。"), plan("金华市", "加快智慧路灯改造。更换节能路灯灯具。")
    )
    theme = next(theme for theme in found.values() if theme.basis == "heading")
    assert theme.name == "智慧路灯改造" and theme.key.startswith("heading-") and theme.cities == 2


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("推进医保支付方式改革", "医保支付方式改革"),
        ("持续深化医药改革", "医药改革"),
        ("加快建设新院区", "新院区"),
        ("医养结合", "医养结合"),
    ],
)
def test_a_heading_names_without_its_verb(title: str, name: str) -> None:
    assert VERBS.sub("", title) == name


class Cities:
    """What focus asks of the measures held: whose they are. Each plan is a city of its own."""

    city = {name: name for name in "abcdefgh"}  # noqa: RUF012


def same(one: str, other: str, score: float = 0.9) -> AlignmentFact:
    sides = [
        AlignedSide(
            plan=name, document="d", measure="1", city=name, start=0, end=1, words=[], functions=[], deadline=None,
            stance=None,
        )
        for name in (one, other)
    ]  # fmt: skip
    return AlignmentFact(
        first=sides[0], second=sides[1], verdict="same", score=score, same=score, related=score, inputs={}, shared=[],
        named=[], differs=[], rule="r",
    )  # fmt: skip


def test_a_measure_that_says_one_thing_is_a_centre_before_one_that_says_many() -> None:
    ties = same_ties([*(same("a", other) for other in "bcdef"), same("b", "c"), same("d", "e"), same("d", "f")])
    refs = {name: (name, "d", "1") for name in "abcdef"}
    assert focus(refs["a"], ties, Cities()) == pytest.approx(5 * 8 / 15)  # type: ignore[arg-type]
    assert focus(refs["b"], ties, Cities()) == pytest.approx(2)  # type: ignore[arg-type]


def test_nothing_joins_over_a_third_measure() -> None:
    plans = [plan(*each) for each in THREE]
    ties = same_ties(alignments(plans, Pieces()))
    found = list(families(ties, Held(plans)))
    assert len(found) > 2
    for family in found:
        assert all(ref == family.centre or family.centre in ties[ref].score for ref in family.members)


def test_a_lever_that_the_codebook_lacks_names_by_its_key() -> None:
    plans = [
        facts.model_copy(
            update={
                "models": [],
                "topics": [one.model_copy(update={"lever": "of_old", "topic": "of_old"}) for one in facts.topics],
            }
        )
        for facts in (plan("绍兴市", PAYMENT), plan("金华市", PAYMENT))
    ]
    assert {(theme.key, theme.name) for theme in of(*plans).values()} == {("of_old", "of_old")}
