"""A Word file as what it is: a zip of XML parts. Opened with limits, because an uploaded file may be hostile.

Nothing but the parts that hold words is unpacked: macros, pictures and embedded files stay shut, entities and document
types are refused, links are not followed. python-docx would unpack all of a file and knows neither automatic numbers
nor text boxes nor tracked changes, so that lxml alone is simpler.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, cast

from loaders.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # the same names in files saved as "strict"
MAX_PART = 400_000_000  # bytes of XML in all; 10 MB of text come to less
LONG = 4_000_000  # bytes of XML, which may be twenty times as long as its words: read block by block
_MAX_NAMES = 20_000
_PIECE = 1_000_000
_BODY = W + "body"
_BLOCKS = (_BODY, *(W + name for name in ("p", "tbl", "sdt", "customXml", "smartTag", "ins", "moveTo")), ALTERNATIVE)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of one Word file. Raises ReadError with one sentence for a file that is none, or beyond limits."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MAX_PART
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise ReadError(f"{name}: the file is cut or broken ({error}), a Word file wanted: get it again") from error
        if len(self._zip.namelist()) > _MAX_NAMES:
            raise ReadError(f"{name}: {len(self._zip.namelist()):,} parts found, a Word file wanted: check the file")
        self._names = {part.replace("\\", "/").lstrip("/").lower(): part for part in self._zip.namelist()}
        self._main = self._targets("").get("officeDocument", "word/document.xml")
        self._parts = self._targets(self._main)

    def blocks(self) -> "Iterator[_Element]":
        """The paragraphs, tables and controls of the main text, one after the other."""
        stored = self._names.get(self._main.lower())
        if stored is None:
            raise self._no_text()
        if self._zip.getinfo(stored).file_size > LONG:
            yield from self._passing(stored)
            return
        root = self._read(self._main)
        body = root.find(_BODY) if root is not None else None
        if body is None:
            raise self._no_text()
        yield from body

    def _passing(self, stored: str) -> "Iterator[_Element]":
        """The blocks of a long text; each is gone from memory when the next one is asked for."""
        from lxml import etree  # noqa: PLC0415 - 75 ms that a start without a Word file does not need

        parser = etree.XMLPullParser(
            ("end",),
            tag=_BLOCKS,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        has_body = False
        try:
            for data in self._unpacked(stored):
                parser.feed(data)
                for _, found in parser.read_events():
                    element = cast("_Element", found)
                    body = element.getparent()
                    if body is None or body.tag != _BODY:
                        has_body = has_body or element.tag == _BODY
                        continue
                    self._check(element, self._main)
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del body[0]
            parser.close()
        except etree.XMLSyntaxError as error:
            raise self._broken(self._main, error.msg) from error
        if not has_body:
            raise self._no_text()

    def part(self, kind: str) -> "_Element | None":
        """The root of ``numbering``, ``styles``, ``footnotes`` or ``endnotes``, None where the file has none."""
        return self._read(self._parts[kind]) if kind in self._parts else None

    def _targets(self, part: str) -> dict[str, str]:
        """The parts that a part points to, the first of each kind; no links to the outside."""
        folder, base = posixpath.split(part)
        root = self._read(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, str] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "").replace("\\", "/")
                path = target if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(relation.get("Type", "").rpartition("/")[2], posixpath.normpath(path).lstrip("/"))
        return found

    def _read(self, part: str) -> "_Element | None":
        from lxml import etree  # noqa: PLC0415 - 75 ms that a start without a Word file does not need

        stored = self._names.get(part.lower())
        if stored is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            for data in self._unpacked(stored):
                parser.feed(data)
            root = parser.close()
        except etree.XMLSyntaxError as error:
            raise self._broken(part, error.msg) from error
        self._check(root, part)
        return root

    def _check(self, element: "_Element", part: str) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            raise ReadError(f"{self._name}: {part} declares entities, which no Word file does: check where it is from")

    def _broken(self, part: str, what: str) -> ReadError:
        return ReadError(f"{self._name}: {part} is broken ({what}): save the file again as DOCX")

    def _no_text(self) -> ReadError:
        return ReadError(f"{self._name}: no text of Word found in the file: save it again as DOCX")

    def _unpacked(self, stored: str) -> Iterator[bytes]:
        """The bytes of a part, counted while they are unpacked: what the file says of their number is not believed."""
        try:
            with self._zip.open(stored) as file:
                data = file.read(_PIECE).replace(_STRICT, W[1:-1].encode())  # the root names what a file is made of
                while data:
                    self._left -= len(data)
                    if self._left < 0:
                        break
                    yield data
                    data = file.read(_PIECE)
        except RuntimeError as error:
            raise ReadError(f"{self._name}: the file is encrypted: save it without a password") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise ReadError(f"{self._name}: the part {stored} is broken: get the file again") from error
        if self._left < 0:
            raise ReadError(f"{self._name}: more than {MAX_PART:,} bytes unpacked, a plan wanted: give one plan a file")
