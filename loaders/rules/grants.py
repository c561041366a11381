"""What is granted by an amount whose noun stands elsewhere: in a verb before it, or in the clause before it."""

import re

from loaders.rules.indicator_words import EACH
from loaders.rules.readings import Reading
from loaders.rules.spots import PERIOD, Span, Spot

GRANT = "(?:奖励|奖补|奖金|补贴|补助|资助|贴息|津贴|扶持|支持)"
# 最高补贴10万元, 最高分别奖励50万元、20万元: the verb between bound and amount names what is given.
GIVES = re.compile(rf"(?P<what>{GRANT})(?:[\d.]+[万亿]*元?[、和或及])*$")
# 给予服务补贴, 的20%给予奖励, 最高50%的补贴: what the clause before gives, at its end.
GIVEN = re.compile(
    rf"(?:给予|予以|发放|享受|提供|实行|申请|申领|领取|[\d%元]的?(?:给予|予以|发放)?)(?P<what>[^,。;\d%的]{{0,12}}(?:{GRANT}|经费|资金|券|安家费|生活费))$"
)
# 可申请租房补贴,本科生每人每月300元,硕士生每人每月600元: each sum of what the sentence gives, for whom.
FOR_WHOM = re.compile(r"[^,。;\d]{0,16}(?:每[人名户家年月季]|年度)+")
# 每家企业每年最高50万元, 单场活动最高补贴10万元: for whom the amount is the limit.
FOR_EACH = re.compile(r"(?:单|每|同一|各)[^,。;\d]+")

# 单个主体年度支持额度, 每人每月补贴: for whom, and what is given.
WHO_AND_WHAT = re.compile(
    rf"(?P<who>{FOR_WHOM.pattern}|(?:单|每|同一|各)(?:(?!每年|年度)[^,。;\d]){{1,12}}?(?:每年|年度)?)"
    rf"(?P<what>{GRANT}|{GRANT}?(?:额度|金额|总额|限额|投入))"
)
LIMIT = re.compile(r"最[长高](?P<what>(?:期|年|时)限|额度|限额|金额|比例)(?:为|不超过)?")


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
    if named := WHO_AND_WHAT.fullmatch(words):
        start = ahead[0] + named.start("what")
        whom = text[spot.each[0] : start] if spot.each and spot.each[1] == ahead[0] else named["who"]
        return Reading(start, bound.end, named["what"], whom, spot.unit, spot.kind, "gives")
    each = EACH.match(text, *ahead) or FOR_EACH.fullmatch(words)
    given = GIVEN.search(text[: spot.before.end].rstrip(",;"), spot.before.start) if spot.before else None
    if FOR_WHOM.fullmatch(words) and (earlier := _given_in_sentence(spot)):
        return Reading(bound.start, bound.end, earlier, words, spot.unit, spot.kind, "given_before")
    if given and each and not re.search(f"(?:{GRANT}|额度?|款|费|金|利息)$", PERIOD.sub("", words)):
        return Reading(bound.start, bound.end, given["what"], scope, spot.unit, spot.kind, "given_before")
    return None


def limit_of_grant(spot: Spot) -> Reading | None:
    """A limit that is named between bound and number (最长期限24个月), with the grant that it limits."""
    limit = LIMIT.fullmatch(spot.text, spot.bound.start, spot.quantity.start)
    if limit is None:
        return None
    words = (_given_in_sentence(spot) or "") + limit["what"]
    return Reading(spot.bound.start, spot.bound.end, words, None, spot.unit, spot.kind, "limit")


def _given_in_sentence(spot: Spot) -> str | None:
    """What the nearest clause before in the sentence gives that names it at its end."""
    for clause in reversed(spot.clauses[: spot.clauses.index(spot.clause)]):
        if clause.sentence != spot.clause.sentence:
            break
        if given := GIVEN.search(spot.text[: clause.end], clause.start):
            return given["what"]
    return None
