"""The closing words of a document: what follows its last measure and belongs to none (本方案自…起施行)."""

from collections.abc import Sequence

from loaders.lines import Line
from loaders.pattern import Pattern

_DOCUMENT = (
    "(?:政策措施|实施方案|工作方案|行动方案|行动计划|实施意见|若干措施|工作要点"
    "|政策|办法|意见|措施|方案|计划|通知|规定|文件|规划|要点|细则|条款|清单)"
)
ASSIGNS = Pattern(
    "line_that_assigns",
    r"^\(?(?:责任|牵头|配合|主办|承办|参与|协助|协办|落实)(?:单位|部门|科室|处室|领导)?[::]"
    r"|\([^()]*(?:\([^()]*\)[^()]*)*(?:负责|牵头|落实|配合)\)。?$|(?:分工|牵头|共同|具体|组织|参与)负责。?$"
    r"|^[^。;:要应]{2,120}(?:负责|牵头|配合)。?$|(?:责任|牵头)(?:单位|部门|科室|处室)[::][^。]*\)?。?$",
    (
        "责任单位:市财政局",
        "做好服务。(责任部门:市科技局)",
        "(市财政局牵头,市民政局配合)",
        "由市城管局负责。",
        "(各县(市、区)政府负责)",
    ),
    ("各单位要认真抓好落实。", "责任单位要加强管理。", "各部门要密切配合。"),
)
CLOSING = Pattern(
    "closing_words",
    rf"(?:本|以上|上述|该){_DOCUMENT}[^。]{{0,30}}?(?:自|由|有效|执行|施行|实施|解释|为准|适用)|(?:施行|实施|执行)说明"
    r"|(?:未尽事宜|此前(?:有关|发布|规定|出台|印发|制定)|有效期|原(?:有|发)?[^。]{0,20}同时废止|国家、?(?:和)?省[^。]{0,20}(?:另有|有新)规定)"
    r"|各(?:级|地|县|市|区|乡|镇|有关|相关|部门|单位)[^。]{0,30}?要"
    r"|联系(?:人|方式|电话)[::]|(?:特此通知|以上意见)",
    (
        "本方案自印发之日起施行。",
        "本措施由市科技局负责解释。",
        "各县区、各部门要抓好落实。",
        "此前有关规定与本措施不一致的,以本措施为准。",
        "特此通知。",
    ),
    ("本市重点企业要加快改造。", "各类企业享受补贴。", "原有设施继续使用。"),
    "match",
)
CERTAIN = Pattern(
    "closing_words_beyond_doubt",
    rf"本{_DOCUMENT}(?:从|自|由)[^。]{{0,40}}?(?:施行|实施|执行|生效|解释)|本{_DOCUMENT}(?:所称|所指|适用于|有效期)"
    r"|特此通知。?$|联系(?:人|方式|电话)[::]",
    ("本方案自印发之日起施行。", "本措施由市科技局负责解释。", "本意见从2024年1月1日起执行", "本政策所称企业,是指"),
    ("本方案要求各单位落实。", "方案由市财政局解释。"),
    "match",
)
PURPOSE = Pattern(
    "item_on_the_purpose_of_the_document",
    rf"(?:为|根据|依据|按照|结合)[^。]{{4,240}}制[定订](?:本|以下|如下){_DOCUMENT}",
    ("为支持软件产业,建设软件名城,制定本措施。", "根据某省规定,结合我市实际,制定如下措施"),
    ("为企业制定服务清单。", "支持企业制定标准。"),
    "match",
)


def cut_closing(last: Sequence[Line], one_line_each: bool, several: bool) -> int | None:
    """Where in the lines of the last item the closing words begin; None where there are none.

    They are what follows the line that assigns it, what begins as closing words do, or any paragraph after a run-in
    heading where every other item is one paragraph. ``several``: the document has more than two other items.
    """
    assigned = [i for i, line in enumerate(last) if ASSIGNS.fits(line.words)]
    if assigned:
        return assigned[-1] + 1
    if one_line_each and several and "。" in last[0].words:
        return 1
    certain = next((i for i, line in enumerate(last) if i and CERTAIN.fits(line.words)), None)
    if certain is not None and (certain > 1 or "。" in last[0].words):
        return certain
    first = 1 if "。" in last[0].words[:-1] else 2  # a bare heading keeps its first paragraph
    return next((i for i, line in enumerate(last) if i >= first and several and CLOSING.fits(line.words)), None)
