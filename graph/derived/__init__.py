"""Derived facts: what compare makes of the facts of several plans. Assembling turns them into edges and properties.

A derived fact is never mixed with what a text says: each names its rule and its inputs (plans, measures, places), so
that it can be followed back line by line. One module has the facts of one comparison.
"""

from pydantic import Field

from graph.derived.adoption import AdoptionFact, DoesFact
from graph.derived.alignment import AlignmentFact
from graph.derived.comparability import ComparabilityFact, LeverFact, LeverUseFact, LikenessFact, PlanKindFact
from graph.derived.duties import DepartmentFact, DutyScopeFact, StatisticFact
from graph.derived.lineage import LineageFacts
from graph.derived.networks import CentralityFact, JointWorkFact, LeftOutFact, OverlapFact
from graph.derived.targets import TargetFacts
from graph.derived.themes import ThemeFact
from graph.derived.topics import CityTopicFact, MeasureTopicsFact
from graph.facts import Record

__all__ = ["Derived"]


class Derived(Record):
    """All derived facts of a library of plans, each list in a fixed order."""

    adoptions: list[AdoptionFact] = Field(default_factory=list)
    does: list[DoesFact] = Field(default_factory=list)
    alignments: list[AlignmentFact] = Field(default_factory=list)
    themes: list[ThemeFact] = Field(default_factory=list)
    centralities: list[CentralityFact] = Field(default_factory=list)
    joint_work: list[JointWorkFact] = Field(default_factory=list)
    duty_scopes: list[DutyScopeFact] = Field(default_factory=list)
    departments: list[DepartmentFact] = Field(default_factory=list)
    statistics: list[StatisticFact] = Field(default_factory=list)
    overlaps: list[OverlapFact] = Field(default_factory=list)
    left_out: list[LeftOutFact] = Field(default_factory=list)
    lineage: LineageFacts = Field(default_factory=LineageFacts)
    targets: TargetFacts = Field(default_factory=TargetFacts)
    measure_topics: list[MeasureTopicsFact] = Field(default_factory=list)
    city_topics: list[CityTopicFact] = Field(default_factory=list)
    plan_kinds: list[PlanKindFact] = Field(default_factory=list)
    comparability: list[ComparabilityFact] = Field(default_factory=list)
    levers: list[LeverFact] = Field(default_factory=list)
    lever_uses: list[LeverUseFact] = Field(default_factory=list)
    likeness: list[LikenessFact] = Field(default_factory=list)
