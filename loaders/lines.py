"""The lines of a text, and what a line is by itself: page furniture by a named rule, a date, a body's name, a field.

Each rule of ``FURNITURE`` says by its name why a line is no part of a document. Patterns work on folded, stripped
lines.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.labels import Label, label_at
from loaders.plan import Source

TABLE = "\t"
"""The words of a line that stands for a table: folded text holds no tab."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer blanks: place, folded words, and the number label at its head."""

    start: int
    end: int
    words: str
    label: Label | None

    @property
    def is_table(self) -> bool:
        """Whether it stands for a whole table of a known kind, which only the rules for tables read."""
        return self.words == TABLE


# Order matters: the first that matches names the rule. A rule in ENDS closes the document that it follows.
FURNITURE: tuple[tuple[str, str], ...] = (
    ("publicity", r"\(? ?(此件|本件|信息公开选项|公开方式|公开属性)[^。]{0,20}\)?$"),
    ("breadcrumb", r".{0,60}(当前位置|所在位置|您的位置)|[^。]{0,20}首页[^。]{0,6}>|>[^。]+>|首页$"),
    ("abridged", r"\((本文有删减|此处略|略|全文略)\)$"),
    ("footnote", r"\[(脚注|尾注)\d{1,3}\]"),
    ("rule_line", r"[-=_*·~ ]{3,}$"),
    ("page_number", r"[-·]? ?第? ?\d{1,3} ?页?(/\d+)? ?[-·]?$"),
    ("front_matter", r"(layout|title|date|permalink|tags|categories): "),
    ("visits", r"(访问量|浏览次数|浏览量|点击数|点击率|阅读量|阅读次数|字体|字号|文字大小)[:： ]?[^。]{0,40}$"),
    ("share", r"(分享|收藏|转发|复制链接|微信|微博)[^。]{0,20}$"),
    ("language", r"(简体|繁體|繁体|English|无障碍|长者助手|长者版|手机版)[^。]{0,12}$"),
    ("menu", r"(政策解读|政策原文|政务公开|政务服务|互动交流|新闻中心|网站地图|通知公告|用户登录|登录|注册|搜索)$"),
    ("print", r"\[?(打印本页|关闭本页|打印|关闭|关闭窗口|返回顶部|我要纠错|纠错|收藏本页)\]?([ \[].*)?$"),
    ("qr", r"(扫码|扫一扫|扫描二维码|手机扫)[^。]{0,30}$"),
    (
        "source",
        r"(信息来源|文章来源|来源|作者|供稿|责任编辑|编辑|审核|原文链接|检索时间|检索关键词|发布机构|分类) ?[:：]",
    ),
    (
        "navigation",
        r"(返回|[←<] ?上一篇|上一篇|下一篇|上一条|下一条|相关(文件|链接|阅读|解读|文章)|友情链接|\[原文下载\])",
    ),
    ("footer", r".{0,40}(版权所有|主办单位|承办单位|ICP备|公网安备|网站标识码|技术支持)"),
    ("copies", r"(抄送|主题词|印发份数|共印)[:： ]"),
    ("file_link", r"[-·\[ ]*[^。]{1,120}\.(docx?|pdf|xlsx?|wps|ofd|zip|rar|jpe?g|png)\)?$"),
    ("published_on", r"[^。,]{2,40}\d{4}年\d{1,2}月\d{1,2}日发布"),
)
ENDS = frozenset({"print", "qr", "source", "navigation", "footer", "copies", "file_link", "published_on"})
_FURNITURE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in FURNITURE))

_NUMERALS = "〇零一二三四五六七八九十"
_DATE = re.compile(
    rf"(\d{{4}}|[{_NUMERALS}]{{4}}) ?年 ?(\d{{1,2}}|[{_NUMERALS}]{{1,3}}) ?月 ?(\d{{1,2}}|[{_NUMERALS}]{{1,3}}) ?日"
    r"|(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
)
BODY_SUFFIXES = (
    "人民政府|政府|办公室|办公厅|委员会|管委会|委|局|厅|部|署|领导小组|指挥部|中心|党组|工委|党委|法院|检察院|总工会|联合会|银行|分行"
    "|国务院|中共中央|全国人大|政协|协会|分局|集团|公司|医院|学校|大学|妇联|科协|团委"
)
_BODY = re.compile(rf"[^。;:,\d《》\[\]]{{2,36}}(?:{BODY_SUFFIXES})(\([^()]{{2,24}}\))?|国务院|中共中央")
_SIGNED_LINE = re.compile(rf"(?P<body>(?:{_BODY.pattern})) *(?P<date>{_DATE.pattern})$")
_BLANKS = re.compile(r" {2,}")
_LINE = re.compile(r"[^\n]+")
_RUN_ON = re.compile(r"(?<=[。)])(?: {2,}|\n)(?=[(\d第一二三四五六七八九十])")


def read_lines(source: Source) -> list[Line]:
    """The lines of a text that are not blank; a label after a full stop and two blanks begins a line too.

    A table of a known kind is one line. A row of any other table has no label: 1.床位数<tab>5 is no heading.
    """
    lines, at = [], 0
    for table in source.tables:
        lines += _lines_between(source, at, table.start)
        if table.kind:
            lines.append(Line(table.start, table.end, TABLE, None))
        else:
            lines += _lines_between(source, table.start, table.end, rows=True)
        at = table.end
    return lines + _lines_between(source, at, len(source.folded))


def _lines_between(source: Source, start: int, end: int, *, rows: bool = False) -> list[Line]:
    """The lines of a stretch of the text. ``rows``: all of them are rows of a table, as is any line with tabs."""
    lines = []
    for found in _LINE.finditer(source.folded, start, end):
        whole = found.group()
        cuts = [0, *(cut.end() for cut in _RUN_ON.finditer(whole) if label_at(whole, cut.end())), len(whole)]
        for left, right in pairwise(cuts):
            piece = whole[left:right]
            words = piece.strip(" *#>" if piece.lstrip().startswith(("#", "*")) else " ")
            if words:
                at = found.start() + left + piece.index(words)
                is_row = rows or "\t" in source.text[at : at + len(words)]
                lines.append(Line(at, at + len(words), words, None if is_row else label_at(words, 0)))
    return lines


def furniture_rule(line: Line) -> str | None:
    """The name of the rule by which this line is page furniture, None where it is none."""
    found = _FURNITURE.match(line.words)
    return found.lastgroup if found else None


def read_date(words: str) -> str | None:
    """The first date of these words as YYYY-MM-DD, None where none is printed or it is no day of the calendar."""
    found = _DATE.search(words)
    if found is None:
        return None
    year, month, day = (_number(part) for part in (found.groups()[:3] if found.group(1) else found.groups()[3:]))
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _number(part: str) -> int:
    """Digits, or Chinese numerals: of a year digit by digit (二〇二四), else as a number (二十三)."""
    if part.isdigit() and part.isascii():
        return int(part)
    values = [_NUMERALS.index(char) for char in part]
    digits = [0 if value == 0 else value - 1 for value in values]
    if "十" not in part:
        return int("".join(map(str, digits)))
    tens, _, ones = part.partition("十")
    return (_number(tens) if tens else 1) * 10 + (_number(ones) if ones else 0)


def is_date(line: Line) -> bool:
    """Whether the line is a date and nothing else."""
    found = _DATE.match(line.words)
    return found is not None and found.end() == len(line.words)


def signed_line(line: Line) -> tuple[str, str] | None:
    """The body and the date of a line that holds both (某市人民政府 2024年1月2日), None for any other line."""
    found = _SIGNED_LINE.match(line.words)
    return (found["body"].strip(), found["date"]) if found else None


def bodies(line: Line) -> list[tuple[int, int]]:
    """The places of the body's names that make up the whole line, several apart by wide blanks; [] for any other."""
    places, at = [], 0
    for part in _BLANKS.split(line.words):
        at = line.words.index(part, at)
        if _BODY.fullmatch(part) is None:
            return []
        places.append((line.start + at, line.start + at + len(part)))
        at += len(part)
    return places
