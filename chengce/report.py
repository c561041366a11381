"""What a load says when it is done: a table of plans, what was not read, what changed, how long it took."""

from collections import Counter

from rich.console import Console
from rich.table import Table

from chengce.library import LoadReport
from graph.facts import PlanFacts
from graph.model import Count
from loaders.rules.responsibilities import unknown_bodies

CLASSES = ("documents", "measures", "responsibilities", "targets", "citations", "models", "components")
MOST_LISTED = 10
WIDE = 140
"""Characters that the table of plans wants; a narrower terminal gets its rows as lines."""


def show(report: LoadReport, console: Console) -> None:
    """Print the report."""
    if report.outcomes:
        table = _plans(report)
        if console.width >= WIDE:
            console.print(table)
        else:
            _as_lines(table, console)
    for outcome in report.of("loaded"):
        if outcome.facts:
            _unknown(outcome.facts, console)
            _unread(outcome.facts, console)
    for key in report.removed:
        console.print(f"removed: {key}")
    changes = report.changes
    console.print(
        f"{changes.total} changes · nodes {_count(changes.nodes)} · edges {_count(changes.edges)} · "
        f"derived {_count(changes.derived)}"
    )
    console.print(" · ".join(f"{stage} {seconds:.2f} s" for stage, seconds in report.seconds.items()))


def _plans(report: LoadReport) -> Table:
    """A row for each file that could be read."""
    table = Table(box=None, header_style="bold")
    table.add_column("plan")
    table.add_column("city")
    table.add_column("status")
    for name in (*CLASSES, "unread", "unknown bodies", "seconds"):
        table.add_column(name, justify="right")
    for outcome in report.outcomes:
        facts = outcome.facts
        if facts is None:
            table.add_row(outcome.key, "", outcome.status, *[""] * (len(CLASSES) + 2), f"{outcome.seconds:.2f}")
            continue
        counts = [str(len(getattr(facts, name))) for name in CLASSES]
        city = f"{facts.place.name} ({facts.place.basis})"
        unknown = str(len(unknown_bodies(facts.responsibilities)))
        row = [outcome.key, city, outcome.status, *counts, str(len(facts.unread)), unknown]
        table.add_row(*row, f"{outcome.seconds:.2f}")
    return table


def _as_lines(table: Table, console: Console) -> None:
    """Each row: plan, city and status, then what the other columns count."""
    for plan, city, status, *counts in zip(*(column.cells for column in table.columns), strict=True):
        console.print(" · ".join(str(part) for part in (plan, city, status) if part), style="bold", markup=False)
        heads = [column.header for column in table.columns[3:]]
        console.print("  " + " · ".join(f"{head} {count}" for head, count in zip(heads, counts, strict=True) if count))


def _unknown(facts: PlanFacts, console: Console) -> None:
    """Bodies that no codebook knows, with the nearest that it does."""
    names = unknown_bodies(facts.responsibilities)
    for name, like in list(names.items())[:MOST_LISTED]:
        console.print(f"{facts.key}: unknown institution {name}" + (f" (near: {'、'.join(like)})" if like else ""))
    if len(names) > MOST_LISTED:
        console.print(f"{facts.key}: and {len(names) - MOST_LISTED} more unknown institutions")


def _unread(facts: PlanFacts, console: Console) -> None:
    """How many clauses were not read, by reason."""
    reasons = Counter(item.reason for item in facts.unread)
    if reasons:
        listed = ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items()))
        console.print(
            f"{facts.key}: {len(facts.unread)} clauses unread ({listed}); `chengce extract --report` shows them"
        )


def _count(count: Count) -> str:
    """Such as +12 −3 ~1: added, removed, altered."""
    return f"+{count.added} −{count.removed} ~{count.altered}"
