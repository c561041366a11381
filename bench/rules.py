"""Write docs/rules.md: every rule that a fact can name, and every wording that the loaders know, with its examples.

    python bench/rules.py

The wordings are the ``Pattern``s and the rules of numbers in loaders/; what a rule is called in words is in
codebooks/rules.yaml.
"""

import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import loaders
from bench.scoring import ROOT
from codebooks.reading import book
from loaders.pattern import Pattern
from loaders.rules.number_rule import NotTarget

HEAD = """# Rules

Made by `make rules` from the code: what the loaders know of the language of plans. Every fact, and every place that was
ignored or left unread, names the rule that decided it; the first table says what these names mean. Behind it stand the
wordings, module by module: each is a regular expression over the folded text (full and half width are one), with
wordings that it must find and near misses that it must not. `make test` proves both for each of them."""

type Rule = Pattern | NotTarget


def wordings() -> dict[str, tuple[str, list[Rule]]]:
    """By module: the first line of its docstring, and the wordings that are made in it, in their order."""
    found = {}
    for name in sorted(module.name for module in pkgutil.walk_packages(loaders.__path__, "loaders.")):
        module = importlib.import_module(name)
        rules = [rule for own in _own_names(module) for rule in _held(getattr(module, own))]
        if rules:
            found[name] = ((module.__doc__ or "").strip().split("\n", 1)[0], rules)
    return found


def _own_names(module: ModuleType) -> Iterator[str]:
    """The names that a module gives to values itself; what it imports is another's."""
    for node in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def _held(value: object) -> Iterator[Rule]:
    """The wordings that a value is or holds."""
    if isinstance(value, Pattern | NotTarget):
        yield value
    elif isinstance(value, tuple | list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _held(one)


def document() -> str:
    """The text of docs/rules.md."""
    parts = [HEAD, "\n## Rules that facts name\n", "| rule | 中文 | English |", "|---|---|---|"]
    parts += [f"| `{name}` | {entry['zh']} | {entry['en']} |" for name, entry in sorted(book("rules").items())]
    for name, (said, rules) in wordings().items():
        parts.append(f"\n## {name.removeprefix('loaders.')}\n\n{said}")
        parts += [_wording(rule) for rule in rules]
    return "\n".join([*parts, ""])


def _wording(rule: Rule) -> str:
    """One wording: its name, its expression, its examples."""
    if isinstance(rule, Pattern):
        lines = [f"\n**{rule.name}** ({rule.way})", f"\n```\n{rule.words}\n```\n"]
    else:
        sides = ("before", "unless", "after", "sentence")
        shown = "\n".join(f"{side}: {getattr(rule, side)}" for side in sides if getattr(rule, side))
        units = ", ".join(unit or "none" for unit in rule.units) if rule.units is not None else "any"
        lines = [
            f"\n**{rule.name}** (a number that is no target; units: {units})",
            f"\n```\n{shown}\n```\n" if shown else "",
        ]
    lines.append(f"- finds: {_listed(rule.matches)}")
    lines.append(f"- not: {_listed(rule.near_misses)}")
    return "\n".join(lines)


def _listed(examples: tuple[str, ...]) -> str:
    return " · ".join(
        f"`{example!r}`" if example != example.strip() or "\n" in example else f"`{example}`" for example in examples
    )


def main() -> None:
    """Write the document."""
    (ROOT / "docs" / "rules.md").write_text(document(), encoding="utf-8")
    sys.stdout.write(f"docs/rules.md: {sum(len(rules) for _, rules in wordings().values())} wordings\n")


if __name__ == "__main__":
    main()
