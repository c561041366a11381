"""The codebooks of units and indicators: every wording that must and must not fit, and what is refused."""

import pytest

from codebooks.quantities import Indicator, Unit, indicator_key, indicators, units
from loaders.rules.numbers import quantities


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit.unit)
def test_a_unit_is_read_where_it_stands_and_not_in_other_words(unit: Unit) -> None:
    for wording in unit.matches:
        assert unit in [q.unit for q in quantities(wording)], wording
    for wording in unit.near_misses:
        assert unit not in [q.unit for q in quantities(wording)], wording


@pytest.mark.parametrize("indicator", indicators(), ids=lambda indicator: indicator.key)
def test_wordings_get_their_indicator_and_near_misses_do_not(indicator: Indicator) -> None:
    for wording in indicator.matches:
        assert indicator_key(wording, indicator.unit) == indicator.key, wording
    for wording in indicator.near_misses:
        assert indicator_key(wording, indicator.unit) != indicator.key, wording


def test_a_wording_with_another_unit_is_another_indicator() -> None:
    assert indicator_key("四级手术占比", "%") == "level4_surgery_share"
    assert indicator_key("四级手术占比", "张") is None
    assert indicator_key("安宁疗护机构(病区)", "所") == indicator_key("安宁疗护机构(病区)", "家") == "hospice_wards"


def test_there_are_enough_comparable_indicators_each_in_two_languages() -> None:
    assert len(indicators()) >= 100
    assert all(indicator.zh and indicator.en for indicator in indicators())
