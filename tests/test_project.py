"""What holds for the whole tree: no place in the code, texts of the project about the project alone."""

import re
import subprocess
from pathlib import Path

from codebooks.reading import places

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("chengce", "loaders", "codebooks", "compare", "graph", "api", "web")


def code() -> list[Path]:
    return sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))


def test_no_citys_name_stands_in_the_code() -> None:
    names = {p.name for p in places() if p.level == "city"} | {p.short for p in places() if p.level == "city"}
    pattern = re.compile("|".join(sorted((n for n in names if len(n) > 1), key=len, reverse=True)))
    found = [
        f"{file.relative_to(ROOT)}:{number}: {match[0]}"
        for file in code()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if (match := pattern.search(line))
    ]
    assert found == []


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    pattern = re.compile(r"(?<![\w.])/(?:work|root|home/(?!chengce))/?\w*")
    found = []
    for name in filter(None, listed.split("\0")):
        file = ROOT / name
        if (
            file.suffix not in (".py", ".md", ".yaml", ".yml", ".toml", ".cypher", "")
            or name == "tests/test_project.py"
        ):
            continue
        if file.is_file() and (match := pattern.search(file.read_text(encoding="utf-8"))):
            found.append(f"{name}: {match[0]}")
    assert found == []
