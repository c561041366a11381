"""Document numbers (某政办发〔2024〕5号, 国务院令第7号) in all the brackets and blanks that texts print.

GB/T 9704 gives a document number as the issuer's short form, the year in 〔〕 and a serial number with 号; laws and
regulations carry the number of the decree, announcements the year and a number. The year, or the decree's 令第, is
searched first and the issuer's short form read backwards from it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from loaders.pattern import Pattern


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A document number: as printed without blanks, and its place in the text."""

    number: str
    start: int
    end: int


NUMBER = Pattern(
    "number",
    r"[\[({<〈]\s{0,2}(?:19|20)\d\d年?\s{0,2}[\])}>〉]\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}\)?号"
    r"|令\s?\(?第\s?[\d〇零一二三四五六七八九十百]{1,5}\s?号"
    r"|(?:公告|通告|(?<=\())\s?\(?(?:19|20)\d\d年\)?第\s?\d{1,4}\s?号",
    matches=(
        "某政发〔2024〕5号",
        "某政办 [ 2024 ] 5 号",
        "某卫发（2009）第12号",
        "某某部令第三十八号",
        "公告2021年第5号",
    ),
    near_misses=("第(2024)版5号", "2024年32号文", "第5号公告", "令人满意的第5号"),
)
LETTERS = Pattern(
    "letters",
    r"[一-鿿A-Za-z]{2,24}\s{0,2}$",
    matches=("按照某政办发", "某卫医 "),
    near_misses=("某", "某政办发,"),
)
BODY = Pattern(
    "body",
    r"[一-鿿]{2,24}$",
    matches=("中华人民共和国主席", "某省人民政府"),
    near_misses=("", "《办法》"),
)
LEAD = Pattern(
    "lead",
    r".*(?:根据|按照|依据|落实|贯彻|执行|参照|对照|遵照|依照|结合|围绕|抓好|做好|抓实|完成|遵循|学习|宣传|印发|转发|下发"
    r"|对标|符合|关于|文件|以及|和|与|及|见|是|为|即|其中|办公厅|办公室|人民政府|省政府|市政府|县政府|国务院(?!令|办)|委员会"
    r"|部门|批准|批复|发布|公布|出台|要求|精神|意见|通知|方案|办法|规定|的|等|原)(?=[一-鿿]{2})",
    matches=("根据某政办发", "省政府办公厅某政办发", "印发的某卫发"),
    near_misses=("某政办发", "某健推进办发"),
    way="match",
)
BODY_LEAD = Pattern(
    "body_lead",
    r".*(?:根据|按照|依据|落实|贯彻|执行|参照|遵照|依照|结合|的|(?<!共)和|与|及|以)(?=[一-鿿]{2})",
    matches=("根据国务院", "依照某部"),
    near_misses=("国务院", "某省人民政府", "中华人民共和国主席"),
    way="match",
)


type Printed = Callable[[int, int], str]
"""The words as printed between two places of a folded text."""


def doc_numbers(folded: str, printed: Printed | None = None) -> list[DocNumber]:
    """The document numbers of a folded text in their order; without ``printed`` the numbers are given as folded."""
    found = []
    for match in NUMBER.re.finditer(folded):
        before = folded[max(0, match.start() - 26) : match.start()]
        is_year_alone = match[0][0].isdigit()
        has_body = match[0].startswith(("令", "公告", "通告"))
        letters = (BODY if has_body else LETTERS).re.search(before)
        if letters is None and not is_year_alone:
            continue
        start = match.start()
        if letters and not is_year_alone:
            lead = (BODY_LEAD if has_body else LEAD).re.match(letters[0])
            start += (lead.end() if lead else 0) - len(letters[0])
        words = printed(start, match.end()) if printed else folded[start : match.end()]
        found.append(DocNumber("".join(words.split()), start, match.end()))
    return found
