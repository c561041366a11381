"""Read the HTML page of a portal as a plain text: header fields, title and article, one paragraph a line.

Three steps: bytes become a tree (here), the tree loses what is no article (``html_article``), the rest is written as
lines (``html_lines``). Uploaded pages are hostile: bytes, elements and nesting are limited, nothing is fetched or run.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from loaders.errors import ReadError
from loaders.readers.html_article import articles, drop_hidden, prose
from loaders.readers.html_fields import apart, field_lines, is_label
from loaders.readers.html_furniture import drop_furniture, drop_summaries
from loaders.readers.html_lines import NO_TEXT, HtmlLine, write_lines
from loaders.readers.html_names import PAGER
from loaders.readers.html_places import Places
from loaders.readers.html_title import is_printed, page_title
from loaders.readers.written import Decoded, Written

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ELEMENTS = 300_000  # the longest page known has 5,000
_BROKEN_SHARE = 0.001
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FAMILY = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "utf8": "utf-8"}
_READ = ("utf-8", "gb18030", "big5")
_TITLE_HEAD = 15


def decode(data: bytes, name: str) -> Decoded:
    """The article of this page: its text, its tables, and the way back to the elements.

    Raises ReadError for data in no known encoding and for pages beyond limits.
    """
    from lxml import etree  # noqa: PLC0415 - 75 ms that a start without a page does not need

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    page = NO_TEXT.sub("", unicode_of(data, name))
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"{name}: no HTML page found ({error.msg}), a page with text wanted: check the file") from error
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise ReadError(f"{name}: elements nested too deep or text too long to read: save the article alone as text")
    if root is None:
        raise ReadError(f"{name}: the file is empty, a page with text wanted: check the file")
    count = sum(1 for _ in root.iter())
    if count > MAX_ELEMENTS:
        raise ReadError(f"{name}: {count:,} elements found, at most {MAX_ELEMENTS:,} wanted: save the article as text")
    found = article_of(root)
    if not found.text.strip():
        raise ReadError(
            f"{name}: the page holds no text, a script may fetch it: save the article as shown in a browser"
        )
    return found


def unicode_of(data: bytes, name: str) -> str:
    """The characters of a page: by byte order mark, else by its declared charset, else UTF-8, else GB 18030.

    A page with a few broken bytes (one in a thousand) is read as declared, U+FFFD in their places.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    declared = _CHARSET.search(data[:4096])
    wanted = declared.group(1).decode("ascii", "replace").lower() if declared else "utf-8"
    wanted = _FAMILY.get(wanted, wanted)
    order = [wanted, "utf-8", "gb18030"] if wanted in _READ else ["utf-8", "gb18030"]
    for encoding in order:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    text = data.decode(order[0], "replace")
    if b"\x00" in data or text.count("\ufffd") > len(text) * _BROKEN_SHARE:
        raise ReadError(f"{name}: the page is neither {order[0]} nor GB 18030: save it in UTF-8")
    return text


def article_of(root: "_Element") -> Decoded:
    """The text of a parsed page: header fields and title from around the article where it lacks them, the article."""
    places = Places(root)
    title = page_title(root)
    weights = prose(root)
    if drop_hidden(root, weights):
        weights = prose(root)
    if drop_summaries(root, weights):
        weights = prose(root)
    found = articles(root, weights)
    drop_furniture(root, weights, keep=found)
    body = list(_body(found))
    written = Written()
    for line in [] if root in found else field_lines(_before(root, found)):
        written.line(line.text, places.of(line.owner))
    if title and root not in found and not is_printed(title, [line.text for line in body[:_TITLE_HEAD]]):
        written.line(title, "title")
    for table, lines in groupby(body, key=lambda line: line.table):
        if table is None:
            for line in lines:
                written.line(line.text, places.of(line.owner))
        else:
            written.table((cell for line in lines for cell in line.cells), places.of(table))
    return written.done()


def _body(found: "list[_Element]") -> Iterator[HtmlLine]:
    """The lines of the article; header fields at its head with their labels apart, pages before and after left out."""
    lines = (line for article in found for line in write_lines(article))
    for count, line in enumerate(lines):
        if count < _TITLE_HEAD and not line.cells and any(is_label(piece.strip()) for piece in line.pieces):
            yield replace(line, text=apart(line))
        elif not PAGER.re.match(line.text):
            yield line


def _before(root: "_Element", found: "list[_Element]") -> list[HtmlLine]:
    """The lines of the page before its article."""
    inside = set(found[0].iter())
    lines = write_lines(root, apart=found)
    last = next((index for index, line in enumerate(lines) if line.owner in inside), 0)
    return lines[:last]
