"""The node ids of what plans' facts say, by what derived facts name it by."""

from dataclasses import dataclass, field

from graph.ids import hashed


@dataclass(slots=True)
class NodeIds:
    """Ids of nodes that assembling made. A record of a plan goes by the plan's key and its place in the facts' list."""

    measures: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """By plan key, document key and measure id."""
    sections: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """By plan key, document key and section id."""
    documents: dict[tuple[str, str], str] = field(default_factory=dict)
    """By plan key and document key."""
    targets: dict[tuple[str, int], str] = field(default_factory=dict)
    """By plan key and index in ``PlanFacts.targets``."""
    citations: dict[tuple[str, int], str] = field(default_factory=dict)
    """The cited document, by plan key and index in ``PlanFacts.citations``."""
    cities: dict[str, str] = field(default_factory=dict)
    """By full name; provinces are none."""

    def institution(self, place: str, key: str) -> str:
        """The id of an institution by its place's name and its graph.institutions.institution_key."""
        return hashed("Institution", place, key)
