"""Which documents bear measures: plans and notices do; rules in articles, interpretations and news are silent.

What this says holds for every kind of fact that commits to something: a silent document gives no measures, targets,
models or tasks.
"""

from typing import Literal

from loaders.closing import ASSIGNS
from loaders.furniture import COMMENTARY
from loaders.headings import MADE, title_kind
from loaders.parts import Part
from loaders.pattern import Pattern

Silence = Literal["regulation", "interpretation", "news"]

REPORTED = Pattern(
    "news_of_a_reporter",
    r"\(?本报讯|\(?(?:通讯员|记者) ?[^。]{2,30}\)|[^。]{0,30}?(?:本报讯|讯 ?\(|记者(?:从|了解到|获悉))",
    ("本报讯(记者某某)近日,我市召开会议。", "记者从市卫健委获悉,", "某市融媒体中心讯(通讯员某某)"),
    ("记者站要加强管理。", "为方便记者采访,制定本方案。"),
    "match",
)
NEWS = Pattern(
    "news_of_a_meeting",
    r"(?:会议|大会|活动现场|(?!为|根据)[^。,:]{0,12}?(?:(?<!总)书记|市长|县长|区长|州长|省长|主任|局长|厅长)[^。,:]{0,3}?(?:在[^。,:]{1,8}?)?)(?:还|最后)?"
    r"(?:强调|指出|要求|认为|听取了|传达学习)"
    r"|(?:\d{4}年)?(?:近日|日前|昨日|今天|\d{1,2}月\d{1,2}日(?:上午|下午)?),?[^。]{0,60}?"
    r"(?:召开|举行|举办|开幕|主持会议|来到|深入)",
    (
        "近日,某市召开推进会。",
        "5月6日上午,某市医改推进会在某市召开。",
        "会议强调,一要提高站位。",
        "副市长某某指出,要狠抓落实。",
    ),
    ("为做好工作,制定本方案。", "近年来,某市取得成效。", "近日,国务院印发意见。", "会议活动要从简。", "总书记指出,"),
    "match",
)
HEADLINE = Pattern(
    "headline",
    r"(?!关于)[^《》。]{2,40}?(?:召开|举行|举办|出台|部署|推出|发布)(?![^。]*的?(?:通知|通告|公告|决定)$)",
    ("某市召开医改推进会", "我市部署下半年重点工作", "某市出台中医药发展实施方案"),
    ("关于召开会议的方案", "某市政府关于出台某方案的通知", "某市医改实施方案"),
    "match",
)
ANNOUNCES = Pattern(
    "news_of_a_document",
    r"(?:\d{4}年)?(?:近日|日前|\d{1,2}月\d{1,2}日(?:上午|下午)?),?[^。]{0,90}?(?:印发|出台|发布|下发)",
    ("近日,某市印发实施方案。", "5月6日,某市出台《某市意见》。"),
    ("近年来,某市印发了方案。", "为贯彻落实,现印发方案。"),
    "match",
)
EXPLAINS = Pattern(
    "opening_of_an_interpretation",
    r"(?:现|作|进行|就[^。]{2,40})(?:出|如下)?解读(?:如下)?|解读如下|起草(?:情况)?说明如下|(?:制定|编制)说明如下",
    ("现解读如下:", "现就有关内容作如下解读。", "现将起草情况说明如下"),
    ("加强政策解读。", "开展解读活动。"),
)
HANDED_ON = Pattern(
    "notice_that_hands_rules_on",
    r"(?:印发|转发|公布|发布)[^。]*(?:办法|规定|条例|细则|规则|规程)(?:\([^()]*\))?[》〉]?(?:\([^()]*\))?的(?:通知|公告|通告)$",
    ("某市政府关于印发某市管理办法的通知", "关于公布《某市规定(试行)》的通知"),
    ("关于贯彻落实某办法的通知", "关于印发某方案的通知"),
)
_OPENING_LINES = 4
_PLAN_LIKE = 2  # lines that assign make a plan of rules without articles


def tells_news(words: str) -> bool:
    """Whether a line opens a report on a meeting or on a document that was issued."""
    return NEWS.fits(words) or ANNOUNCES.fits(words)


def silence(part: Part, *, has_articles: bool) -> Silence | None:
    """Why the document commits to nothing; None for a plan. ``has_articles``: some headings are articles (第X条).

    A notice that carries a plan may say itself what is to be done (一、加强领导).
    """
    if part.is_notice:
        return None
    title = "".join(line.bare for line in part.title_lines)
    opening = [line.bare for line in part.text[:_OPENING_LINES]]
    kind = title_kind(title)
    headed = bool(title) and not HEADLINE.fits(title)
    made = None if title else next((found for words in opening if (found := MADE.re.search(words))), None)
    if made:
        kind = title_kind(made["what"])
    if any(map(REPORTED.fits, opening)) or (not headed and not made and any(map(tells_news, opening))):
        return "news"
    if kind == "commentary" or COMMENTARY.fits(title) or any(map(EXPLAINS.fits, opening)):
        return "interpretation"
    if has_articles and HANDED_ON.fits(title):
        return "regulation"
    assigned = sum(ASSIGNS.fits(line.words) for line in part.text)
    return "regulation" if kind == "rules" and (has_articles or assigned < _PLAN_LIKE) else None
