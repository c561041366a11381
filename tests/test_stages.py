"""Stages of models: the words round a name say whether it begins, goes on or spreads; many names have none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.rules.stages import stage_of
from loaders.rules.stance import Taken, stance_of

NAME = "分级诊疗"


def staged(words: str) -> tuple[str | None, str]:
    """The stage of the first 分级诊疗 in these words, and the rule that says so."""
    start = words.index(NAME)
    place = (start, start + len(NAME))
    found = stage_of(words, place, 0, len(words), stance_of(words, *place, 0, len(words)))
    return found.stage, found.rule


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("启动分级诊疗建设。", "onset"),
        ("开展分级诊疗试点。", "onset"),
        ("探索推广分级诊疗模式。", "onset"),
        ("全面开展分级诊疗试点。", "onset"),
        ("推进分级诊疗试验区建设。", "onset"),
        ("持续推进分级诊疗制度建设。", "continuing"),
        ("继续开展分级诊疗试点。", "continuing"),
        ("巩固完善分级诊疗制度。", "continuing"),
        ("深化分级诊疗改革。", "continuing"),
        ("进一步推进分级诊疗。", "continuing"),
        ("扩大分级诊疗试点。", "expanding"),
        ("全面推开分级诊疗。", "expanding"),
        ("持续扩大分级诊疗覆盖面。", "expanding"),
        ("推广分级诊疗经验。", "expanding"),
        ("实现分级诊疗全覆盖。", "expanding"),
        ("推进分级诊疗试点扩围。", "expanding"),
    ],
)
def test_the_stage_of_a_name(words: str, stage: str) -> None:
    assert staged(words) == (stage, f"stages.{stage}")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("推进分级诊疗制度建设。", "stages.no_word"),
        ("持续改进服务,建立分级诊疗制度。", "stages.no_word"),
        ("推进分级诊疗,启动信息平台建设。", "stages.no_word"),
        ("建立完善分级诊疗制度。", "stages.no_word"),
        ("在分级诊疗中扩大宣传。", "stages.not_acted_on"),
        ("停止分级诊疗试点。", "stages.ended"),
    ],
)
def test_a_name_without_a_stage_says_why(words: str, rule: str) -> None:
    assert staged(words) == (None, rule)


@given(st.text(alphabet="启动试点持续深化扩大全面推开分级诊疗,。制度", max_size=40))
def test_words_of_other_sentences_change_nothing(other: str) -> None:
    words = f"{other}。深化分级诊疗改革。{other}"
    start = words.index("深化分级诊疗改革") + 2
    found = stage_of(words, (start, start + 4), 0, len(words), Taken("promote", "does", "nearest_verb"))
    assert found.stage == "continuing"
