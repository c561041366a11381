"""What is measured: the noun phrase of a target, found beside its number by the verbs and bounds around it.

Spans are offsets into the words of a paragraph. A phrase behind the number (15个领军专科) ends with its clause or list
item; one before it (领军专科15个) begins after the verb of doing.
"""

import re
from functools import cache

from codebooks.reading import book
from loaders.pattern import Pattern
from loaders.rules.noun_words import (
    ABOUT,
    APPLIES,
    AREA,
    ARRANGES,
    BASE,
    BOUND_AFTER,
    BREAKS_OFF,
    BY,
    BY_UNIT,
    COMPARED,
    CREATES,
    DEFINITION,
    EACH,
    FILLERS,
    FROM_VALUE,
    IDLE,
    INSTITUTIONS,
    LIST_TAIL,
    MONEY_TAIL,
    NAMES_ALL,
    OF_THEM,
    OTHERS_LEAD,
    PEOPLE,
    PER,
    REACH,
    TIMES,
    WHOSE_ACT,
    WITH_NUMBERS,
    YEARS_LISTED,
)

# Words at the head of a rate that are no part of its name; a training pass rate (培训合格率) keeps its verb.
SOFT_WORD = Pattern(
    "a word at the head of a rate that is no part of its name",
    r"(?:推动|推进|实现|提高|提升|增加|降低|确保|力争|努力|逐步|使(?!用)|将|并|且|其中|同时|基本(?![医公养生药农服建])|全面|进一步|争取|加快|稳步"
    r"|持续|切实|严格|保持|控制|年均|各地|新增|建设(?!用地|工程|面积)|预计|原则上|全年(?!龄)|对|把|以(?!上|下|内)|此外|另外|普遍|总体上"
    rf"|{TIMES})",
    matches=("力争覆盖率", "到2025年覆盖率", "基本实现覆盖率"),
    near_misses=("培训合格率", "基本医保参保率", "以上公立医院占比"),
    way="match",
)


# How far behind a number's place 每个… looks for the words that end it (每个县不少于2家).
AHEAD = 6


@cache
def leading_word() -> re.Pattern[str]:
    """A verb, adverb or year at the head of a clause, longest first."""
    others = book("verbs")["begins_other_words"]
    never = "|".join(book("verbs")["no_verb_before"])
    verbs = "|".join(
        re.escape(verb) + (f"(?![{others[verb]}])" if verb in others else "")
        for verb in sorted(book("verbs")["doing"], key=len, reverse=True)
    )
    return re.compile(rf"(?:(?:{verbs})(?!{never})|{TIMES})")


@cache
def _last_verb() -> re.Pattern[str]:
    """Everything up to the last verb whose object a number counts."""
    verbs, nouns = "|".join(book("verbs")["counted_object"]), "|".join(book("verbs")["nouns_behind"])
    names = "".join(f"(?<!{words})" for words in book("verbs")["names_before"])
    return re.compile(rf".*{names}(?:{verbs})(?!{nouns})")


@cache
def _before_number() -> re.Pattern[str]:
    """Words between a noun phrase and its number that belong to neither, up to the number."""
    words = "|".join(map(re.escape, sorted(book("verbs")["before_number"], key=len, reverse=True)))
    parts = FROM_VALUE, COMPARED, YEARS_LISTED, BY_UNIT, ABOUT, PER, PEOPLE
    return re.compile(f"(?:{'|'.join(part.words for part in parts)}|{words})+$")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without list words and 的 at its ends."""
    while start < end and text[start] in "的、和与及,:;。-)”":
        start += 1
    tail = LIST_TAIL.re.search(text, start, end)
    return start, tail.start() if tail else end


def before_number(text: str, start: int, end: int, counts: bool) -> tuple[int, int]:
    """The noun phrase of ``text[start:end]``, which ends where a number begins; empty where there is none.

    ``counts``: a measure word follows, so that the last verb of doing begins the phrase; else only leading words go.
    """
    here = start
    text, start, end = text[here : end + AHEAD], 0, end - here
    if "(" in text:
        text = DEFINITION.re.sub(lambda bracket: "□" * len(bracket.group()), text)
    number = end
    tail = _before_number().search(text, start, end)
    if tail:
        end = tail.start()
    if whose := WHOSE_ACT.re.search(text, start, end):
        return here + whose.start("what"), here + end
    start, end = _without_each(text, start, end, number)
    for pattern in (APPLIES, BY):
        cut = pattern.re.match(text, start, end)
        if cut and end - cut.end() >= 3:
            start = cut.end()
    start = _behind_verbs(text, start, end, counts)
    for pattern in (AREA,) if counts else (AREA, INSTITUTIONS):
        cut = pattern.re.match(text, start, end)
        if cut and end - cut.end() >= 4:
            start = skip_leading(text, cut.end(), end, None if counts else SOFT_WORD.re)
            start += text.startswith("中", start) and not text.startswith(
                ("中医", "中药", "中心", "中西", "中级"), start
            )
    start, end = trim(text, start, end)
    return here + start, here + end


def _without_each(text: str, start: int, end: int, number: int) -> tuple[int, int]:
    """The words behind 每个…, or before it where nothing stands behind it (定点药店每个县不少于2家)."""
    each = EACH.re.search(text, start, number + AHEAD)
    if each is None or each.end() > end:
        return start, end
    if end - each.end() >= 2:
        return each.end(), end
    if NAMES_ALL.fits(text[start : each.end()]):
        return start, end
    if each.start() - start >= 2 and not leading_word().fullmatch(text, start, each.start()):
        tail = _before_number().search(text, start, each.start())
        return start, tail.start() if tail else each.start()
    return (start, end) if MONEY_TAIL.fits(each.group()) else (end, end)


def _behind_verbs(text: str, start: int, end: int, counts: bool) -> int:
    """Where the noun phrase begins behind the verbs at its head; 城镇新增就业 and 每千人口拥有床位 keep theirs."""
    based = BASE.re.match(text, skip_leading(text, start, end), end)
    if counts and not based and (last := _last_verb().match(text, start, end)):
        kept = end - last.end()
        head = skip_leading(text, start, end)
        area = AREA.re.match(text, head, end)
        head = skip_leading(text, area.end(), end) if area else head
        if kept >= 3 or (kept == 2 and head >= last.end()):
            start = last.end()
    return skip_leading(text, start, end, None if counts else SOFT_WORD.re)


def skip_leading(text: str, start: int, end: int, word: re.Pattern[str] | None = None) -> int:
    """Where the noun phrase begins behind verbs, adverbs and years at the head of a clause; two characters are left."""
    word = word or leading_word()
    while (leading := word.match(text, start, end)) and end - leading.end() >= 2:
        start = leading.end()
    return start


def after_number(text: str, start: int, end: int) -> tuple[int, int]:
    """The phrase behind a number with its bound word: up to the next list item, or subject and what it reaches."""
    bound = BOUND_AFTER.re.match(text, start, end)
    start = bound.end() if bound else start
    if (arranged := ARRANGES.re.match(text, start, end)) and end - arranged.end() >= 2:
        start = arranged.end()
    if IDLE.re.match(text, start, end) or OF_THEM.re.match(text, start, end):
        return start, start
    creates = CREATES.re.search(text, start, end)
    if creates and creates.start() > start + 1 and end - creates.end() >= 3:
        return trim(text, creates.end(), end)
    if creates and creates.start() > start + 1 and "完成" not in text[start : creates.start()]:
        end = creates.start()
    others = OTHERS_LEAD.re.search(text, start, end + 24)
    if others and start < others.start() < end:
        end = others.start()
    own = WITH_NUMBERS.re.search(text, start, end)
    if own and own.start() > start + 1:
        end = own.start()
    stop = BREAKS_OFF.re.search(text, start, end)
    if stop and stop.start() > start + 1:
        end = stop.start()
    return trim(text, start, end)


def phrase(words: str) -> str:
    """An indicator's wording without explaining brackets and the words that only say that all of them are meant."""
    words = DEFINITION.re.sub("", words)
    return FILLERS.re.sub("", words) if REACH.fits(words) else words
