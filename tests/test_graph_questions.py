"""A question's header is read strictly, and the runner gives rows in one form."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.errors import NotFoundError, ParameterError, QuestionError
from graph.lookup import look_up
from graph.questions import Parameter, read_question, read_questions
from graph.run import Runner, convert, tidy
from graph.store import Result

TEXT = """// held: Which cities are held
// zh: 收录了哪些城市
// path: /cities/{city}/held
// param city: city — the city
// param year: int = 2025 — the year
// param words: words = null — some words
// example: city=甲市
// returns: city text, share float, places list
// returns: kinds list set
MATCH (c:City {id: $city}) // a note with $nothing
WHERE $year > 0 AND ($words IS NULL OR c.name = 'AS $x RETURN')
RETURN c.name AS city, 1.0 / 3 AS share, [x IN [1, 2] | x] AS places, c.kinds AS kinds
ORDER BY city
"""


def test_a_header_is_read() -> None:
    question = read_question(TEXT, "held.cypher")
    assert (question.name, question.en, question.zh) == ("held", "Which cities are held", "收录了哪些城市")
    assert question.params[0] == Parameter("city", "city", True, None, "the city")
    assert question.params[1] == Parameter("year", "int", False, "2025", "the year")
    assert question.params[2].default is None and not question.params[2].required
    assert [(column.name, column.type, column.is_set) for column in question.columns] == [
        ("city", "text", False), ("share", "float", False), ("places", "list", False), ("kinds", "list", True),
    ]  # fmt: skip
    assert question.example == {"city": "甲市"}
    assert question.cypher.startswith("MATCH")


FAULTS = [
    ("// zh: 收录了哪些城市\n", "", "the header has no line `// zh: …`"),
    ("city: city —", "city: ctiy —", "unknown type 'ctiy'; did you mean city?"),
    ("— the year", "", "param year: say what it is"),
    ("$year > 0", "$yaer > 0", "$yaer is used and not declared; did you mean year?"),
    ("$year > 0", "$yaer > 0", "param year is declared and not used"),
    ("share float", "share flaot", "unknown type 'flaot'; did you mean float?"),
    ("kinds list set", "kinds text set", "only a list can be a set"),
    ("AS share", "AS part", "make them equal"),
    ("ORDER BY city", "ORDER BY city LIMIT 5", "LIMIT is not allowed"),
    ("MATCH (c", "MERGE (c", "MERGE is not allowed"),
    ("{city}/held", "{year}/held", "{year} of the path is no required parameter"),
    ("// example: city", "// example: ctiy", "example has ctiy, which is no parameter; did you mean city?"),
    ("// zh: ", "// zhh: ", "unknown header 'zhh'; did you mean zh?"),
    ("// path:", "// path", "is no header line"),
    ("param year: int = 2025", "param limit: int = 2025", "param limit: the runner has this name"),
]


@pytest.mark.parametrize(("old", "new", "fault"), FAULTS)
def test_each_fault_of_a_header_is_named(old: str, new: str, fault: str) -> None:
    assert old in TEXT
    with pytest.raises(QuestionError) as error:
        read_question(TEXT.replace(old, new, 1), "held.cypher")
    assert any(fault in one for one in error.value.faults), error.value.faults


def test_faults_of_all_files_and_equal_paths_come_together(tmp_path: Path) -> None:
    (tmp_path / "held.cypher").write_text(TEXT)
    (tmp_path / "bad.cypher").write_text("RETURN 1 AS x")
    (tmp_path / "other.cypher").write_text(TEXT.replace("// held:", "// other:"))
    with pytest.raises(QuestionError) as error:
        read_questions(tmp_path)
    assert any("is that of held.cypher too" in one for one in error.value.faults)
    assert any(one.startswith("bad.cypher") for one in error.value.faults)


CONVERTED = [
    ("int", "12", 12), ("float", "0.5", 0.5), ("bool", "true", True), ("bool", "否", False), ("text", " 甲 ", "甲"),
    ("date", "2025-12-31", "2025-12-31"), ("date", "today", "2030-01-02"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "given", "value"), CONVERTED)
def test_values_are_converted(kind: Any, given: str, value: object) -> None:
    assert convert(Parameter("x", kind, True, None, "doc"), given, lambda: date(2030, 1, 2)) == value


@pytest.mark.parametrize(("kind", "given"), [("int", "1.5"), ("float", "x"), ("bool", "maybe"), ("date", "2025-13-01")])
def test_a_wrong_value_says_which_and_why(kind: Any, given: str) -> None:
    with pytest.raises(ParameterError, match=r"x: .* is no value for it; wanted"):
        convert(Parameter("x", kind, True, None, "doc"), given, date.today)


def test_rows_are_tidied_in_one_way() -> None:
    question = read_question(TEXT, "held.cypher")
    places = [{"document": "b", "start": 1}, {"document": "a", "start": 10}, None, {"document": "a", "start": 9}]
    row = {"places": places, "city": "甲市", "share": 1 / 3, "kinds": ["b", "a", "b"], "more": 1}
    assert tidy(question, [row]) == [
        {
            "city": "甲市",
            "share": 0.333333,
            "places": [{"document": "a", "start": 9}, {"document": "a", "start": 10}, {"document": "b", "start": 1}],
            "kinds": ["a", "b"],
        }
    ]


class Cities:
    """A session that holds cities, and answers a question with numbered rows."""

    release = "r1"
    held = ({"id": "city-1", "code": "990100", "name": "甲市"}, {"id": "city-2", "code": "990200", "name": "甲子市"})

    def run(self, cypher: str, params: Any = None) -> Result:
        params = params or {}
        if cypher.startswith("MATCH (n:City)"):
            if "STARTS WITH" in cypher:
                return Result((), [one for one in self.held if one["name"].startswith(params["value"])])
            if "$value" in cypher:
                field = cypher.split("n.")[1].split(" ", maxsplit=1)[0]
                return Result((), [one for one in self.held if one[field] == params["value"]])
            return Result((), list(self.held))
        if "count(*) AS total" in cypher:
            return Result((), [{"total": 5}])
        numbers = range(5)[params["skip"] : params["skip"] + params["limit"]]
        return Result((), [{"city": str(number)} for number in numbers])

    def search(self, words: Any, limit: int = 100) -> Any:
        return []


@pytest.mark.parametrize("given", ["city-1", "990100", "甲市"])
def test_a_city_is_found_by_id_code_and_name(given: str) -> None:
    assert look_up(Cities(), "city", "city", given) == ("city-1", "甲市")


def test_a_city_is_found_by_the_beginning_that_only_it_has() -> None:
    assert look_up(Cities(), "city", "city", "甲子")[0] == "city-2"
    with pytest.raises(NotFoundError) as error:
        look_up(Cities(), "city", "city", "甲")
    assert set(error.value.near) == {"甲市", "甲子市"}


@pytest.mark.parametrize(("skip", "limit", "rows"), [(0, 2, 2), (4, 2, 1), (0, 5, 5), (0, 100, 5), (7, 2, 0)])
def test_every_page_has_the_same_total(skip: int, limit: int, rows: int) -> None:
    answer = Runner().ask(Cities(), read_question(TEXT, "held.cypher"), {"city": "甲市"}, skip, limit)
    assert (len(answer.rows), answer.total) == (rows, 5)
    assert answer.params == {"city": "甲市", "year": 2025, "words": None}


@pytest.mark.parametrize(
    ("given", "skip", "limit", "message"),
    [
        ({}, 0, 10, "city is needed"), ({"city": "甲市"}, -1, 10, "skip"), ({"city": "甲市"}, 0, 0, "limit"),
        ({"city": "甲市"}, 0, 10_001, "limit"), ({"ctiy": "甲市"}, 0, 10, "did you mean city?"),
        ({"city": "甲市", "year": "x"}, 0, 10, "a whole number"),
    ],
)  # fmt: skip
def test_a_wrong_parameter_is_refused(given: dict[str, str], skip: int, limit: int, message: str) -> None:
    with pytest.raises(ParameterError, match=message.replace("?", r"\?")):
        Runner().ask(Cities(), read_question(TEXT, "held.cypher"), given, skip, limit)


def test_a_city_that_exists_and_is_not_held_is_an_answer_with_a_reason() -> None:
    known = {"乙市": "乙市"}.get
    answer = Runner(known_city=known).ask(Cities(), read_question(TEXT, "held.cypher"), {"city": "乙市"})
    assert answer.rows == [] and answer.reason is not None and answer.reason.code == "not_held"
    with pytest.raises(NotFoundError):
        Runner(known_city=known).ask(Cities(), read_question(TEXT, "held.cypher"), {"city": "丙市"})


VALUED = TEXT.replace(
    "// returns:", "// param kind: text = null — its kind\n// values kind: one, two\n// returns:", 1
).replace("WHERE $year > 0", "WHERE $year > 0 AND $kind IS NULL", 1)


def test_a_value_that_is_none_of_those_named_is_refused() -> None:
    question = read_question(VALUED, "held.cypher")
    with pytest.raises(ParameterError, match="one of one, two"):
        Runner().ask(Cities(), question, {"city": "甲市", "kind": "three"}, 0, 10)


@pytest.mark.parametrize("line", ["// values kid: one", "// values kind:", "// values city: one"])
def test_values_want_a_text_parameter_and_some_values(line: str) -> None:
    with pytest.raises(QuestionError, match="values"):
        read_question(VALUED.replace("// values kind: one, two", line), "held.cypher")
