"""Invented Word files, made in memory, for the tests of the reader of DOCX."""

import zipfile
from io import BytesIO

from loaders.readers import docx

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def part(kind: str, inside: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{kind} {_NAMES}>{inside}</w:{kind}>'.encode()


def zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def _relations(targets: dict[str, str]) -> bytes:
    links = "".join(
        f'<Relationship Id="r{i}" Type="{_RELATION}/{kind}" Target="{path}"/>'
        for i, (kind, path) in enumerate(targets.items())
    )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{links}</Relationships>'.encode()


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body. ``parts``: the inside of numbering, styles, footnotes, endnotes, header, footer."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{main}.{kind}+xml"/>' for kind in parts)
    files = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>{kinds}</Types>'
        ).encode(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
    }
    for kind, inside in parts.items():
        files[f"word/{kind}.xml"] = part({"header": "hdr", "footer": "ftr"}.get(kind, kind), inside)
    return zipped(files)


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inside: str = "", properties: str = "") -> str:
    """A paragraph of plain words, or of markup."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if inside.startswith('<') else run(inside)}</w:p>"


def numbered(words: str, number: int, level: int = 0) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, form: str, text: str, more: str = "") -> str:
    start = "" if "<w:start" in more else '<w:start w:val="1"/>'
    return f'<w:lvl w:ilvl="{depth}">{start}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def number(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def cell(words: str, properties: str = "") -> str:
    inside = words if words.startswith("<") else "".join(paragraph(line) for line in words.split("|"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def lines_of(body: str, **parts: str) -> list[str]:
    return docx.decode(word(body, **parts), "plan.docx").text.splitlines()
