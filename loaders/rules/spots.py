"""A number where it stands: its clause, its bound, what was accepted before it, and what follows from these.

A ``Spot`` holds what every rule on a number's words needs, so that the rules themselves stay short.
"""

import re
from functools import cached_property
from itertools import takewhile

from graph.facts import TargetKind
from loaders.pattern import Pattern
from loaders.rules.bounds import Bound
from loaders.rules.clauses import Clause
from loaders.rules.indicator_words import leading_word
from loaders.rules.noun_words import BASE, EACH, OF_THEM
from loaders.rules.passages import Accepted, Passage

Span = tuple[int, int]

PERIOD = Pattern(
    "how often, or in which time",
    r"(?:每半年|每季度|每季|每周|每月|每日|每天|每年|每学期|每学年|每次|每期|每场|全年|年度|年均|每[\d一二两三四五六七八九十]+(?:年|个月|周|天))",
    matches=("每年至少", "年均增长", "每次不少于"),
    near_misses=("三年行动", "年龄"),
)
NEXT_ITEM = Pattern(
    "the next number of a list: 15个领军专科、3个中心",
    r"(?:、|和|与|及|以及|或者|或|并)(?:(?!能够?|提供)[^,。;、和与及\d]){0,14}?(?:\d+|[一两二三四五六七八九十百千]+(?=[个所家名支]))",
    matches=("、市级3个", "和两家机构"),
    near_misses=("卫生院和服务中心能够提供6类服务", ",市级3个"),
)
EQUIPS = Pattern(
    "an institution that must have so many: 乡镇卫生院至少配备1名医师",
    r"(?:(?:医院|机构|中心|卫生院|卫生室)(?:,?并)?(?:至少|不少于|均|应|要)*(?:配备|设置|配置)?(?:至少|不少于)(?:有|拥有|配备)?|(?:至少|均)配备)$",
    matches=("乡镇卫生院至少配备", "至少配备"),
    near_misses=("建成中心", "配备"),
)
COMMITS = Pattern(
    "verbs that commit to the number behind them",
    r"(?:可|允许|给予|奖励|补助|补贴|资助|支持|力争|争取|确保|实现|其中|新|建|创|培|配|设|选|聘|引|推|增|举办|组|完成|开展|打造|达"
    r"|拓展|申报|填补|规划|布局|储备|投|发放|发布|制定|出台|遴选|认定|评|命名|集聚|孵化|招|转化|服务|覆盖|接入|开通|形成|掌握|诊治"
    r"|改造|筹集|安排|与|邀请|派|订|开放|提供|筛查|供给|归集|更新|添置|购|加快|提高|提升|增长|下降|降低|减少|缩短|压缩|压减|精简|缩减|降至|降到|升到|升至|增至|翻|治理|造林|绿化"
    r"|修复|整治|惠及|救助|救治|接种|处置|慰问|帮扶|义诊|资助|支援|体检|接诊|检测|监测|排查|检查|宣讲|巡诊|随访|签约|清理|拆除|关闭|淘汰|收治"
    r"|安置|解决|走访|受理|录制|推送|种植|栽植|减免|用好|核增|核定|盘活|下达|调剂|检验|消杀|捐献|采集|登记|会诊|转诊|安装|建档|受益|带动|指定|确定|明确|落地|启动|促成|上线|引入|落实|聘用|招募|吸纳|壮大|扩大|推荐|评选|入选|到20\d\d年)",
    matches=("培训医师", "力争", "救助困难群众"),
    near_misses=("甲类", "乙类"),
)
REACHES = Pattern(
    "what the counted things reach or do",
    r"(?:全部|均|都|分别)?(?:达到|达|完成|建成|创建|进入|通过|纳入|建立|成为|开展|建设|探索|推广|推行|实施|试点|入选|跻身)",
    matches=("医院达到标准", "县区探索"),
    near_misses=("医院", "乙类"),
)
OF_A_SIZE = Pattern(
    "areas of a size, each of which has so many: 常住人口在100万人以上的县可规划布局3~4所",
    r"(?P<who>(?:(?:常住|服务|户籍)?人口[^,。;]{0,24}|[\d.]+万人口[^,。;]{0,8})的(?:县|市|区|乡镇|街道|镇|村|社区)(?:\(市、区\)|\(街道\))?)(?:原则上)?(?:可|应|要|至少|设|建|配|规划|增|不超过|不少于|不低于)",
    matches=("常住人口超过30万的县至少", "服务人口10万以上的街道可"),
    near_misses=("常住人口的县", "县可"),
)
SIZE_BEFORE = Pattern(
    "areas of a size at the end of the clause before",
    r"(?P<who>(?:(?:常住|服务|户籍)?人口)?[^,。;:]{0,16}万人?[^,。;:]{0,8}的(?:县|市|区|乡镇|街道|镇|村|社区)(?:\(市、区\)|\(街道\))?)$",
    matches=("常住人口在100万人以上的县(市、区)", "在50万人至100万人的县"),
    near_misses=("各县", "投资100万元的县级医院"),
)
SUBJECT_EVERY_YEAR = Pattern(
    "for whom something is done each year", r"[^,。;]{2,24}每年", ("受援医院每年",), ("每年",), way="match"
)
COUNTED = frozenset("人名张个所家位台辆床支")
# How many characters can stand between two numbers of a list that goes on.
LONGEST_GAP = 20


class Spot:
    """A number of a passage where it stands: ``index`` is its place among the passage's numbers, ``text`` the words of
    the passage, ``quantity`` the number."""

    def __init__(self, passage: Passage, clause: Clause, index: int, bound: Bound) -> None:
        """A number of a passage, in its clause and with its bound."""
        self.passage = passage
        self.clause = clause
        self.index = index
        self.bound = bound
        self.text = passage.text
        self.quantity = passage.quantities[index]

    @cached_property
    def inside(self) -> list[Accepted]:
        """The targets before it in its own clause."""
        held = takewhile(lambda one: one.quantity.start >= self.clause.start, reversed(self.passage.accepted))
        return list(held)[::-1]

    @cached_property
    def left(self) -> int:
        """Where the words before the number that belong to it can begin."""
        ends = [self.clause.start, *(one.bound.end for one in self.inside)]
        ends += [one.reading.end for one in self.inside if one.reading.end <= self.quantity.start]
        if (opened := self._bracket) is not None:
            inside = max(self.text.rfind(mark, opened, self.quantity.start) for mark in ",;、(")
            ends.append(inside + 1)
        parts = OF_THEM.re.match(self.text, opened) if opened is not None else None
        if parts and parts.end() <= self.quantity.start:
            ends.append(parts.end())
        return max(ends)

    @cached_property
    def right(self) -> int:
        """Where the words behind it end: its clause, or the item of the list before the next number."""
        end = self.clause.end
        if self._bracket is not None and not self.text.startswith(")", self.bound.end):
            after = [self.text.find(mark, self.bound.end, end) for mark in ",;)"]
            end = min([place for place in after if place >= 0], default=end)
        follower = NEXT_ITEM.re.search(self.text, self.bound.end, end)
        return follower.start() if follower else end

    @cached_property
    def _bracket(self) -> int | None:
        """Where the bracket that the number stands in opens, None outside brackets."""
        opened = self.text.rfind("(", self.clause.start, self.quantity.start)
        closed = self.text.rfind(")", self.clause.start, self.quantity.start)
        return opened if opened > closed else None

    @cached_property
    def unit(self) -> str:
        """The unit as a target gives it, empty where none is printed."""
        quantity = self.quantity
        if quantity.ratio:
            return "1:n" if self.text.startswith("1", quantity.start) else "n:1"
        if quantity.unit is None:
            return ""
        return f"{quantity.unit.unit}/{quantity.each}" if quantity.each else quantity.unit.unit

    @cached_property
    def before(self) -> Clause | None:
        """The clause before this one in the same sentence."""
        return self.passage.before(self.clause)

    @cached_property
    def each(self) -> Span | None:
        """For whom the number holds each (每个…, 各县, 所有…), from up to two clauses before where this has none."""
        matches = EACH.re.finditer(self.text, self.clause.start, self.clause.end)
        found = [match for match in matches if match.end() <= self.quantity.start]
        if found and not self._shares_out(found[-1]):
            return found[-1].span()
        sizes = "人口" in self.text[self.clause.start : self.quantity.start]
        if sizes and (sized := OF_A_SIZE.re.search(self.text, self.clause.start, self.quantity.start)):
            return sized.span("who")
        earlier = self.before
        sizes = earlier is not None and "万" in self.text[earlier.start : earlier.end]
        if earlier and sizes and (sized := SIZE_BEFORE.re.search(self.text, earlier.start, earlier.end)):
            return sized.span("who")
        if not leading_word().match(self.text, self.clause.start, self.quantity.start):
            return None
        for _ in range(2):
            if earlier is None:
                break
            match = EACH.re.search(self.text, earlier.start, earlier.end)
            if match and match.group() != "各":  # 三县各建成1所, 新增床位200张: who shares is told for 1 alone
                return match.span()
            earlier = self.passage.before(earlier)
        subject = EACH.re.match(self.text, self.clause.sentence, self.clause.start)
        return subject.span() if subject and self.unit in COUNTED else None

    def _shares_out(self, each: re.Match[str]) -> bool:
        """Whether 各 names nobody and only deals a number out to a list before it: 国家级、省级各5个, 各新增5个."""
        named = each.group().removeprefix("各")
        return each.end() == self.quantity.start and (not named or bool(leading_word().fullmatch(named)))

    @cached_property
    def each_text(self) -> str | None:
        """The words of ``each``."""
        if self.each is None:
            return None
        words = self.text[slice(*self.each)].removeprefix("原则上")
        return words.rstrip("各共、") or words

    @cached_property
    def kind(self) -> TargetKind:
        """What sort of quantity it is."""
        if self.quantity.ratio:
            return "ratio"
        kind = self.quantity.unit.kind if self.quantity.unit else "count"
        if kind != "count":
            return kind
        if self._is_rate:
            return "rate"
        first = self.inside[0] if self.bound.listed and self.inside else None
        begin, end = (self.clause.start, first.quantity.start) if first else (self.left, self.quantity.start)
        counts_them = self.text[self.bound.end : self.bound.end + 1] not in tuple(",。;、")
        if self.each is not None or (counts_them and EQUIPS.fits(self.text[begin:end])):
            return "per_unit"
        return kind

    @property
    def _is_rate(self) -> bool:
        """Whether a count is one for each so many of a population, an area or a person: 3.5人, 8公里/平方公里, 人均."""
        quantity = self.quantity
        if quantity.per or quantity.each in ("平方公里", "人", "户"):
            return True
        if self.unit in COUNTED:
            of_each = quantity.value % 1 > 0 and quantity.value < 1000
        else:
            of_each = self.unit != "岁" and "人均" in self.text[self.left : quantity.start]
        return of_each or BASE.re.search(self.text, self.clause.start, quantity.start) is not None

    @property
    def counts(self) -> bool:
        """Whether things are counted, so that a verb of doing begins their name; a level or a score is reached."""
        return self.kind not in ("percent", "ratio") and self.unit not in ("分", "级", "岁", "‰")

    @property
    def is_subject(self) -> bool:
        """Whether it only counts those who do or get something: 5家中心每年推广…, 3个集团分别与…."""
        behind = self.text[self.bound.end : self.clause.end]
        return self.quantity.start == self.clause.start and ("分别" in behind or SUBJECT_EVERY_YEAR.fits(behind))

    @cached_property
    def committed(self) -> bool:
        """Whether something commits to it: a bound, a share, each, a verb of doing, or a list that goes on."""
        if self.bound.printed or self.inside or self.kind in ("percent", "ratio", "rate", "per_unit", "amount"):
            return True
        if COMMITS.re.search(self.text, self.clause.start, self.quantity.start):
            return True
        in_goal = self.passage.goal and self.quantity.script == "digits"
        if in_goal or self.text.startswith("其中", self.clause.sentence):
            return not self.is_subject
        return self._reached or self._goes_on

    @property
    def _reached(self) -> bool:
        """Whether what is counted does or reaches something."""
        behind = self.text[self.bound.end : self.clause.end]
        if not REACHES.fits(behind) or SUBJECT_EVERY_YEAR.fits(behind):
            return False
        return not (self.quantity.start == self.clause.start and "分别" in behind)

    @property
    def _goes_on(self) -> bool:
        """Whether a list of targets goes on with it."""
        if not self.passage.accepted:
            return False
        last = self.passage.accepted[-1]
        if self.before and last.quantity.start >= self.before.start and last.quantity.unit == self.quantity.unit:
            return True
        if self.clause.start - last.bound.end > LONGEST_GAP:
            return False
        gap, behind = self.text[last.bound.end : self.clause.start], self.text[self.bound.end : self.clause.end]
        return "。" not in gap and not behind.strip("。")
