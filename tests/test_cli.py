"""The command line as a user meets it: what it prints, its status, and that bad input loses nothing."""

import csv
import io
import json
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from plans import PRICES, SANMING, plan
from rich.console import Console

from chengce import report
from chengce.answers import cell
from chengce.cli import main
from chengce.library import open_library
from chengce.reading_report import percent, short
from chengce.settings import DATA, default_store

type Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command in this process: (status, standard output, standard error)."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("CHENGCE_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("COLUMNS", "200")

    def command(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["chengce", *map(str, words)])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        out = capsys.readouterr()
        return status, out.out, out.err

    return command


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Two plans of two cities in a folder."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text(plan("绍兴市", "浙江省", third=SANMING), encoding="utf-8")
    (folder / "two.txt").write_text(plan("金华市", "浙江省"), encoding="gb18030")
    return folder


def changes(out: str) -> int:
    return int(next(line for line in out.splitlines() if " changes · " in line).split()[0])


def counts(out: str, name: str) -> str:
    """The part of the changes' line that counts nodes, edges or derived."""
    line = next(line for line in out.splitlines() if " changes · " in line)
    return next(part for part in line.split(" · ") if part.startswith(name))


def test_extract_prints_the_facts_file(run: Run, texts: Path, tmp_path: Path) -> None:
    status, out, _ = run("extract", texts / "one.txt")
    facts = json.loads(out)
    assert status == 0
    assert [measure["id"] for measure in facts["measures"]] == ["d/2.1", "d/2.2", "d/2.3", "d/3.1"]
    assert facts["place"]["name"] == "绍兴市"
    assert run("extract", texts / "one.txt", "-o", tmp_path / "out.json")[0] == 0
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == out


def test_extract_reports_what_was_read_in_the_terminal(run: Run, texts: Path, tmp_path: Path) -> None:
    status, out, _ = run("extract", texts / "one.txt", "--report")
    assert status == 0 and "{" not in out
    assert re.search(r"^  read +\d+ clauses +[\d.]+ % +\d+ characters", out, re.M)
    assert "numbers that are no targets" in out and "a document number" in out and "line " in out
    assert run("extract", texts / "one.txt", "--report", "-o", tmp_path / "facts.json")[1] == out
    assert (tmp_path / "facts.json").read_text(encoding="utf-8") == run("extract", texts / "one.txt")[1]


def test_extract_writes_the_report_as_one_page_without_anything_from_elsewhere(
    run: Run, tmp_path: Path, texts: Path
) -> None:
    page, hostile = tmp_path / "report.html", texts / "one.txt"
    words = hostile.read_text(encoding="utf-8").replace("成立工作专班", "成立<script>alert(1)</script>专班&9个部门")
    hostile.write_text(words, encoding="utf-8")
    assert run("extract", hostile, "--report-html", page) == (0, "", "")
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html and "&lt;script&gt;" in html and "http://" not in html and "https://" not in html
    anchors, links = set(re.findall(r"id='(c\d+)'", html)), set(re.findall(r"href='#(c\d+)'", html))
    assert links and links <= anchors
    assert html.count("class='zh'") == html.count("class='en'") > 20
    status, _, err = run("extract", hostile, "--report-html", tmp_path / "absent" / "report.html")
    assert status == 2 and "cannot be written" in err


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 0, "0.0 %"),
        (0, 9, "0.0 %"),
        (1, 9999, "<0.1 %"),
        (1, 3, "33.3 %"),
        (9998, 9999, ">99.9 %"),
        (9, 9, "100.0 %"),
    ],
)
def test_a_share_is_never_shown_as_none_or_all(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


@pytest.mark.parametrize(
    ("where", "shown"), [("page 3", "page 3"), ("/html/body[1]/div[2]/p[4]", "…/div[2]/p[4]"), ("table 1", "table 1")]
)
def test_a_place_in_a_file_is_short(where: str, shown: str) -> None:
    assert short(where) == shown


def test_load_twice_changes_nothing_and_an_edit_changes_only_its_plan(run: Run, texts: Path) -> None:
    status, out, _ = run("load", texts)
    assert status == 0 and changes(out) > 0 and "one" in out and "loaded" in out
    status, out, _ = run("load", texts)
    assert status == 0 and changes(out) == 0 and "unchanged" in out
    before = json.loads(run("ask", "measures", "--city", "绍兴市", "--format", "json")[1])["rows"]
    (texts / "two.txt").write_text(plan("金华市", "浙江省", third=PRICES.replace("1次", "2次")), encoding="utf-8")
    status, out, _ = run("load", texts)
    assert status == 0 and 0 < changes(out) < 30
    assert json.loads(run("ask", "measures", "--city", "绍兴市", "--format", "json")[1])["rows"] == before


def test_remove_takes_a_plan_out_and_nothing_else(run: Run, texts: Path) -> None:
    run("load", texts)
    status, out, _ = run("load", "--remove", "two")
    assert status == 0 and "removed: two" in out
    rows = json.loads(run("ask", "cities", "--format", "json")[1])["rows"]
    assert [row["city"] for row in rows] == ["绍兴市"]
    status, _, err = run("load", "--remove", "two")
    assert status == 2 and "'two'" in err and "one" in err


def test_ask_prints_a_table_json_and_csv(run: Run, texts: Path) -> None:
    run("load", texts)
    status, out, _ = run("ask", "adoption", "--model", "sanming")
    assert status == 0 and "绍兴市" in out and "named" in out and "release" in out
    answer = json.loads(run("ask", "adoption", "--model", "sanming", "--format", "json")[1])
    assert {row["city"]: row["grade"] for row in answer["rows"]}["绍兴市"] == "named"
    rows = list(csv.DictReader(io.StringIO(run("ask", "adoption", "--model", "sanming", "--format", "csv")[1])))
    assert [row["city"] for row in rows] == [row["city"] for row in answer["rows"]]


def test_export_gives_graphs_that_networkx_reads(run: Run, texts: Path) -> None:
    run("load", texts)
    network = nx.node_link_graph(json.loads(run("export", "network", "绍兴市")[1]), edges="links")
    names = {data["name"] for _, data in network.nodes(data=True)}
    assert {"绍兴市卫生健康委", "绍兴市医保局", "绍兴市财政局"} <= names
    assert nx.parse_graphml(run("export", "network", "绍兴市", "--format", "graphml")[1]).number_of_edges() > 0
    city = json.loads(run("ask", "cities", "--format", "json")[1])["rows"][0]["id"]
    around = nx.node_link_graph(json.loads(run("export", "neighbourhood", city)[1]), edges="links")
    assert {"ISSUED", "IN_PROVINCE"} <= {data["relation"] for *_, data in around.edges(data=True)}
    assert nx.parse_graphml(run("export", "neighbourhood", city, "--format", "graphml")[1]).has_node(city)


def test_cypher_prints_columns_and_rows(run: Run, texts: Path) -> None:
    run("load", texts)
    query = "MATCH (c:City) WHERE c.name = $name RETURN c.name AS name, c.code AS code"
    status, out, _ = run("cypher", query, "--params", '{"name": "绍兴市"}')
    answer = json.loads(out)
    assert (status, answer["columns"], answer["rows"]) == (0, ["name", "code"], [["绍兴市", "330600"]])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ask", "adoptoin", "--model", "sanming"], "adoptoin"),
        (["ask", "adoption"], "--model"),
        (["ask", "adoption", "--model", "sanmin"], "sanming"),
        (["ask", "adoption", "--model", "sanming", "--city", "无此市"], "无此市"),
        (["ask", "measures", "--limit", "0"], "limit"),
        (["ask", "adoption", "--model", "sanming", "--format", "xml"], "table, json, csv"),
        (["cypher", "CREATE (n:City)"], "CREATE"),
        (["cypher", "RETURN 1", "--params", "{"], "--params"),
        (["export", "network", "无此市"], "无此市"),
        (["export", "network", "绍兴市", "--format", "svg"], "graphml"),
        (["export", "neighbourhood", "none"], "none"),
        (["cities", "--store", __file__], "folder wanted"),
        (["load"], "nothing to load"),
        (["load", "absent.txt"], "absent.txt"),
        (["extract", "absent.txt"], "absent.txt"),
    ],
)
def test_wrong_words_end_in_a_sentence_and_status_2(run: Run, texts: Path, words: list[str], said: str) -> None:
    run("load", texts)
    status, _, err = run(*words)
    assert status == 2
    assert said in err, err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("neither.txt", "计划".encode("utf-16"), ""),
        ("letter.txt", "今天天气很好，我们去公园。".encode(), "plan"),
        ("plan.exe", b"MZ", "format"),
    ],
)
def test_a_bad_file_is_refused_the_others_are_loaded(
    run: Run, texts: Path, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    status, _, err = run("load", texts, bad)
    assert status == 1 and "1 of 3" in err and name in err and said in err
    assert len(json.loads(run("ask", "cities", "--format", "json")[1])["rows"]) == 2
    status, _, err = run("load", bad)
    assert status == 2 and "Traceback" not in err


def test_a_file_that_cannot_be_read_is_one_sentence(run: Run, texts: Path) -> None:
    (texts / "loop.txt").symlink_to("loop.txt")  # unreadable for every user, the superuser too
    status, _, err = run("load", texts / "one.txt", texts / "loop.txt")
    assert status == 1 and "loop.txt" in err and "cannot be read" in err
    assert run("extract", texts / "loop.txt")[0] == 2


def test_without_words_every_command_is_listed(run: Run) -> None:
    _, out, err = run()
    assert all(name in out + err for name in ("extract", "load", "ask", "serve", "cities", "export", "check"))


def test_a_first_fill_that_was_cut_is_done_at_the_next_start(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHENGCE_STORE")
    (default_store() / "facts").mkdir(parents=True)
    rows = json.loads(run("ask", "cities", "--format", "json")[1])["rows"]
    assert len(rows) == len(list(DATA.glob("*.json")))
    for file in DATA.glob("*.json"):
        run("load", "--remove", file.stem)
    assert json.loads(run("ask", "cities", "--format", "json")[1])["rows"] == []


def test_a_file_of_200_mb_is_refused_unread(run: Run, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    status, _, err = run("load", large)
    assert status == 2 and "200" in err


def test_a_refused_plan_keeps_its_former_facts(run: Run, texts: Path) -> None:
    run("load", texts)
    before = run("ask", "measures", "--format", "json")[1]
    (texts / "two.txt").write_bytes(b"")
    status, _, _ = run("load", texts)
    assert status == 1
    assert run("ask", "measures", "--format", "json")[1] == before


def test_an_unknown_city_is_refused(run: Run, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.txt"
    nowhere.write_text("一、做好工作\n\n(一)抓好服务。提升服务水平。\n", encoding="utf-8")
    status, _, err = run("load", nowhere)
    assert status == 2 and "--city" in err
    assert run("load", nowhere, "--city", "无此市")[0] == 2
    assert run("load", nowhere, "--city", "绍兴市")[0] == 0


def test_two_files_of_one_key_are_not_mixed_up(run: Run, texts: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.txt").write_text(plan("金华市", "浙江省"), encoding="utf-8")
    status, _, err = run("load", texts, other / "one.txt")
    assert status == 1 and "same key" in err
    assert run("load", other / "one.txt", "--key", "../one")[0] == 2
    assert run("load", other / "one.txt", "--key", "three")[0] == 0


def test_a_busy_port_is_one_sentence(run: Run, texts: Path) -> None:
    run("load", texts)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        status, _, err = run("serve", "--port", taken.getsockname()[1])
    assert status == 2 and "--port" in err and "Traceback" not in err


@pytest.mark.parametrize("port", ["none", "99999"])
def test_a_wrong_variable_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("CHENGCE_PORT", port)
    status, _, err = run("serve")
    assert status == 2 and "CHENGCE_PORT" in err and port in err and "Traceback" not in err


def test_many_columns_are_shown_as_lines(run: Run, texts: Path) -> None:
    run("load", texts)
    _, out, _ = run("ask", "targets", "--limit", "1")
    assert "─" not in out and any(line.startswith("indicator ") for line in out.splitlines())


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"title": "甲", "start": 5}, "甲 · 5"),
        ({"title": "甲", "start": 5, "end": 7, "quote": "乙丙"}, "甲 · 5–7 “乙丙”"),
        ([{"title": "甲"}] * 12, "甲\n" * 10 + "… 2 more, all of them in json"),
        (["a", "b"], "a、b"),
        (None, ""),
    ],
)
def test_a_cell_of_a_table(value: object, shown: str) -> None:
    assert cell(value) == shown


@pytest.mark.parametrize("width", [80, 200])
def test_a_report_cuts_no_word_on_a_narrow_terminal(texts: Path, tmp_path: Path, width: int) -> None:
    stream = io.StringIO()
    with open_library(str(tmp_path / "narrow")) as library:
        report.show(library.load(sorted(texts.glob("*.txt"))), Console(file=stream, width=width))
    assert "绍兴市 (issuer)" in stream.getvalue() and "responsibilities" in stream.getvalue()


def test_check_finds_nothing_wrong_here(run: Run) -> None:
    status, out, err = run("check")
    assert (status, err) == (0, "") and "agree" in out


@pytest.mark.parametrize("name", ["extract", "load", "serve", "cities", "cypher", "check", "publish"])
def test_help_has_an_example(run: Run, name: str) -> None:
    status, out, _ = run(name, "--help")
    assert status == 0 and f"chengce {name}" in out.replace("Usage", "", 1) and "Example" in out


def test_a_store_is_copied_with_its_texts(run: Run, texts: Path, tmp_path: Path) -> None:
    assert run("load", texts)[0] == 0
    status, out, _ = run("copy", tmp_path / "store", tmp_path / "other")
    assert status == 0 and "plans copied" in out
    with open_library(str(tmp_path / "store")) as one, open_library(str(tmp_path / "other")) as other:
        assert one.store.plans() == other.store.plans() and one.store.release() == other.store.release()
        assert [other.store.text(key) for key in other.store.plans()] == [
            one.store.text(key) for key in one.store.plans()
        ]
    assert " 0 changes" in run("copy", tmp_path / "store", tmp_path / "other")[1]


@pytest.mark.parametrize("target", ["store", "empty"])
def test_a_store_is_copied_neither_into_itself_nor_from_nothing(
    run: Run, texts: Path, tmp_path: Path, target: str
) -> None:
    source = tmp_path / ("store" if target == "store" else "none")
    assert run("load", texts)[0] == 0
    status, _, error = run("copy", source, tmp_path / target)
    assert status == 2 and error.count("\n") == 1


def test_an_offline_import_is_written_with_its_command(run: Run, texts: Path, tmp_path: Path) -> None:
    assert run("load", texts)[0] == 0
    status, out, _ = run("export", "neo4j-import", tmp_path / "import")
    assert status == 0 and "neo4j-admin database import full neo4j" in out and "schema.cypher" in out
    with (tmp_path / "import" / "Measure.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with open_library() as library:
        assert len(rows) == library.store.run("MATCH (m:Measure) RETURN count(m) AS n").rows[0]["n"]
    (tmp_path / "file").write_text("")
    assert run("export", "neo4j-import", tmp_path / "file")[0] == 2


@pytest.mark.parametrize("place", ["neo4j://h:7687", "bolt://neo4j:password@h", "neo4j+s://neo4j:Neo4j@h/db"])
def test_serving_others_from_a_database_without_a_real_password_is_refused(run: Run, place: str) -> None:
    status, _, error = run("serve", "--host", "0.0.0.0", "--store", place)
    assert status == 2 and "password" in error and error.count("\n") == 1
