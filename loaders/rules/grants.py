"""What is granted by an amount whose noun stands elsewhere: in a verb before it, or in the clause before it."""

import re

from loaders.rules.indicator_words import EACH
from loaders.rules.readings import Reading
from loaders.rules.spots import PERIOD, Span, Spot

GRANT = "(?:奖励|奖补|奖金|补贴|补助|资助|贴息|津贴)"
# 最高补贴10万元, 最高分别奖励50万元、20万元: the verb between bound and amount names what is given.
GIVES = re.compile(rf"(?P<what>{GRANT})(?:[\d.]+[万亿]*元?[、和或及])*$")
# 给予服务补贴, 的20%给予奖励, 最高50%的补贴: what the clause before gives, at its end.
GIVEN = re.compile(
    rf"(?:给予|予以|发放|享受|提供|实行|[\d%元]的?(?:给予|予以|发放)?)(?P<what>[^,。;\d%的]{{0,12}}(?:{GRANT}|经费|资金|券))$"
)
# 每家企业每年最高50万元, 单场活动最高补贴10万元: for whom the amount is the limit.
FOR_EACH = re.compile(r"(?:单|每|同一|各)[^,。;\d]+")


def granted(spot: Spot, ahead: Span) -> Reading | None:
    """What an amount of money gives, where a verb or the clause before says it; ``ahead``: the words before it."""
    if spot.unit != "元":
        return None
    text, bound = spot.text, spot.bound
    words = text[slice(*ahead)]
    scope = words if FOR_EACH.fullmatch(words) else spot.each_text
    gives = GIVES.search(text[: spot.quantity.start], bound.start)
    if gives:
        return Reading(bound.start, bound.end, gives["what"], scope, spot.unit, spot.kind, "gives")
    each = EACH.match(text, *ahead) or FOR_EACH.fullmatch(words)
    given = GIVEN.search(text[: spot.before.end].rstrip(",;"), spot.before.start) if spot.before else None
    if given and each and not re.search(f"(?:{GRANT}|额|款|费|金|利息)$", PERIOD.sub("", words)):
        return Reading(bound.start, bound.end, given["what"], scope, spot.unit, spot.kind, "given_before")
    return None
