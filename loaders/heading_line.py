"""Where a heading ends and the own words of its section begin, by the guidelines' rules for heading phrases."""

import re
from collections.abc import Sequence

from loaders.closing import ASSIGNS
from loaders.lines import Line
from loaders.pattern import Pattern

_LONG_LINE = 18  # characters of a first line that can be broken before its heading ends
LONGEST_HEADING = 30  # characters; a longer first sentence is no heading phrase
_BRACKETS = re.compile(r"[(\[《“‘〈)\]》”’〉,;:。]")
_LINE_END = re.compile(r"[\r\n]")
_OPEN, _CLOSE = "([《“‘〈", ")]》”’〉"
ENDS_OPEN = Pattern(
    "heading_that_goes_on",
    r"[,、]$|(?:和|与|及|的|为|以|对|在|向|等)$",
    ("完善机制,", "构建上下贯通的", "建设公园和"),
    ("完善机制", "建设公园。"),
)
_VERBS = (
    r"(?:建强|建立|建设|建成|健全|完善|加强|强化|深化|推进|推动|推行|提升|提高|优化|构建|打造|做好|做优|做实|做强|抓好|加快|落实|规范"
    r"|创新|促进|实施|开展|夯实|压实|统筹|巩固|发展|扩大|增强|严格|改革|支持|培育|壮大|稳步|全面|进一步|积极|切实|持续|大力|扎实|着力)"
)
BARE_VERB = Pattern(
    "heading_of_verbs_alone",
    rf"{_VERBS}(?:[、和]?{_VERBS}){{0,3}}",
    ("建强", "建立健全", "全面推进", "完善和落实"),
    ("加强领导", "组织实施", "完善机制"),
    "fullmatch",
)
_LAST_NOUN = (
    r"(?:建设|工作|机制|体系|制度|改革|发展|管理|服务|能力|水平|办法|政策|保障|机构|队伍|模式|行动|工程|质量|效率|监管"
    r"|供给|网络|格局|环境|设施|作用|责任)"
)
TAIL_OF_HEADING = Pattern(
    "rest_of_a_broken_heading",
    rf"(?:{_LAST_NOUN}|(?!{_VERBS})[\u4e00-\u9fff]{{1,4}}?{_LAST_NOUN})[。;]",
    ("建设。", "配办法。做好工作。", "服务能力。"),
    ("加强管理。", "做好宣传。", "市财政局负责建设。", "建设"),
    "match",
)
ASSIGNED_IN_HEADING = Pattern(
    "bracket_that_assigns_behind_a_heading",
    r"[ ]?[(\[](?:[^()\[\]。]{0,20}(?:牵头|责任|配合|主办|承办|协办|参与|落实|负责|主管|支持|参加)"
    r"(?:单位|部门|科室|处室|股室|主体|领导|人)? ?:"
    r"(?:[^()\[\]。]|\([^()]{0,30}\)){2,400}"
    r"|(?:[^()\[\]。]|\([^()]{0,30}\)){2,200}(?:牵头|负责|配合|落实|牵头负责|分工负责)"
    r"|(?:(?:[市县区省州旗各](?!级)[^()\[\]。,、:]{1,18}(?:局|委|委员会|政府|办|办公室|厅|部|中心)[、, ]?)+))[)\]]$",
    (
        "推进就业(牵头单位:县就业局)",
        "扩大服务(市民政局牵头,市财政局配合)",
        "规划合理(县教体局、县财政局)",
        "改善条件[责任单位:各县(市、区)政府]",
    ),
    ("落实责任(四方责任)", "完善制度(党委领导下的院长负责制)", "建设中心(市级)", "推进就业(牵头单位:县就业局)工作"),
)
BLANK_AFTER_HEADING = Pattern(
    "heading_that_a_blank_parts_from_its_text",
    r"(?P<heading>[\u4e00-\u9fff“”]{3,20}) {1,2}(?=[\u4e00-\u9fff\d](?:[^。]{12,}。|[^。]{2,}[,;][^。]{2,}。))",
    ("加强领导 各县区要成立工作专班,定期研究。", "行动目标  到2025年,新建医院5所。"),
    ("总 则", "建设 公园", "推进智慧医院 AI 建设", "加强领导,落实 责任。"),
    "match",
)


def place_heading(
    folded: str, lines: Sequence[Line], length: int, has_children: bool, text: str | None = None
) -> tuple[int, int, int]:
    """The place of the title in a section's first line, and where its own words begin: (start, end, body).

    ``length``: of the number label. A number alone in its line has its title in the next. A heading alone in its line,
    without a full stop or with items below it, is a title of any length; any other first sentence of more than 30
    characters gives its first clause, and the own words begin with it. A bracket that assigns at its end is not of
    the title.
    """
    line = lines[0]
    start = line.start + length
    while start < line.end and folded[start] in " 、.*":
        start += 1
    if start >= line.end and len(lines) > 1 and len(lines[1].words) <= LONGEST_HEADING and "。" not in lines[1].words:
        return lines[1].start, lines[1].end, lines[1].end
    words = folded[start : line.end]
    parted = BLANK_AFTER_HEADING.re.match(words)
    if parted and not _LINE_END.search(text or folded, start + parted.end("heading"), start + parted.end()):
        return start, start + parted.end("heading"), start + parted.end()
    stop = words.find("。")
    whole = words if stop < 0 else words[:stop]
    assigned = ASSIGNED_IN_HEADING.re.search(whole)
    phrase = whole[: assigned.start()] if assigned and assigned.start() else whole
    if stop < 0:
        alone = has_children or (";" not in phrase and any(not ASSIGNS.fits(line.words) for line in lines[1:]))
    else:
        alone = has_children and stop == len(words) - 1
    if not alone and len(_joined(phrase)) > LONGEST_HEADING:
        return start, start + _clause(words), start
    if stop < 0 and (ends := _run_on(words, lines) or _continuation(lines, has_children)):
        return start, *ends
    return start, start + len(phrase.rstrip(" :;,。*")), min(start + len(whole) + (stop >= 0), line.end)


def _joined(phrase: str) -> str:
    """The phrase without the blanks of a broken line between Chinese characters."""
    return re.sub(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])", "", phrase)


def _run_on(words: str, lines: Sequence[Line]) -> tuple[int, int] | None:
    """Where a heading that a line end broke ends and the own words begin: it is verbs alone, or the next line begins
    with the last of its words and a full stop."""
    if len(lines) < 2:
        return None
    below = lines[1].words
    stop = below.find("。")
    rest = below if stop < 0 else below[:stop]
    if len(_joined(words)) + len(rest) > LONGEST_HEADING or not rest:
        return None
    if BARE_VERB.fits(words.strip()) or (len(words) >= _LONG_LINE and TAIL_OF_HEADING.fits(below)):
        return lines[1].start + len(rest.rstrip()), lines[1].start + len(rest) + (stop >= 0)
    return None


def _continuation(lines: Sequence[Line], has_children: bool) -> tuple[int, int] | None:
    """Where a heading broken over two lines ends: the next line is short and closes what the first left open."""
    if len(lines) < 2:
        return None
    first, second = lines[0].words, lines[1].words
    if first.endswith("。") or len(second) > LONGEST_HEADING or any(stop in second.rstrip("。") for stop in "。;:,"):
        return None
    is_open = ENDS_OPEN.fits(first) or sum(map(first.count, _OPEN)) != sum(map(first.count, _CLOSE))
    more_follows = len(lines) > 2 or has_children
    if is_open or (more_follows and len(first) >= _LONG_LINE and len(second) >= 2):
        end = lines[1].end - second.endswith("。")
        return end, end
    return None


def _clause(words: str) -> int:
    """The length of the first clause: up to the first , ; : or 。 outside brackets and quotes."""
    depth = 0
    for found in _BRACKETS.finditer(words):
        mark = found.group()
        if mark in _OPEN:
            depth += 1
        elif mark in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            return found.start()
    return len(words)
