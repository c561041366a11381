"""`chengce extract --report` in a terminal: what was read, ignored and left of one file, and what to look at."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from chengce.rule_words import english
from loaders.report import STATES, Item, ReadingReport

KINDS = ("documents", "measures", "responsibilities", "targets", "citations", "models", "components")
STYLES = {"read": "green", "ignored": "bright_black", "unread": "bold red"}
MOST = 15
"""Items of a list that a terminal shows; the page shows all."""
LONGEST = 60
"""Characters of a clause that a terminal shows."""


def show(report: ReadingReport, console: Console) -> None:
    """Print the report."""
    facts = report.facts
    console.print(f"{facts.source} · {facts.place.name} ({facts.place.basis}) · {facts.format}", style="bold")
    console.print(" · ".join(f"{(count := len(getattr(facts, kind)))} {counted(count, kind)}" for kind in KINDS))
    if report.tables:
        console.print("tables: " + ", ".join(f"{count} {kind}" for kind, count in report.tables.items()))
    console.print()
    _coverage(report, console)
    _items("expectations that do not hold", report.broken, console)
    _items("unread clauses", report.unread, console)
    _items("unknown bodies", report.unknown_bodies, console)
    _numbers(report.not_targets, console)
    _rules("ignored by rule", report.rules("ignored"), console)
    _rules("read by rule", report.rules("read"), console)


def counted(count: int, plural: str) -> str:
    """A regular English plural, or its singular for a count of one: 1 responsibility, 2 responsibilities."""
    return plural if count != 1 else plural.removesuffix("ies") + "y" if plural.endswith("ies") else plural[:-1]


def percent(part: int, whole: int) -> str:
    """Such as 12.5 %; what is there is never shown as 0.0 %, what is missing never as 100.0 %."""
    if not whole:
        return "0.0 %"
    share = 100 * part / whole
    if part and share < 0.1:
        return "<0.1 %"
    return ">99.9 %" if part < whole and share > 99.9 else f"{share:.1f} %"


def _coverage(report: ReadingReport, console: Console) -> None:
    """A line for each state: clauses and characters."""
    clauses, chars = sum(report.clauses.values()), sum(report.chars.values())
    console.print(f"every clause is one of three ({clauses} clauses, {chars} characters)", style="bold")
    for state in STATES:
        width = round(30 * report.chars[state] / chars) if chars else 0
        count, size = report.clauses[state], report.chars[state]
        words = (
            f"  {state:8}{count:6} clauses {percent(count, clauses):>8} {size:8} characters {percent(size, chars):>8}  "
        )
        console.print(Text(words) + Text("█" * width, STYLES[state]))


def _items(title: str, items: list[Item], console: Console) -> None:
    """The items of one list, the first of them where they are many."""
    console.print(f"\n{title}: {len(items) or 'none'}", style="bold")
    for item in items[:MOST]:
        words = item.words if len(item.words) <= LONGEST else item.words[: LONGEST - 1] + "…"
        near = f" (near: {'、'.join(item.near)})" if item.near else ""
        why = (
            "" if item.rule == "unknown_body" or item.words.startswith(item.rule.split("_")[0]) else english(item.rule)
        )
        console.print(Text(f"  {place(item)}: {words}{near}{f'  — {why}' if why else ''}"))
    if len(items) > MOST:
        console.print(f"  and {len(items) - MOST} more; --report-html shows all")


def place(item: Item) -> str:
    """Line, and page, paragraph or element where the format has one."""
    return f"line {item.line}" + (f", {short(item.where)}" if item.where else "")


def short(where: str) -> str:
    """Where something stands in its file: of the path to an element only the last two steps."""
    steps = where.split("/")
    return "…/" + "/".join(steps[-2:]) if len(steps) > 3 else where


def _numbers(items: list[Item], console: Console) -> None:
    """Numbers that are no targets: a line a rule, with the first few of them."""
    counts = Counter(item.rule for item in items)
    console.print(f"\nnumbers that are no targets: {len(items) or 'none'}", style="bold")
    for rule, count in counts.most_common():
        shown = [f"{item.words[:12]} ({place(item)})" for item in items if item.rule == rule][:3]
        console.print(Text(f"  {count:4}  {english(rule)}: {', '.join(shown)}{' …' if count > 3 else ''}"))


def _rules(title: str, counts: dict[str, int], console: Console) -> None:
    console.print(f"\n{title}", style="bold")
    for rule, count in _first(counts.items()):
        console.print(Text(f"  {count:4}  {english(rule)}"))
    if len(counts) > MOST:
        console.print(f"  and {len(counts) - MOST} more rules; --report-html shows all")


def _first(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return list(pairs)[:MOST]
