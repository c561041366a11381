"""Outlines that chance makes: a tree of headings is written as a plan and read back as the same tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import NotAPlanError, plan_of
from loaders.fold import fold
from loaders.plan import Section, Source


def han(number: int) -> str:
    """A number below 100 in Chinese numerals (二十一)."""
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")


FORMS = {
    "chapter": lambda n: f"第{han(n)}章 ",
    "section": lambda n: f"第{han(n)}节 ",
    "han": lambda n: f"{han(n)}、",
    "han_bracket": lambda n: f"（{han(n)}）",
    "digit": lambda n: f"{n}．",
    "digit_bracket": lambda n: f"（{n}）",
}
WORDS = ("建设医院", "培养医师", "修复湿地", "改造管网", "发展旅游", "整治河道", "提升服务", "开放数据", "推广节水")


@dataclass
class Heading:
    """A heading of the tree that is written."""

    title: str
    below: "list[Heading]" = field(default_factory=list)
    path: str = ""


def trees(depth: int) -> st.SearchStrategy[list[Heading]]:
    """Lists of headings, each with one to three below it down to this depth, or none."""
    title = st.sampled_from(WORDS)
    if depth == 1:
        return st.lists(st.builds(Heading, title), min_size=1, max_size=3)
    below: st.SearchStrategy[list[Heading]] = st.one_of(st.just([]), trees(depth - 1))
    return st.lists(st.builds(Heading, title, below), min_size=1, max_size=3)


kinds = st.lists(st.sampled_from(list(FORMS)), min_size=1, max_size=4, unique=True).map(
    lambda chosen: sorted(chosen, key=list(FORMS).index)
)


@st.composite
def outlines(draw: st.DrawFn) -> tuple[list[str], list[Heading], str, bool]:
    """The kinds of the levels, a tree of that depth, the kind whose numbers run on, whether headings run in."""
    levels = draw(kinds)
    runs_on = draw(st.sampled_from(["", *(kind for kind in levels[1:] if kind != "digit_bracket")]))
    return levels, draw(trees(len(levels))), runs_on, draw(st.booleans())


def written(levels: list[str], tree: list[Heading], runs_on: str, run_in: bool) -> Iterator[str]:
    """The lines of the plan; sets the paths of the headings."""
    counts: dict[str, int] = {}

    def lines(headings: list[Heading], level: int, above: str) -> Iterator[str]:
        kind = levels[level]
        if kind != runs_on:
            counts[kind] = 0
        for heading in headings:
            counts[kind] = counts.get(kind, 0) + 1
            heading.path = f"{above}.{counts[kind]}" if above else f"d/{counts[kind]}"
            yield f"{FORMS[kind](counts[kind])}{heading.title}{'。开展工作。' if run_in else ''}"
            if not run_in and not heading.below:
                yield f"到2025年，{heading.title}取得成效。"
            if heading.below:
                yield from lines(heading.below, level + 1, heading.path)

    yield from lines(tree, 0, "")


def flat(headings: list[Heading], above: tuple[str, ...] = ()) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """Path, title, parents, and whether it is a leaf, in the order of the text."""
    for heading in headings:
        yield heading.path, heading.title, above, not heading.below
        yield from flat(heading.below, (*above, heading.title))


@settings(max_examples=120, deadline=None)
@given(outlines())
def test_a_written_tree_is_read_as_it_is(outline: tuple[list[str], list[Heading], str, bool]) -> None:
    levels, tree, runs_on, run_in = outline
    body = "\n".join(written(levels, tree, runs_on, run_in))
    text = f"某市健康工作方案\n为做好健康工作，提高全市的健康水平，制定本工作方案。\n{body}\n"
    plan = plan_of(Source("plan.txt", "text", text, fold(text), ""), city="340100")
    found = [(s.id, s.title, s.parents, s.is_measure) for s in plan.sections if s.number]
    assert found == list(flat(tree))
    assert_spans(plan.sections, text)


def assert_spans(sections: tuple[Section, ...], text: str) -> None:
    """Every character below the title belongs to the own words of one section."""
    places = sorted((section.start, section.own_end) for section in sections)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert "".join(text[start:end] for start, end in places).replace("\n", "") == text.partition("\n")[2].replace(
        "\n", ""
    )


SOUP = (
    "一、",
    "二、总体目标",
    "（一）",
    "（二）建设医院。",
    "1．改造",
    "2.1",
    "2.1 开放",
    "①",
    "第一条 ",
    "第二章",
    "附件",
    "附件1：",
    "附则",
    "专栏1 工程",
    "目录",
    "责任单位：市财政局",
    "某市财政局",
    "2024年5月6日",
    "某市健康方案",
    "《某市健康方案》政策解读",
    "（",
    "）",
    "《",
    "》",
    "关于印发",
    "的通知",
    "各单位：",
    "现印发给你们。",
    "为做好工作，制定本方案。",
    "来源：某网",
    "首页",
    "\t",
    " ",
    "\u3000",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "、",
    "。",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(SOUP), max_size=40).map("".join))
def test_no_text_breaks_the_outline(body: str) -> None:
    text = f"一、任务\n{body}\n"
    try:
        plan = plan_of(Source("plan.txt", "text", text, fold(text), ""), city="340100")
    except NotAPlanError:
        return
    places = sorted((section.start, section.own_end) for section in plan.sections)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert len({section.id for section in plan.sections if section.number}) == sum(
        bool(s.number) for s in plan.sections
    )
    for section in plan.sections:
        assert section.start <= section.title_start <= section.body <= section.own_end <= section.end <= len(text)
        assert text[section.start :].startswith(section.number)
    assert len({document.key for document in plan.documents}) == len(plan.documents)
