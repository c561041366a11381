"""What all rules together say of a plan: what they found, what they passed over by name, what they gave up on."""

from dataclasses import dataclass
from typing import Any

from graph.facts import (
    Benchmark,
    Citation,
    ComponentMention,
    ModelMention,
    Promise,
    Responsibility,
    Target,
    TopicMention,
)
from loaders.plan import Claims, Passed, Plan
from loaders.rules import benchmarks, citations, components, models, promises, responsibilities, targets, topics
from loaders.rules.table_claims import add_tables


@dataclass(frozen=True, slots=True)
class AllClaims:
    """The claims of each kind of fact."""

    responsibilities: Claims[Responsibility]
    targets: Claims[Target]
    citations: Claims[Citation]
    models: Claims[ModelMention]
    components: Claims[ComponentMention]
    topics: Claims[TopicMention]
    benchmarks: Claims[Benchmark]
    promises: Claims[Promise]

    @property
    def by_room(self) -> dict[str, Claims[Any]]:
        """The claims by the name of their kind."""
        return {
            "responsibilities": self.responsibilities,
            "targets": self.targets,
            "citations": self.citations,
            "models": self.models,
            "components": self.components,
            "topics": self.topics,
            "benchmarks": self.benchmarks,
            "promises": self.promises,
        }

    @property
    def passed(self) -> list[Passed]:
        """Every place that a named rule passed over."""
        return [item for claims in self.by_room.values() for item in claims.passed]


def claims_of(plan: Plan) -> AllClaims:
    """What the rules say of a plan."""
    claims = AllClaims(
        responsibilities.read(plan), targets.read(plan), citations.read(plan), models.read(plan), components.read(plan),
        topics.read(plan), benchmarks.read(plan), promises.read(plan),
    )  # fmt: skip
    add_tables(plan, claims)
    return claims
