"""Cells: whether what is empty is silence, out of scope or not read; how far a comparison is one; what stands out."""

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from chengce.library import Library, build, published
from codebooks.scope import scope_words
from compare.levers import standing_of
from compare.scope import fields_of, outside
from graph import open_store
from graph.derived.comparability import SubjectFact
from graph.errors import QuestionError
from graph.questions import Question, read_question, read_questions
from tests.plans import plan

QUESTIONS = read_questions(Path(__file__).parent.parent / "queries" / "read")
STATUSES = {"present", "silent", "not_held", "not_read", "out_of_scope"}
HEALTH = """某市中医药发展实施方案

一、重点任务
(一)加强中医医院建设。推进中医优势专科建设。(责任单位:市卫生健康委)
(二)传承中医药文化。开展中医药师承教育。(责任单位:市卫生健康委)
"""
HOUSING = """某市保障性住房建设实施方案

一、重点任务
(一)加快项目建设。开工建设保障性租赁住房5000套。(责任单位:市住房城乡建设局)
(二)规范分配管理。建立住房轮候制度。(责任单位:市住房城乡建设局)
(三)落实用地保障。单列用地计划。(责任单位:市自然资源局)
"""


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(open_store(tmp_path_factory.mktemp("cells") / "five", rebuild=build)) as library:
        library.put(published())
        yield library


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A plan of health as a whole, one of a field of it, one of another field."""
    folder = tmp_path_factory.mktemp("three")
    (folder / "whole.txt").write_text(plan("绍兴市", "浙江省").replace("健康服务", "卫生健康"), encoding="utf-8")
    (folder / "field.txt").write_text(HEALTH.replace("某市", "金华市"), encoding="utf-8")
    (folder / "other.txt").write_text(HOUSING.replace("某市", "丽水市"), encoding="utf-8")
    with Library(open_store(folder / "store", rebuild=build)) as library:
        report = library.load(sorted(folder.glob("*.txt")))
        assert len(report.of("loaded")) == 3, report
        yield library


def subject(kind: str, *fields: str) -> SubjectFact:
    values = {"plan": "p", "document": "d", "subject": kind, "fields": list(fields), "rule": "r"}
    return SubjectFact.model_validate(values)


@pytest.mark.parametrize(
    ("title", "opens"),
    [
        ("某市卫生健康事业发展规划", True),
        ("某市深化医药卫生体制改革重点工作任务", True),
        ("某市公共卫生体系建设行动计划", False),
        ("某市乡村医疗卫生体系改革方案", False),
        ("某市中医药发展规划", False),
        ("某市医疗卫生服务体系规划", True),
    ],
)
def test_titles_that_open_all_of_health_policy(title: str, opens: bool) -> None:
    assert scope_words().opens_all(title) == opens


@pytest.mark.parametrize(
    ("issuer", "rank"),
    [
        ("某市人民政府", "government"),
        ("某市人民政府办公室", "government_office"),
        ("中共某市委办公室", "party"),
        ("某市深化医药卫生体制改革领导小组", "leading_group"),
        ("某市卫生健康委员会", "department"),
        ("某市医疗保障局", "department"),
        ("某某集团公司", None),
    ],
)
def test_ranks_of_issuers(issuer: str, rank: str | None) -> None:
    found = scope_words().rank(issuer)
    assert (found.key if found else None) == rank


@pytest.mark.parametrize(
    ("own", "fields", "out"),
    [
        ([subject("general")], ["tcm"], False),
        ([subject("field", "tcm")], ["tcm"], False),
        ([subject("field", "tcm")], ["insurance"], True),
        ([subject("field", "tcm"), subject("general")], ["insurance"], False),
        ([subject("field", "tcm"), subject("field", "insurance")], ["insurance"], False),
        ([subject("other")], ["insurance"], True),
        ([subject("other")], [], True),
        ([subject("field", "tcm")], [], False),
        ([], ["insurance"], False),
    ],
)
def test_a_cell_is_outside_only_by_the_subjects_of_all_plans(
    own: list[SubjectFact], fields: list[str], out: bool
) -> None:
    assert (outside(own, fields) is not None) == out


@pytest.mark.parametrize(
    ("cities", "asked", "standing"),
    [
        (0, 5, "none"),
        (1, 5, "single"),
        (1, 1, "single"),
        (5, 5, "core"),
        (3, 5, "common"),
        (2, 5, "variant"),
        (2, 2, "core"),
    ],
)
def test_standing_of_a_lever(cities: int, asked: int, standing: str) -> None:
    assert standing_of(cities, asked) == standing


def test_subjects_decide_what_is_out_of_scope(three: Library) -> None:
    kinds = {row["city"]: (row["subject"], bool(row["fields"])) for row in three.ask("plan_kinds").rows}
    assert kinds == {"绍兴市": ("general", False), "金华市": ("field", True), "丽水市": ("other", False)}
    (field,) = fields_of("中医药")
    status = {(row["city"], row["field"] == field): set[str]() for row in three.ask("topic_matrix", limit=1000).rows}
    for row in three.ask("topic_matrix", limit=1000).rows:
        status[row["city"], row["field"] == field].add(row["status"])
    assert "out_of_scope" not in status["绍兴市", False] | status["金华市", True]
    assert status["丽水市", False] == {"out_of_scope"} and "silent" not in status["金华市", False]
    cell = {row["city"]: row for row in three.ask("adoption_matrix", model="sanming").rows[0]["cities"]}
    assert cell["丽水市"]["status"] == "out_of_scope" and "another field" in cell["丽水市"]["reason_text"]


def test_a_city_with_a_plan_of_another_field_lacks_nothing(three: Library) -> None:
    assert not three.ask("stands_out", city="丽水市").rows
    lacking = three.ask("missing_functions", least=1, limit=1000).rows
    assert {(row["status"], row["reason"]) for row in lacking if row["city"] == "丽水市"} == {("out_of_scope",) * 2}
    assert all("丽水市" not in row["named_in"] for row in lacking)
    (graded,) = three.ask("adoption", model="sanming", city="丽水市").rows
    assert graded["grade"] == graded["status"] == "out_of_scope"
    (seen,) = three.ask("first_seen", model="sanming", city="丽水市").rows
    assert (seen["status"], seen["reason"]) == ("out_of_scope", "out_of_scope")
    assert "another field" in seen["reason_text"]


def test_who_names_in_passing_what_only_one_city_uses(five: Library) -> None:
    passing = {(row["lever"], row["city"]) for row in five.ask("lever_matrix", limit=10_000).rows
               if row["reason"] == "in_passing"}  # fmt: skip
    rows = five.ask("stands_out", city="南阳市", kind="only", limit=10_000).rows
    assert {(row["lever"], city) for row in rows for city in row["in_passing"]} == {
        one for one in passing if one[0] in {row["lever"] for row in rows}
    }
    assert any(row["in_passing"] for row in rows)


def test_what_only_one_city_does_and_what_it_lacks(five: Library) -> None:
    held = {row["city"] for row in five.ask("cities").rows}
    matrix = five.ask("lever_matrix", limit=10_000).rows
    used = {}
    for row in matrix:
        used.setdefault(row["lever"], set())
        if row["status"] == "present":
            used[row["lever"]].add(row["city"])
            assert row["evidence"] and row["reason"] is None
        else:
            assert row["reason_text"] and not row["evidence"]
    assert len(matrix) == len(used) * len(held)
    for city in held:
        rows = five.ask("stands_out", city=city, limit=10_000).rows
        assert {row["lever"] for row in rows if row["kind"] == "only"} == {
            lever for lever, cities in used.items() if cities == {city}
        }
        assert {row["lever"] for row in rows if row["kind"] == "missing"} == {
            lever for lever, cities in used.items() if cities == held - {city}
        }


def test_likeness_is_the_same_from_both_sides(five: Library) -> None:
    seen = {}
    for city in (row["city"] for row in five.ask("cities").rows):
        for row in five.ask("nearest_cities", city=city).rows:
            seen[city, row["other"]] = (row["score"], row["only_city"], row["only_other"], tuple(row["shared"]))
            union = len(row["shared"]) + row["only_city"] + row["only_other"]
            assert row["score"] == pytest.approx(len(row["shared"]) / union, abs=1e-6)
    assert len(seen) == 20
    for (one, other), (score, first, second, shared) in seen.items():
        assert seen[other, one] == (score, second, first, shared)


def in_cells(question: Question) -> bool:
    """Whether the question compares cities cell by cell."""
    names = {column.name for column in question.columns}
    return "status" in names and "city" in names and question.name != "corrections"


@pytest.mark.parametrize("library", ["five", "three"])
@pytest.mark.parametrize("question", [one for one in QUESTIONS.values() if in_cells(one)], ids=lambda one: one.name)
def test_no_cell_is_empty_without_a_reason(question: Question, library: str, request: pytest.FixtureRequest) -> None:
    held: Library = request.getfixturevalue(library)
    given = {param.name: example(param.type, held) for param in question.params if param.required}
    for row in held.ask(question.name, limit=10_000, **(given | question.example)).rows:
        if row["status"] in STATUSES - {"present"}:
            assert row.get("reason_text"), row
        elif row["status"] == "present":
            assert not row.get("reason_text"), row


def example(kind: str, held: Library) -> str:
    name, key = {
        "city": ("cities", "city"), "indicator": ("indicators", "key"), "measure": ("measures", "key"),
        "document": ("documents", "id"), "model": ("models", "model"), "topic": ("topics", "key"),
    }[kind]  # fmt: skip
    return str(held.ask(name).rows[0][key])


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda one: one.name)
def test_a_question_of_cities_has_cells_or_lists_what_is_there(question: Question) -> None:
    """A comparison has a status (or a grade) a cell; what has none is a list, whose absence is told by a reason."""
    names = {column.name for column in question.columns}
    if question.name != "corrections":
        assert not {"status", "reason"} & names or "reason_text" in names


@pytest.mark.parametrize(
    ("line", "says"),
    [("// silent: {whose} say nothing in {year}", "{year} of the line silent is no parameter"),
     ("// annexes: 任务", "unknown header 'annexes'")],
)  # fmt: skip
def test_a_wrong_line_on_silence_is_told(line: str, says: str) -> None:
    text = f"// q: Q\n// zh: 问\n// path: /q\n{line}\n// returns: n int\nRETURN 1 AS n"
    with pytest.raises(QuestionError, match=says):
        read_question(text, "q.cypher")


def test_silence_is_told_in_the_questions_own_words(five: Library) -> None:
    answer = five.ask("shared_parents", cities=5, level="city")
    assert answer.reason is not None and "by 5 or more cities: the plans of the 5 cities held" in answer.reason.text
    assert "{" not in answer.reason.text


def doc_table(name: str, head: str) -> list[list[str]]:
    """The rows of the table with this head in a page of docs/comparing."""
    text = (Path(__file__).parent.parent / "docs" / "comparing" / name).read_text(encoding="utf-8")
    lines = text[text.index(head) :].splitlines()[2:]
    rows = takewhile(lambda line: line.startswith("|"), lines)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_the_worked_examples_are_what_is_answered(five: Library) -> None:
    shown = []
    for row in five.ask("plan_kinds").rows:
        numbers = str(row["year"]), str(row["measures"]), f"{row['chars_a_measure']:.0f}"
        shown.append([row["city"], row["rank"] or "–", row["span"], *numbers])
    assert doc_table("cells.md", "| city | rank |") == shown
    core = {row["zh"] for row in five.ask("lever_matrix", standing="core", limit=1000).rows}
    assert {row[0] for row in doc_table("stands_out.md", "| core levers")} == core
    nearest = []
    for city in (row["city"] for row in five.ask("cities").rows):
        row = five.ask("nearest_cities", city=city, limit=1).rows[0]
        nearest.append([row["city"], row["other"], f"{row['score']:.3f}"])
    assert sorted(doc_table("stands_out.md", "| city | nearest |")) == sorted(nearest)
