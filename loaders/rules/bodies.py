"""Restore the full names of the bodies of one responsibility line, and find them in the codebook.

A line prints 市委组织部、宣传部、财政局: the prefix that a name leaves out is that of the name before it, a Party organ
after a Party organ is under the Party committee, a bureau is under the government. A plan of one department names its
own departments without any prefix.
"""

from dataclasses import dataclass

from codebooks.institutions import Body, identify, kind_of
from codebooks.reading import find_place, short_name
from graph.facts import Place
from loaders.pattern import Pattern

_LEVELS = {
    "自治区": ("自治区", "区"),
    "自治州": ("自治州", "州"),
    "自治县": ("自治县", "县"),
    "自治旗": ("自治旗", "旗"),
    "地区": ("地区", "地", "行署"),
    "新区": ("新区", "区"),
}
"""What stands for a place in the names of its bodies where it is not the last character of the place's name."""
LEAGUE = Pattern(
    "youth_league",
    r"^(?:共青)?团(?:省|市|县|区|州|旗|盟|地|自治区)工?委",
    ("团市委", "共青团县委"),
    ("市团委", "集团委"),
)
OF_THE_NATION = Pattern(
    "body_of_the_nation",
    r"^(?:国家(?!级)|中国|中央|全国|国务院|中共中央|海关总署)",
    ("国家甲局", "中国某某银行"),
    ("国网公司", "国家级园区"),
)
BARE_START = Pattern(
    "level_that_is_no_level",
    r"^(?:市场(?!场)|市政(?!府|协|务|法|研|数|银|公)|市民(?!政|宗|族|委|兵|营|革|建|航|爆)|市容|区域|区块|县域|省会|州际|市辖|县城(?!管|建|市|乡|投)|地震|地质|地理|地方|旗舰)",
    ("市场监管局", "市政园林局", "市民服务中心", "区域发展局", "地方金融局"),
    ("市市场监管局", "市政府", "市民政局", "区财政局", "市政法委"),
)
LOWER_START = Pattern(
    "units_below",
    r"^[县市区州旗盟]{1,4}\(|^(?:市县|市州|市区|县区(?!域)|区县(?!域)|县市(?!场|容|民|政(?!府))|县级|旗县|乡镇|镇街|镇村|街镇|乡村|县乡|区街)",
    ("县(市、区)政府", "县区政府", "乡镇街道"),
    ("市甲局", "县财政局", "县市场监管局"),
)
COLLECTIVE = Pattern(
    "several_bodies",
    r"^(?:自治区|省|市|县|区|州|旗|盟|行署|全[省市县区州])?(?:直|级|属|辖|内)?(?:各|有关|相关|其他|其它|所有|\d+个|[一二三四五六七八九十]+[大家个])"
    r"|^(?:自治区|省|市|县|区|州|旗|盟)(?:直|级|属)(?:部门|单位|企业|国企|国有企业|医院|学校|高校|机关(?![党工]|事务|幼儿))|^全[省市县区州盟]"
    r"|^[县市区州旗盟]{1,4}\(|^(?:市县|市州|县区(?!域)|区县(?!域)|县市(?!场|容|民|政(?!府))区?|县级|旗县|乡镇|镇街|街镇)"
    r"|(?:成员|有关|相关|责任|主管|职能|驻[市县区省]?)(?:部门|单位|科室|处室)|^(?:功能区|开发园?区|园区)(?:管委会)?$"
    r"|^[委局厅](?:机关|直?属)各?(?:单位|部门|科室|处室)$|^机关各?(?:部门|科室|处室)$",
    ("各相关部门", "市直有关单位", "县(市、区)政府", "相关科室", "13个街道", "全区经济专班", "三大运营商"),
    ("市直机关工委", "县市场监管局", "市甲局", "市级机关党工委"),
)
"""Several bodies under one name."""
DEPARTMENT = Pattern(
    "department_of_a_body",
    r"(?:科|处|室|股|党办|机关党委|机关纪委|机关工会|办)$",
    ("医政科", "机关党办", "办公室"),
    ("市甲局", "科协"),
)
OTHER_BRANCHES = Pattern(
    "branch_named_after_a_place",
    r"(?:行|分局|支局|监管局|证监局|银保监局|海关|调查队|集团|公司|资本|大学|学院|医院|海事局|办事处|专员办|分署|监管分局)$",
    ("某某海关", "某某证监局", "某某金融监管分局"),
    ("市甲局", "教育厅"),
)
PARTY = Pattern(
    "under_the_party", r"^(?:党委|委|工委)(?!托|派|员会?$)..", ("委组织部", "党委宣传部"), ("委", "财政局", "委员会")
)
GOVERNS = Pattern(
    "ends_with_a_government", r"(?:市|县|区)(?:人民政府|政府)?$", ("某市政府", "某县人民政府", "某市"), ("政府办",)
)


@dataclass(frozen=True, slots=True)
class Named:
    """A restored name. ``body``: its entry in the codebook, None where unknown; ``stem``: the name without place."""

    institution: str
    collective: bool
    stem: str
    body: Body | None


class Names:
    """Whose plan it is. ``own``: name of the department whose plan it is, without the place, else None."""

    def __init__(self, place: Place, own: str | None = None) -> None:
        self.place, self.own = place, own
        name = place.name
        self._levels = next((words for end, words in _LEVELS.items() if name.endswith(end)), (name[-1],))
        province = place.province or ""
        self._words = [word for word in (name, province) if word]
        short = name.removesuffix("新区") if name.endswith("新区") else short_name(name)
        self._short = [word for word in (short, short_name(province)) if len(word) > 1]
        self._above_level, self._above_name = self._place_above()
        self._known_names: dict[tuple[str, bool], tuple[Named, bool]] = {}

    def restore(self, printed: list[str]) -> list[Named]:
        """The full names of a line's bodies in the order of the line; ``printed`` has no blanks."""
        restored: list[Named] = []
        party = False
        for number, name in enumerate(printed):
            if len(name) <= 4 and (place := self._place_alone(name, printed[number + 1 :])) is not None:
                restored.append(place)
                continue
            key = (name, party)
            if key not in self._known_names:
                self._known_names[key] = self._restore(name, party)
            named, party = self._known_names[key]
            restored.append(named)
        return restored

    def _level(self, name: str) -> str:
        """The word that stands for the plan's place at the beginning of a name (市, 省, 区 …), empty without one."""
        if BARE_START.re.match(name):
            return ""
        return next((level for level in self._levels if name.startswith(level) and len(name) > len(level)), "")

    def _place_above(self) -> tuple[str, str | None]:
        """What stands for the city (or prefecture) above a county in names, and that place's name."""
        if self.place.level != "county":
            return "", None
        own = find_place(self.place.code or self.place.name)
        above = own.city or own.province if own else None
        return (above[-1], above) if above and above[-1] in "市州盟" else ("", None)

    def _restore(self, name: str, party: bool) -> tuple[Named, bool]:
        """One name, and whether the next bare name may be under the Party committee."""
        if league := LEAGUE.re.match(name):
            level = "工委" if name[: league.end()].endswith("工委") else "委"
            return self._known(f"共青团{self.place.name}{level}{name[league.end() :]}", "团委"), False
        if COLLECTIVE.re.search(name):
            level = self._level(name)
            lower = LOWER_START.re.match(name) and not name.startswith(level + "级") if level else True
            rest = name if lower else name.removeprefix(level)
            full = name if self.place.name in name else self.place.name + rest
            return Named(full, True, rest, identify(rest, "collective")), party
        if placed := self._with_place(name):
            return self._placed(placed, name), False
        if level := self._level(name):
            rest = name.removeprefix(level)
            return self._known(self.place.name + rest, rest), bool(PARTY.re.match(rest))
        if above := self._above(name):
            return above, False
        return self._bare(name, party)

    def _bare(self, name: str, party: bool) -> tuple[Named, bool]:
        """A name without prefix: a department of the own body, a Party organ, else a bureau of the government."""
        body = identify(name)
        department = identify(name, "department")
        if self.own and (department or (body is None and DEPARTMENT.re.search(name))):
            inner = name[1:] if len(name) > 2 and name[0] in "局委厅" else name  # 局办公室 of a bureau's plan
            return Named(f"{self.place.name}{self.own}{inner}", False, inner, identify(inner, "department")), party
        if body and (body.branch == "party_only" or (body.branch == "party" and party)) and not PARTY.re.match(name):
            return self._known(f"{self.place.name}委{name}", name), True
        return self._known(self.place.name + name, name), False

    def _with_place(self, name: str) -> str | None:
        """The full name of a body whose printed name has a place: as printed where it is the plan's own or the
        nation's, with the place above before a place below (某省 + 某某新区管委会)."""
        if OF_THE_NATION.re.match(name) or any(word in name for word in self._words):
            return name
        if any(word in name for word in self._short) and not identify(name):
            return name
        if self._level(name):
            return None
        for length in range(min(8, len(name)), 1, -1):
            place = find_place(name[:length])
            if place is None:
                continue
            if place.name == name[:length]:
                return self.place.name + name
            if place.level != "county" and OTHER_BRANCHES.re.search(name):
                return name
        return None

    def _placed(self, full: str, name: str) -> Named:
        """A name with a place in it; a place alone, and 政府 after it, is the government of that place."""
        stem = self._stem(name)
        place = find_place(name.removesuffix(stem)) if stem != name else find_place(name)
        governs = stem == name or stem in ("政府", "人民政府")
        if governs and place and place.level == "county":
            return self._known(full, "县级人民政府")
        return self._known(full, "人民政府" if governs and place else stem)

    def _above(self, name: str) -> Named | None:
        """省 before a body in a city's plan, 市 or 州 in a county's: the place above, where it is known."""
        if BARE_START.re.match(name):
            return None
        province = self.place.province
        if province and self.place.level != "province" and province != self._above_name:
            level = next((word for word in ("自治区", "省") if name.startswith(word) and len(name) > len(word) + 1), "")
            if level and province.endswith(level):
                rest = name.removeprefix(level)
                return self._known(province + rest, rest)
        if self._above_name and name.startswith(self._above_level):
            return self._known(self._above_name + name[1:], name[1:])
        return None

    def _place_alone(self, name: str, after: list[str]) -> Named | None:
        """甲、乙、丙市政府: places before a government that shares its last words with them."""
        place = find_place(name)
        if place is None or place.name == name or identify(name):
            return None
        for other in after:
            if found := GOVERNS.re.search(other):
                return self._known(f"{self.place.name}{name}{found.group()}", found.group()[1:] or "人民政府")
            if find_place(other) is None:
                break
        return None

    def _stem(self, name: str) -> str:
        """A name without the places in it: 某银保监分局 is 银保监分局."""
        for word in (*self._words, *self._short):
            name = name.replace(word, "")
        for length in range(min(8, len(name)), 1, -1):
            place = find_place(name[:length])
            if place and len(name) > length + 1 and (place.name == name[:length] or place.level != "county"):
                return name[length:]
        return name

    def _known(self, institution: str, stem: str) -> Named:
        return Named(institution, False, stem, kind_of(stem))
