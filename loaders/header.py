"""Header fields of a document by the habits of GB/T 9704: number, index number, dates, issuer, title.

Fields stand one a line or several in one line, as ``label: value`` or as the cells of a table with blanks between the
characters of a label (索 引 号).
"""

import re
from functools import cache

from loaders.lines import Line

# The labels of fields, by the field; those under "" have values that are not read.
FIELDS: dict[str, tuple[str, ...]] = {
    "index_number": (
        "索引号",
    ),
    "doc_number": (
        "发文字号", "发文文号", "文件编号", "文号", "字号",
    ),
    "issuer": (
        "发文机关", "发布机关", "发布机构", "发文单位", "制发机关", "发布单位", "印发机关",
    ),
    "date_issued": (
        "成文日期", "成文时间", "发文日期", "印发日期", "签发日期", "生成日期",
    ),
    "date_published": (
        "发布日期", "发布时间", "公布日期", "公开日期", "日期",
    ),
    "title": (
        "标题", "文件名称", "信息名称", "名称",
    ),
    "": (
        "有效性", "效力状态", "时效性", "公开方式", "公开属性", "公开形式", "公开范围",
        "信息来源", "来源", "浏览次数", "访问量", "点击数", "浏览量", "主题分类",
        "主题词", "体裁分类", "组配分类", "信息分类", "统一登记号", "分享", "字体",
        "文字大小", "关键词", "废止日期", "生效日期", "实施日期", "所属主题", "公开类别",
        "语种", "载体类型", "作者", "内容概述", "文件状态", "失效时间", "责任部门", "分类", "原文链接",
        "检索时间", "检索关键词",
    ),
}  # fmt: skip
_NUMBER = re.compile(r"\(?([\u4e00-\u9fff]{2,14}) ?\[ ?(\d{4}) ?\] ?(?:第 ?)?(\d{1,4}) ?号\)?")


@cache
def _names() -> dict[str, str]:
    """The field that each label stands for."""
    return {label: name for name, labels in FIELDS.items() for label in labels}


@cache
def _label() -> re.Pattern[str]:
    """A label at the head of a line or after a blank, with its colon or a blank; blanks may part its characters."""
    labels = "|".join(" *".join(label) for label in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"(?:(?<=^)|(?<=[ |*\[(]))({labels})\]?[*|]*(?:[:|] *|[ *]+|$)[*|]*")


def read_fields(lines: list[Line]) -> tuple[dict[str, tuple[int, int]], set[int]]:
    """The places of the header's values by field, the first of each, and the indexes of the lines that hold fields.

    A label that ends its line takes the next line as its value, unless that holds labels itself.
    """
    found: dict[str, tuple[int, int]] = {}
    used: set[int] = set()
    for index, line in enumerate(lines):
        labels = list(_label().finditer(line.words))
        if not labels or labels[0].start() > 2:
            continue
        used.add(index)
        for here, after in zip(labels, [*labels[1:], None], strict=True):
            name = _names()[here.group(1).replace(" ", "")]
            left, right = here.end(), after.start() if after else len(line.words)
            left, right = _trim(line.words, left, right)
            start, end = line.start + left, line.start + right
            if left == right and after is None and name and index + 1 < len(lines):
                below = lines[index + 1]
                if not _label().match(below.words) and not below.words.endswith(":"):
                    used.add(index + 1)
                    start, end = below.start, below.end
            if name and start < end:
                found.setdefault(name, (start, end))
    return found, used


def begins_with_field(line: Line) -> bool:
    """Whether the line begins with the label of a header field."""
    return _label().match(line.words) is not None


def _trim(words: str, left: int, right: int) -> tuple[int, int]:
    """The span without blanks and marks at its ends."""
    while left < right and words[left] in " |*[":
        left += 1
    while left < right and words[right - 1] in " |*[":
        right -= 1
    return left, right


def document_number(line: Line) -> tuple[int, int] | None:
    """The place of a document number that makes up the whole line, None for any other line."""
    found = _NUMBER.fullmatch(line.words)
    return (line.start + found.start(1), line.start + found.end() - line.words.endswith(")")) if found else None
