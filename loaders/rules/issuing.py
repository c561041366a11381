"""Who issued a document that a plan names, and of what level it is, by its title and the words right before it."""

import re

from codebooks.issuers import Issuing, is_organ, level_of_issuer, level_of_number, level_of_title, province_in
from codebooks.reading import short_name
from graph.facts import Level, Place
from loaders.pattern import Pattern

ISSUER_IN_TITLE = Pattern(
    "issuer_in_title",
    r"(?P<issuer>[^《》〈〉<>]{2,60}?)(?:关于|印发|转发|批转|公告|令|办公厅转发)",
    matches=("国务院办公厅关于某事的意见", "某省卫生健康委 某省财政厅印发〈办法〉的通知"),
    near_misses=("关于某事的意见", "某市医疗办法"),
    way="match",
)
ISSUED_BY = Pattern(
    "issued_by",
    r"(?:联合|共同|研究)?(?:印发|下发|发布|出台|制定|颁布|公布|通过|批准|批复|转发)(?:实施)?[的了]?$",
    matches=("某省政府印发的", "某省卫生健康委联合印发", "市政府办公室印发了"),
    near_misses=("印发的通知要求", "按照某省政府"),
)
ISSUED_BEHIND = Pattern(
    "issued_behind",
    r"》\s?\((?P<issuer>[^()《》,。;]{2,40}?)(?:联合|共同)?(?:印发|下发|发布|颁布|公布|制定|出台)\)",
    matches=("》(中共中央、国务院印发)", "》(某省卫生健康委发布)"),
    near_misses=("》(以下简称《办法》)", "》(某政发[2024]5号)", "》,某省政府印发"),
    way="match",
)
BEFORE_ISSUER = Pattern(
    "before_issuer",
    r"(?:落实|贯彻|执行|按照|根据|依据|依照|遵照|参照|对照|对标|结合|围绕|将|现将|对|符合|完成|实施|制定|出台|修订|编制|印发|遵循|承接|衔接|为)(?!的)",
    matches=("贯彻落实省委", "按照国家卫生健康委"),
    near_misses=("省委印发的", "国家卫生健康委"),
)
JOINING = Pattern(
    "joining", r"^(?:了|好|并|由|经|和|与|以及|及|、)+", matches=("好省政府", "和省委"), near_misses=("省政府和省委",)
)
BODIES_COUNTED = Pattern(
    "bodies_counted",
    r"等\s*(?:[\d一二三四五六七八九十]+(?:个)?)?\s*(?:部门|部委|单位|委办局|厅局)$",
    matches=("教育部等五部门", "省委组织部等8部门", "国家卫生健康委等10部委"),
    near_misses=("相关部门", "等一批"),
)
JOINED = Pattern(
    "joined",
    r"[\s、,，和与及以并或]*(?:等|文件|精神|要求|通知)*[\s、,，和与及以并或]*"
    r"(?:[^,，。;；:《》]{2,40}?(?:委员会|人民政府|政府|办公厅|办公室|委|厅|局|部|署|院|会|部门|部委)(?:(?:联合)?(?:印发|下发|发布|出台)的?)?)?",
    matches=("", "、", "和", "等文件精神,", "、省政府办公厅", "和某省卫生健康委等九部门"),
    near_misses=(",制定", "要求,修订", "。"),
    way="fullmatch",
)
NEAR_LEVEL = Pattern(
    "near_level",
    r"(国家|全国|[全我本]?省|[全我本]市|[全我本]县|[全我本]区|自治区)(?:级|的|有关|新版|最新)?$",
    matches=("落实我省", "执行国家", "按照全省"),
    near_misses=("反省思", "按照"),
)


def issuer_of(title: str, before: str, behind: str = "") -> str | None:
    """The issuing body that the title opens with, or that the text names right before the title or in brackets behind
    it; ``behind`` begins at the title's closing 》."""
    match = ISSUER_IN_TITLE.re.match(title)
    opening = match["issuer"].strip() if match else ""
    if is_organ(opening) or BODIES_COUNTED.fits(opening):
        return opening
    bracket = ISSUED_BEHIND.re.match(behind)
    if bracket and _is_body(bracket["issuer"]):
        return bracket["issuer"]
    words = re.split(r"[,，。;；:《》()（）\n]", ISSUED_BY.re.sub("", before))[-1]
    cut = BEFORE_ISSUER.re.split(words)[-1]
    cut = JOINING.re.sub("", cut).strip(' 　“"')
    return cut if 2 <= len(cut) <= 40 and _is_body(cut) else None


def _is_body(words: str) -> bool:
    """Whether the words name an issuing body: an organ, or several with 等N部门."""
    plain = BODIES_COUNTED.re.sub("", words)
    return bool(is_organ(plain) and level_of_issuer(plain.split("、")[0]))


def level_of(place: Place, title: str, number: str | None, issuer: str | None, before: str) -> Level:
    """By the issuer, else the opening of the title, the number, the plan's own place or province in the title, else the
    words right before the title (我省《…》)."""
    near = NEAR_LEVEL.re.search(before)
    shown = (
        (issuer and level_of_issuer(issuer))
        or level_of_title(title)
        or (number and level_of_number(number, place.province))
        or _of_own_place(place, title)
        or (near and level_of_issuer(near[1]))
    )
    if shown and shown.level == "city" and shown.province is None and _is_municipal(place, issuer):
        return "province"  # 市委、市政府 of a municipality
    return shown.level if shown else "unknown"


def _of_own_place(place: Place, title: str) -> Issuing | None:
    """The level that the plan's own place or province gives a title; another province is what the title is about."""
    if place.level == "province" and short_name(place.name) in title:
        return Issuing("province", place.province)
    province = province_in(title)
    if province and place.province in (None, province) and f"{short_name(place.name)}市" not in title:
        return Issuing("province", province)
    return Issuing("city", place.province) if short_name(place.name) in title else None


def is_above(place: Place, issuer: str | None) -> bool:
    """Whether an issuing body is of a higher level than the plan's own place: the nation's, or a city's province's."""
    shown = level_of_issuer(issuer.split("、")[0]) if issuer else None
    if shown is None or _is_municipal(place, issuer):
        return False
    return shown.level == "national" or (shown.level == "province" and place.level != "province")


def own_level(place: Place, issuer: str | None, title: str = "") -> Level:
    """The level of what a plan drafts or carries: the plan's own, of whatever county or city it is; the province's
    where the title opens with its name alone (配合修订《某省某条例》)."""
    if place.level != "province" and place.province and title.startswith(place.province) and place.name not in title:
        return "province"
    shown = level_of_issuer(issuer) if issuer else None
    if shown and shown.level == "national":
        return "national"
    return "province" if place.level == "province" else "city"


def _is_municipal(place: Place, issuer: str | None) -> bool:
    """Whether 市 in an issuer's name is a municipality: of a provincial plan, or of a plan of one of its districts."""
    return place.level == "province" or ((place.province or "").endswith("市") and (issuer or "").startswith("市"))
