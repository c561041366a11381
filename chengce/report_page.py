"""The report on one reading as one HTML file, in Chinese and English, with nothing from elsewhere.

It shows how much of the text was read, what to look at, and the text itself, each clause coloured by what became of it.
The page holds the whole text, so it is for whoever holds the file.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from string import Template

from chengce.reading_report import KINDS, counted, percent, short
from chengce.rule_words import words
from loaders.report import STATES, Item, ReadingReport

_TEMPLATE = Path(__file__).with_name("report_page.html")
MOST_TEXT = 400_000
"""Characters; a longer text is left out of the page, which no browser would scroll."""
MOST_OPEN = 5
"""Items of a group that is shown open."""
STATE_WORDS = {"read": ("已读", "read"), "ignored": ("按规则略过", "ignored by rule"), "unread": ("未读", "unread")}
KIND_WORDS = {
    "documents": "文件", "measures": "举措", "responsibilities": "责任", "targets": "目标值", "citations": "引用",
    "models": "改革模式", "components": "组成部分",
}  # fmt: skip

BASIS_WORDS = {
    "given": "指定", "issuer": "据发文机关", "title": "据标题", "codebook": "据编码表", "inferred": "据文中地名推断",
}  # fmt: skip
_WHERE = re.compile(r"(paragraph|table|pages?) (\d+)(?:-(\d+))?")
_UNITS = {"paragraph": "段", "page": "页", "pages": "页"}


def page(report: ReadingReport) -> str:
    """The page as HTML."""
    title = next((item.title for item in report.facts.documents if item.title), None) or report.facts.source
    has_text = len(report.text) <= MOST_TEXT
    parts = [
        _head(report, title),
        _coverage(report),
        _list(report, "未达预期之处", "Expectations that do not hold", report.broken),
        _grouped(report, "未读的句子", "Unread clauses", report.unread),
        _list(report, "机构表中没有的单位", "Unknown bodies", report.unknown_bodies),
        _grouped(report, "不是目标值的数字及原因", "Numbers that are no targets, and why", report.not_targets),
        _rules(report, "ignored", "按规则略过", "Ignored, by rule"),
        _rules(report, "read", "已读，按规则", "Read, by rule"),
        _text(report) if has_text else "",
    ]
    body = "\n".join(parts)
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(title=escape(title), body=body)


def both(zh: str, en: str) -> str:
    """Words in both languages, of which the page shows one."""
    return f"<span class='zh' lang='zh'>{escape(zh)}</span><span class='en' lang='en'>{escape(en)}</span>"


def _head(report: ReadingReport, title: str) -> str:
    facts = report.facts
    name, basis = facts.place.name, facts.place.basis
    said = both(
        f"{facts.source} · {facts.format} · {name}（{BASIS_WORDS[basis]}） · 键 {facts.key}",
        f"{facts.source} · {facts.format} · {name} ({basis}) · key {facts.key}",
    )
    sizes = {kind: len(getattr(facts, kind)) for kind in KINDS}
    counts = "".join(
        f"<div><strong>{size}</strong>{both(KIND_WORDS[kind], counted(size, kind))}</div>"
        for kind, size in sizes.items()
    )
    return f"<h1>{escape(title)}</h1><p class='soft'>{said}</p><div class='counts'>{counts}</div>"


def where_words(where: str) -> tuple[str, str]:
    """Where something stands in its file, in Chinese and English; the path to an element is the same in both."""
    found = _WHERE.fullmatch(where)
    if found is None:
        return short(where), short(where)
    kind, first, last = found.groups()
    numbers = f"{first}—{last}" if last else first
    return (f"表{numbers}" if kind == "table" else f"第{numbers}{_UNITS[kind]}"), where


def _coverage(report: ReadingReport) -> str:
    """The bar and its three parts: every clause is in one of them."""
    clauses, chars = sum(report.clauses.values()), sum(report.chars.values())
    bar = "".join(f"<i class='{s}' style='width:{100 * report.chars[s] / max(chars, 1):.3f}%'></i>" for s in STATES)
    cards = []
    for state in STATES:
        count, size = report.clauses[state], report.chars[state]
        zh = f"{count} 句 ({percent(count, clauses)}) · {size} 字"
        en = f"{count} {counted(count, 'clauses')} ({percent(count, clauses)}) · {size} {counted(size, 'characters')}"
        cards.append(
            f"<div class='{state}'>{both(*STATE_WORDS[state])}<strong>{percent(size, chars)}</strong>"
            f"<span class='soft'>{both(zh, en)}</span></div>"
        )
    note = both(
        "每一句只属一类：读出了事实，由有名称的规则略过，或未读。",
        "Every clause is one of three: a fact was read from it, a named rule passed over it, or it is unread.",
    )
    return (
        f"<h2>{both('覆盖情况', 'Coverage')}</h2><div class='bar' role='img' aria-label='coverage'>{bar}</div>"
        f"<div class='three'>{''.join(cards)}</div><p class='soft'>{note}</p>"
    )


def _list(report: ReadingReport, zh: str, en: str, items: list[Item]) -> str:
    heading = f"<h2>{both(zh, en)}<b>{len(items)}</b></h2>"
    return heading + (_items(report, items) if items else f"<p class='none'>{both('无', 'none')}</p>")


def _items(report: ReadingReport, items: Iterable[Item], why: bool = True) -> str:
    return f"<ul class='items'>{''.join(_item(report, item, why) for item in items)}</ul>"


def _item(report: ReadingReport, item: Item, why: bool) -> str:
    """One item: its place, a link into the text, its words, and what tells it."""
    where = both(f"第{item.line}行", f"line {item.line}") + (
        f" · <span title='{escape(item.where)}'>{both(*where_words(item.where))}</span>" if item.where else ""
    )
    anchor = _anchor(report, item.start) if len(report.text) <= MOST_TEXT and item.end > item.start else None
    at = f"<a href='#c{anchor}'>{where}</a>" if anchor is not None else where
    inner = f"<mark>{escape(item.words)}</mark>" if item.before or item.after else escape(item.words)
    shown = f"{escape(item.before)}{inner}{escape(item.after)}"
    known = both(f"近似：{'、'.join(item.near)}", f"near: {', '.join(item.near)}")
    near = f"<span class='why'>{known}</span>" if item.near else ""
    rule = f"<span class='why'>{both(*words(item.rule))}</span>" if why and item.rule != "unknown_body" else ""
    return f"<li><span class='at'>{at}</span><span>{shown}</span>{near}{rule}</li>"


def _anchor(report: ReadingReport, place: int) -> int | None:
    """The start of the clause that holds a place, which is its anchor in the text."""
    entries = report.entries
    low, high = 0, len(entries)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if entries[middle].end <= place else (low, middle)
    return entries[low].start if low < len(entries) else None


def _grouped(report: ReadingReport, zh: str, en: str, items: list[Item]) -> str:
    """A list folded up by rule, short groups open."""
    groups = []
    for rule, count in Counter(item.rule for item in items).most_common():
        inside = _items(report, (item for item in items if item.rule == rule), why=False)
        groups.append(
            f"<details{' open' if count <= MOST_OPEN else ''}><summary>{both(*words(rule))} <b>{count}</b> "
            f"<code>{escape(rule)}</code></summary>{inside}</details>"
        )
    heading = f"<h2>{both(zh, en)}<b>{len(items)}</b></h2>"
    return heading + ("".join(groups) or f"<p class='none'>{both('无', 'none')}</p>")


def _rules(report: ReadingReport, state: str, zh: str, en: str) -> str:
    counts = report.rules(state)  # type: ignore[arg-type]
    rows = "".join(
        f"<tr><td>{count}</td><td>{both(*words(rule))} <code>{escape(rule)}</code></td></tr>"
        for rule, count in counts.items()
    )
    return f"<h2>{both(zh, en)}<b>{sum(counts.values())}</b></h2><table>{rows}</table>"


def _text(report: ReadingReport) -> str:
    """The text itself, a paragraph a line, each clause with what became of it."""
    legend = " · ".join(f"<span class='{state}'>{both(*STATE_WORDS[state])}</span>" for state in STATES)
    lines = "".join(_lines(report))
    return f"<h2>{both('全文', 'The text')}</h2><div class='text'><p class='soft'>{legend}</p>{lines}</div>"


def _lines(report: ReadingReport) -> Iterator[str]:
    """Lines that are not blank, with their numbers."""
    text, entries, at, start = report.text, report.entries, 0, 0
    for number, line in enumerate(text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n"), 1):
        shift = line.startswith("\0")
        start += shift
        end, parts, here = start + len(line) - shift, [], start
        while at < len(entries) and entries[at].start < end:
            entry = entries[at]
            clause = escape(text[entry.start : entry.end])
            zh, en = words(entry.rule)
            parts.append(escape(text[here : entry.start]))
            parts.append(
                f"<span id='c{entry.start}' class='{entry.state}' title='{escape(zh)} {escape(en)}'>{clause}</span>"
            )
            here, at = entry.end, at + 1
        parts.append(escape(text[here:end]))
        start = end + 1
        if "".join(parts).strip():
            yield f"<p data-line='{number}'>{''.join(parts)}</p>"
