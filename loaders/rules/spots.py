"""A number where it stands: its clause, its bound, what was accepted before it, and what follows from these.

A ``Spot`` holds what every rule on a number's words needs, so that the rules themselves stay short.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from graph.facts import TargetKind
from loaders.rules.bounds import Bound
from loaders.rules.clauses import Clause
from loaders.rules.indicator_words import EACH, leading_word
from loaders.rules.numbers import Quantity

Span = tuple[int, int]

PERIOD = re.compile(r"(?:每半年|每季度|每季|每周|每月|每日|每天|每年|全年|年度|年均)")
BASE = re.compile(
    r"每(?:[十百千万亿]+|\d+[十百千万]?(?:[~至-]\d+[十百千万]?)?)(?:名|个|张|户|家)?"
    r"(?:[\u4e00-\u9fff()]{0,6}?(?:人口|儿童|老年人|居民|人))?"
)
NEXT_ITEM = re.compile(
    r"(?:、|和|与|及|以及|或者|或|并)(?:[^,。;、和与及\d]{0,14}?)(?:\d+|[一两二三四五六七八九十]+(?=[个所家名支]))"
)
# An institution that must have so many: 乡镇卫生院至少配备1名医师.
EQUIPS = re.compile(
    r"(?:(?:医院|机构|中心|卫生院|卫生室)(?:,?并)?(?:至少|不少于|均|应|要)*(?:配备|设置|配置)?(?:至少|不少于)|(?:至少|均)配备)$"
)
COMMITS = re.compile(
    r"(?:可|允许|给予|奖励|补助|补贴|资助|支持|力争|争取|确保|实现|其中|新|建|创|培|配|设|选|聘|引|推|增|举办|组|完成|开展|打造|达"
    r"|拓展|申报|填补|规划|布局|储备|投|发放|发布|制定|出台|遴选|认定|评|命名|集聚|孵化|招|转化|服务|覆盖|接入|开通|形成|掌握|诊治"
    r"|改造|筹集|安排|与|邀请|派|订|开放|提供|筛查|供给|归集|更新|添置|购|加快|提高|提升|增长|下降|降低|减少|缩短|压缩)"
)
REACHES = re.compile(
    r"(?:全部|均|都|分别)?(?:达到|达|完成|建成|创建|进入|通过|纳入|建立|成为|开展|建设|探索|推广|推行|实施|试点)"
)
SUBJECT_EVERY_YEAR = re.compile(r"[^,。;]{2,24}每年")


@dataclass(frozen=True)
class Spot:
    """A number of a paragraph. ``accepted``: the targets before it in the paragraph, with their bounds."""

    text: str
    clauses: list[Clause]
    clause: Clause
    quantity: Quantity
    bound: Bound
    accepted: tuple[tuple[Quantity, Bound], ...]

    @cached_property
    def inside(self) -> list[tuple[Quantity, Bound]]:
        """The targets before it in its own clause."""
        return [(q, b) for q, b in self.accepted if q.start >= self.clause.start]

    @cached_property
    def left(self) -> int:
        """Where the words before the number that belong to it can begin."""
        return max([self.clause.start, *(b.end for _, b in self.inside)])

    @cached_property
    def right(self) -> int:
        """Where the words behind it end: its clause, or the item of the list before the next number."""
        follower = NEXT_ITEM.search(self.text, self.bound.end, self.clause.end)
        return follower.start() if follower else self.clause.end

    @cached_property
    def unit(self) -> str:
        """The unit as a target gives it, empty where none is printed."""
        return "1:n" if self.quantity.ratio else self.quantity.unit.unit if self.quantity.unit else ""

    @cached_property
    def before(self) -> Clause | None:
        """The clause before this one in the same sentence."""
        index = self.clauses.index(self.clause)
        earlier = self.clauses[index - 1] if index else None
        return earlier if earlier is not None and earlier.sentence == self.clause.sentence else None

    @cached_property
    def each(self) -> Span | None:
        """For whom the number holds each (每个…, 各县, 所有…), from up to two clauses before where this has none."""
        matches = EACH.finditer(self.text, self.clause.start, self.clause.end)
        found = [match for match in matches if match.end() <= self.quantity.start]
        if found and not self._shares_out(found[-1]):
            return found[-1].span()
        index = self.clauses.index(self.clause)
        if not leading_word().match(self.text, self.clause.start, self.quantity.start):
            return None
        for earlier in reversed(self.clauses[max(0, index - 2) : index]):
            if earlier.sentence != self.clause.sentence:
                break
            match = EACH.search(self.text, earlier.start, earlier.end)
            if match:
                return match.span()
        return None

    def _shares_out(self, each: re.Match[str]) -> bool:
        """Whether 各 names nobody and only deals a number out to a list before it: 国家级、省级各5个, 各新增5个."""
        named = each.group().removeprefix("各")
        return each.end() == self.quantity.start and (not named or bool(leading_word().fullmatch(named)))

    @cached_property
    def each_text(self) -> str | None:
        """The words of ``each``."""
        return self.text[slice(*self.each)].removeprefix("原则上") if self.each else None

    @cached_property
    def kind(self) -> TargetKind:
        """What sort of quantity it is."""
        if self.quantity.ratio:
            return "ratio"
        kind = self.quantity.unit.kind if self.quantity.unit else "count"
        if kind != "count":
            return kind
        if BASE.search(self.text, self.clause.start, self.quantity.start):
            return "rate"
        first = self.inside[0] if self.bound.listed and self.inside else None
        begin, end = (self.clause.start, first[0].start) if first else (self.left, self.quantity.start)
        if self.each is not None or EQUIPS.search(self.text[begin:end]):
            return "per_unit"
        return kind

    @cached_property
    def committed(self) -> bool:
        """Whether something commits to it: a bound, a share, each, a verb of doing, or a list that goes on."""
        if self.bound.printed or self.inside or self.kind in ("percent", "ratio", "rate", "per_unit", "amount"):
            return True
        if COMMITS.search(self.text, self.clause.start, self.quantity.start):
            return True
        behind = self.text[self.bound.end : self.clause.end]
        if REACHES.search(behind) and not SUBJECT_EVERY_YEAR.match(behind):
            return not (self.quantity.start == self.clause.start and "分别" in behind)
        if not self.accepted:
            return False
        gap = self.text[self.accepted[-1][1].end : self.clause.start]
        return "。" not in gap and len(gap) <= 20 and not behind.strip("。")
