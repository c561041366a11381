"""Which format a file has by its first bytes: names lie, portals give HTML and DOCX the name .doc.

What cannot be read says in one sentence what it is and what to do.
"""

import re
import zipfile
from io import BytesIO

from loaders.errors import ReadError

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_HTML_IN_WORD = re.compile(rb"<(?:html|head|meta|body|table|div|p)\b[^>]*>", re.I)
_MIME = re.compile(rb"(?:From:|MIME-Version:|Content-Type:\s*multipart/related)", re.I)
_WORD_XML = re.compile(rb"<\?mso-application progid=\"Word\.Document\"|<w:wordDocument\b|<pkg:package\b")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
# By a name in a zip archive: the reader, or what the file is.
_ZIPPED = (
    (re.compile(r"word/", re.I), "docx"),
    (re.compile(r"(?:.*/)?OFD\.xml$", re.I), "an OFD file: open it and save it as PDF or DOCX"),
    (re.compile(r"xl/", re.I), "an Excel sheet: save the text of the plan as DOCX"),
    (re.compile(r"ppt/", re.I), "a presentation: save the text of the plan as DOCX"),
    (re.compile(r"content\.xml$", re.I), "an OpenDocument file: save it as DOCX"),
)  # fmt: skip
# By a name in an old Office file.
_OLE_KINDS = (
    ("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", "an encrypted file: save it without a password"),
    ("W\0o\0r\0k\0b\0o\0o\0k", "an old Excel sheet: save the text of the plan as DOCX"),
    ("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t", "doc"),
    ("", "an old Office file: save it as DOCX"),
)


def form_of(data: bytes, suffix_form: str, name: str) -> str:
    """The format by the bytes, else the one that the suffix means. Raises ReadError for formats that are not read."""
    head = data[:_HEAD]
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, suffix_form, name)
    if head.startswith(_OLE):
        return _known(next(words for mark, words in _OLE_KINDS if mark.encode() in data), name)
    if _WORD_XML.search(head):
        return _known("a Word file as one XML: save it as DOCX", name)
    if suffix_form == "html" and b"<" not in data:
        return "text"
    return "rtf" if head.startswith(b"{\\rtf") else _marked_up(head, suffix_form)


def _marked_up(head: bytes, suffix_form: str) -> str:
    """The format of a file that is text or marked-up text."""
    is_saved = suffix_form in ("text", "word") and _MIME.match(head.lstrip()) is not None
    if is_saved and b"multipart/related" in head.lower():
        return "mhtml"
    if _HTML.match(head) or (suffix_form == "word" and _HTML_IN_WORD.search(head)):
        return "html"
    return "text" if suffix_form == "word" else suffix_form


def _known(form: str, name: str) -> str:
    """The format, if it is the name of a reader; a sentence says what the file is and what to do."""
    kind, _, advice = form.partition(": ")
    if advice:
        raise ReadError(f"{name}: {kind} found, which is not read: {advice}")
    return form


def _zipped(data: bytes, suffix_form: str, name: str) -> str:
    try:
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "docx"  # whose reader says what is wrong with it
    found = next((form for mark, form in _ZIPPED if any(mark.match(part) for part in names)), None)
    if found == "docx" or (found is None and suffix_form == "docx"):
        return "docx"
    return _known(found or "an archive: unpack it and give the files in it", name)
