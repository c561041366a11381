"""Who does it: what responsibility lines say, made comparable across cities.

lines: which lines compare, who leads and who is named first · joint_work: who acts with whom · chance: what chance
alone would give · numbers: a city's network in numbers beside chance · function_ties: which functions two cities join
alike · leading: how concentrated leading is · missing_functions: what a city's lines leave out · statistic: a number of
a city as a fact.
"""

from collections.abc import Sequence
from typing import TypedDict

from compare.pieces import Pieces
from compare.scope import Subjects, of_other_field
from compare.who.function_ties import CityTies, overlaps
from compare.who.joint_work import by_place
from compare.who.lines import departments
from compare.who.missing_functions import left_out
from compare.who.numbers import network_facts
from graph.derived.duties import DepartmentFact, DutyScopeFact, StatisticFact
from graph.derived.networks import CentralityFact, JointWorkFact, LeftOutFact, OverlapFact
from graph.facts import PlanFacts

__all__ = ["WhoDoesIt", "who_does_it"]


class WhoDoesIt(TypedDict):
    """What is derived from responsibility lines, by the fields of graph.derived.Derived."""

    centralities: list[CentralityFact]
    joint_work: list[JointWorkFact]
    duty_scopes: list[DutyScopeFact]
    departments: list[DepartmentFact]
    statistics: list[StatisticFact]
    overlaps: list[OverlapFact]
    left_out: list[LeftOutFact]


def who_does_it(plans: Sequence[PlanFacts], pieces: Pieces, subjects: Subjects) -> WhoDoesIt:
    """All of it, of all plans, by place and key; a place whose plans did not change is not computed again. What cities
    leave out is asked among those with a plan about health alone."""
    own = by_place(plans)
    places = network_facts(own, pieces)
    comparable = {one.scope.city: one for one in places if one.scope and one.scope.scope == "comparable"}
    ties = [CityTies(city, own[city], one.ties) for city, one in comparable.items()]
    return WhoDoesIt(
        centralities=[fact for place in places for fact in place.centralities],
        joint_work=[fact for place in places for fact in place.joint_work],
        duty_scopes=[place.scope for place in places if place.scope],
        departments=departments(plans),
        statistics=[fact for place in places for fact in place.statistics],
        overlaps=overlaps(ties, pieces),
        left_out=left_out(
            {city: one.named for city, one in comparable.items() if not of_other_field(subjects.get(city, ()))}
        ),
    )
