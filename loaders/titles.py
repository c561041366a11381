"""Titles: the title above a document's text, and the titles of the plans that a covering notice carries.

A title may stand over several lines, with its years or 试行 in brackets on a line of its own; the titles of carried
plans are printed in 《》 in the notice and are found again as lines of their own.
"""

import re
from collections.abc import Sequence, Set

from loaders.headings import title_kind
from loaders.lines import Line, bodies, furniture_rule, is_date
from loaders.pattern import Pattern

LINK_TO_COMMENTARY = Pattern(
    "link_to_an_interpretation",
    r"\[?(?:一图读懂|图解|图说|解读|政策解读|专家解读|视频解读|音频解读|相关解读)\]? ?[|:丨] ?(?P<what>[^。]{6,80})",
    ("图解 | 某市健康实施意见", "政策解读:某市行动计划"),
    ("某市方案政策解读", "图解健康"),
    "fullmatch",
)
BRACKETED = Pattern(
    "words_in_brackets",
    r"(?:\([^()]{1,30}\)){1,3}",
    ("(2021-2025年)", "(试行)", "(2021-2025年)(征求意见稿)"),
    ("(试行)的通知", "试行"),
    "fullmatch",
)
EDITION = Pattern(
    "bracket_that_belongs_to_a_title",
    r"年(?!\d{1,2}月)|试行|稿|暂行|版|修订",
    ("(2021-2025年)", "(征求意见稿)", "(试行)"),
    ("(某市科技局)", "(一)", "(2031年5月6日某市政府令第3号公布)"),
)
ISSUERS_OF_IT = Pattern(
    "bodies_in_a_bracket",
    r"\([^()]{2,60}(?:局|委|厅|部|办|办公室|委员会|政府)\)",
    ("(市卫生健康委  市医保局)", "(某市财政局)"),
    ("(2021-2025年)", "(征求意见稿)"),
    "fullmatch",
)
NAMED = Pattern(
    "title_in_marks",
    r"《(?P<name>(?:[^《》]|《[^《》]*》){4,120})》",
    ("现将《某市实施方案》印发给你们", "《某市〈方案〉》印发"),
    ("《方案》", "某市方案"),
)
SHELL = Pattern(
    "title_of_a_notice",
    r"(?:关于|政府|办公[室厅]|委员会|[局厅委])(?:印发|转发|批转|发布|公布|下达)(?P<name>.+?)(?:等[^等的]{1,8})?的通知",
    (
        "某市政府关于印发某市行动计划的通知",
        "某市政府办公室转发市民政局关于办好食堂意见的通知",
        "某局关于印发《某方案》等两个文件的通知",
    ),
    ("关于做好春季造林工作的通知", "某市行动计划"),
)
HANDS_ON = Pattern(
    "line_that_hands_a_plan_on",
    r"印发|同意|通过|转发|现将|遵照|贯彻执行|发布|批准|下发|制定了|予以公布",
    ("现将《某方案》印发给你们", "《某方案》已经市政府同意", "我局制定了《某方案》"),
    ("根据《某法》的规定,请做好工作。",),
)
ANNEX_LINE = Pattern(
    "annex_with_its_title",
    r"附[件表录]? ?[\d一二三四五六七八九十]{0,3} ?[::] ?(?P<title>.*)",
    ("附件:1.某市方案", "附件2:某市清单", "附:某市方案"),
    ("附件", "附则", "附件材料要齐全。"),
    "match",
)
HANDED_OVER = Pattern(
    "words_of_handing_over",
    r"现?将?印发(?:给你们|各[地市县区])|转发给你们|现印发|下发给你们|现?予以?(?:印发|下发|发布|公布|转发)|印发你们|现转发"
    r"|现(?:下)?发给你们",
    ("现印发给你们,请遵照执行。", "现予发布", "现转发给你们", "现予以下发,请贯彻执行。"),
    ("做好印发工作", "请各单位执行。"),
)
_MARKS = re.compile(r"[\W_]+")
ITEM_NUMBER = Pattern(
    "number_of_an_item",
    r"^[\d一二三四五六七八九十]{1,3}[.、] ?",
    ("1.某市方案", "二、某市方案"),
    ("2021年方案", "一二三"),
)
_SAME_END = 6  # characters by which a link and a title are told to name one document
_LONGEST_TITLE = 5  # lines
_LONGEST_LINE = 90
_SHORTEST_WHOLE = 12  # characters of a title that a line above prints whole
_SHORTEST_TITLE = 5  # characters: 工作方案 alone is no title
_ENDS_OPEN = ("关于", "印发", "转发", "、", "和", "及", "与", "-", "市", "县", "区", "省", "《", "“", "年")


def is_title(line: Line) -> bool:
    """Whether the line by itself ends as titles do (通知, 方案, 计划 …) and is no sentence and no furniture."""
    words = line.words
    return (
        len(words) <= _LONGEST_LINE
        and "。" not in words
        and title_kind(words) is not None
        and furniture_rule(line) is None
    )


def title_above(lines: Sequence[Line], end: int, used: Set[int]) -> tuple[int, int] | None:
    """The indexes [first, after) of the title that stands nearest above line ``end``, None where none does."""
    titles = [i for i in range(end - 1, -1, -1) if i not in used and is_title(lines[i])]
    if not titles:
        return None
    last = titles[0]
    if len(titles) > 1 and _tells_of(lines[last].words, lines[titles[1]].words):
        last = titles[1]  # 图解:某市方案 between the title and its text is a link
    first = last
    while first > 0 and last - first < _LONGEST_TITLE and first - 1 not in used and _goes_on(lines, first, last):
        first -= 1
    return first, _with_bracket(lines, last + 1, end)


def _tells_of(link: str, title: str) -> bool:
    """Whether a line (图解 | 某市方案) names a picture or an interpretation of what the title above it names."""
    told = LINK_TO_COMMENTARY.re.fullmatch(link)
    return told is not None and norm(told["what"])[-_SAME_END:] == norm(title)[-_SAME_END:]


def title_below(lines: Sequence[Line], begin: int, end: int) -> tuple[int, int] | None:
    """The indexes [first, after) of a title that begins at this line or one of the next few, None where none does."""
    for last in range(begin, min(begin + _LONGEST_TITLE, end)):
        if lines[last].label or "。" in lines[last].words or len(lines[last].words) > _LONGEST_LINE:
            return None
        if is_title(lines[last]):
            first = last
            while first > begin and _goes_on(lines, first, last):
                first -= 1
            return first, _with_bracket(lines, last + 1, min(end, len(lines)))
    return None


def _with_bracket(lines: Sequence[Line], after: int, end: int) -> int:
    """The end of a title, a line in brackets that belongs to it included."""
    belongs = after < end and BRACKETED.fits(lines[after].words) and EDITION.fits(lines[after].words)
    return after + belongs


def _goes_on(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the line above ``first`` is the upper part of the title first..last."""
    above, words = lines[first - 1], "".join(line.words for line in lines[first : last + 1])
    if furniture_rule(above) or is_date(above) or "。" in above.words or words.startswith(above.words):
        return False
    if words.startswith(("关于", "印发", "转发")) or bodies(lines[first]):
        second = BRACKETED.fits(above.words) and first > 1 and bool(bodies(lines[first - 2]))
        return second or bool(bodies(above))
    if above.words.endswith((":", ")", "号", "文件")) or len(above.words) > _LONGEST_LINE:
        return False
    is_open = words.count("《") != words.count("》") or words.count("“") != words.count("”")
    is_end = len(BRACKETED.re.sub("", words)) <= _SHORTEST_TITLE
    if is_open or is_end or words.startswith("的") or (words.startswith("(") and above.label is None):
        return True
    if _is_printed_above(lines, first, norm(above.words + words)):
        return True
    goes = "关于" in above.words and "关于" not in words
    return title_kind(above.words) is None and (goes or len(words) < 8 or above.words.endswith(_ENDS_OPEN))


def _is_printed_above(lines: Sequence[Line], first: int, title: str) -> bool:
    """Whether a line above prints these words in one, as the title of a notice prints that of its plan."""
    near = lines[max(0, first - _LONGEST_TITLE) : first - 1]
    return len(title) >= _SHORTEST_WHOLE and any(title in norm(line.words) for line in near)


def norm(words: str) -> str:
    """Words without blanks and punctuation, to compare titles."""
    return _MARKS.sub("", words)


def names_of_plans(title: str, notice: Sequence[Line]) -> list[str]:
    """The titles of the plans that a notice says it carries: in its title, its text and its list of annexes."""
    names = [found["name"] for found in NAMED.re.finditer(title)]
    if shell := SHELL.re.search(title):
        names.append(shell["name"].strip("《》"))
    for index, line in enumerate(notice):
        if HANDS_ON.fits(line.words):
            names += [found["name"] for found in NAMED.re.finditer(line.words)]
        if annex := ANNEX_LINE.re.match(line.words):
            below = [item.words for item in notice[index + 1 : index + 9] if item.label]
            names += [ITEM_NUMBER.re.sub("", item) for item in (annex["title"], *below)]
    names += [name[name.index("关于") :] for name in names if "关于" in name[1:]]
    return [name for name in names if title_kind(name) not in (None, "notice")]


def find_titles(lines: Sequence[Line], begin: int, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where these titles stand as lines of their own from line ``begin`` on: indexes [first, after), each once."""
    wanted = {norm(name) for name in names} | {norm(BRACKETED.re.sub("", name)) for name in names}
    wanted.discard("")
    heads = tuple({name[:2] for name in wanted})
    found: list[tuple[int, int]] = []
    seen: set[str] = set()
    index = begin
    while index < len(lines):
        after, name = index, ""
        if norm(lines[index].words[:8]).startswith(heads):
            after, name = _title_from(lines, index, wanted)
        if after > index and norm(BRACKETED.re.sub("", name)) not in seen:
            seen.add(norm(BRACKETED.re.sub("", name)))
            found.append((index, after))
        index = max(after, index + 1)
    return found


def _title_from(lines: Sequence[Line], index: int, wanted: set[str]) -> tuple[int, str]:
    """The end of the wanted title that begins at this line, with its words; (index, "") where none does."""
    joined, best, words = "", index, ""
    for after in range(index, min(index + _LONGEST_TITLE, len(lines))):
        piece = norm(lines[after].words)
        joined += piece
        if not piece or not any(name.startswith(joined) for name in wanted):
            bracket = BRACKETED.fits(lines[after].words)
            belongs = bracket and (EDITION.fits(lines[after].words) or not ISSUERS_OF_IT.fits(lines[after].words))
            return (after + 1, words) if best == after and best > index and belongs else (best, words)
        if joined in wanted:
            best, words = after + 1, "".join(line.words for line in lines[index : after + 1])
    return best, words
