"""The documents in a text: the covering notice and the plans it carries, or one plan; what is page around them.

Each document is a ``Part``: its title, its lines of text, its signature and annexes; every line outside is furniture by
a named rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.bearing import tells_news
from loaders.contents import contents
from loaders.header import document_number, read_fields
from loaders.lines import BODY, Line, furniture_rule, read_lines
from loaders.part_text import is_addressee, read_part
from loaders.parts import Part, find_parts
from loaders.pattern import Pattern
from loaders.plan import Source
from loaders.titles import title_above

__all__ = ["Layout", "Part", "split"]

PUBLISHED_ON = Pattern(
    "who_published_when",
    rf"(?P<body>{BODY.words}) ?(?P<date>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)(?P<what>发布|印发)",
    ("某市科技局2026年5月25日发布,征求意见截止6月24日。", "某市政府办公室 2024年3月6日印发"),
    ("2024年3月6日发布", "某市科技局发布"),
    "match",
)
DAY_BELOW_TITLE = Pattern(
    "day_below_the_title",
    r"\(?(?:\d{4} ?年 ?[1-9]\d? ?月 ?[1-9]\d? ?日"
    r"|[二一][〇零一二三四五六七八九O]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\)?",
    ("2024年5月6日", "(2024年12月16日)", "二〇二四年五月六日"),
    ("2024-05-06", "2024年05月06日", "2024年5月6日 10:20", "2024年5月6日印发"),
    "fullmatch",
)
_SHORTEST_OPENING, _SHORTEST_PARAGRAPH = 15, 25  # characters
_OPENERS = ("为", "根据", "按照", "依据", "经", "现", "结合", "近年", "围绕", "随着", "自")


@dataclass
class Layout:
    """The parts of a text, its header fields (places), and the lines that belong to no document, with their rule."""

    parts: list[Part]
    fields: dict[str, tuple[int, int]]
    furniture: list[tuple[int, int, str]]


def split(source: Source) -> Layout:
    """The documents of a text and its furniture; a text without header and title is one part."""
    lines = read_lines(source)
    first, after = contents(lines)
    furniture = [(line.start, line.end, "contents") for line in lines[first:after]]
    del lines[first:after]
    begin = next((i for i, line in enumerate(lines) if _begins_text(line)), len(lines))
    fields, used = read_fields(lines[:begin])
    for line in lines[:begin]:
        if place := document_number(line):
            fields.setdefault("doc_number", place)
    title = title_above(lines, begin, used)
    below = lines[title[1] if title else 0 : begin]
    if dated := next((line for line in below if DAY_BELOW_TITLE.fits(line.words)), None):
        fields.setdefault("date_issued", (dated.start, dated.end))
    top = Part(lines[slice(*title)] if title else [], begin, len(lines))
    parts = find_parts(top, lines)
    furniture += [(lines[i].start, lines[i].end, _header_rule(lines[i], i in used)) for i in _outside(begin, title)]
    for part in parts:
        furniture += read_part(part, lines)
    _read_tail(fields, lines, parts)
    return Layout(parts, fields, furniture)


def _outside(begin: int, title: tuple[int, int] | None) -> list[int]:
    return [i for i in range(begin) if title is None or not title[0] <= i < title[1]]


def _header_rule(line: Line, is_field: bool) -> str:
    """The rule by which a line above the text is read or ignored."""
    return "header_field" if is_field or document_number(line) else furniture_rule(line) or "header"


def _read_tail(fields: dict[str, tuple[int, int]], lines: Sequence[Line], parts: Sequence[Part]) -> None:
    """Header fields that stand after the text, and the line that says who published it when (某局…日发布)."""
    last = max((part.text[-1].end for part in parts if part.text), default=0)
    tail = [line for line in lines if line.start >= last]
    found, _ = read_fields(tail)
    for name, place in found.items():
        if name != "title":
            fields.setdefault(name, place)
    for line in tail:
        if published := PUBLISHED_ON.re.match(line.words):
            date = "date_published" if published["what"] == "发布" else "date_issued"
            fields.setdefault("issuer", (line.start, line.start + published.end("body")))
            fields.setdefault(date, (line.start + published.start("date"), line.start + published.end("date")))


def _begins_text(line: Line) -> bool:
    """Whether a line is the first of a text: the addressees, a paragraph, or a first heading."""
    words = line.words
    if line.label and line.label.value == 1 and line.label.kind != "circled":
        return True
    if furniture_rule(line) and not (len(words) > 80 and "。" in words):
        return False
    opens = words.startswith(_OPENERS) and ("。" in words or (words.endswith(":") and len(words) > _SHORTEST_OPENING))
    told = "。" in words and (len(words) > _SHORTEST_PARAGRAPH or tells_news(words))
    return is_addressee(line) or opens or told
