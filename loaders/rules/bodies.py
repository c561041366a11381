"""Restore the full names of the bodies of one responsibility line, and find them in the codebook.

A line prints 市委组织部、宣传部、财政局: the prefix that a name leaves out is that of the name before it, a Party organ
after a Party organ is under the Party committee, a bureau is under the government. A plan of one department names its
own departments without any prefix.
"""

import re
from dataclasses import dataclass

from codebooks.institutions import Body, identify
from codebooks.reading import find_place, short_name
from graph.facts import Place

_LEVELS = {"自治区": ("自治区", "区"), "自治州": ("自治州", "州"), "地区": ("地区", "行署", "地")}
"""What stands for a place in the names of its bodies where it is not the last character of the place's name."""
_LEAGUE = re.compile(r"^(?:共青)?团(?:省|市|县|区|州|旗|盟|自治区)委")
_OF_THE_NATION = re.compile(r"^(?:国家|中国|中央|全国|国务院|中共中央)")
_BARE_START = re.compile(r"^(?:市场(?!场)|市政(?!府|协|务|法|研|数|银)|市容|区域|县域|省会|州际)")
_LOWER_START = re.compile(r"^[县市区州旗盟]{1,4}[(（〔\[]|^(?:市县|市州|市区|县区|区县|县市|县级|旗县|乡镇|镇街)")
COLLECTIVE = re.compile(
    r"^(?:省|市|县|区|州)?(?:直|级|属|辖)?(?:各|有关|相关|其他|其它)|^(?:省|市|县|区|州)(?:直|级|属)(?:部门|单位|机关)|^全[省市县区]|"
    r"^[县市区州旗盟]{1,4}[(（〔\[]|^(?:市县|市州|县区|区县|县市区?|县级|旗县|乡镇|镇街)|(?:成员|有关|相关|责任)(?:部门|单位|科室|处室)|"
    r"^(?:功能区|开发园?区|园区)(?:管委会)?$|^[委局厅](?:机关|直?属)各?(?:单位|部门|科室|处室)$|^机关各(?:部门|科室|处室)$"
)
"""各相关部门, 市直有关单位, 县(市、区)政府, 相关科室: several bodies under one name."""
DEPARTMENT = re.compile(r"(?:科|处|室|股|党办|机关党委|机关纪委|机关工会|办)$")
_OTHER_BRANCHES = re.compile(r"(?:行|分局|监管局|证监局|银保监局|海关|调查队|集团|公司|资本|大学|学院|医院)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A restored name. ``body``: its entry in the codebook, None where unknown; ``stem``: the name without place."""

    institution: str
    collective: bool
    stem: str
    body: Body | None


@dataclass(frozen=True, slots=True)
class Names:
    """Whose plan it is. ``own``: official name of the department whose plan it is, without the place, else None."""

    place: Place
    own: str | None = None

    def _level(self, name: str) -> str:
        """The word that stands for the plan's place at the beginning of a name (市, 省, 区 …), empty without one."""
        own = next((words for end, words in _LEVELS.items() if self.place.name.endswith(end)), (self.place.name[-1],))
        if _BARE_START.match(name):
            return ""
        return next((level for level in own if name.startswith(level) and len(name) > len(level)), "")

    def restore(self, printed: list[str]) -> list[Named]:
        """The full names of a line's bodies in the order of the line; ``printed`` has no blanks."""
        restored: list[Named] = []
        party = False
        for number, name in enumerate(printed):
            if (place := self._place_alone(name, printed[number + 1 :])) is not None:
                restored.append(place)
                continue
            named, party = self._restore(name, party)
            restored.append(named)
        return restored

    def _restore(self, name: str, party: bool) -> tuple[Named, bool]:
        """One name, and whether the next bare name may be under the Party committee."""
        if league := _LEAGUE.match(name):
            return self._known(f"共青团{self.place.name}委{name[league.end() :]}", "团委"), False
        if COLLECTIVE.search(name):
            rest = name.removeprefix(self._level(name)) if not _LOWER_START.match(name) else name
            full = name if self.place.name in name else self.place.name + rest
            return Named(full, True, rest, identify(rest, "collective")), party
        if placed := self._with_place(name):
            return self._placed(placed, name), False
        if level := self._level(name):
            rest = name.removeprefix(level)
            return self._known(self.place.name + rest, rest), rest.startswith("委") and len(rest) > 2
        if above := self._above(name):
            return above, False
        return self._bare(name, party)

    def _bare(self, name: str, party: bool) -> tuple[Named, bool]:
        """A name without prefix: a department of the own body, a Party organ, else a bureau of the government."""
        body = identify(name)
        department = identify(name, "department")
        if self.own and (department or (body is None and DEPARTMENT.search(name))):
            return Named(f"{self.place.name}{self.own}{name}", False, name, department), party
        if body and (body.branch == "party_only" or (body.branch == "party" and party)):
            return self._known(f"{self.place.name}委{name}", name), True
        return self._known(self.place.name + name, name), False

    def _with_place(self, name: str) -> str | None:
        """The full name of a body whose printed name has a place: as printed where it is the plan's own or the
        nation's, with the place above before a place below (某省 + 某某新区管委会)."""
        words = [
            self.place.name,
            short_name(self.place.name),
            self.place.province or "",
            short_name(self.place.province or ""),
        ]
        if _OF_THE_NATION.match(name) or any(len(word) > 1 and word in name for word in words):
            return name
        if self._level(name):
            return None
        for length in range(min(8, len(name)), 1, -1):
            place = find_place(name[:length])
            if place is None:
                continue
            if place.name == name[:length]:
                return self.place.name + name
            if place.level != "county" and _OTHER_BRANCHES.search(name):
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
        """省 before a body in a city's plan, 市 in a county's: the place above, where it is known."""
        if (
            self.place.level != "province"
            and self.place.province
            and name.startswith("省")
            and not _BARE_START.match(name)
        ):
            return self._known(self.place.province + name[1:], name[1:])
        if self.place.level == "county" and name.startswith("市") and not _BARE_START.match(name):
            own = find_place(self.place.code or self.place.name)
            above = own.city or own.province if own else None
            if above and above.endswith("市"):
                return self._known(above + name[1:], name[1:])
        return None

    def _place_alone(self, name: str, after: list[str]) -> Named | None:
        """甲、乙、丙市政府: places before a government that shares its last words with them."""
        place = find_place(name) if len(name) <= 4 else None
        if place is None or place.name == name or identify(name):
            return None
        for other in after:
            if found := re.search(r"(?:市|县|区)(?:人民)?政府$", other):
                return self._known(f"{self.place.name}{name}{found.group()}", found.group()[1:])
            if find_place(other) is None:
                break
        return None

    def _stem(self, name: str) -> str:
        """A name without the places in it: 某银保监分局 is 银保监分局."""
        for word in (
            self.place.name,
            short_name(self.place.name),
            self.place.province or "",
            short_name(self.place.province or ""),
        ):
            if len(word) > 1:
                name = name.replace(word, "")
        for length in range(min(8, len(name)), 1, -1):
            place = find_place(name[:length])
            if place and len(name) > length + 1 and (place.name == name[:length] or place.level != "county"):
                return name[length:]
        return name

    def _known(self, institution: str, stem: str) -> Named:
        return Named(institution, False, stem, identify(stem))
