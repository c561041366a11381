"""Which format a file has by its first bytes: names lie, portals give HTML and DOCX the name .doc.

What cannot be read says in one sentence what it is and what to do.
"""

import re
import zipfile
from io import BytesIO

from loaders.errors import ReadError

# What may stand before the first element of a page, and what of it is no text.
_BEFORE = re.compile(r"\s+|<!--.*?-->|<\?xml[^>]*>|\A---[ \t]*\r?\n.*?\n---[ \t]*(?=[\r\n])", re.S)
_UNSEEN = re.compile(r"<!--.*?-->|<(style|script)\b.*?</\1\s*>", re.I | re.S)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
_ELEMENT = re.compile(
    r"</?(?:html|head|meta|link|title|style|script|body|main|article|section|header|center|div|p|span|font|strong|b|br"
    r"|h[1-6]|table|tbody|tr|td|ul|ol|li)\b[^<>]*>",
    re.I,
)
_HTML_IN_WORD = re.compile(r"<(?:html|head|meta|body|table|div|p)\b[^>]*>", re.I)
_MIME = re.compile(rb"(?:From:|MIME-Version:|Content-Type:\s*multipart/related)", re.I)
_WORD_XML = re.compile(rb"<\?mso-application progid=\"Word\.Document\"|<w:wordDocument\b|<pkg:package\b")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_SHOWN = 20_000  # bytes that tell a page from a text
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
    if suffix_form in ("pdf", "docx") and _is_binary(head):
        return suffix_form  # whose reader says what is wrong with it
    return "rtf" if head.startswith(b"{\\rtf") else _of_text(data, suffix_form)


def _is_binary(head: bytes) -> bool:
    """Whether no text begins so; an empty file is no text either."""
    return not head or (b"\0" in head and not head.startswith(_WIDE))


def _of_text(data: bytes, suffix_form: str) -> str:
    """The format of a file that is text or marked-up text."""
    head = data[:_HEAD].lstrip()
    if suffix_form != "html" and _MIME.match(head) and b"multipart/related" in head.lower():
        return "mhtml"
    if suffix_form == "html":
        return "html" if b"<" in data else "text"
    wide = data.startswith(_WIDE)
    shown = data[:_SHOWN].decode("utf-16" if wide else "utf-8", "ignore").removeprefix("\ufeff")
    return "html" if _is_page(shown, suffix_form) else "text"


def _is_page(shown: str, suffix_form: str) -> bool:
    """Whether a text that begins so is a page or a part of one: it opens with an element, or most lines bear one.

    Markdown may open with an element for one picture, so there only its lines count.
    """
    at = 0
    while before := _BEFORE.match(shown, at):
        at = before.end()
    if _PAGE.match(shown, at) or (suffix_form != "markdown" and _ELEMENT.match(shown, at)):
        return True
    if suffix_form == "word" and _HTML_IN_WORD.search(shown[:_HEAD]):
        return True
    lines = [line for line in _UNSEEN.sub("", shown[at:]).splitlines() if line.strip()]
    return 2 * sum(_ELEMENT.search(line) is not None for line in lines) >= max(len(lines), 1)


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
