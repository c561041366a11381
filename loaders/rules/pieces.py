"""Cut a list of bodies into its pieces, and a piece down to a body's name. Words are plain (``line_words``)."""

from collections.abc import Sequence

from codebooks.institutions import identify
from loaders.pattern import Pattern
from loaders.rules.line_words import AND_OTHERS, BODY_END, CLOSES, LABEL, OPENING, TIME

Span = tuple[int, int]

_UNIT = r"(?:地(?![震质理方])|县级市|自治县|自治旗|民族乡|特区|林区|县|市|区|旗|州|盟|乡|镇|街道|苏木|团场)"
PIECE = Pattern(
    "piece_of_a_list",
    r"(?:\((?:[^()]|\([^()]*\))*\)|[^、,;。/\s])+",
    ("市甲局、市乙局", "各县(市、区)政府,市甲局"),
    ("、,;。",),
)
BLANK = Pattern("blank", r"\s", ("市甲局 市乙局",), ("市甲局、市乙局",))
NO_BLANKS = Pattern("words_without_blanks", r"\S+", ("市甲局",), (" ",))
UNITS_BEFORE = Pattern(
    "units_before_a_pause",
    rf"^\s*(?:各|有关|相关|全市|全省|\d+个)*{_UNIT}{{1,3}}(?:\([^()]*\))?$",
    ("各区", "各有关区", "街道", "13个街道", "各县(市、区)"),
    ("市甲区政府", "各区政府", "各部门"),
)
UNITS_AFTER = Pattern(
    "units_after_a_pause",
    rf"{_UNIT}{{1,3}}(?:\([^()]*\))?(?:人民政府|政府|党委|管委会|办事处|$|[,;。)、\s]"
    r"|按|负责|配合|牵头|参与|落实|共同|分工|分别)",
    ("县(市)政府", "县级市", "镇", "街道办事处", "县级市按职责"),
    ("区直各部门", "市甲局", "按职责"),
    way="match",
)
OTHERS_AFTER = Pattern(
    "kinds_after_a_pause",
    r"(?:直属|企事业)?(?:单位|部门|机构|企业)(?:$|[,;。)\s]|按|负责|配合|牵头|参与|落实|共同|分工|分别)",
    ("单位", "企事业单位按职责", "机构,"),
    ("单位工会", "部门联席会议"),
    way="match",
)
KINDS_BEFORE = Pattern(
    "kinds_before_a_pause",
    r"(?:有关|相关|各|直属?|级|成员|责任|职能|主管)(?:部门|单位|机构|委办局)$",
    ("市直有关部门", "各部门", "市级部门"),
    ("市甲局", "主管"),
)
COMMITTEE_BEFORE = Pattern(
    "committee_before_a_pause",
    r"(?:党委|工委|各.*政府)$",
    ("各县(市、区)党委", "高新区党工委", "各区政府"),
    ("市委", "市教委", "市政府"),
)
GOVERNMENT_AFTER = Pattern(
    "government_after_a_pause",
    r"(?:人民政府|政府|管委会|管委|办事处)(?:$|[^办机研督])",
    ("政府", "政府按职责", "管委会"),
    ("政府办", "政府督查室", "市政府"),
    way="match",
)
AND_WORDS = Pattern("word_between_bodies", r"以及|和|及|与|并", ("市甲局和市乙局", "市甲局以及"), ("市甲局、市乙局",))
WHOLE_LEFT = Pattern(
    "whole_name_before_and",
    r"(?:局|委|办|部|厅|院|会|室|科|处|中心|政府|部门|单位|集团|公司|行|机构|街道|等|[县区]|\))$",
    ("市甲局", "各县(市、区)", "市甲局等"),
    ("人力资源", "文化"),
)
WHOLE_RIGHT = Pattern(
    "whole_name_after_and",
    r"(?:市|省|区|县|州|旗|盟|各|有关|相关|其他|团|国家|乡镇|全)\S",
    ("市乙局", "各区", "有关部门"),
    ("社会保障局", "旅游局"),
    way="match",
)
WHOLE_NAME = Pattern(
    "name_that_stands_alone",
    r"(?:市|省|区|县|州|旗|盟|各|团|国家|中国)\S{2,}|\S{2,}(?:局|委|办|部|厅|院|中心|政府|室|公司|集团)$",
    ("市甲局", "文化局", "各区县"),
    ("健康委会", "障局"),
    way="match",
)
TRAILING = Pattern(
    "bracket_behind_a_body",
    r"\((?:[^()]|\([^()]*\))*\)$",
    ("市甲局(市乙办)", "市甲局(含(某)局)"),
    ("市甲局", "(市)甲局"),
)
UNIT_BRACKET = Pattern(
    "bracket_of_units",
    r"\((?:各|有关|[县市区州旗盟乡镇街道场园、/及和]|管委会|办事处|街道办事?处?|开发区|功能区|林区|园区|管理区|人民政府|行署)+\)$",
    ("各县(市、区)", "各县(区)人民政府(管委会)", "乡镇(街道)", "各乡镇人民政府(街道办事处)"),
    ("市甲局(市乙办)", "市甲局(含各县区)"),
)
LEADING = Pattern("bracket_before_a_body", r"^\([^()]*\)(?=\S{2})", ("(市乙办)市甲局",), ("市甲局(市乙办)",))


def pieces(plain: str, start: int, end: int) -> list[Span]:
    """The spans between 、, ; 。 / and blanks outside brackets; 各区、县(市)政府 is one."""
    found: list[Span] = []
    for match in PIECE.re.finditer(plain, start, end):
        at, stop = match.span()
        if found and _belongs(plain, found[-1], at):
            found[-1] = (found[-1][0], stop)
        else:
            found.append((at, stop))
    return found


def _belongs(plain: str, last: Span, at: int) -> bool:
    """Whether a piece goes on with the name before it."""
    if plain[last[1] : at].strip() != "、":
        return False
    before = plain[last[1] - 1]
    if (
        before in "委府"
        and COMMITTEE_BEFORE.re.search(plain, last[0], last[1])
        and GOVERNMENT_AFTER.re.match(plain, at)
    ):
        return True
    if before in "县市区旗州盟乡镇道木场地)":
        unit = plain[_list_start(plain, last) : last[1]]
        return bool(UNITS_AFTER.re.match(plain, at) and UNITS_BEFORE.re.search(unit))
    return bool(
        before in "门位构局" and OTHERS_AFTER.re.match(plain, at) and KINDS_BEFORE.re.search(plain, last[0], last[1])
    )


def _list_start(plain: str, last: Span) -> int:
    """Where the last unit of a piece such as 各镇、街道 begins."""
    return max(last[0], plain.rfind("、", last[0], last[1]) + 1) if plain[last[1] - 1] != ")" else last[0]


def unbroken(plain: str) -> tuple[str, Sequence[int]]:
    """The words without the blanks and line ends that divide nothing, and where each character stood.

    市财政局 市教育局 are two bodies; a line end inside 市卫生/健康委, 市住房和城乡/建设局 or 分工/负责 is none.
    """
    if not BLANK.re.search(plain):
        return plain, range(len(plain))
    words = ""
    places: list[int] = []
    for token in NO_BLANKS.re.finditer(plain):
        if words and _divides(words, token.group()):
            words += " "
            places.append(token.start() - 1)
        words += token.group()
        places += range(*token.span())
    return words, places


def _divides(before: str, after: str) -> bool:
    """Whether the blank between these words divides two of them."""
    left = before[max(before.rfind(pause) for pause in "、,;。:/ ") + 1 :]
    if not left or before.count("(") > before.count(")"):
        return False
    if LABEL.re.match(after):
        return True
    right = PIECE.re.match(after)
    if right is None or not WHOLE_NAME.re.match(right.group()):
        return False
    if CLOSES.re.search(left) or TIME.re.search(left):
        return True
    if len(left) < 3 or not BODY_END.re.search(left):
        return False
    return bool(identify(left)) or not identify(left + right.group())


def split_and(plain: str, start: int, end: int) -> list[Span]:
    """市教育局和市财政局 are two bodies, 人力资源和社会保障局 is one: both sides must be whole names."""
    found: list[Span] = []
    for word in AND_WORDS.re.finditer(plain, start + 2, end):
        left, right = plain[start : word.start()].strip(), plain[word.end() : end].strip()
        if (
            len(right) > 2
            and WHOLE_LEFT.re.search(left)
            and (WHOLE_RIGHT.re.match(right) or BODY_END.re.search(right))
            and left.count("(") == left.count(")")
            and not (left.endswith(("县", "区")) and UNITS_AFTER.re.match(right))
        ):
            found.append((start, word.start()))
            start = word.end()
    return [*found, (start, end)]


def trim(plain: str, start: int, end: int) -> Span:
    """A body without blanks, 由 before and 等(部门) behind it, and without a bracket that is no part of its name."""
    while start < end and plain[start].isspace():
        start += 1
    while opening := OPENING.re.match(plain[start:end]):
        start += opening.end()
    if bracket := LEADING.re.match(plain[start:end]):
        start += bracket.end()
    while True:
        before = end
        while start < end and (plain[end - 1].isspace() or plain[end - 1] in "。."):
            end -= 1
        words = plain[start:end]
        if words.endswith(")") and words.count("(") < words.count(")"):
            end -= 1
        elif others := AND_OTHERS.re.search(words):
            end = start + others.start()
        elif words.endswith(")") and not UNIT_BRACKET.re.search(words) and (bracket := TRAILING.re.search(words)):
            end = start + bracket.start()
        if end == before:
            return start, end


def squeeze(words: str) -> str:
    """The words without any blank or line break."""
    return "".join(words.split())
