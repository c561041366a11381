"""What the questions on adoption answer on invented plans, on both engines: grades line by line, profiles, shares."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chengce.library import Library
from chengce.vocabulary import vocabulary
from codebooks.components import component_models
from compare.adoption import adoptions, measures_that_do
from graph import assemble, open_store
from graph.derived import Derived
from tests import test_adoption, test_adoption_models
from tests.engines import ENGINES, place_of

PLANS = (*test_adoption.invented(), *test_adoption_models.invented())
LINES = ["origin", "named", "components", "mention", "silent"]


@pytest.fixture(scope="module", params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A store of all invented plans, with nothing derived but adoption."""
    derived = Derived(adoptions=adoptions(PLANS), does=measures_that_do(PLANS))
    graph = assemble(PLANS, derived, vocabulary())
    for place in place_of(request.param, tmp_path_factory.mktemp("adoption")):
        with Library(open_store(place)) as library:
            with library.store.writing():
                library.store.commit([(facts, None) for facts in PLANS], [], graph)
            yield library


def rows(library: Library, question: str, **params: object) -> list[dict[str, Any]]:
    return library.ask(question, limit=1000, **params).rows


@pytest.mark.parametrize(
    ("model", "city", "holding", "decides"),
    [
        ("sanming", "三明市", {"origin"}, "origin"),
        ("sanming", "龙岩市", {"named"}, "named"),
        ("sanming", "南平市", {"components", "mention"}, "components"),
        ("sanming", "福州市", {"mention"}, "mention"),
        ("sanming", "莆田市", {"silent"}, "silent"),
        ("county_consortium", "赣州市", {"named"}, "named"),
        ("county_consortium", "九江市", {"components", "mention"}, "components"),
        ("county_consortium", "宜春市", {"mention"}, "mention"),
        ("county_consortium", "吉安市", {"silent"}, "silent"),
        ("drg_dip", "鹰潭市", {"named", "mention"}, "named"),
        ("long_term_prescription", "鹰潭市", {"silent"}, "silent"),
    ],
)
def test_a_grade_is_explained_line_by_line(
    library: Library, model: str, city: str, holding: set[str], decides: str
) -> None:
    lines = rows(library, "adoption_explained", model=model, city=city)
    assert [row["line"] for row in lines] == LINES
    assert {row["line"] for row in lines if row["holds"]} == holding
    assert [row["line"] for row in lines if row["decides"]] == [decides]
    assert next(row["line"] for row in lines if row["holds"]) == decides, "the first line that holds decides"
    (grade,) = rows(library, "adoption", model=model, city=city)
    assert grade["grade"] == decides


def test_the_grounds_are_components_parts_measures_and_words(library: Library) -> None:
    lines = {row["line"]: row for row in rows(library, "adoption_explained", model="county_consortium", city="九江市")}
    grounds = {(one["component"], one["part"], one["words"]) for one in lines["components"]["because"]}
    assert grounds == {
        ("management", "unified", "人员、财务、业务、药械统一"),
        ("responsibility", "assessment", "县级医疗集团绩效考核"),
        ("service", "shared_centres", "影像、心电、检验中心"),
    }
    assert all(one["measure"].startswith("consortium_done/") for one in lines["components"]["because"])
    assert "3 of 4 core components done" in lines["components"]["says"]
    assert [one["part"] for one in lines["mention"]["because"] if one["status"] == "passing"] == ["county_consortium"]
    assert lines["origin"]["because"] == []
    assert Counter(len(row["because"]) == len(row["evidence"]) for row in lines.values()) == {True: 5}


def test_every_cell_of_a_profile_says_what_is_done_or_why_not(library: Library) -> None:
    for model in component_models().values():
        cells = rows(library, "adoption_profiles", model=model.key)
        assert len(cells) == len(model.components) * len(PLANS)
        for cell in cells:
            assert (cell["status"] == "present") == (cell["doing"] != "empty") == (cell["reason"] is None)
            assert bool(cell["reason"]) == bool(cell["reason_text"])
            assert (cell["doing"] != "empty") == bool(cell["parts"])
        core = rows(library, "adoption_profiles", model=model.key, tier="core")
        assert {cell["tier"] for cell in core} == {"core"}
        assert len(core) == model.core * len(PLANS)


def test_the_city_of_origin_stays_out_of_the_shares(library: Library) -> None:
    (sanming,) = rows(library, "adoption_matrix", model="sanming")
    assert (sanming["of"], sanming["outside"]) == (len(PLANS) - 1, ["三明市"])
    grades = Counter(cell["grade"] for cell in sanming["cities"])
    assert grades["origin"] == 1
    assert sum(grades.values()) == len(PLANS)
    assert (sanming["naming"], sanming["doing"]) == (1, 1)
    assert sanming["share_naming"] == pytest.approx(1 / sanming["of"], abs=1e-6)
    assert (sanming["saying_only"], sanming["doing_only"]) == (1, 1)
    assert grades["silent"] == sanming["silent"]


def test_a_model_known_by_name_alone_has_a_share_of_words_only(library: Library) -> None:
    (row,) = rows(library, "adoption_matrix", model="annual_salary")
    assert (row["needed"], row["doing"], row["share_doing"]) == (None, None, None)
    assert row["share_naming"] == pytest.approx(row["naming"] / row["of"], abs=1e-6)
    every = {one["model"] for one in rows(library, "adoption_matrix")}
    known = {one["model"] for one in rows(library, "adoption_matrix", with_components=True)}
    assert known == set(component_models())
    assert known < every


def test_names_of_a_wider_model_are_those_of_the_narrower_ones(library: Library) -> None:
    (drg,) = rows(library, "models", model="drg", city="鹰潭市")
    (both,) = rows(library, "models", model="drg_dip", city="鹰潭市")
    assert (drg["stages"], drg["polarities"]) == (["expanding"], ["does"])
    assert both["evidence"] == drg["evidence"]
    (silent,) = rows(library, "models", model="drg_dip", city="黄石市")
    assert (silent["status"], silent["reason"], silent["mentions"]) == ("silent", "silent", 0)


def test_the_places_are_in_the_texts(library: Library) -> None:
    texts = {key: text for key, (_, text) in test_adoption.INVENTED.items()}
    texts |= {key: test_adoption.plan_text(2024, *items) for key, (_, items) in test_adoption_models.INVENTED.items()}
    found = 0
    for model in ("sanming", "county_consortium", "family_doctor"):
        for cell in rows(library, "adoption_profiles", model=model):
            for place, measure in zip(cell["evidence"], cell["measures"], strict=False):
                text: str = texts[Path(measure).parts[0]]
                assert text[place["start"] : place["end"]] == place["quote"]
                found += 1
    assert found > 10
