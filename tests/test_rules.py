"""Rules as a library: wordings apart from code, every fact says by which rule it was found, and the rules are told."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import rules
from bench.scoring import KINDS
from chengce.rule_words import words
from loaders import LoadError
from loaders.claims import claims_of
from loaders.facts import facts_of
from loaders.ledger import ledger
from loaders.reading import read_plan
from loaders.rules.number_rule import NotTarget

ROOT = Path(__file__).resolve().parent.parent
HAN = re.compile(r"[\u4e00-\u9fff]")
CALLS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
# What takes a text apart without deciding what is a fact: file, and how the expression begins.
TOKENISERS = (
    ("headings.py", "[、和与及暨,，]"),  # the parts of a heading that names several things
    ("labels.py", "[\\d一二三四五六七八九十百〇零 ]+"),  # the number in a label
    ("labels.py", "[^〇零一二三四五六七八九十百\\d]"),
    ("rules/table_values.py", "(?<!不)(?<!不得)(?:"),  # the words of bounds, from the codebook of units
    ("rules/numbers.py", "|(?P<to_one>"),  # numbers and units, put together from the codebook of units
)


def bare_expressions() -> Iterator[tuple[str, str]]:
    """Regular expressions with Chinese words that are written outside Pattern: file, expression."""
    for file in sorted((ROOT / "loaders").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in CALLS
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.args
            ):
                parts = [one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)]
                expression = "".join(part for part in parts if isinstance(part, str))
                if HAN.search(expression.replace("\u4e00-\u9fff", "")):  # any Chinese character is no word
                    yield file.relative_to(ROOT / "loaders").as_posix(), expression


def test_no_expression_with_chinese_words_stands_outside_the_library() -> None:
    bare = list(bare_expressions())

    def is_of(one: tuple[str, str], allowed: tuple[str, str]) -> bool:
        return one[0] == allowed[0] and one[1].startswith(allowed[1])

    assert [one for one in bare if not any(is_of(one, allowed) for allowed in TOKENISERS)] == []
    assert [allowed for allowed in TOKENISERS if not any(is_of(one, allowed) for one in bare)] == []


def test_every_wording_has_examples_and_near_misses() -> None:
    found = [rule for _, held in rules.wordings().values() for rule in held]
    assert len(found) > 100
    assert [rule.name for rule in found if not rule.matches or not rule.near_misses] == []


def test_the_document_of_rules_is_what_the_code_says() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == rules.document(), "run `make rules`"


@pytest.fixture(scope="module")
def named(corpus: Path, samples: Path) -> Counter[str]:
    """The rules that read, ignored or left something in the texts at hand."""
    found: Counter[str] = Counter()
    for file in sorted([*corpus.iterdir(), *(one for one in samples.iterdir() if one.name != "README.md")]):
        try:
            plan = read_plan(file)
            claims = claims_of(plan)
            facts = facts_of(plan, file.stem, claims, lambda _: {})
        except LoadError:
            continue
        for kind in KINDS:
            for record in getattr(facts, kind):
                assert record.rule, f"{file.name}: a record of {kind} names no rule: {record}"
                found[record.rule] += 1
        found.update(facts.ignored)
        found.update(entry.rule for entry in ledger(plan, claims))
    return found


def test_every_rule_that_passes_over_something_is_told_in_words() -> None:
    names = {
        name
        for file in (ROOT / "loaders").rglob("*.py")
        for name in re.findall(r'Passed\(\s*"([a-z_.]+)"', file.read_text(encoding="utf-8"))
    }
    held = [rule for _, held in rules.wordings().values() for rule in held]
    names |= {f"target_{rule.name}" for rule in held if isinstance(rule, NotTarget)}
    assert len(names) > 40
    assert sorted(name for name in names if words(name) == (name.replace("_", " "),) * 2) == []


def test_every_rule_that_facts_name_is_told_in_words(named: Counter[str]) -> None:
    assert len(named) > 50
    assert sorted(rule for rule in named if words(rule) == (rule.replace("_", " "),) * 2) == []
