"""What the documents say is what happens: README's table, its commands, its links."""

import re
import shlex
import sys
from pathlib import Path

import pytest

import chengce
from chengce.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.removeprefix("uv run ") for line in README.splitlines() if line.startswith("uv run chengce ")]
FROM_DATA = [command for command in COMMANDS if command.split()[1] in ("ask", "cypher")]


@pytest.fixture
def own_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A user's own store, empty before the first question."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("CHENGCE_STORE", raising=False)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.usefixtures("own_store")
def test_the_readmes_table_is_the_answer() -> None:
    head, _, *lines = [line for line in README.split("curl -s", 1)[1].splitlines() if line.startswith("|")][:7]
    names = cells(head)
    with chengce.open() as library:
        rows = library.ask("adoption", model="sanming").rows
    answer = [{**row, **{c["key"]: c["status"] for c in row["components"]}} for row in rows]
    assert [cells(line) for line in lines] == [[str(row[name]) for name in names] for row in answer]


@pytest.mark.usefixtures("own_store")
@pytest.mark.parametrize("command", FROM_DATA)
def test_the_readmes_commands_answer(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", shlex.split(command))
    try:
        main()
    except SystemExit as end:
        assert not end.code
    assert len(capsys.readouterr().out.splitlines()) > 3


@pytest.mark.usefixtures("own_store")
def test_the_readmes_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", README, re.S)
    assert code is not None
    exec(compile(code[1], "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) == 5


@pytest.mark.parametrize("document", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/*.md")), ids=lambda p: p.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert missing == []


def test_every_make_target_that_the_documents_name_exists() -> None:
    made = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    texts = [README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")]
    named = {name for text in texts for name in re.findall(r"`?make ([a-z]+)`?", text) if name != "a"}
    assert named <= made
