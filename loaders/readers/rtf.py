"""Read an RTF file, which portals also call .doc: paragraphs as lines, with the numbers that it holds as words, tables.

striprtf gives the words; where cells and rows end is marked for it by characters of private use, which no plan holds.
"""

import re

from loaders.errors import ReadError
from loaders.readers.written import Decoded, GridCell, Written, joined

_ROW, _CELL, _ROW_END = "\ue000", "\ue001", "\ue002"
_WORDS = {"trowd": _ROW, "cell": _CELL, "row": _ROW_END}
_MARKED = re.compile(r"\\(trowd|cell|row)(?![a-z])")
_PIECES = re.compile(f"([{_ROW}{_CELL}{_ROW_END}])")
_ADDRESS = re.compile(r"\((?:https?|mailto|file):[^()\s]*\)")  # of a link, behind its words
_NUMBER = re.compile(r"^ *(\S{1,8}[、.．)）])\t")


def decode(data: bytes, name: str) -> Decoded:
    """The text of an RTF file. Raises ReadError for a broken one."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - nothing that a start without such a file needs

    source = _MARKED.sub(lambda found: f"\\u{ord(_WORDS[found[1]]) - 0x10000}?", data.decode("latin-1"))
    try:
        text: str = rtf_to_text(source, encoding="gb18030", errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, ArithmeticError, TypeError) as error:
        raise ReadError(f"{name}: an RTF file found that is broken: open it and save it as DOCX") from error
    return _written(_ADDRESS.sub("", text))


def _written(text: str) -> Decoded:
    """The lines and tables between the marks."""
    written = Written()
    rows: list[list[str]] = []
    row: list[str] | None = None
    cell = ""
    count = tables = 0
    for piece in _PIECES.split(text):
        if piece == _ROW:
            row = [] if row is None else row
        elif piece == _ROW_END:
            rows += [row or []]
            row, cell = None, ""
        elif row is not None and piece == _CELL:
            row.append(joined(cell.split("\n")))
            cell = ""
        elif row is not None:
            cell += piece
        elif piece.strip("\n") and piece != _CELL:
            tables += bool(rows)
            _write_table(written, rows, tables)
            rows = []
            for line in piece.split("\n"):
                count += 1
                if line.strip():
                    written.line(_NUMBER.sub(r"\1", line).replace("\t", "  ").rstrip(), f"paragraph {count}")
    _write_table(written, rows, tables + 1)
    return written.done()


def _write_table(written: Written, rows: list[list[str]], number: int) -> None:
    """Write the rows, if there are any."""
    cells = [GridCell(at, column, 1, 1, words) for at, row in enumerate(rows) for column, words in enumerate(row)]
    written.table(cells, f"table {number}")
