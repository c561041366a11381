"""Blanks that broken lines leave inside names: names are found, and their places are those of the source."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.fold import fold
from loaders.rules.citations import read as read_citations
from loaders.rules.joined import Joined
from loaders.rules.models import read as read_models
from tests.test_citations import claims_of
from tests.test_models import plan_of


@given(st.text(alphabet="医共体 、(3A\n", max_size=60))
def test_every_character_of_the_joined_words_leads_back_to_itself(text: str) -> None:
    joined = Joined(text, text)
    for place, character in enumerate(joined.folded):
        start, end = joined.span(place, place + 1)
        assert text[start:end] == character
        assert joined.place(start) == place
    assert joined.folded.replace(" ", "") == text.replace(" ", "")


def test_a_name_with_a_blank_inside_is_read() -> None:
    plan = plan_of("推进县域医  共体建设,开 展长处 方。")
    found = {each.model: (each.quote, each.stance) for each in read_models(plan).found}
    assert found == {"county_consortium": ("县域医  共体", "promote"), "long_term_prescription": ("长处 方", "promote")}


def test_a_title_and_a_number_with_blanks_inside_are_read() -> None:
    (found,) = claims_of("贯彻落 实《某事的 意见》(国办 发〔2021〕 18 号)。").found
    assert (found.title, found.number, found.relation) == ("某事的 意见", "国办发〔2021〕18号", "implements")


def test_blanks_between_columns_stay_where_digits_stand() -> None:
    assert Joined(fold("甲 12 乙"), "甲 12 乙").folded == "甲 12 乙"
    assert read_citations(plan_of("没有文件。")).found == []
