"""What headings and titles say: the kind of a section, the kind and period of a document.

The words are in codebooks/headings.yaml.
"""

import re
from functools import cache, lru_cache
from typing import Literal, get_args

from codebooks.reading import book
from graph.facts import DocumentKind
from loaders.pattern import Pattern

HeadingKind = Literal["goal", "safeguard", "support", "remark", "task"]
_PARTS = re.compile(r"[、和与及暨,，]")
_BRACKETS = re.compile(r"(\([^()]*\)|\[[^\[\]]*\])")
_DIGIT = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "O": "0"}
HAN_YEAR = Pattern(
    "year_in_chinese_numerals",
    "[二一][〇零一二三四五六七八九O]{3}(?=年)",
    ("二〇二四年工作要点", "一九九八年"),
    ("二十年", "二三四五"),
)
SPAN = Pattern(
    "years_of_a_period",
    r"(?P<first>(?:19|20)\d{2}) ?年? ?(?:-{1,2}|~|至|到) ?(?P<last>(?:19|20)\d{2}) ?(?:年|(?=\)))",
    ("某市行动计划(2024-2025年)", "2021年至2025年", "某市规划(2021-2025)", "2024--2026年"),
    ("2021-12", "2021-2025号", "1000-2000元"),
)
YEAR = Pattern(
    "year_of_work",
    r"(?P<year>(?:19|20)\d{2}) ?年(?:度|全[市省县区州盟])?(?![版修前底末])[^(]*$",
    ("某市2021年重点工作任务", "2024年度工作要点", "2023年全市卫生健康工作要点"),
    ("某市指标体系2023年版", "到2025年前完成", "2021-2025"),
)
YEAR_AT_HEAD = Pattern(
    "year_of_work_at_the_head",
    r"(?P<year>(?:19|20)\d{2})年,?(?:全[市省县区州盟]|我[市省县区州盟])",
    ("2020年,全市工作总体要求是", "2021年我市要"),
    ("2020年底,全市完成", "到2020年,全市"),
    "match",
)
WORK_OF_A_YEAR = Pattern(
    "opening_of_work_priorities",
    r"\d{4}年,?(?:全[市省县区州盟]|我[市省县区州盟])[^。,]{0,20}工作",
    ("2020年,全市工作总体要求是:", "2022年全市卫生健康工作要坚持"),
    ("2020年,全市完成", "到2020年,全市工作"),
    "match",
)
MADE = Pattern(
    "what_the_opening_says_it_makes",
    r"(?:制[定订]|提出|编制)(?:了)?(?:本|如下|以下|此)(?P<what>[^。,:]{2,12})",
    ("结合我市实际,制定本实施方案。", "特制订如下工作方案:", "现提出以下意见"),
    ("制定实施方案", "提出要求"),
)
PERIOD_IN_TEXT = Pattern(
    "period_that_the_text_states",
    r"(?:规划期限?|实施期限|实施周期|行动周期|计划期|方案期限)[^。;\d]{0,8}"
    r"(?P<first>20\d{2}) ?年? ?(?:-{1,2}|~|至|到) ?(?P<last>20\d{2}) ?年",
    ("规划期限为2021-2025年", "实施周期:2023年至2025年"),
    ("有效期至2025年", "期限为3年"),
)
MEANING = Pattern(
    "section_on_why",
    r"(?:(?:充分|深刻|切实|进一步|准确|正确)*(?:认识|提高[^。]{0,4}认识|统一思想)[^。]{0,40}(?:意义|重要性|必要性|紧迫性|形势))"
    r"|(?!(?:充分)?发挥)[^。]{2,30}的?(?:重要意义|重大意义|重要性和紧迫性|重要性和必要性)",
    ("充分认识燃气安全的重要意义", "提高认识,增强做好工作的紧迫性", "深刻认识健康教育的重要性"),
    ("提高认识,加强领导", "重点任务", "认识干部"),
    "fullmatch",
)


@cache
def _vocabulary(kind: str) -> re.Pattern[str]:
    words = book("headings")[kind]
    verbs, modifiers, nouns = ("|".join(map(re.escape, words.get(key, ()))) for key in ("verbs", "modifiers", "nouns"))
    whole = "|".join(map(re.escape, words.get("whole", ())))
    composed = f"(?:{verbs})?(?:{modifiers})*(?:{nouns})" if nouns else "(?!)"
    return re.compile(f"(?:{composed}|{whole or '(?!)'})")


@lru_cache(maxsize=4096)
def heading_kind(title: str) -> HeadingKind:
    """What a heading (folded) says of its section; anything that is not in the vocabularies is a task.

    ``support``: about carrying out the plan, where no task follows.
    """
    title = _BRACKETS.sub("", title).replace(" ", "").rstrip("。:;")
    if _vocabulary("remark").fullmatch(title):
        return "remark"
    parts = [part for part in _PARTS.split(title) if part]
    if parts and (all(map(_vocabulary("goal").fullmatch, parts)) or _vocabulary("goal").fullmatch(title)):
        return "goal"
    if MEANING.fits(title):
        return "goal"
    kinds: tuple[HeadingKind, ...] = ("safeguard", "support")
    for kind in kinds:
        if parts and (_vocabulary(kind).fullmatch(parts[0]) or _vocabulary(kind).fullmatch(title)):
            return kind
    return "task"


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    pairs = [(word, kind) for kind, words in book("headings")["kinds"].items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for word, _ in _kinds())


@lru_cache(maxsize=4096)
def title_kind(title: str) -> str | None:
    """The kind that a title's last word says (``rules`` for articles of law), None for words that end no title."""
    bare = _BRACKETS.sub("", title).replace(" ", "").rstrip("》*")
    if not bare.endswith(_endings()):
        return None
    return next(kind for word, kind in _kinds() if bare.endswith(word))


def document_kind(title: str | None, opening: str) -> DocumentKind:
    """The kind of a document from its title, else from its opening (制定本实施方案; 2020年,全市…工作总体要求是)."""
    if title is None:
        made = MADE.re.search(opening)
        if made is None and WORK_OF_A_YEAR.fits(opening):
            return "work_priorities"
        title = made["what"] if made else ""
    kind = title_kind(title)
    return kind if kind in get_args(DocumentKind) else "other"  # type: ignore[return-value]


def period(title: str | None, opening: str) -> tuple[int | None, int | None]:
    """The years of the planning period that a plan's title states (2024-2025年; 2021年重点工作任务).

    A plan whose title states none may state it in its opening: as its period, or where it has no title, as the year of
    the work.
    """
    if title is not None and (span := SPAN.re.search(title)):
        return int(span["first"]), int(span["last"])
    if title and (year := YEAR.re.search(_BRACKETS.sub("", _arabic(title)))):
        return int(year["year"]), int(year["year"])
    if stated := PERIOD_IN_TEXT.re.search(opening):
        return int(stated["first"]), int(stated["last"])
    if not title and (year := YEAR_AT_HEAD.re.match(opening)):
        return int(year["year"]), int(year["year"])
    return None, None


def _arabic(title: str) -> str:
    """The title with a year in Chinese numerals (二〇二四年) in digits."""
    return HAN_YEAR.re.sub(lambda found: "".join(_DIGIT[char] for char in found.group()), title)
