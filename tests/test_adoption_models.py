"""Every grade of the scale for models with known components, on invented plans, and a city of origin of our own."""

import math
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from codebooks.components import ComponentModel, component_models
from compare.adoption import adoptions, grades, measures_that_do
from graph.derived.adoption import AdoptionFact
from graph.facts import PlanFacts
from loaders.facts import extract
from tests.test_adoption import plan_text

INVENTED: dict[str, tuple[str, tuple[str, ...]]] = {
    "consortium_named": ("赣州市", ("建好县域服务。推进紧密型县域医共体建设试点。",)),
    "consortium_done": (
        "九江市",
        (
            "做好县级管理。在县级医疗集团内实行人员、财务、业务、药械统一管理,加强县级医疗集团绩效考核。",
            "共用县域资源。在县域建立影像、心电、检验中心。",
        ),
    ),
    "consortium_passing": ("上饶市", ("改善就医体验。在县域医共体牵头医院推行导航服务。",)),
    "consortium_part": ("宜春市", ("完善医保。对县级医疗集团实行总额付费。",)),
    "consortium_word": ("吉安市", ("改善农村服务。推动乡村一体化管理。",)),
    "doctors_named": ("抚州市", ("做好服务。继续推进家庭医生签约服务。",)),
    "doctors_done": (
        "萍乡市",
        (
            "做好签约。扩大签约覆盖面,完善签约服务内容,探索首诊式签约。",
            "落实签约经费。医保基金支付签约服务费。",
        ),
    ),
    "doctors_passing": ("新余市", ("管理慢病。以家庭医生签约服务为抓手做好随访。",)),
    "payment_named": ("鹰潭市", ("改革医保支付方式。全面推开按疾病诊断相关分组付费。",)),
    "tcm_named": ("景德镇市", ("办好中医。启动中医药传承创新工程。",)),
    "nothing": ("黄石市", ("修好农村道路。改造危桥,方便群众出行。",)),
}


@cache
def invented() -> tuple[PlanFacts, ...]:
    """The facts of the invented plans."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for key, (city, items) in INVENTED.items():
            path = Path(folder) / f"{key}.txt"
            path.write_text(plan_text(2024, *items), encoding="utf-8")
            found.append(extract(path, city=city))
    return tuple(found)


def row(key: str, model: str) -> AdoptionFact:
    """The row of the invented plan with this key."""
    plans = [facts for facts in invented() if facts.key == key]
    return next(each for each in adoptions(plans) if each.model == model)


@pytest.mark.parametrize(
    ("key", "model", "grade", "named", "stages"),
    [
        ("consortium_named", "county_consortium", "named", "act", ["onset"]),
        ("consortium_done", "county_consortium", "components", "passing", []),
        ("consortium_passing", "county_consortium", "mention", "passing", []),
        ("consortium_part", "county_consortium", "mention", "passing", []),
        ("consortium_word", "county_consortium", "silent", "no", []),
        ("nothing", "county_consortium", "silent", "no", []),
        ("doctors_named", "family_doctor", "named", "act", ["continuing"]),
        ("doctors_done", "family_doctor", "components", "no", []),
        ("doctors_passing", "family_doctor", "mention", "passing", []),
        ("nothing", "family_doctor", "silent", "no", []),
        ("payment_named", "drg_dip", "named", "act", ["expanding"]),
        ("nothing", "drg_dip", "silent", "no", []),
        ("tcm_named", "tcm_heritage", "named", "act", ["onset"]),
    ],
)
def test_grades(key: str, model: str, grade: str, named: str, stages: list[str]) -> None:
    fact = row(key, model)
    assert (fact.grade, fact.named, fact.stages, fact.rule) == (grade, named, stages, f"adoption.{grade}")


@pytest.mark.parametrize("model", ["county_consortium", "family_doctor"])
@pytest.mark.parametrize("key", ["consortium_named", "doctors_done", "nothing"])
def test_the_city_of_origin_has_no_grade_whatever_it_does(
    model: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = row(key, model).code
    own = {**component_models(), model: replace(component_models()[model], origin=code)}
    monkeypatch.setattr(grades, "component_models", lambda: own)
    assert row(key, model).grade == "origin"
    assert row("consortium_passing", model).grade != "origin"


def test_a_profile_counts_what_is_done_and_what_is_half_done() -> None:
    fact = row("consortium_word", "county_consortium")
    assert (fact.score, fact.core_partial, fact.core, fact.needed) == (0, 1, 4, 3)
    assert (fact.reason, fact.cell) == ("below", "silent")
    assert "in part" in (fact.reason_text or "")
    done = row("consortium_done", "county_consortium")
    assert (done.score, done.core_partial) == (3, 0)
    assert {each.component for each in done.components if each.status == "done" and each.tier == "core"} == {
        "management", "responsibility", "service",
    }  # fmt: skip


def test_cells_of_components_are_said_in_the_words_of_every_comparison() -> None:
    cells = {each.component: (each.cell, each.reason) for each in row("nothing", "county_consortium").components}
    assert set(cells.values()) == {("silent", "silent")}
    (early,) = (facts for facts in invented() if facts.key == "nothing")
    documents = [each.model_copy(update={"period_start": 2018, "date_issued": None}) for each in early.documents]
    old = adoptions([early.model_copy(update={"documents": documents})])
    fact = next(each for each in old if each.model == "county_consortium")
    assert {(each.cell, each.reason) for each in fact.components} == {("out_of_scope", "not_in_force")}
    empty = adoptions([early.model_copy(update={"measures": []})])
    assert {each.cell for each in empty} == {"not_read"}


def test_two_names_name_one_model() -> None:
    fact = row("payment_named", "drg_dip")
    assert [place.quote for place in fact.naming]
    assert row("payment_named", "dip").grade == "silent"


def test_what_another_codebook_read_does_nothing() -> None:
    (facts,) = (each for each in invented() if each.key == "doctors_done")
    unknown = [each.model_copy(update={"component": "unheard_of"}) for each in facts.components]
    assert unknown
    assert measures_that_do([facts.model_copy(update={"components": unknown})]) == []


def models() -> list[ComponentModel]:
    return list(component_models().values())


def test_every_model_can_reach_every_grade() -> None:
    assert len(models()) >= 8
    for model in models():
        assert model.needed == math.ceil(0.75 * model.core), model.key
        assert all(each.done or each.partial for each in model.components), model.key
        assert all(part.key in each.parts_for("done") | each.parts_for("partial")
                   for each in model.components for part in each.parts), model.key  # fmt: skip


def test_every_component_is_listed_in_a_national_document_with_its_year() -> None:
    for model in models():
        for component in model.components:
            assert component.listed_in, (model.key, component.key)
            for listing in component.listed_in:
                assert f"〔{listing.year}〕" in listing.number, listing
