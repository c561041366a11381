"""Find out whose plan it is where a department writes it: its own departments are printed without any prefix."""

from collections import Counter

from codebooks.institutions import functions, identify
from loaders.pattern import Pattern
from loaders.rules.bodies import DEPARTMENT

_FIELDS = (
    Pattern(
        "counterparts_below",
        r"各[县市区旗州、()]+([一-鿿]{2,12}?)(?:局|委员会|委)",
        ("各县(市、区)卫生健康局", "各区县教育局"),
        ("各县区政府", "各科室"),
    ),
    Pattern("own_work", r"全[省市县区]([一-鿿]{2,8}?)工作", ("全市卫生健康工作",), ("全市经济发展", "全力做好工作")),
)
_WITH_LEVEL = Pattern("name_with_level", r"[市省县区]", ("市甲局",), ("甲科",), way="match")
_GOVERNS = frozenset(("government_office", "city_government", "county_government"))


def own_body(issuer: str | None, place: str, text: str, printed: list[str]) -> str | None:
    """The name, without its place, of the department whose plan a text is; None for a government's plan.

    It is the issuer as printed where there is one. Else, where at least a third of the ``printed`` bodies are
    departments without a prefix, it is the body whose field the text names as its own: 各县区某某局, 全市某某工作.
    """
    if issuer and "、" not in issuer:
        name = issuer[issuer.rfind(place) + len(place) :] if place in issuer else issuer
        body = identify(name)
        return name if body and body.branch == "government" and body.key not in _GOVERNS else None
    departments = [
        name for name in printed if DEPARTMENT.re.search(name) and not identify(name) and not _WITH_LEVEL.re.match(name)
    ]
    if not departments or len(departments) * 3 < len(printed):
        return None
    fields = Counter(name for pattern in _FIELDS for name in pattern.re.findall(text))
    return next((zh for field, _ in fields.most_common() if (zh := _official(field))), None)


def _official(field: str) -> str | None:
    """The official name of the body of a field of work: 卫生健康 gives 卫生健康委员会."""
    for suffix in ("局", "委", "委员会", ""):
        if body := identify(field + suffix):
            return body.zh
    names = (function.zh + "局" for function in functions().values() if field in function.wordings)
    return next((body.zh for name in names if (body := identify(name))), None)
