"""Coding schemes: a user's codebook over measures, sentences or documents, its tables, projects and agreement."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from chengce import coding
from chengce.agreement import agreements, read_coding
from chengce.errors import UserError
from chengce.library import Library, build, published
from codebooks.reading import CodebookError
from codebooks.schemes import Scheme, read_scheme
from graph import open_store
from tests.plans import plan

SCHEME = """
scheme: firmness
zh: 力度
en: Firmness
source: invented
unit: measure
groups: {hard: {zh: 硬, en: Hard}, soft: {zh: 软, en: Soft}}
codes:
  bound:
    {group: hard, zh: 达到, en: Reach, wordings: ['达到[^。]{0,6}以上'], examples: [达到45%以上],
     near_misses: [达到要求]}
  duty: {group: hard, zh: 责任, en: Duty, wordings: [牵头], none_of: [不再牵头], near_misses: [不再牵头负责]}
  aim: {group: soft, zh: 探索, en: Explore, wordings: [探索]}
"""


@pytest.fixture
def scheme(tmp_path: Path) -> Scheme:
    (tmp_path / "firmness.yaml").write_text(SCHEME, encoding="utf-8")
    return read_scheme(tmp_path / "firmness.yaml")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "plan.txt").write_text(plan("南昌市", "江西省", "赣"), encoding="utf-8")
    with Library(open_store(tmp_path / "store", rebuild=build)) as library:
        library.load([tmp_path / "plan.txt"])
        yield library


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table)))


def test_measures_are_coded_with_the_place_of_the_words(library: Library, scheme: Scheme) -> None:
    found = rows(coding.long_table(coding.coded(library, scheme), scheme))
    present = {(row["unit"].rpartition("/")[2], row["code"]) for row in found if row["value"] == "1"}
    assert present == {("2.1", "duty"), ("2.2", "bound"), ("2.3", "duty")}
    text = library.store.text("plan") or ""
    for row in found:
        if row["value"] == "1":
            assert text[int(row["start"]) : int(row["end"])] == row["quote"] != ""
    assert {row["status"] for row in found} == {"present", "silent"}


def test_sentences_and_documents_are_units_too(library: Library, scheme: Scheme) -> None:
    sentences = coding.coded(library, scheme, "sentence")
    assert [each.id for each in sentences if "bound" in each.places] == ["plan/d/2.2#2"]
    (document,) = coding.coded(library, scheme, "document")
    (row,) = rows(coding.wide_table([document], scheme))
    assert (row["bound"], row["duty"], row["aim"]) == ("1", "1", "0")
    assert (float(row["share_hard"]), float(row["share_soft"]), float(row["index"])) == (1.0, 0.0, 1.0)


def test_a_plan_without_its_text_is_not_read(tmp_path: Path, scheme: Scheme) -> None:
    with Library(open_store(tmp_path / "bare", rebuild=build)) as library:
        library.put(published()[:1])
        found = rows(coding.long_table(coding.coded(library, scheme, "sentence"), scheme))
    assert {(row["value"], row["status"]) for row in found} == {("", coding.NOT_HELD)}


def test_a_project_is_valid_and_its_places_are_the_words(library: Library, scheme: Scheme, tmp_path: Path) -> None:
    said = coding.write(coding.coded(library, scheme), scheme, tmp_path / "x.qdpx")
    assert said == "4 units, 3 with a code: x.qdpx\n"
    with zipfile.ZipFile(tmp_path / "x.qdpx") as archive:
        project = etree.fromstring(archive.read("project.qde"))
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name.startswith("sources/")}
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("refi_qda_project.xsd")))
    schema.assertValid(project)
    space = {"q": "urn:QDA-XML:project:1.0"}
    codes = {one.get("guid"): one.get("name") for one in project.iterfind(".//q:Code", space)}
    found = set()
    for source in project.iterfind(".//q:TextSource", space):
        text = texts[str(source.get("plainTextPath")).replace("internal://", "sources/")]
        for place in source.iterfind("q:PlainTextSelection", space):
            words = text[int(place.get("startPosition") or 0) : int(place.get("endPosition") or 0)]
            found |= {(codes[ref.get("targetGUID")], words) for ref in place.iterfind(".//q:CodeRef", space)}
    assert found == {("责任 Duty", "牵头"), ("达到 Reach", "达到45%以上")}
    assert coding.write(coding.coded(library, scheme), scheme, tmp_path / "y.qdpx")
    assert (tmp_path / "x.qdpx").read_bytes() == (tmp_path / "y.qdpx").read_bytes()


def test_tables_have_a_codebook_beside_them(library: Library, scheme: Scheme, tmp_path: Path) -> None:
    units = coding.coded(library, scheme)
    assert "out.csv, out.codebook.csv" in coding.write(units, scheme, tmp_path / "out.csv")
    assert [row["code"] for row in rows((tmp_path / "out.codebook.csv").read_text("utf-8"))] == ["bound", "duty", "aim"]
    assert coding.write(units, scheme, tmp_path / "out.qdc")
    with pytest.raises(UserError, match="says no form"):
        coding.write(units, scheme, tmp_path / "out.xls")
    with pytest.raises(UserError, match="cannot be written"):
        coding.write(units, scheme, tmp_path / "none" / "out.csv")


def test_the_scheme_that_ships_proves_itself() -> None:
    scheme = coding.scheme_of("policy_instruments")
    assert set(scheme.groups) == {"supply", "environment", "demand"}
    assert all(code.examples and code.near_misses for code in scheme.codes)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("wordings: [探索]", "wordings: ['探索(']"), "aim: wordings: '探索\\(' is no regular expression"),
        (("wordings: [探索]", "wordings: ['(?:探索)?']"), "would match everywhere"),
        (("group: soft, zh", "group: mild, zh"), "aim: group: 'mild' is not among the groups: hard, soft"),
        (("[达到45%以上]", "[做到最好]"), "bound: the example '做到最好' is not found"),
        (("near_misses: [达到要求]", "near_misses: [达到九成以上]"), "bound: the near miss '达到九成以上' is found"),
        (("unit: measure", "unit: chapter"), "unit: 'chapter' is none"),
        (("source: invented", "sauce: invented"), "unknown key 'sauce'"),
        (("codes:", "kodes:"), "a mapping with scheme, zh, en, source, unit and codes is wanted"),
        (("scheme: firmness", "scheme: [firmness"), "cannot be read as YAML"),
        (
            ("  aim:", "  yes:"),
            "codes: a key is wanted as text, and YAML reads it as True: write yes, no, .* in quotes",
        ),
        (("  aim:", "  no:"), "reads it as False: .* in quotes"),
        (("  aim:", "  12:"), "reads it as 12: .* in quotes"),
        (("soft: {zh: 软", "on: {zh: 软"), "groups: a key is wanted as text, and YAML reads it as True"),
        (("scheme: firmness", "off: firmness"), "firmness.yaml: a key is wanted as text"),
    ],
)
def test_a_faulty_scheme_is_told_in_sentences(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    assert change[0] in SCHEME
    file = tmp_path / "firmness.yaml"
    file.write_text(SCHEME.replace(*change), encoding="utf-8")
    with pytest.raises(CodebookError, match=says):
        read_scheme(file)


def test_a_key_in_quotes_is_itself(tmp_path: Path) -> None:
    file = tmp_path / "firmness.yaml"
    file.write_text(SCHEME.replace("  aim:", "  'yes':"), encoding="utf-8")
    assert [code.key for code in read_scheme(file).codes] == ["bound", "duty", "yes"]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "firmness.yaml"
    file.write_text(SCHEME.replace("[探索]", "['(']").replace("[达到45%以上]", "[无]"), encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        read_scheme(file)
    assert len(str(caught.value).splitlines()) == 2


def table(tmp_path: Path, name: str, values: str) -> Path:
    lines = [f"u{number},c,{value}" for number, value in enumerate(values)]
    path = tmp_path / name
    path.write_text("\n".join(["unit,code,value", *lines]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("first", "second", "agreed", "kappa"),
    [
        ("1111100000", "1111000001", 0.8, 0.6),  # (0.8 - 0.5) / (1 - 0.5)
        ("1111100000", "1111100000", 1.0, 1.0),
        ("1111111111", "1111111111", 1.0, None),
        ("1010101010", "0101010101", 0.0, -1.0),
        ("1111111110", "1111111101", 0.8, -0.111111),  # (0.8 - 0.82) / (1 - 0.82)
    ],
)
def test_kappa_is_as_by_hand(tmp_path: Path, first: str, second: str, agreed: float, kappa: float | None) -> None:
    own, other = (read_coding(table(tmp_path, name, values)) for name, values in (("a", first), ("b", second)))
    row = agreements(own, other)[0]
    assert (row.units, row.agreed, row.kappa) == (10, agreed, kappa)
    if row.low is not None and row.high is not None and row.kappa is not None:
        assert row.low <= row.kappa <= row.high
    assert agreements(own, other) == agreements(own, other)


def test_what_is_not_read_or_coded_by_one_alone_is_left_out(tmp_path: Path) -> None:
    first = read_coding(table(tmp_path, "a", "10 1"))
    assert [row.units for row in agreements(first, read_coding(table(tmp_path, "b", "10111")))] == [3, 3]
    with pytest.raises(UserError, match="no unit and code in common"):
        agreements(first, {})


@pytest.mark.parametrize(
    ("words", "says"),
    [("unit,code\na,b\n", "value are wanted"), ("unit,code,value\na,b,2\n", "line 2: value: '2' is none"),
     ("unit,code,value\na,b,1\na,b,0\n", "line 3: a has the code b twice"), ("", "are wanted")],
)  # fmt: skip
def test_a_wrong_table_is_one_sentence(tmp_path: Path, words: str, says: str) -> None:
    (tmp_path / "x.csv").write_text(words, encoding="utf-8")
    with pytest.raises(UserError, match=says):
        read_coding(tmp_path / "x.csv")
