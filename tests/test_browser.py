"""Neo4j Browser as an analyst meets it: the script of `make browser`, the guide, the style, in a real Chromium."""

import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from chengce.library import Library, build, published
from graph import open_store
from graph.ontology import ontology
from tests.conftest import ROOT
from web.guide import page, saved, write_saved

FOLDER = ROOT / "web" / "browser"
HTTP, BOLT, PORT = 17476, 17699, 18766


BASE = "http://localhost:8000/"


def queries(language: str) -> list[str]:
    found = re.findall(r'mode="cypher">(.*?)</pre>', page(language, BASE), re.S)
    return [unescape(query) for query in found]


def test_both_guides_have_eight_steps_and_the_same_queries() -> None:
    for language in ("zh", "en"):
        text = page(language, BASE)
        assert text.count("<slide ") == 8 and text.count(f'play-topic="{BASE}browser/guide.') == 1
    assert queries("zh") == queries("en")


def test_the_saved_queries_are_those_of_the_guide_with_names() -> None:
    kept = {file.name: file.read_text(encoding="utf-8") for file in (FOLDER / "saved").glob("*.cypher")}
    assert kept == saved(), "run python -m web.guide"
    split = [text.partition("\n") for _, text in sorted(kept.items())]
    assert [query.strip() for _, _, query in split] == [one for one in queries("zh") if not one.startswith(":")]
    assert all(re.match(r"// \d[a-c]? [\u4e00-\u9fff]+ ", name) for name, _, _ in split)


def test_the_saved_queries_are_written_where_others_were(tmp_path: Path) -> None:
    (tmp_path / "9-of-before.cypher").write_text("RETURN 1", encoding="utf-8")
    write_saved(tmp_path)
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == saved()


def test_the_queries_find_something_on_the_folders_engine_too(tmp_path: Path) -> None:
    asked = [query for query in queries("zh") if query.startswith("MATCH")]
    with Library(open_store(tmp_path / "five", rebuild=build)) as library:
        library.put(published())
        assert [query for query in asked if not library.store.run(query).rows] == []


def test_the_style_shows_each_class_by_its_caption() -> None:
    style = (FOLDER / "style.grass").read_text(encoding="utf-8")
    for one in ontology().classes.values():
        assert re.search(rf"node\.{one.name} {{[^}}]*caption: '{{{one.caption}}}'", style), one.name
    known = ontology().relations
    for name, caption in re.findall(r"relationship\.(\w+) {[^}]*caption: '{(\w+)}'", style):
        assert name in known and caption in known[name].properties, name


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What `make browser` starts, on ports of its own."""
    ports = {"NEO4J_BOLT_PORT": str(BOLT), "NEO4J_HTTP_PORT": str(HTTP), "CHENGCE_PORT": str(PORT)}
    log = tmp_path_factory.mktemp("browser") / "log"
    home = {"CHENGCE_BROWSER_HOME": str(ROOT / ".tools" / "browser")}
    with (
        log.open("w") as out,
        subprocess.Popen(
            [FOLDER / "serve.sh", "en"],
            env={**os.environ, **ports, **home},
            stdout=out,
            stderr=out,
            start_new_session=True,
        ) as server,
    ):
        try:
            for _ in range(900):
                if server.poll() is not None or "Saved queries" in log.read_text():
                    break
                time.sleep(0.2)
            assert server.poll() is None and "Saved queries" in log.read_text(), log.read_text()
            yield
        finally:
            os.killpg(server.pid, signal.SIGTERM)


@pytest.mark.neo4j
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_step_of_the_guide_runs_in_browser(running: None, language: str) -> None:
    from bench.browser_pictures import browser_page, walk  # noqa: PLC0415

    with browser_page(HTTP, PORT, language) as page:
        shown = walk(page, keep=False)
    assert len(shown) == len(queries(language))
    for place, words in shown.items():
        assert "ERROR" not in words and "no changes, no records" not in words, place


@pytest.mark.neo4j
def test_the_guide_points_to_where_it_is_served(running: None) -> None:
    address = f"http://localhost:{PORT}/browser/guide.zh.html"
    with urllib.request.urlopen(address) as answer:
        text = answer.read().decode()
        assert f"http://localhost:{PORT}/browser/style.grass" in text and "localhost:8000" not in text
    asked = urllib.request.Request(address, method="OPTIONS", headers={"Origin": f"http://localhost:{HTTP}"})
    with urllib.request.urlopen(asked) as answer:
        assert answer.status == 204 and answer.headers["Access-Control-Allow-Origin"] == "*"


def test_the_pictures_of_the_guide_are_in_the_docs() -> None:
    text = (ROOT / "docs" / "browser.md").read_text(encoding="utf-8")
    named = re.findall(r"\((pictures/[\w.-]+)\)", text)
    assert len(named) == 4 and all(Path(ROOT / "docs" / one).stat().st_size > 10_000 for one in named)
