"""What the documents say is what happens: README's table, its commands, its links."""

import re
import shlex
import sys
from pathlib import Path

import pytest

import chengce
from chengce.cli import main
from tests import pages, pdfs, plans, word

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.removeprefix("uv run ") for line in README.splitlines() if line.startswith("uv run chengce ")]
READING = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
READ_COMMANDS = [
    line.removeprefix("uv run ")
    for line in [*README.splitlines(), *READING.splitlines()]
    if line.startswith(("uv run chengce extract ", "uv run chengce load "))
]
FROM_DATA = [command.split("  #")[0] for command in COMMANDS if command.split()[1] in ("ask", "cypher")]


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


@pytest.fixture
def new_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one plan in every format that the documents name."""
    folder = tmp_path / "work"
    (folder / "plans").mkdir(parents=True)
    text = plans.plan("绍兴市", "浙江省")
    lines = [line for line in text.splitlines() if line.strip()]
    (folder / "plan.txt").write_text(text, encoding="utf-8")
    (folder / "plans" / "another.txt").write_text(plans.plan("金华市", "浙江省"), encoding="utf-8")
    (folder / "plan.html").write_bytes(pages.page("".join(f"<p>{line}</p>" for line in lines)))
    (folder / "plan.docx").write_bytes(word.word("".join(word.paragraph(word.run(line)) for line in lines)))
    (folder / "plan.pdf").write_bytes(pdfs.flowed(lines))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("own_store", "new_plans")
def test_the_commands_that_read_a_plan_do_what_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(READ_COMMANDS) >= 8
    for command in READ_COMMANDS:
        monkeypatch.setattr(sys, "argv", shlex.split(command, comments=True))
        try:
            main()
        except SystemExit as end:
            assert not end.code, f"{command}: {capsys.readouterr().err}"
        out = capsys.readouterr().out
        assert ("every clause is one of three" in out) == command.split("#")[0].rstrip().endswith("--report"), command
    assert all(Path(name).stat().st_size > 5000 for name in ("report.html", "facts.json"))


@pytest.mark.usefixtures("own_store")
def test_the_readmes_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", README, re.S)
    assert code is not None
    exec(compile(code[1], "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) == 5


@pytest.mark.parametrize(
    "document", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md")), ids=lambda p: p.name
)
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", document.read_text(encoding="utf-8"), flags=re.M | re.S)
    links = re.findall(r"\]\(([^)#]+)", text)
    missing = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert missing == []


def test_every_make_target_that_the_documents_name_exists() -> None:
    made = set(re.findall(r"^([a-z0-9]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    texts = [README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")]
    named = {name for text in texts for name in re.findall(r"`?make ([a-z0-9]+)`?", text) if name != "a"}
    assert named <= made
