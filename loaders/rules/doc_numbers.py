"""Document numbers (某政办发〔2024〕5号) in all the brackets and blanks that texts print.

GB/T 9704 gives a document number as the issuer's short form, the year in 〔〕 and a serial number with 号.
"""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A document number: as printed without blanks, and its place in the text."""

    number: str
    start: int
    end: int


# Words that lead into a number and are no part of it (根据省政府办公厅某政办发〔2020〕1号).
LEAD = re.compile(
    r"[一-鿿]*(?:根据|按照|依据|落实|贯彻|执行|参照|对照|遵照|依照|结合|围绕|抓好|做好|抓实|完成|遵循|学习|宣传|转发|对标|符合|关于|文件|以及|和|与|及|见|办公厅|办公室|人民政府|省政府|市政府|委员会|部门|印发的?)(?=[一-鿿]{2})"
)


@cache
def _pattern() -> re.Pattern[str]:
    blank = r"[ \t\r\n　\xa0]*"
    return re.compile(
        rf"[一-鿿]{{2,24}}{blank}[〔\[(（【﹝［]{blank}(?:19|20)\d\d年?{blank}[〕\])）】﹞］]{blank}第?{blank}\d{{1,5}}{blank}号"
    )


def doc_numbers(text: str, start: int = 0, end: int | None = None) -> list[DocNumber]:
    """The document numbers of ``text[start:end]`` in their order; offsets count in ``text``."""
    stop = len(text) if end is None else end
    found = []
    for match in _pattern().finditer(text, start, stop):
        lead = LEAD.match(match[0])
        opening = match.start() + (lead.end() if lead else 0)
        found.append(DocNumber(re.sub(r"\s", "", text[opening : match.end()]), opening, match.end()))
    return found
