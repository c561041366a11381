"""The records of documents and annexes: what title, signature and header say of each part of a text."""

import re

from graph.facts import Annex, Document
from loaders.documents import Layout, Part
from loaders.headings import document_kind, period
from loaders.lines import bodies, read_date
from loaders.pattern import Pattern
from loaders.plan import Source
from loaders.titles import norm

ISSUER_IN_TITLE = Pattern(
    "issuer_in_title",
    r"(?P<issuer>[^《》\"“”,。]{3,120}?[府室厅会局委部院署组关州盟])(?=关于|印发|转发|批转|批准)",
    (
        "某市人民政府办公室关于印发某市方案的通知",
        "某市财政局 某市民政局关于做好工作的意见",
        "某省发展改革委印发《某方案》",
    ),
    ("关于印发某市方案的通知", "《某市方案》", "某市行动计划"),
    "match",
)
WITHOUT_PLACE = Pattern(
    "issuer_without_its_place",
    r"[省市县区州盟旗]?(?:人民)?(?:政府|委|府)(?:办公[室厅])?",
    ("市政府办公室", "区人民政府办公室", "县委"),
    ("某市人民政府", "市财政局"),
    "fullmatch",
)
ANNEX_SHELL = Pattern(
    "line_of_a_list_of_annexes",
    r"(?:附 ?件? ?(?:列表)?\d{0,2} ?[::.] ?)?(?:\d{1,2} ?[.、] ?)?"
    r"(?P<title>(?!\(|附件)[^:]+?)(?:\.(?:docx?|pdf|xlsx?|wps))?",
    ("附件:1.某市清单", "2.某市名单", "附件2:某市清单.docx"),
    ("附件列表:", "(某市委员会)(代章)", "附件:"),
    "fullmatch",
)
_LINE_END = re.compile(r"\s*[\r\n]\s*")
_OPENING_LINES = 30


def documents(source: Source, layout: Layout, city: str | None, province: str | None) -> tuple[Document, ...]:
    """The records of the documents; a plan in a notice takes the notice's issuer and date."""
    found: list[Document] = []
    for part in layout.parts:
        above = found[0] if part.contained_in else None
        found.append(_document(source, layout, part, above))
    return tuple(record.model_copy(update={"city": city, "province": province}) for record in found)


def _document(source: Source, layout: Layout, part: Part, above: Document | None) -> Document:
    title, start, end = _title(source, layout, part, above)
    folded = "".join(line.bare for line in part.title_lines) or title
    opening = "\n".join(line.bare for line in part.text[:_OPENING_LINES])
    told = part.silent in ("interpretation", "news")
    kind = "notice" if part.is_notice else "other" if told else document_kind(folded, opening.partition("\n")[0])
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


def printed(source: Source, start: int, end: int) -> str:
    """The words of a place as printed, the ends of broken lines left out."""
    return _LINE_END.sub("", source.text[start:end].strip())


def _title(source: Source, layout: Layout, part: Part, above: Document | None) -> tuple[str | None, int, int]:
    """The title as printed, lines joined, and its place; the whole text's place where none is printed."""
    if part.title_lines:
        words = "".join(printed(source, line.start, line.end) for line in part.title_lines)
        return words.strip("*# "), part.title_lines[0].start, part.title_lines[-1].end
    if part.name:
        return printed(source, *part.name), *part.name
    if "title" in layout.fields and not above:
        start, end = layout.fields["title"]
        return printed(source, start, end), start, end
    return (None, part.text[0].start, part.text[-1].end) if part.text else (None, 0, len(source.text))


def issuer(source: Source, layout: Layout, part: Part, title: str | None) -> str | None:
    """The issuing bodies: of the signature, else of the title, else of the header; None where the text says none.

    An issuer without its place in the title (市政府办公室) gives way to the header's.
    """
    if part.signed:
        return "、".join(printed(source, start, end) for start, end in part.signed)
    stated = _field(source, layout, "issuer")
    named = _named_in_title(source, part, title)
    if named and not (stated and WITHOUT_PLACE.fits(named)):
        return named
    return stated or named


def _named_in_title(source: Source, part: Part, title: str | None) -> str | None:
    """The bodies that a title begins with: those of lines of their own, those apart by blanks, or one."""
    above = []
    for line in part.title_lines:
        places = bodies(line)
        if not places:
            break
        above += [printed(source, *place) for place in places]
    if above:
        return "、".join(above)
    found = ISSUER_IN_TITLE.re.match(title) if title else None
    return "、".join(found["issuer"].split()) if found else None


def _field(source: Source, layout: Layout, name: str) -> str | None:
    place = layout.fields.get(name)
    return printed(source, *place) if place else None


def _field_date(source: Source, layout: Layout, name: str) -> str | None:
    place = layout.fields.get(name)
    return read_date(source.folded[slice(*place)]) if place else None


def annexes(source: Source, layout: Layout) -> tuple[Annex, ...]:
    """The annexes that the text announces; held where the file carries a plan or lines under that title."""
    titles = {norm("".join(line.words for line in part.title_lines)) for part in layout.parts}
    found = []
    for part in layout.parts:
        lines_below = {norm(line.words) for line in part.annex_text}
        seen = set()
        for line in part.annexes:
            shell = ANNEX_SHELL.re.fullmatch(line.words)
            if shell is None or bodies(line) or norm(shell["title"]) in seen:
                continue
            start, end = line.start + shell.start("title"), line.start + shell.end("title")
            seen.add(norm(shell["title"]))
            held = norm(shell["title"]) in titles | lines_below
            if start < end:
                found.append(Annex(document=part.key, title=source.text[start:end], held=held, start=start, end=end))
    return tuple(found)
