"""Where a heading ends and the own words of its section begin, by the guidelines' rules for heading phrases."""

import re
from collections.abc import Sequence

from loaders.closing import ASSIGNS
from loaders.lines import Line
from loaders.pattern import Pattern

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
    if stop < 0 and (end := _continuation(lines, has_children)):
        return start, end, end
    return start, start + len(phrase.rstrip(" :;,。*")), min(start + len(whole) + (stop >= 0), line.end)


def _joined(phrase: str) -> str:
    """The phrase without the blanks of a broken line between Chinese characters."""
    return re.sub(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])", "", phrase)


def _continuation(lines: Sequence[Line], has_children: bool) -> int | None:
    """Where a heading broken over two lines ends: the next line is short and closes what the first left open."""
    if len(lines) < 2:
        return None
    first, second = lines[0].words, lines[1].words
    if first.endswith("。") or len(second) > LONGEST_HEADING or any(stop in second.rstrip("。") for stop in "。;:,"):
        return None
    is_open = ENDS_OPEN.fits(first) or sum(map(first.count, _OPEN)) != sum(map(first.count, _CLOSE))
    more_follows = len(lines) > 2 or has_children
    if is_open or (more_follows and len(first) >= 18 and len(second) >= 2):
        return lines[1].end - second.endswith("。")
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
