"""REFI-QDA 1.0, the exchange format of qualitative tools (ATLAS.ti, MAXQDA, NVivo, QDA Miner …): codebook and project.

Only plans whose text is held go into a project. Ids are made of names, so that two runs give equal files.
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from codebooks.schemes import Scheme
from loaders.coding import CodedUnit

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_SPACES: dict[str, Any] = {PROJECT: {None: PROJECT}, CODEBOOK: {None: CODEBOOK}}
_TIME = (1980, 1, 1, 0, 0, 0)


def codebook_file(scheme: Scheme) -> bytes:
    """The scheme as a .qdc file."""
    root = etree.Element(f"{{{CODEBOOK}}}CodeBook", nsmap=_SPACES[CODEBOOK], origin="Chengce")
    _codes(etree.SubElement(root, f"{{{CODEBOOK}}}Codes"), scheme, CODEBOOK)
    return _bytes(root)


def project_file(units: Sequence[CodedUnit], scheme: Scheme) -> bytes:
    """Texts with the places of every code as a .qdpx file: a source is a measure, a sentence or a document."""
    root = etree.Element(f"{{{PROJECT}}}Project", nsmap=_SPACES[PROJECT], name=scheme.en, origin="Chengce")
    _codes(etree.SubElement(etree.SubElement(root, _in("CodeBook")), _in("Codes")), scheme, PROJECT)
    sources: dict[str, bytes] = {}
    held = [each for each in units if each.text is not None]
    if held:
        listed = etree.SubElement(root, _in("Sources"))
        for each in held:
            guid = _guid(each.id)
            sources[f"sources/{guid}.txt"] = (each.text or "").encode()
            _source(listed, each, guid, scheme)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"project.qde": _bytes(root), **sources}.items():
            archive.writestr(zipfile.ZipInfo(name, _TIME), data)
    return stream.getvalue()


def _source(listed: "etree._Element", each: CodedUnit, guid: str, scheme: Scheme) -> None:
    """A text with its coded places."""
    name = f"{each.city} {each.id} {each.title}"
    own = etree.SubElement(listed, _in("TextSource"), guid=guid, name=name, plainTextPath=f"internal://{guid}.txt")
    by_place: dict[tuple[int, int], list[str]] = defaultdict(list)
    for key, places in each.places.items():
        for place in places:
            by_place[place].append(key)
    for (start, end), keys in sorted(by_place.items()):
        span = {"startPosition": str(start - each.start), "endPosition": str(end - each.start)}
        named = {
            "guid": _guid(f"{each.id} {start}-{end}"),
            "name": (each.text or "")[start - each.start : end - each.start],
        }
        selection = etree.SubElement(own, _in("PlainTextSelection"), named | span)
        for key in keys:
            coding = etree.SubElement(selection, _in("Coding"), guid=_guid(f"{each.id} {start}-{end} {key}"))
            etree.SubElement(coding, _in("CodeRef"), targetGUID=_guid(f"{scheme.key}#{key}"))


def _codes(above: "etree._Element", scheme: Scheme, space: str) -> None:
    """The groups as codes that cannot be given, their codes below them."""
    groups = {
        key: _code(above, space, f"{scheme.key}##{key}", f"{zh} {en}", codable=False)
        for key, (zh, en) in scheme.groups.items()
    }
    for code in scheme.codes:
        own = _code(groups.get(code.group or "", above), space, f"{scheme.key}#{code.key}", f"{code.zh} {code.en}")
        if code.definition:
            description = etree.Element(f"{{{space}}}Description")
            description.text = code.definition
            own.insert(0, description)


def _code(above: "etree._Element", space: str, key: str, name: str, *, codable: bool = True) -> "etree._Element":
    fields = {"guid": _guid(key), "name": name, "isCodable": str(codable).lower()}
    return etree.SubElement(above, f"{{{space}}}Code", fields)


def _in(name: str) -> str:
    return f"{{{PROJECT}}}{name}"


def _guid(name: str) -> str:
    """An id made of a name."""
    return str(uuid5(NAMESPACE_URL, f"urn:chengce:{name}"))


def _bytes(root: "etree._Element") -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
