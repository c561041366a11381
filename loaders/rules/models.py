"""Reform models that measures and goal sections name: one record for each measure and model.

Read are the opening, the goal sections and the measures with their heading phrase; names inside 《》, bare headings
of sections and sections that look back (发展基础) are passed over. The offsets are those of the first mention, the
stance that of the first acted on. One pass over the text finds the words that every name holds; the wordings are
sought round them only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from codebooks.models import Model, cores
from codebooks.models import model as model_of
from graph.facts import ModelMention
from loaders.pattern import Pattern
from loaders.plan import Claims, Passed, Plan, Section
from loaders.rules.joined import Joined
from loaders.rules.stages import stage_of
from loaders.rules.stance import SENTENCE, Taken, stance_of

TITLE = Pattern(
    "title",
    r"《(?:[^《》]|《[^《》]{1,200}》){1,300}》",
    matches=("落实《某市分级诊疗办法》", "《关于印发《某市分级诊疗办法》的通知》"),
    near_misses=("《没有结尾", "《》"),
)
BACKGROUND = Pattern(
    "heading_on_the_past",
    r"(?:第[一二三四五六七八九十]+[章节] ?)?[^,。;]{0,12}?"
    r"(?:背景|基础|现状|形势|环境|成效|成绩|成就|回顾|问题|不足|困难|挑战|机遇)",
    matches=("发展基础", "规划背景", "“十三五”发展成就", "面临的形势", "主要成效与存在问题", "机遇和挑战"),
    near_misses=("发展目标", "现状与目标", "总体要求", "以问题为导向的工作思路"),
    way="fullmatch",
)
QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class Span:
    """Words that are read for models: of one measure, opening or goal section; ``above``: the titles over it."""

    measure: str
    start: int
    end: int
    above: str


@dataclass(slots=True)
class Named:
    """The mentions of one model in one measure so far: the first, the one whose stance is taken with that stance, and
    where the last mention ends."""

    first: tuple[int, int]
    acted: tuple[int, int]
    taken: Taken
    reach: int


@dataclass(slots=True)
class Reading:
    """What is known while the text is read: its joined words, also with titles blanked out, and of the measure the
    mentions by model and whether its words are of the model's field."""

    plan: Plan
    joined: Joined
    words: str
    named: dict[str, Named] = field(default_factory=dict)
    fits: dict[str, bool] = field(default_factory=dict)


def read(plan: Plan) -> Claims[ModelMention]:
    """All models named in the plan's measures, opening and goal sections."""
    claims: Claims[ModelMention] = Claims()
    joined = Joined(plan.folded, plan.prose)
    reading = Reading(plan, joined, TITLE.re.sub(_blank, joined.folded))
    spans = _spans(plan, joined)
    span = next(spans, None)
    for hit in cores().found.finditer(joined.folded):
        while span and span.end <= hit.start():
            claims.found += _records(reading, span)
            span = next(spans, None)
        if span is None:
            break
        if hit.start() >= span.start:
            _read_hit(reading, span, hit, claims.passed)
    while span:
        claims.found += _records(reading, span)
        span = next(spans, None)
    claims.found.sort(key=lambda mention: (mention.start, mention.model))
    return claims


def _blank(title: re.Match[str]) -> str:
    """A title in 《》 as blank words of the same length."""
    return "《" + "〇" * (len(title[0]) - 2) + "》"


def _spans(plan: Plan, joined: Joined) -> Iterator[Span]:
    """The words to be read, in their order: a measure's heading phrase is, a section's bare heading is not."""
    for section in sorted(plan.sections, key=lambda each: each.start):
        if section.id is None or section.document in plan.silent:
            continue
        above = "\n".join((plan.title_of(section.document) or "", *section.parents))
        if section.is_measure or (section.kind == "goal" and _is_sentence(plan, section)):
            yield Span(section.id, joined.place(section.title_start), joined.place(section.own_end), above)
        elif section.kind == "preamble" or (section.kind == "goal" and not _tells_of_the_past(section)):
            yield Span(section.id, joined.place(section.body), joined.place(section.own_end), above)


def _tells_of_the_past(section: Section) -> bool:
    """Whether a section before the goals describes what has been reached and is found (发展基础, 面临形势)."""
    return any(BACKGROUND.fits(heading) for heading in (section.title, *section.parents))


def _is_sentence(plan: Plan, section: Section) -> bool:
    """Whether a numbered goal is one sentence and no heading: nothing stands below it or behind its first stop."""
    words = plan.folded[section.body : section.own_end]
    heads = plan.folded[section.title_start : section.body].rstrip()
    return section.end == section.own_end and not words.strip(" \n。;") and (words + heads[-1:]).rstrip()[-1:] in "。;"


def _read_hit(reading: Reading, span: Span, hit: re.Match[str], passed: list[Passed]) -> None:
    """The names round one core: a new mention, unless the core lies inside one that is known already."""
    if reading.words[hit.start()] == "〇":
        passed.append(Passed("model_in_title", *reading.joined.span(*hit.span())))
        return
    for model in cores().models[hit[0]]:
        known = reading.named.get(model.key)
        if known and (known.taken.stance != "mention" or known.reach > hit.start()):
            continue
        place = _name(reading.words, model, span, hit, known.reach if known else 0)
        if place is None:
            continue
        if known is None and not _in_context(reading, model, span):
            passed.append(Passed("model_of_another_field", *reading.joined.span(*place)))
            continue
        if known and not reading.words[known.reach : place[0]].strip('”"’('):
            known.reach = place[1]  # the name spelled out behind itself: “两个允许”(允许…,允许…)
            continue
        taken = stance_of(reading.words, *place, span.start, span.end)
        if known is None:
            reading.named[model.key] = Named(place, place, taken, place[1])
        else:
            better = taken.stance != "mention" or (taken.acts and not known.taken.acts)
            known.taken, known.acted = (taken, place) if better else (known.taken, known.acted)
            known.reach = place[1]


def _in_context(reading: Reading, model: Model, span: Span) -> bool:
    """Whether the measure, the headings above it or the plan's title show that a name is meant as the model."""
    context = model.context
    if context is None:
        return True
    if model.key not in reading.fits:
        here = context.search(reading.words, span.start, span.end)
        reading.fits[model.key] = bool(here or context.search(span.above))
    return reading.fits[model.key]


def _name(words: str, model: Model, span: Span, hit: re.Match[str], floor: int) -> tuple[int, int] | None:
    """The place of the model's name that holds the core, if there is one."""
    left = max(span.start, floor, hit.start() - model.before)
    for match in model.wording.finditer(words, left, min(span.end, hit.end() + model.behind)):
        if match.end() > hit.start():
            return _without_lone_marks(words, *match.span()) if match.start() < hit.end() else None
    return None


def _without_lone_marks(words: str, start: int, end: int) -> tuple[int, int]:
    """The span without a quotation mark at its edge whose partner stands outside: “编制池、周转池” names two models."""
    for opening, closing in QUOTES:
        inside = words[start:end]
        if inside.startswith(opening) and closing not in inside[1:]:
            start += 1
        if inside.endswith(closing) and opening not in inside[:-1]:
            end -= 1
    return start, end


def _records(reading: Reading, span: Span) -> list[ModelMention]:
    """The records of one measure: place of the first mention, stance of the first that is acted on."""
    found = []
    for key, named in reading.named.items():
        start, end = reading.joined.span(*named.first)
        sentence = _sentence(reading.words, *named.first)
        staged = stage_of(reading.words, named.acted, span.start, span.end, named.taken)
        found.append(
            ModelMention(
                measure=span.measure,
                model=key,
                variant=model_of(key).variant_of(reading.joined.folded[slice(*named.first)], sentence),
                stance=named.taken.stance,
                polarity=named.taken.polarity,
                stage=staged.stage,
                stage_rule=staged.rule,
                quote=reading.plan.text[start:end],
                start=start,
                end=end,
                rule=f"models.{named.taken.rule}",
            )
        )
    reading.named.clear()
    reading.fits.clear()
    return found


def _sentence(words: str, start: int, end: int) -> str:
    """The sentence round a name, at most 200 characters on either side."""
    before = [match.end() for match in SENTENCE.finditer(words, max(0, start - 200), start)]
    closing = SENTENCE.search(words, end, end + 200)
    return words[before[-1] if before else max(0, start - 200) : closing.start() if closing else end + 200]
