"""Our verdict on each component of nine models in each of five cities, made by reading the plans, beside the rules'.

The wordings were mended on these plans, so agreement here says that nothing slips back, not how the rules do on others.
"""

from pathlib import Path

import pytest

from chengce.library import Library
from chengce.vocabulary import vocabulary
from codebooks.components import component_models
from compare.adoption import adoptions, measures_that_do
from graph import assemble, open_store
from graph.derived import Derived
from graph.derived.adoption import AdoptionFact
from loaders.facts import extract

CITIES = ("nanchang", "nanyang", "jiaxing", "datong", "ziyang")
STATUS = {"D": "done", "P": "partial", "E": "empty"}
VERDICTS = {
    "county_consortium": {
        "responsibility": "EDEDD",
        "management": "EDEDE",
        "service": "DDDDE",
        "benefit": "DDEDE",
        "prevention": "EEDDE",
        "staffing": "EDDDD",
        "digital": "EDDEE",
    },
    "tiered_care": {
        "first_contact": "PDDED",
        "referral": "DDDDD",
        "acute_chronic": "DDEED",
        "vertical": "DDDDD",
        "insurance_levers": "PDDEE",
        "base_capacity": "DDDDD",
        "shared_results": "DDEDD",
        "disease_lists": "DDEEE",
    },
    "drg_dip": {
        "payment": "DDDDE",
        "budget": "PPDPE",
        "coverage": "EEEEE",
        "monitoring": "DDEDE",
        "hospital_side": "EEEDE",
        "composite": "PDDDE",
        "surplus": "DDEEE",
        "tcm": "DDEDE",
    },
    "modern_hospital": {
        "charter": "EEEDD",
        "decision": "DDDDD",
        "finance": "DEEDE",
        "personnel": "DDDDD",
        "assessment": "DDPDD",
        "system": "DDEED",
        "quality": "PDDDD",
        "supervision": "DDDED",
        "party": "DEEDD",
        "culture": "DEEDE",
    },
    "family_doctor": {
        "coverage": "DEDED",
        "team": "EDEED",
        "package": "PDEPD",
        "funding": "EDDED",
        "incentive": "EDDED",
        "key_groups": "EDEED",
        "digital": "EDEEE",
        "tcm": "EDEEE",
        "assessment": "EDDED",
    },
    "medical_preventive": {
        "hospital_duties": "DDDEE",
        "control_guides": "DDDEE",
        "chronic": "DDDEE",
        "staff": "DDEEE",
        "information": "EDDDE",
        "mechanism": "DDDDE",
        "base": "EDDDE",
        "money": "EDEEE",
    },
    "tcm_heritage": {
        "network": "DDDDD",
        "speciality": "DDDDD",
        "talent": "EDDDD",
        "western": "DDDDE",
        "payment": "DDEDD",
        "prevention": "DDDEE",
        "epidemic": "DDDEE",
        "science": "DDDDE",
        "industry": "EDEDD",
        "culture": "EEEED",
    },
    "medical_elderly": {
        "institutions": "PDDED",
        "contracts": "EDDEE",
        "home": "EDDEE",
        "geriatrics": "EDDDD",
        "care_insurance": "EEDEE",
        "rehabilitation": "EDDEE",
        "hospice": "EDDEE",
        "beds_conversion": "EDDEE",
        "digital": "EEDEE",
        "plain": "PPPEP",
    },
    "internet_health": {
        "internet_hospital": "EEDDE",
        "telemedicine": "DDEDD",
        "convenience": "DDDDD",
        "insurance": "EDDDE",
        "platform": "DDDDD",
        "named": "DDDED",
        "public_health": "EDDEE",
        "intelligence": "DDDDD",
        "medicines": "EEDDE",
        "oversight": "DDEED",
    },
}  # in the order of CITIES


@pytest.fixture(scope="module")
def five(corpus: Path) -> dict[tuple[str, str], AdoptionFact]:
    """The rows of the five cities by plan and model."""
    return {(each.plans[0], each.model): each for each in adoptions([extract(corpus / f"{key}.txt") for key in CITIES])}


@pytest.mark.parametrize("model", VERDICTS)
def test_the_rules_read_what_we_read(five: dict[tuple[str, str], AdoptionFact], model: str) -> None:
    ours = {
        (city, key): STATUS[sign] for key, signs in VERDICTS[model].items()
        for city, sign in zip(CITIES, signs, strict=True)
    }  # fmt: skip
    theirs = {(city, each.component): each.status for city in CITIES for each in five[city, model].components}
    assert theirs == ours


def test_every_model_but_one_of_its_own_tests_is_judged() -> None:
    assert set(VERDICTS) | {"sanming"} == set(component_models())


GRADES = {
    "county_consortium": "named named named named named",
    "tiered_care": "named named components named named",
    "drg_dip": "named named named named silent",
    "modern_hospital": "named named mention named named",
    "family_doctor": "named named named named named",
    "medical_preventive": "named named named named silent",
    "tcm_heritage": "named components named named components",
    "medical_elderly": "named named named mention named",
    "internet_health": "named named named named named",
}


@pytest.mark.parametrize("model", GRADES)
def test_the_grades_of_the_five_cities(five: dict[tuple[str, str], AdoptionFact], model: str) -> None:
    assert [five[city, model].grade for city in CITIES] == GRADES[model].split()


DOCUMENT = (Path(__file__).resolve().parent.parent / "docs" / "comparing" / "adoption.md").read_text(encoding="utf-8")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_table_of_the_document_is_what_the_rules_say(five: dict[tuple[str, str], AdoptionFact]) -> None:
    lines = DOCUMENT.split("| model | core | needed |", 1)[1].splitlines()
    cities = cells(lines[0])
    table = {cells(line)[0]: cells(line)[1:] for line in lines[2:] if line.startswith("|") and len(cells(line)) == 8}
    assert set(table) == set(component_models())
    said = {(each.city, each.model): each for each in five.values()}
    for key, model in component_models().items():
        rows = [said[city, key] for city in cities]
        told = [f"{row.grade} {row.score}+{row.core_partial}" for row in rows]
        assert table[key] == [str(model.core), str(model.needed), *told]


def test_the_document_names_the_first_national_document_of_each_model() -> None:
    for key, model in component_models().items():
        core = [component.since for component in model.components if component.tier == "core"]
        first = min(core, key=lambda each: (each.year, each.key))
        line = next(line for line in DOCUMENT.splitlines() if line.startswith(f"| {key} |") and "〔" in line)
        assert cells(line)[2] == first.number


def test_the_worked_example_is_the_answer(corpus: Path, tmp_path: Path) -> None:
    plans = [extract(corpus / "nanyang.txt")]
    graph = assemble(plans, Derived(adoptions=adoptions(plans), does=measures_that_do(plans)), vocabulary())
    with Library(open_store(str(tmp_path / "store"))) as library:
        with library.store.writing():
            library.store.commit([(plans[0], None)], [], graph)
        rows = library.ask("adoption_explained", model="drg_dip", city="南阳市").rows
    word = {True: "yes", False: "no"}
    answer = [[row["line"], word[row["holds"]], word[row["decides"]], row["says"]] for row in rows]
    lines = DOCUMENT.split("| line | holds |", 1)[1].splitlines()[2:7]
    assert [cells(line) for line in lines] == answer
