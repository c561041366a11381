"""Which printed bodies of a plan are one institution: the identity that networks and the graph's nodes share."""

import re

from graph.facts import Place, Responsibility

OTHER_PLACE = re.compile(r"(?!城市|社区|园区|市场)[一-鿿]{0,6}?(?:省|自治州|[县区旗市])")
"""A place above or below the plan's own near the head of a name, once the plan's own place is taken out."""


def institution_key(place: Place, responsibility: Responsibility) -> str:
    """The key of an institution within the place of its plan: the body's key in the codebook, so that two forms of one
    body's name meet. A body unknown there goes by its name, and so do a collective and a body of another place (a
    provincial commission in a city's plan is not the city's)."""
    name = responsibility.institution
    if responsibility.body is None or responsibility.collective:
        return name
    above = place.province if place.level != "province" else None
    elsewhere = bool(above and above in name) or OTHER_PLACE.match(name.replace(place.name, "", 1))
    return name if elsewhere else responsibility.body
