"""What is granted by an amount whose noun stands elsewhere: in a verb before it, or in the clause before it."""

from loaders.pattern import Pattern
from loaders.rules.clauses import Clause
from loaders.rules.noun_words import EACH
from loaders.rules.readings import Reading
from loaders.rules.spots import PERIOD, Span, Spot

# From how many clauses before what a sentence gives can be known.
CLAUSES_BACK = 12
GRANT = "(?:奖励|奖补|奖金|补贴|补助|资助|贴息|津贴|扶持|支持)"
GIVES = Pattern(
    "the verb between bound and amount names what is given: 最高补贴10万元, 最高分别奖励50万元、20万元",
    rf"(?P<what>{GRANT})(?:[\d.]+[万亿]*元?[、和或及])*$",
    matches=("最高补贴", "分别奖励50万元、"),
    near_misses=("补贴标准为", "最高"),
)
GIVES_TO = Pattern(
    "the verb and who is given to: 奖励孵化器5万元",
    rf"(?P<what>{GRANT})(?!资金|标准|金额|额度|总额|经费|政策|期限|力度|比例|项目|规模)[^,。;\d的]{{2,6}}$",
    matches=("奖励孵化器",),
    near_misses=("奖励资金", "补贴标准", "补贴"),
)
GIVEN = Pattern(
    "what a clause gives, at its end",
    rf"(?:给予|予以|发放|享受|提供|实行|申请|申领|领取|[\d%元]的?(?:给予|予以|发放)?)(?P<what>(?![万亿元])[^,。;\d%的]{{0,12}}(?:{GRANT}|经费|资金|券|安家费|生活费))$",
    matches=("给予服务补贴", "的20%给予奖励"),
    near_misses=("给予补贴的企业", "完善补贴"),
)
# 可申请租房补贴,本科生每人每月300元,硕士生每人每月600元: each sum of what the sentence gives, for whom.
FOR_WHOM_WORDS = r"[^,。;\d]{0,16}(?:每[人名户家年月季生所]|年度)+"
FOR_WHOM = Pattern("for whom a sum is", FOR_WHOM_WORDS, ("本科生每人每月", "年度"), ("本科生",), way="fullmatch")
FOR_EACH = Pattern(
    "for whom an amount is the limit: 每家企业每年最高50万元, 单场活动最高补贴10万元",
    r"(?:单|每|同一|各)[^,。;\d]+",
    matches=("每家企业", "单场活动"),
    near_misses=("公益讲座",),
    way="fullmatch",
)
EACH_GETS = Pattern(
    "each of somebody gets so much: 市级重点学科每个资助50万元",
    rf"(?:对|向|为)?(?P<who>[^,。;\d]{{2,24}}每[个家所人名户项])(?:一次性)?(?:给予)?(?P<what>{GRANT})",
    matches=("市级重点学科每个资助", "通过评审的村卫生室每个补助"),
    near_misses=("每人每月补贴", "重点学科资助"),
    way="fullmatch",
)
WHO_AND_WHAT = Pattern(
    "for whom, and what is given: 单个主体年度支持额度, 每人每月补贴",
    rf"(?P<who>{FOR_WHOM_WORDS}|(?:单|每|同一|各)(?:(?!每年|年度)[^,。;\d]){{1,12}}?(?:每年|年度)?)"
    rf"(?P<what>{GRANT}|(?:{GRANT}|投资|贷款|授信)?(?:额度|金额|总额|限额|投入))",
    matches=("单个主体年度支持额度", "每人每月补贴"),
    near_misses=("讲座补贴", "每家企业租金"),
    way="fullmatch",
)
LIMIT = Pattern(
    "a limit that is named between bound and number",
    r"最[长高](?P<what>(?:期|年|时)限|额度|限额|金额|比例)(?:为|不超过)?",
    matches=("最长期限", "最高额度为"),
    near_misses=("最长", "期限"),
    way="fullmatch",
)
MONEY_NOUN = Pattern(
    "the last word of what is granted already",
    rf"(?:{GRANT}|额度?|款|费|金|利息)$",
    matches=("住房补贴", "贷款额度"),
    near_misses=("企业",),
)


def granted(spot: Spot, ahead: Span) -> Reading | None:
    """What an amount of money gives, where a verb or the clause before says it; ``ahead``: the words before it."""
    if not spot.unit.startswith("元"):
        return None
    if handed := EACH_GETS.re.fullmatch(spot.text, spot.left, spot.bound.start):
        place = handed.start("what"), spot.bound.end
        return Reading(*place, handed["what"], handed["who"], spot.unit, spot.kind, "gives")
    return _given_by_verb(spot, ahead)


def _given_by_verb(spot: Spot, ahead: Span) -> Reading | None:
    """What the verb before an amount, or the clause before it, gives."""
    text, bound = spot.text, spot.bound
    words = text[slice(*ahead)]
    scope = words if FOR_EACH.fits(words) else spot.each_text
    if to := GIVES_TO.re.search(text, *ahead):
        return Reading(to.start("what"), bound.end, to["what"], scope, spot.unit, spot.kind, "gives")
    gives = GIVES.re.search(text[bound.start : spot.quantity.start])
    if gives:
        return Reading(bound.start, bound.end, gives["what"], scope, spot.unit, spot.kind, "gives")
    if named := WHO_AND_WHAT.re.fullmatch(words):
        start = ahead[0] + named.start("what")
        whom = text[spot.each[0] : start] if spot.each and spot.each[1] == ahead[0] else named["who"]
        return Reading(start, bound.end, named["what"], whom, spot.unit, spot.kind, "gives")
    each = EACH.re.match(text, *ahead) or FOR_EACH.fits(words)
    given = GIVEN.re.search(text[spot.before.start : spot.before.end].rstrip(",;")) if spot.before else None
    whom = text[ahead[0] : bound.start]
    if FOR_WHOM.fits(whom) and (earlier := _given_in_sentence(spot)):
        return Reading(bound.start, bound.end, earlier, whom, spot.unit, spot.kind, "given_before")
    if given and each and not MONEY_NOUN.fits(PERIOD.re.sub("", words)):
        return Reading(bound.start, bound.end, given["what"], scope, spot.unit, spot.kind, "given_before")
    return None


def limit_of_grant(spot: Spot) -> Reading | None:
    """A limit that is named between bound and number (最长期限24个月), with the grant that it limits."""
    limit = LIMIT.re.fullmatch(spot.text, spot.bound.start, spot.quantity.start)
    if limit is None:
        return None
    words = (_given_in_sentence(spot) or "") + limit["what"]
    return Reading(spot.bound.start, spot.bound.end, words, None, spot.unit, spot.kind, "limit")


def _given_in_sentence(spot: Spot) -> str | None:
    """What the nearest clause before in the sentence gives that names it at its end."""
    clause: Clause | None = spot.clause
    for _ in range(CLAUSES_BACK):
        clause = spot.passage.before(clause) if clause is not None else None
        if clause is None:
            break
        if given := GIVEN.re.search(spot.text[clause.start : clause.end]):
            return given["what"]
    return None
