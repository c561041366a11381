"""Sentences that are lists: what a measure names there behind their beginning has no sentence of its own."""

from bisect import bisect_right
from collections import defaultdict

from graph.facts import PlanFacts, TopicMention

MOST_TOPICS = 2
"""Where a sentence names more topics than so many, it is a list, and what does not open it stands there in passing."""


class Lists:
    """The sentences of a plan that are lists: they name more than ``MOST_TOPICS`` topics. Of each, the place of what
    opens it, the first thing named there in its own right."""

    def __init__(self, facts: PlanFacts) -> None:
        self.starts = {each.id: [sentence.start for sentence in each.sentences] for each in facts.measures}
        inside: dict[tuple[str, int], list[TopicMention]] = defaultdict(list)
        for mention in facts.topics:
            if not mention.weak and mention.where not in ("heading", "parent"):
                inside[self._sentence(mention.measure, mention.start)].append(mention)
        self.places = {
            sentence: min((one.start for one in own if one.where in ("first", "sentence")), default=-1)
            for sentence, own in inside.items()
            if len({one.topic for one in own}) > MOST_TOPICS
        }

    def has(self, measure: str, place: int) -> bool:
        """Whether what stands at a place is an item of a list that something else opens."""
        opening = self.places.get(self._sentence(measure, place))
        return opening is not None and place > opening

    def _sentence(self, measure: str, place: int) -> tuple[str, int]:
        return measure, bisect_right(self.starts.get(measure, ()), place)
