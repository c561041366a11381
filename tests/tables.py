"""Invented plans with tables, written as a page, a Word file, Markdown and flat text, for the tests of tables.

A table is its rows of words; "^" goes on with the cell above, "<" with the cell to the left.
"""

import hashlib
from html import escape
from pathlib import Path

from codebooks.reading import places
from graph.facts import PlanFacts
from loaders.facts import facts_of
from loaders.fold import fold
from loaders.plan import Cell, Source, Table
from loaders.reading import plan_of, read_plan
from tests.pdfs import LEFT, PITCH, RIGHT, SIZE, TOP, Paper, wrapped
from tests.word import cell, paragraph, table, word

Rows = list[list[str]]
Block = str | Rows
CITY = next(place for place in places() if place.level == "city").name


def spans(rows: Rows) -> list[tuple[int, int, int, int, str]]:
    """The cells of a table as row, column, rows, columns, words."""
    found = []
    for row, words in enumerate(rows):
        for column, word_ in enumerate(words):
            if word_ in ("^", "<"):
                continue
            down, across = row + 1, column + 1
            while down < len(rows) and rows[down][column] == "^":
                down += 1
            while across < len(words) and words[across] == "<":
                across += 1
            found.append((row, column, down - row, across - column, word_))
    return found


def as_html(blocks: list[Block]) -> bytes:
    pieces = []
    for block in blocks:
        if isinstance(block, str):
            pieces.append(f"<p>{block}</p>")
            continue
        lines = ["" for _ in block]
        for row, _, down, across, words in spans(block):
            lines[row] += f'<td rowspan="{down}" colspan="{across}">{escape(words)}</td>'
        pieces.append("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    return f"<html><meta charset='utf-8'><body><div>{''.join(pieces)}</div></body></html>".encode()


def as_docx(blocks: list[Block]) -> bytes:
    pieces = []
    for block in blocks:
        if isinstance(block, str):
            pieces.append(paragraph(block))
            continue
        lines = ["" for _ in block]
        for row, words in enumerate(block):
            for column, each in enumerate(words):
                if each == "<":
                    continue
                above = each == "^"
                across = next((c for c in range(column + 1, len(words)) if words[c] != "<"), len(words)) - column
                below = row + 1 < len(block) and block[row + 1][column] == "^"
                merge = "<w:vMerge/>" if above else '<w:vMerge w:val="restart"/>' if below else ""
                lines[row] += cell("" if above else escape(each), f'<w:gridSpan w:val="{across}"/>{merge}')
        pieces.append(table(*lines))
    return word("".join(pieces))


def as_markdown(blocks: list[Block]) -> bytes:
    pieces = []
    for block in blocks:
        if isinstance(block, str):
            pieces.append(f"{block}\n\n")
            continue
        rows = ["| " + " | ".join("" if each in ("^", "<") else each for each in row) + " |" for row in block]
        rows.insert(1, "|" + "---|" * len(block[0]))
        pieces.append("\n".join(rows) + "\n\n")
    return "".join(pieces).encode()


def as_flat(blocks: list[Block]) -> bytes:
    """Every cell on a line of its own; nothing where a cell is merged."""
    lines = []
    for block in blocks:
        lines += (
            [block] if isinstance(block, str) else [each for row in block for each in row if each not in ("^", "<")]
        )
    return "\n".join(lines).encode()


def as_pdf(blocks: list[Block]) -> bytes:
    """Set as official documents are, tables with ruling lines; a table that does not fit begins a page."""
    paper = Paper()
    y = TOP
    for block in blocks:
        if not isinstance(block, str):
            height = len(block) * 40.0
            if y + height > 720:
                paper.next_page()
                y = TOP
            longest = [min(max(len(row[column]) for row in block), 20) + 1 for column in range(len(block[0]))]
            widths = [(RIGHT - LEFT) * each / sum(longest) for each in longest]
            rows = [[None if each == "^" else each for each in row] for row in block]
            y = paper.table(LEFT, y, widths, rows) + PITCH
            continue
        for inset, words in wrapped(block, 0 if block.startswith("附件") else 2):
            if y > 720:
                paper.next_page()
                y = TOP
            paper.put(LEFT + inset * SIZE, y, words)
            y += PITCH
    return paper.bytes()


FORMATS = {".html": as_html, ".docx": as_docx, ".md": as_markdown, ".txt": as_flat, ".pdf": as_pdf}


def facts_in(folder: Path, blocks: list[Block], suffix: str) -> PlanFacts:
    """The facts of a plan that is written in this format."""
    path = folder / f"plan{suffix}"
    path.write_bytes(FORMATS[suffix](blocks))
    return facts_of(read_plan(path, CITY), "plan")


def source_of(blocks: list[Block]) -> Source:
    """A source as a reader of marked-up files gives it."""
    text, tables = "", []
    for block in blocks:
        if isinstance(block, str):
            text += block + "\n"
            continue
        start, cells, row = len(text), [], 0
        for at, column, down, across, words in spans(block):
            text += "\n" * (at - row) + "\t"
            row = at
            cells.append(Cell(at, column, down, across, len(text), len(text) + len(words)))
            text += words
        tables.append(Table(start, len(text), tuple(cells)))
        text += "\n"
    return Source("plan.html", "html", text, fold(text), hashlib.sha256(text.encode()).hexdigest(), tuple(tables))


def facts(*blocks: Block) -> PlanFacts:
    """The facts of a plan with tables."""
    return facts_of(plan_of(source_of(list(blocks)), CITY), "plan")


def bodies(found: PlanFacts) -> list[tuple[str, str, str]]:
    """Measure, institution without the city, role."""
    return [(each.measure, each.institution.removeprefix(CITY), each.role) for each in found.responsibilities]


def figures(found: PlanFacts) -> list[tuple[object, ...]]:
    """Measure, indicator, comparator, value, unit, deadline, kind of each target."""
    return [
        (each.measure, each.indicator, each.comparator, each.value, each.unit, each.deadline, each.kind)
        for each in found.targets
    ]
