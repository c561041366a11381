"""Plan: one source text with its outline, the thing that every rule reads.

A rule is one module in ``loaders/rules`` with ``read(plan) -> Claims[...]``: it walks ``plan.sections`` (every
character of the text belongs to the own words of at most one of them), finds its kind of fact in
``plan.folded[section.body:section.own_end]`` and gives back facts with offsets, and the places that a named rule of
its own passed over (a number that is no target, a bracket that is no responsibility line).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from graph.facts import Annex, Document, Place, SectionKind

TableKind = Literal["task", "indicator", "none"]
"""Rows that assign tasks to bodies, rows that are measured, or rows of a known kind that say no facts (contacts)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: where it stands in the grid, how many rows and columns it spans, and the place of its words
    in the text (start == end: an empty cell)."""

    row: int
    column: int
    rows: int
    columns: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the text: each row is one line, its cells parted by tabs; the words of a merged cell stand once, in
    the first row and column that it spans. Cells are in the order of the text. ``kind``: what its head says it is,
    None until that is known and where nothing says it; the rules for tables alone read a table of a known kind."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    kind: TableKind | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stretch of the text stands in the original file (``page 3``, ``paragraph 12``, an XPath)."""

    start: int
    end: int
    where: str


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was read. ``text`` is decoded without newline translation; ``folded`` has the same length and maps
    each character to one character (full-width forms, brackets, blanks), so offsets hold in both. ``origins`` lead
    back to page, paragraph or element; a plain text needs none."""

    name: str
    format: str
    text: str
    folded: str
    sha256: str
    tables: tuple[Table, ...] = ()
    origins: tuple[Origin, ...] = ()

    def where(self, place: int) -> str | None:
        """Where a place of the text stands in the original file; None for a plain text and between stretches."""
        index = bisect_right(self.origins, place, key=lambda origin: origin.start) - 1
        return self.origins[index].where if index >= 0 and place < self.origins[index].end else None


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline. Measures are sections with ``is_measure``.

    ``start`` is the number label's first character, ``title_start``..``body`` the heading, ``body``..``own_end`` its
    own words, ``end`` the end of all below it. ``id`` is as in the guidelines; the opening of a plan has the id
    ``preamble`` and the covering notice's text ``None`` (citations in it have no measure).
    """

    id: str | None
    document: str
    number: str
    title: str
    parents: tuple[str, ...]
    kind: SectionKind
    is_measure: bool
    above: str | None
    start: int
    title_start: int
    body: int
    own_end: int
    end: int
    rule: str


@dataclass(frozen=True)
class Plan:
    """A source with its place, documents and sections, in the order of the text; sections that are rows of tables
    come last. ``unread``: places that reading gave up on before any rule (flat tables that do not come out even).
    ``silent``: why a document commits to nothing (regulation, interpretation, news), by its key; a plan has none."""

    source: Source
    place: Place
    documents: tuple[Document, ...]
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...] = ()
    furniture: tuple[tuple[int, int, str], ...] = ()
    unread: tuple["Passed", ...] = ()
    silent: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text as it is: quotes and titles come from here."""
        return self.source.text

    @cached_property
    def folded(self) -> str:
        """The folded text, of the same length: patterns are matched on it. Tables of a known kind are blank."""
        return without_tables(self.source.folded, self.source.tables)

    @cached_property
    def prose(self) -> str:
        """The text as it is, of the same length; tables of a known kind are blank."""
        return without_tables(self.source.text, self.source.tables)

    @cached_property
    def document_by_key(self) -> dict[str, Document]:
        """The documents by their keys."""
        return {document.key: document for document in self.documents}

    def title_of(self, key: str) -> str | None:
        """The title of the document with this key, None where it has none."""
        document = self.document_by_key.get(key)
        return document.title if document else None


@dataclass(frozen=True, slots=True)
class Passed:
    """A place that looked like a fact and is none, with the name of the rule that says so."""

    rule: str
    start: int
    end: int


@dataclass(slots=True)
class Claims[T]:
    """What a rule found, and what it passed over."""

    found: list[T] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    unread: list[Passed] = field(default_factory=list)


def without_tables(text: str, tables: Sequence[Table]) -> str:
    """The text with line ends in the place of every character of a table of a known kind, so that offsets stay."""
    pieces, at = [], 0
    for table in tables:
        if table.kind:
            pieces += [text[at : table.start], "\n" * (table.end - table.start)]
            at = table.end
    return "".join([*pieces, text[at:]]) if pieces else text


def own_words(plan: Plan, kinds: Sequence[SectionKind]) -> list[Section]:
    """The sections of these kinds, in the order of the text."""
    return [section for section in plan.sections if section.kind in kinds]
