"""Header fields of a document by the habits of GB/T 9704: number, index number, dates, issuer, title.

Fields stand one a line or several in one line, as ``label: value`` or as the cells of a table with blanks between the
characters of a label (索 引 号). A value is taken only where it is one that its field can have.
"""

import re
from collections.abc import Sequence
from functools import cache

from loaders.furniture import furniture_of
from loaders.headings import title_kind
from loaders.lines import BODY, Line, read_date
from loaders.pattern import Pattern

# The labels of fields, by the field; those under "" have values that are not read.
FIELDS: dict[str, tuple[str, ...]] = {
    "index_number": (
        "索引号", "索取号", "信息索引号", "信息索引",
    ),
    "doc_number": (
        "发文字号", "发文文号", "发布文号", "文件编号", "文件字号", "公文文号", "文件文号", "发文编号", "文件号",
        "文号", "字号",
    ),
    "issuer": (
        "发文机关", "发布机关", "发布机构", "发文机构", "发文单位", "制发机关", "发布单位", "印发机关", "制定机关",
        "制定单位", "颁布机关", "公布机关", "发布部门", "发文部门", "制发单位", "公开机构", "公开主体",
    ),
    "date_issued": (
        "成文日期", "成文时间", "发文日期", "发文时间", "印发日期", "印发时间", "签发日期", "生成日期",
        "制定日期", "签署日期", "生成时间", "制发日期", "形成日期",
    ),
    "date_published": (
        "发布日期", "发布时间", "公布日期", "公布时间", "公开日期", "公开时间", "颁布日期",
        "上网日期", "上网时间", "发表时间", "日期",
    ),
    "title": (
        "文件标题", "公文标题", "信息标题", "标题", "文件名称", "公文名称", "信息名称", "名称",
    ),
    "": (
        "有效性", "效力状态", "效力等级", "效力级别", "时效性", "时效", "公开方式", "公开属性", "公开形式", "公开范围",
        "信息来源", "来源", "浏览次数", "访问量", "点击数", "浏览量", "主题分类", "主题词", "体裁分类", "服务对象",
        "组配分类", "信息分类", "统一登记号", "统一编号", "分享", "字体", "公开时限", "公开程序", "责任编辑",
        "文字大小", "关键词", "关键字", "废止日期", "废止时间", "生效日期", "生效时间", "施行日期", "实施日期",
        "所属主题", "公开类别", "有效期", "语种", "载体类型", "作者", "内容概述", "内容概要", "文件状态", "失效时间",
        "失效日期", "责任部门", "分类", "原文链接", "检索时间", "检索关键词", "政策咨询", "备注", "文种", "公文种类",
        "更新时间", "更新日期", "签发人", "阅读次数", "阅读量", "公文时效", "文件有效性", "信息类别",
        "内容分类", "审核", "来稿",
    ),
}  # fmt: skip
NUMBER = Pattern(
    "document_number",
    r"\(?(?P<number>[\u4e00-\u9fff]{2,14} ?(?:\[ ?(?:19|20)\d{2} ?\]|\((?:19|20)\d{2}\)|(?:19|20)\d{2}年)"
    r" ?-?(?:第 ?)?\d{1,4} ?号"
    r"|第? ?\d{1,4} ?号(?=\)?$)|(?:19|20)\d{2}年第? ?\d{1,4} ?号)\)?",
    ("某政办发[2024]5号", "某健促办发[2020] 3 号", "(某卫发[2021]第3号)", "某政令[1997]29号", "第77号", "2024年第5号"),
    ("12号楼", "某政办发[2024]5号文件精神", "第77号令的规定", "某政办发"),
    "fullmatch",
)
NUMBER_AT_END = Pattern(
    "document_number_after_a_blank",
    r"(?:^| )(?P<number>[\u4e00-\u9fff]{2,14} ?\[ ?(?:19|20)\d{2} ?\] ?(?:第 ?)?\d{1,4} ?号)$",
    ("某市人民政府文件 某政发[2024]5号", "某政发[2024]5号"),
    ("根据某政发[2024]5号文件", "某政发[2024]5号 某市"),
)
INDEX = Pattern(
    "index_number",
    r"[\w/.()+:-]*\d[\w/.()+: -]*",
    ("B-2/2024", "003129766/201901-00336", "N001-01-2024-00100", "1234-某政办-2024-1"),
    ("有效", "某市人民政府办公室", "无"),
    "fullmatch",
)
_LONGEST_MARK = 2  # characters before the first label: the mark of a list


@cache
def _names() -> dict[str, str]:
    """The field that each label stands for."""
    return {label: name for name, labels in FIELDS.items() for label in labels}


@cache
def _label() -> re.Pattern[str]:
    """A label at the head of a line or after a blank, with its colon or a blank; blanks may part its characters."""
    labels = "|".join(" *".join(label) for label in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"(?:(?<=^)|(?<=[ |*\[(·∙]))({labels})[\])]?[*|]*(?: *[:|] *|[ *]+|$|(?<=\]))[*|]*")


def read_fields(lines: Sequence[Line]) -> tuple[dict[str, tuple[int, int]], set[int]]:
    """The places of the header's values by field, the first of each, and the indexes of the lines that hold fields.

    A label that ends its line takes the next line as its value, where its field can have it.
    """
    found: dict[str, tuple[int, int]] = {}
    used: set[int] = set()
    for index, line in enumerate(lines):
        labels = list(_label().finditer(line.words)) if len(line.words) < 600 else []
        if not labels or labels[0].start() > _LONGEST_MARK:
            continue
        used.add(index)
        for here, after in zip(labels, [*labels[1:], None], strict=True):
            name = _names()[here.group(1).replace(" ", "")]
            left, right = _trim(line.words, here.end(), after.start() if after else len(line.words))
            start, end, words = line.start + left, line.start + right, line.words[left:right]
            if not words and after is None and name and index + 1 < len(lines):
                below = lines[index + 1]
                if not begins_with_field(below):
                    start, end, words = below.start, below.end, below.words
            if name == "doc_number" and (number := NUMBER.re.match(words)) and words[number.end() :][:1].isspace():
                end = start + number.end()  # the next cell of the row follows: 文号 某政发[2024]5号 是否有效 有效
            if name and name not in found and _can_be(name, words):
                found[name] = (start, end)
                used.update({index + 1} if start >= line.end else ())
    return found, used


def _can_be(name: str, words: str) -> bool:
    """Whether a field can have this value: a number has digits, a date is a day, an issuer is a body."""
    if name == "doc_number":
        return NUMBER.fits(words) or ("号" in words and bool(re.search(r"\d", words)) and len(words) < 60)
    if name == "index_number":
        return INDEX.fits(words)
    if name.startswith("date"):
        return read_date(words) is not None
    if name == "issuer":
        return len(words) > 1 and "。" not in words and all(map(BODY.fits, re.split(r"[ 、,;]+", words)))
    return title_kind(words) is not None and furniture_of(words) is None


def begins_with_field(line: Line) -> bool:
    """Whether the line begins with the label of a header field."""
    found = _label().search(line.words, 0, 12)
    return found is not None and found.start() <= _LONGEST_MARK


def _trim(words: str, left: int, right: int) -> tuple[int, int]:
    """The span without blanks and marks at its ends."""
    while left < right and words[left] in " |*[":
        left += 1
    while left < right and words[right - 1] in " |*[·∙":
        right -= 1
    return left, right


def document_number(line: Line) -> tuple[int, int] | None:
    """The place of a document number that makes up the whole line or ends it, None for any other line."""
    if len(line.words) > 120 or "号" not in line.words:
        return None
    found = NUMBER.re.fullmatch(line.words) or NUMBER_AT_END.re.search(line.words)
    return (line.start + found.start("number"), line.start + found.end("number")) if found else None
