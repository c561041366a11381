"""Numbers that are no targets, and the name of the rule that says so: quoted names first, then the table of rules."""

import re

from loaders.rules.clauses import bracketed
from loaders.rules.not_target_rules import RULES
from loaders.rules.numbers import Quantity

BUILDS_BEFORE = re.compile(r"(打造|建设|建成|构建|建立|形成|完善|实现)[^,。;“”]{0,6}“[^”]{0,4}$")
NUMBERED = re.compile(r"[〔\[(]20\d\d[〕\])]第?\d+号")
SERVICE_CIRCLE = re.compile(r"^[^,。;]{0,12}圈")


def quoted_spans(text: str) -> list[tuple[int, int, str]]:
    """The spans of a paragraph whose numbers are names: titles, document numbers, quoted words."""
    spans = [(*span, "title") for pair in ("《》", "〈〉") for span in bracketed(text, *pair)]
    spans += [(*span, "document_number") for span in bracketed(text, "〔", "〕")]
    spans += [(*match.span(), "document_number") for match in NUMBERED.finditer(text)]
    return spans + [(*span, "slogan") for pair in ("“”", "「」") for span in bracketed(text, *pair)]


def why_no_target(text: str, quantity: Quantity, spans: list[tuple[int, int, str]]) -> str | None:
    """The name of the rule by which a number of a paragraph is no target, None where no rule says so.

    ``spans`` are those of ``quoted_spans(text)``.
    """
    for start, end, name in spans:
        if start <= quantity.start < end:
            circle = quantity.unit is not None and quantity.unit.unit in ("分钟", "公里", "小时")
            built = BUILDS_BEFORE.search(text, 0, quantity.start) and SERVICE_CIRCLE.match(text[quantity.end :])
            if not (circle and built and name == "slogan"):
                return name
    return next((rule.name for rule in RULES if rule.fits(text, quantity)), None)
