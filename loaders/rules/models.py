"""Reform models that measures and goal sections name: one record for each measure and model.

Read are the opening, the goal sections and the measures with their heading phrase; names inside 《》 and bare headings
of sections are passed over. The offsets are those of the first mention, the stance that of the first acted on.
"""

import re
from dataclasses import dataclass

from codebooks.models import Model, models
from graph.facts import ModelMention
from loaders.headings import is_regulation
from loaders.plan import Claims, Passed, Plan, Section
from loaders.rules.stance import SENTENCE, Taken, stance_of

TITLE = re.compile(r"《[^《》]{1,300}》")
QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class Named:
    """A model's name at a place of the text, with how the clause takes it up."""

    start: int
    end: int
    taken: Taken


def read(plan: Plan) -> Claims[ModelMention]:
    """All models named in the plan's measures, opening and goal sections."""
    claims: Claims[ModelMention] = Claims()
    for section in plan.sections:
        start = _reading_start(section)
        if start is None or section.id is None or is_regulation(plan.title_of(section.document)):
            continue
        words = _without_titles(plan.folded, start, section.own_end)
        for model in models():
            named, passed = _mentions(words, plan.folded, model, start, section.own_end)
            claims.passed += passed
            if named:
                claims.found.append(_record(plan, section.id, model, named, words))
    claims.found.sort(key=lambda mention: (mention.start, mention.model))
    return claims


def _reading_start(section: Section) -> int | None:
    """Where the words begin that count: a measure's heading phrase is read, a section's bare heading is not."""
    if section.is_measure:
        return section.title_start
    return section.body if section.kind in ("preamble", "goal") else None


def _without_titles(text: str, start: int, end: int) -> str:
    """The text with titles in 《》 between the offsets blanked out, of the same length."""
    words = TITLE.sub(lambda match: "《" + "〇" * (len(match[0]) - 2) + "》", text[start:end])
    return text[:start] + words + text[end:]


def _mentions(words: str, text: str, model: Model, start: int, end: int) -> tuple[list[Named], list[Passed]]:
    """The model's names outside 《》 with their stance, and those inside, passed over."""
    spans = [_without_lone_marks(words, *match.span()) for match in model.wording.finditer(words, start, end)]
    named = [Named(*span, stance_of(words, *span, start, end)) for span in spans]
    passed = [
        Passed("model_in_title", match.start(), match.end())
        for match in model.wording.finditer(text, start, end)
        if words[match.start() : match.end()] != match[0]
    ]
    return named, passed


def _without_lone_marks(words: str, start: int, end: int) -> tuple[int, int]:
    """The span without a quotation mark at its edge whose partner stands outside: “编制池、周转池” names two models."""
    for opening, closing in QUOTES:
        inside = words[start:end]
        if inside.startswith(opening) and closing not in inside[1:]:
            start += 1
        if inside.endswith(closing) and opening not in inside[:-1]:
            end -= 1
    return start, end


def _record(plan: Plan, measure: str, model: Model, named: list[Named], words: str) -> ModelMention:
    """One record: place of the first mention, stance of the first that is acted on."""
    first = named[0]
    chosen = next((each for each in named if each.taken.stance != "mention"), None)
    chosen = chosen or next((each for each in named if each.taken.acts), first)
    return ModelMention(
        measure=measure,
        model=model.key,
        variant=model.variant_of(plan.folded[first.start : first.end], _sentence(words, first)),
        stance=chosen.taken.stance,
        polarity=chosen.taken.polarity,
        quote=plan.text[first.start : first.end],
        start=first.start,
        end=first.end,
        rule=f"models.{chosen.taken.rule}",
    )


def _sentence(words: str, named: Named) -> str:
    """The sentence round the name."""
    opening = max(
        (match.end() for match in SENTENCE.finditer(words, max(0, named.start - 200), named.start)), default=0
    )
    closing = SENTENCE.search(words, named.end)
    return words[max(opening, named.start - 200) : closing.start() if closing else len(words)]
