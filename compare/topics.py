"""Topics: what each measure is about, from the topics and levers that its text mentions.

A topic's points are the sum over the kinds of places that mention it. A mention counts by where it stands: the
measure's own heading most, then its first sentence, a heading above it, sentences of its own, and words in passing
least; words that name a mere setting (基层医疗卫生机构) count a quarter. The topic with the most points is the primary
one; ties go to the one mentioned first, then to the smaller key. Further topics are those that a heading, a first
sentence or a sentence of its own is about.
"""

from collections.abc import Sequence, Set

from codebooks.topics import topics
from compare.plans import by_city, document_at
from compare.scope import Subjects, outside
from graph.derived.evidence import Evidence
from graph.derived.topics import CityTopicFact, MeasureTopicsFact, TopicFact
from graph.facts import Measure, PlanFacts, TopicMention, Where

POINTS: dict[Where, float] = {"heading": 10, "first": 3, "parent": 2.5, "sentence": 1.5, "clause": 0.5, "passing": 0.5}
"""Points of the places of a kind. A clause of its own, which makes a lever used, says no more of the topic than words
in passing."""
MOST: dict[Where, int] = {"sentence": 3, "passing": 3}
"""So many mentions of a topic count in sentences and in passing; of the other kinds of places one."""
WEAK = 0.25
LEAST = 2.0
"""A topic with fewer points is no primary one: a word in passing does not say what a measure is about."""
REASON = "The measure names no topic of health policy in its heading or in a sentence of its own."
RULE = "topics.by_place"
COUNT_RULE = "topics.counted"
EMPTY = {
    "silent": "No measure of the city's plans held is about it.",
    "not_read": "The city's plans held have no measures that could be read.",
}


def measure_topics(plans: Sequence[PlanFacts]) -> list[MeasureTopicsFact]:
    """What every measure of these plans is about, in the order of plans and measures."""
    found = []
    for facts in plans:
        mentions: dict[str, list[TopicMention]] = {}
        for mention in facts.topics:
            mentions.setdefault(mention.measure, []).append(mention)
        found += [_measure(facts, measure, mentions.get(measure.id, [])) for measure in facts.measures]
    return found


def points(mentions: Sequence[TopicMention]) -> dict[str, float]:
    """The points of each topic that a measure mentions, rounded to 6 places."""
    times: dict[tuple[str, Where], float] = {}
    for one in mentions:
        place: tuple[str, Where] = (one.topic, "passing" if one.where == "clause" else one.where)
        times[place] = times.get(place, 0.0) + one.count * (WEAK if one.weak else 1)
    total: dict[str, float] = {}
    for (topic, where), number in times.items():
        total[topic] = total.get(topic, 0.0) + POINTS[where] * min(number, MOST.get(where, 1))
    return {topic: round(value, 6) for topic, value in sorted(total.items())}


def ranked(mentions: Sequence[TopicMention]) -> list[str]:
    """The topics of a measure, most points first; ties go to the one whose own heading or first place comes first."""
    total = points(mentions)
    first = {topic: min(_order(one) for one in mentions if one.topic == topic) for topic in total}
    return sorted(total, key=lambda topic: (-total[topic], first[topic], topic))


def primary_topic(mentions: Sequence[TopicMention]) -> str | None:
    """The topic with the most points, where it has at least ``LEAST``."""
    first = next(iter(ranked(mentions)), None)
    return first if first and points(mentions)[first] >= LEAST else None


def _measure(facts: PlanFacts, measure: Measure, mentions: Sequence[TopicMention]) -> MeasureTopicsFact:
    """The topics of one measure, the primary one first."""
    total, primary = points(mentions), primary_topic(mentions)
    about = {one.topic for one in mentions if one.where in ("heading", "first", "sentence") and not one.weak}
    found = [
        TopicFact(
            topic=topic, primary=topic == primary, score=total[topic],
            share=round(total[topic] / sum(total.values()), 6),
            levers=sorted({one.lever for one in mentions if one.topic == topic and one.lever}),
            place=_weightiest(mentions, topic)[0].where, evidence=_evidence(facts, measure, mentions, topic), rule=RULE,
        )
        for topic in ranked(mentions)
        if topic == primary or topic in about
    ]  # fmt: skip
    return MeasureTopicsFact(
        plan=facts.key, document=measure.document, measure=measure.id, primary=primary,
        reason=None if primary else "no_topic", reason_text=None if primary else REASON, topics=found,
        passing=sorted(_in_passing(mentions) - {one.topic for one in found}), rule=RULE,
    )  # fmt: skip


def _in_passing(mentions: Sequence[TopicMention]) -> set[str]:
    """The topics that a measure names in passing."""
    return {one.topic for one in mentions if one.where in ("clause", "passing") and not one.weak}


def _order(mention: TopicMention) -> tuple[int, int]:
    """Own headings before all else, then by place."""
    return (0 if mention.where == "heading" else 1, mention.start)


def _weightiest(mentions: Sequence[TopicMention], topic: str) -> list[TopicMention]:
    """The mentions of a topic, the weightiest first."""
    own = (one for one in mentions if one.topic == topic)
    return sorted(own, key=lambda one: (one.weak, -POINTS[one.where], one.start, one.end, one.rule))


def _evidence(facts: PlanFacts, measure: Measure, mentions: Sequence[TopicMention], topic: str) -> list[Evidence]:
    """The places of a topic, the weightiest first."""
    return [
        Evidence(
            plan=facts.key, document=document_at(facts, one.start), measure=measure.id, start=one.start, end=one.end,
            quote=one.quote, rule=one.rule,
        )
        for one in _weightiest(mentions, topic)
    ]  # fmt: skip


def city_topics(
    plans: Sequence[PlanFacts], about: Sequence[MeasureTopicsFact], subjects: Subjects
) -> list[CityTopicFact]:
    """How many of each city's measures are about each field and topic of the codebook, in the codebook's order."""
    found = []
    book = topics()
    by_plan: dict[str, list[MeasureTopicsFact]] = {}
    for fact in about:
        by_plan.setdefault(fact.plan, []).append(fact)
    for city, own in by_city(plans).items():
        facts = [fact for plan in own for fact in by_plan.get(plan.key, [])]
        chars = sum(measure.end - measure.start for plan in own for measure in plan.measures)
        for key in book.fields:
            within = {topic.key for topic in book.topics.values() if topic.field == key}
            found.append(_row(city, key, within, facts, chars, outside(subjects.get(city, ()), [key])))
        found += [
            _row(city, key, {key}, facts, chars, outside(subjects.get(city, ()), [topic.field]))
            for key, topic in book.topics.items()
        ]
    return found


def _row(  # noqa: PLR0913, PLR0917 - what decides a cell
    city: str, key: str, within: Set[str], facts: Sequence[MeasureTopicsFact], chars: int, left_out: str | None
) -> CityTopicFact:
    """One cell: the measures about any of some topics. ``left_out``: why it lies outside the city's plans."""
    count = sum(any(one.topic in within for one in fact.topics) for fact in facts)
    primary = sum(fact.primary in within for fact in facts)
    passing = sum(
        bool(within & set(fact.passing)) and not within & {one.topic for one in fact.topics} for fact in facts
    )
    reason = None if count else "not_read" if not facts else "out_of_scope" if left_out else "silent"
    text = left_out if reason == "out_of_scope" else EMPTY[reason] if reason else None
    return CityTopicFact(
        city=city, topic=key, status=reason or "present", reason=reason,
        reason_text=text, measures=count, primary=primary,
        passing=passing,
        per_ten_measures=round(10 * count / len(facts), 6) if facts else None,
        per_10k_chars=round(10_000 * count / chars, 6) if chars else None, rule=COUNT_RULE,
    )  # fmt: skip
