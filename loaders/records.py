"""The records of documents and annexes: what title, signature and header say of each part of a text."""

import re

from graph.facts import Annex, Document
from loaders.documents import Layout, Part
from loaders.headings import document_kind, period
from loaders.lines import bodies, read_date
from loaders.plan import Source
from loaders.titles import norm

_ISSUER_IN_TITLE = re.compile(r"([^《》\"“”,。]{3,60}?[府室厅会局委部院署组关])(?=关于|印发)")


def documents(source: Source, layout: Layout, city: str | None, province: str | None) -> tuple[Document, ...]:
    """The records of the documents; a plan in a notice takes the notice's issuer and date."""
    found: list[Document] = []
    for part in layout.parts:
        above = found[0] if part.contained_in else None
        found.append(_document(source, layout, part, above))
    return tuple(record.model_copy(update={"city": city, "province": province}) for record in found)


def _document(source: Source, layout: Layout, part: Part, above: Document | None) -> Document:
    title, start, end = _title(source, layout, part, above)
    folded = "".join(line.words for line in part.title_lines) or title
    opening = part.text[0].words if part.text else ""
    kind = "notice" if part.is_notice else document_kind(folded, opening)
    years = (None, None) if kind == "notice" else period(folded, opening)
    own = not above
    text_start = part.text[0].start if part.text else end
    issued = _field_date(source, layout, "date_issued")
    return Document(
        key=part.key, kind=kind, title=title, city=None, province=None,
        issuer=above.issuer if above else issuer(source, layout, part, title),
        doc_number=_field(source, layout, "doc_number") if own else None,
        index_number=_field(source, layout, "index_number") if own else None,
        date_issued=above.date_issued if above else part.date_signed or issued,
        date_published=_field_date(source, layout, "date_published") if own else None,
        period_start=years[0], period_end=years[1], contained_in=part.contained_in,
        start=start, end=end, text_start=text_start, text_end=part.text[-1].end if part.text else end,
        rule="carried_by_notice" if above else "titled" if title else "untitled",
    )  # fmt: skip


def _title(source: Source, layout: Layout, part: Part, above: Document | None) -> tuple[str | None, int, int]:
    """The title as printed, lines joined, and its place; the whole text's place where none is printed."""
    if part.title_lines:
        words = "".join(source.text[line.start : line.end].strip() for line in part.title_lines)
        return words, part.title_lines[0].start, part.title_lines[-1].end
    if "title" in layout.fields and not above:
        start, end = layout.fields["title"]
        return source.text[start:end], start, end
    return (None, part.text[0].start, part.text[-1].end) if part.text else (None, 0, len(source.text))


def issuer(source: Source, layout: Layout, part: Part, title: str | None) -> str | None:
    """The issuing bodies: of the signature, else of the title, else of the header; None where the text says none."""
    if part.signed:
        return "、".join(source.text[start:end] for start, end in part.signed)
    if title and (named := _ISSUER_IN_TITLE.match(title)):
        return named.group(1)
    return _field(source, layout, "issuer")


def _field(source: Source, layout: Layout, name: str) -> str | None:
    place = layout.fields.get(name)
    return source.text[slice(*place)].replace(" ", "").replace("\u3000", "") if place else None


def _field_date(source: Source, layout: Layout, name: str) -> str | None:
    place = layout.fields.get(name)
    return read_date(source.folded[slice(*place)]) if place else None


def annexes(source: Source, layout: Layout) -> tuple[Annex, ...]:
    """The annexes that the text announces; held where the file carries a plan or lines under that title."""
    titles = {norm("".join(line.words for line in part.title_lines)) for part in layout.parts}
    found = []
    for part in layout.parts:
        lines_below = {norm(line.words) for line in part.annex_text}
        for line in part.annexes:
            shell = re.match(r"(?:附件? ?\d{0,2} ?[::] ?)?(?:\d{1,2} ?[.、] ?)?", line.words)
            start, end = line.start + (shell.end() if shell else 0), line.end
            words = source.folded[start:end]
            held = norm(words) in titles | lines_below
            if words and not bodies(line):
                found.append(Annex(document=part.key, title=source.text[start:end], held=held, start=start, end=end))
    return tuple(found)
