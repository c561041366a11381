"""Topics and levers are found where a measure mentions them, near misses are not, and each mention says where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codebooks import topics as codebook
from codebooks.topics import Entry, hits, spelled_out, topics
from loaders.rules.topic_places import stretches, where
from loaders.rules.topics import standing

ENTRIES = list(topics().entries)
EXAMPLES = [(entry, text) for entry in ENTRIES for text in entry.examples]
NEAR_MISSES = [(entry, text) for entry in ENTRIES for text in entry.near_misses]


def mentioned(text: str) -> list[Entry]:
    """The entries that a text mentions by words that are no mere setting, in its order."""
    kept, _ = standing(hits(text))
    return [hit.entry for hit in kept if hit.kind != "weak"]


@pytest.mark.parametrize(("entry", "text"), EXAMPLES, ids=lambda value: getattr(value, "key", value))
def test_an_example_is_found(entry: Entry, text: str) -> None:
    found = mentioned(text)
    assert entry in found or (entry.lever is None and entry.topic in {one.topic for one in found})


@pytest.mark.parametrize(("entry", "text"), NEAR_MISSES, ids=lambda value: getattr(value, "key", value))
def test_a_near_miss_is_not_found(entry: Entry, text: str) -> None:
    assert entry not in mentioned(text)


def test_the_codebook_has_two_levels_and_levers() -> None:
    book = topics()
    assert len(book.fields) == 13
    assert {topic.field for topic in book.topics.values()} == set(book.fields)
    assert len({entry.key for entry in ENTRIES}) == len(ENTRIES)


def test_every_building_block_is_mapped_to() -> None:
    assert {block for field in topics().fields.values() for block in field.who} == set(codebook.BLOCKS)


@pytest.mark.parametrize(
    ("word", "words"),
    [("医联体", ["医联体"]), ("医院…(新建|扩建)", ["医院…新建", "医院…扩建"]), ("专科(病)诊疗", ["专科(病)诊疗"])],
)
def test_a_word_is_spelled_out(word: str, words: list[str]) -> None:
    assert spelled_out(word) == words


@given(st.text(alphabet="推进医共体县域,。DRGdrg建设", max_size=40), st.integers(0, 10), st.integers(0, 40))
def test_places_hold_their_words_and_stay_inside(text: str, start: int, end: int) -> None:
    for hit in hits(text, start, max(start, end)):
        assert start <= hit.start < hit.end <= min(max(start, end), len(text))


@pytest.mark.parametrize(
    ("body", "lever", "place"),
    [
        ("推行长处方制度。加强护士配备。", "long_prescriptions", "first"),
        ("加强护士配备。推行长处方制度。", "long_prescriptions", "sentence"),
        ("加强护士配备,完善岗位管理制度,推行长处方制度。", "long_prescriptions", "clause"),
        ("加强护士配备,完善岗位管理制度,逐步推行慢病用药长处方。", "long_prescriptions", "clause"),
        ("加强护士配备,完善岗位管理制度,推行用药指导、长处方。", "long_prescriptions", "passing"),
        ("加强护士配备,完善岗位管理制度,医院用长处方。", "long_prescriptions", "passing"),
        ("制定包含随访、长处方等内容的清单。", "long_prescriptions", "passing"),
        ("在政治待遇、人文关怀、休假等方面支持医务人员。", "humane_care", "passing"),
        ("支持市人民医院、某某中医院申报区域医疗中心建设项目。", "tcm_hospitals", "passing"),
        ("推进市中医医院针灸科建设。", "tcm_hospitals", "passing"),
        ("推进县中医医院建设。", "tcm_hospitals", "first"),
        ("到2025年,推行长处方制度,加强监督。", "long_prescriptions", "first"),
        ("依托医共体,推行长处方制度,加强监督。", "county_consortium", "passing"),
        ("在二级综合医院、中医医院设置专科。", "tcm_hospitals", "passing"),
        ("加强综合医院、中医医院建设。", "tcm_hospitals", "first"),
        ("探索在县域医共体内开展服务。", "county_consortium", "passing"),
        ("优化设施,定期开展调价评估,逐步理顺比价关系。", "price_adjustment", "first"),
    ],
)
def test_a_mention_says_where_it_stands(body: str, lever: str, place: str) -> None:
    text = "某项工作。" + body
    kept, _ = standing(hits(text))
    found = [
        where(text, part, hit, [one for one in kept if part.start <= one.start < part.end])
        for part in stretches(text, 0, 5, len(text))
        for hit in kept
        if part.start <= hit.start < part.end and hit.entry.lever == lever
    ]
    assert found[0] == place
