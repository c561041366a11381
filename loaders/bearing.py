"""Which documents bear measures: plans and notices do; rules in articles, interpretations and news do not."""

from loaders.closing import ASSIGNS
from loaders.furniture import COMMENTARY
from loaders.headings import MADE, title_kind
from loaders.parts import Part
from loaders.pattern import Pattern

NEWS = Pattern(
    "news",
    r"(?:\(?本报讯|\(?记者|[^。]{0,30}?(?:本报讯|讯\(|记者从|获悉)"
    r"|(?:近日|日前|\d{1,2}月\d{1,2}日(?:上午|下午)?),[^。]{0,60}?(?:召开|举行|举办|印发|出台))",
    ("本报讯(记者某某)近日,我市召开会议。", "近日,某市召开推进会。", "记者从市卫健委获悉,"),
    ("为做好工作,制定本方案。", "近年来,某市取得成效。"),
    "match",
)
EXPLAINS = Pattern(
    "opening_of_an_interpretation",
    r"(?:现|作|进行|就[^。]{2,40})(?:出|如下)?解读(?:如下)?|解读如下|起草(?:情况)?说明如下|(?:制定|编制)说明如下",
    ("现解读如下:", "现就有关内容作如下解读。", "现将起草情况说明如下"),
    ("加强政策解读。", "开展解读活动。"),
)
_OPENING_LINES = 4
_PLAN_LIKE = 2  # lines that assign make a plan of rules without articles


def holds_measures(part: Part, *, has_articles: bool) -> bool:
    """Whether the document is a plan. ``has_articles``: some of its headings are articles (第X条).

    A notice that carries a plan may say itself what is to be done (一、加强领导).
    """
    if part.is_notice:
        return True
    title = "".join(line.bare for line in part.title_lines)
    opening = [line.bare for line in part.text[:_OPENING_LINES]]
    kind = title_kind(title)
    if not title:
        made = next((found for words in opening if (found := MADE.re.search(words))), None)
        kind = title_kind(made["what"]) if made else None
        if opening and NEWS.fits(opening[0]):
            return False
    if kind == "commentary" or COMMENTARY.fits(title) or any(map(EXPLAINS.fits, opening)):
        return False
    if kind == "rules":
        return not has_articles and sum(ASSIGNS.fits(line.words) for line in part.text) >= _PLAN_LIKE
    return True
