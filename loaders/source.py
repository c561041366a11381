"""Read a file into a Source: its text as it is, the folded text, its checksum and format.

A format is a reader in ``READERS``. The first bytes of a file say which one it has (``loaders.readers.kinds``), else
its suffix does (``FORMATS``).
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from stat import S_ISREG

from loaders.errors import ReadError
from loaders.fold import fold
from loaders.plan import Source
from loaders.readers import doc, docx, html, mhtml, pdf, rtf
from loaders.readers import text as plain
from loaders.readers.kinds import form_of
from loaders.readers.markdown import blanked
from loaders.readers.written import Decoded

READERS: dict[str, Callable[[bytes, str], Decoded]] = {
    "text": plain.decode,
    "html": html.decode,
    "docx": docx.decode,
    "doc": doc.decode,
    "rtf": rtf.decode,
    "mhtml": mhtml.decode,
    "pdf": pdf.decode,
}
# What a suffix means where the first bytes of a file say nothing else; "word": any of the formats that Word has had.
FORMATS = {
    "": "text", ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".shtml": "html", ".mht": "word", ".mhtml": "word",
    ".docx": "docx", ".docm": "docx", ".doc": "word", ".wps": "word", ".rtf": "word", ".ofd": "word", ".pdf": "pdf",
}  # fmt: skip
MARKDOWN = (".md", ".markdown")
MAX_BYTES = 100_000_000  # of a file with pictures in it
MAX_TEXT_BYTES = 20_000_000  # the longest text of a plan known is below 1 MB


def read(path: Path) -> Source:
    """The source text of a file, checked. Raises ReadError with one sentence for any file that is no text."""
    path = Path(path)
    name = path.name
    if path.suffix.lower() not in FORMATS:
        known = " ".join(sorted(suffix for suffix in FORMATS if suffix))
        raise ReadError(f"{name}: the format {path.suffix} is unknown, one of {known} wanted: convert the file to text")
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):  # a pipe or a device may never end
            raise ReadError(f"{path}: cannot be read: not a regular file: give the file with the text of a plan")
        size = status.st_size
        if size > MAX_BYTES:
            raise ReadError(f"{name}: {size:,} bytes found, at most {MAX_BYTES:,} wanted: give one plan per file")
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}: check the name and the rights") from error
    form = form_of(data, FORMATS[path.suffix.lower()], name)
    if form in ("text", "html") and len(data) > MAX_TEXT_BYTES:
        raise ReadError(f"{name}: {len(data):,} bytes found, at most {MAX_TEXT_BYTES:,} wanted: give one plan per file")
    text, tables, origins = READERS[form](data, name)
    if not any("\u4e00" <= char <= "\u9fff" for char in text):
        found = "the file is empty" if not text.strip("\ufeff \r\n\t") else "no Chinese text found"
        raise ReadError(f"{name}: {found}, the text of a plan wanted: check the file")
    return Source(
        name=name,
        format=form,
        text=text,
        folded=fold(blanked(text) if path.suffix.lower() in MARKDOWN and form == "text" else text),
        sha256=hashlib.sha256(data).hexdigest(),
        tables=tables,
        origins=origins,
    )
