"""PDFs of invented plans, drawn with reportlab, for the tests of the reader of PDFs."""

import re
from collections.abc import Callable, Iterable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from loaders.readers import pdf
from loaders.readers.written import Decoded

FONT = "STSong-Light"
WIDTH, HEIGHT = A4
LEFT, TOP, SIZE, PITCH, CHARACTERS, LINES = 80.0, 100.0, 16.0, 28.0, 28, 22
RIGHT = LEFT + SIZE * CHARACTERS
NOT_FIRST = "、，。；：！？）》”"
Draw = Callable[["Paper"], None]


class Paper:
    """A PDF being drawn; places are counted from the upper left corner, in points."""

    def __init__(self, **options: object) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._bytes = BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=A4, **options)
        self.pages = 1

    def put(self, x: float, y: float, words: str, size: float = SIZE) -> None:
        self.canvas.setFont(FONT, size)
        for char in words:
            if char != " ":
                self.canvas.drawString(x, HEIGHT - y, char)
            x += length(char) * size

    def centred(self, y: float, words: str, size: float = 22) -> None:
        self.put((WIDTH - length(words) * size) / 2, y, words, size)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def table(self, x: float, y: float, widths: list[float], rows: list[list[str | None]], size: float = 10) -> float:
        """A table with ruling lines; None: the cell above goes on, "<": the cell to the left does."""
        height = 3 * size * 1.3
        edges = [x]
        for width in widths:
            edges.append(edges[-1] + width)
        for index, row in enumerate(rows):
            top = y + index * height
            for column, words in enumerate(row):
                if words is not None:
                    self.rule(edges[column], top, edges[column + 1], top)
                if words != "<":
                    self.rule(edges[column], top, edges[column], top + height)
                if words and words != "<":
                    span = 1
                    while column + span < len(row) and row[column + span] == "<":
                        span += 1
                    fit = max(1, int((edges[column + span] - edges[column] - 6) / size))
                    for line in range(0, len(words), fit):
                        self.put(
                            edges[column] + 3, top + size * 1.3 * (line // fit + 1), words[line : line + fit], size
                        )
        bottom = y + len(rows) * height
        self.rule(edges[0], bottom, edges[-1], bottom)
        self.rule(edges[-1], y, edges[-1], bottom)
        return bottom

    def next_page(self) -> None:
        self.canvas.showPage()
        self.pages += 1

    def bytes(self) -> bytes:
        self.canvas.save()
        return self._bytes.getvalue()


def length(words: str) -> float:
    """How long words are, in sizes."""
    return pdfmetrics.stringWidth(words, FONT, 1)


def wrapped(words: str, indent: int = 2, characters: int = CHARACTERS) -> list[tuple[int, str]]:
    """The lines of a paragraph with their indents, broken as Chinese text is: no stop begins a line, no number is
    parted."""
    found: list[tuple[int, str]] = []
    line = ""
    for word in re.findall(rf"[（《“]*(?:[A-Za-z0-9.%-]+|.)[{NOT_FIRST}]*", words):
        if line and length(line + word) > characters - (0 if found else indent):
            found.append((0 if found else indent, line))
            line = ""
        line += word
    return [*found, (0 if found else indent, line)]


def flowed(
    paragraphs: Iterable[str],
    indent: int = 2,
    each_page: Draw | None = None,
    lines: int = LINES,
    last_page: Draw | None = None,
) -> bytes:
    """Paragraphs set as official documents are, page after page; ``each_page`` draws heads and feet, ``last_page`` one
    more page."""
    paper = Paper()
    row = 0
    for paragraph in paragraphs:
        for inset, words in wrapped(paragraph, indent):
            if row == lines:
                if each_page:
                    each_page(paper)
                paper.next_page()
                row = 0
            paper.put(LEFT + inset * SIZE, TOP + row * PITCH, words)
            row += 1
    if each_page:
        each_page(paper)
    if last_page:
        paper.next_page()
        last_page(paper)
    return paper.bytes()


def drawn(draw: Draw, **options: object) -> bytes:
    """What one function draws."""
    paper = Paper(**options)
    draw(paper)
    return paper.bytes()


def read(data: bytes) -> Decoded:
    return pdf.decode(data, "plan.pdf")


def lines_of(data: bytes) -> list[str]:
    return read(data).text.splitlines()
