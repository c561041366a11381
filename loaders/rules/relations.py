"""What a plan does with a document that it names: builds on it, carries it out, drafts it, carries it, or cites it.

The verb nearest before the title in its clause decides, else one right behind the title (抓好《…》落实, 加快《…》立法).
"""

import re
from typing import Literal

from loaders.pattern import Pattern

Verb = Literal["drafts", "carries"]

CLAUSE_END = Pattern("clause_end", r"[,，。;；:：!！?？]", matches=("落实,",), near_misses=("落实、",))
DRAFTS = Pattern(
    "drafts",
    r"(?:研究|组织|牵头|联合|及时|适时|抓紧|加快|动态)*(?:制定|制订|制发|研制|出台|(?<!新)(?<!经)修订|(?<!新)修改|修编|编制|编印|编写|撰写"
    r"|印发|发布|公布|颁布|起草|草拟|拟定|拟订|拟制|更新)(?:完善|印发|出台|发布|实施|我市|我省|我县|本市|本省|市级|省级|全市|全省|新一轮|了|并|和|、)*",
    matches=("研究制定", "修订完善", "出台并印发", "起草", "编制全市", "动态修订"),
    near_misses=("落实", "落实新修订", "制度"),
)
CARRIES = Pattern(
    "carries",
    r"(?:坚决|全面|认真|严格|深入|贯彻|推动|持续|抓好|进一步)*(?:落实|贯彻|执行|按照|按|根据|依据|依照|遵照|参照|对照|遵守|遵循|实施|推行|履行"
    r"|承接|衔接|对接|响应|完成|(?<![不])依|对标|比照)(?:好|国家|省|市|了)*",
    matches=("认真贯彻落实", "按照", "参照", "依法依", "推动实施"),
    near_misses=("违反", "宣传", "学习"),
)
ALREADY = Pattern(
    "already_drafted",
    r"已经?(?=[一-鿿]{0,4}(?:制|出台|印发|编制|修订|发布))|(?:制定|制订|出台|印发|编制|修订|发布|起草|草拟)了",
    matches=("已出台", "我市已经制定", "制定了", "牵头起草了"),
    near_misses=("研究制定", "自己制作", "尽快出台"),
)
LATELY = Pattern(
    "lately",
    r"先后|陆续|相继|近年来|近几年|此前|期间|以来",
    matches=("近年来,我市出台", "先后印发"),
    near_misses=("今年出台", "研究制定"),
)
BUILT_ON = Pattern(
    "built_on",
    r"[^。;《]{0,12}(?:的)?基础上",
    matches=("的基础上,制定本方案", "等文件基础上"),
    near_misses=("夯实基础", "。在此基础上"),
    way="match",
)
DRAFTED_BEHIND = Pattern(
    "drafted_behind",
    r"[^,，。;；《]{0,3}(?:制[定订]|修订|修改|修编|编制|编写|起草|出台|立法|颁布|印发|更新)(?:工作|进程|进度|任务|完善|印发|发布)*(?=[,，。;；、和与及]|$)",
    matches=("立法进程。", "的修订工作,", "编制和发布", "进行修订。"),
    near_misses=("修订后施行", "印发以来,", "等文件,制定方案"),
    way="match",
)
CARRIED_BEHIND = Pattern(
    "carried_behind",
    r"[^,，。;；《]{0,12}(?:落实|贯彻|执行|实施(?!条例|细则|办法|方案|意见|以来|后))",
    matches=("等文件精神落实到位", "贯彻实施", "执行情况"),
    near_misses=("要求,落实", "实施以来", "的实施方案"),
    way="match",
)
PARENTS = Pattern(
    "parents",
    r"(?:根据|按照|依据|依照|遵照|遵循|落实|贯彻|执行|承接|衔接|对接|响应|为|围绕|结合)",
    matches=("为贯彻落实", "根据"),
    near_misses=("近年来,先后出台",),
)
OWN_DOCUMENT = Pattern(
    "own_document",
    r"制[定订]本(?:实施|行动|工作)?(?:方案|计划|意见|办法|措施|规划|要点|通知|细则|规定|清单|政策|若干|指引|条例|制度)",
    matches=("结合我市实际,制定本实施方案", "制订本办法"),
    near_misses=("制定本地清单", "制定实施方案"),
)
BASIS_SECTION = Pattern(
    "basis_section",
    r"(?:编制|制定|政策|法律|法规|主要|工作|总则)?依据$",
    matches=("编制依据", "政策依据", "依据"),
    near_misses=("依据分工落实", "编制依据和原则的说明"),
)
IN_ITS_SPIRIT = Pattern(
    "in_its_spirit",
    r"(?:等)?(?:系列|有关|相关)?(?:文件|通知|意见|规划|方案)?(?:的)?(?:有关|相关)?(?:精神|要求|规定|部署|决策)",
    matches=("等文件精神,经市政府同意,现将方案印发给你们", "要求,现印发给你们"),
    near_misses=("已经市政府同意", "印发给你们"),
    way="match",
)
FORWARDED = Pattern(
    "forwarded",
    r"[^。《\r\n]{0,30}?转发(?:给?你们|给各地)",
    matches=("转发给你们", "已经国务院同意,现转发你们"),
    near_misses=("印发给你们", "要求,现将《方案》转发给你们"),
    way="match",
)
CARRIED = Pattern(
    "carried",
    r"[^。《\r\n]{0,60}?(?:印发给?你们|[转下]?发给?你们|予以印发|现予(?:印发|公布|发布)|(?:已经|业经)[^。《]{0,40}(?:同意|通过|批准|审定))"
    r"|。?\s?(?:现)?(?:予以)?(?:印发|公布)(?!以来|后|以后|之日|实施|执行)",
    matches=(
        "已经市政府同意,现印发给你们",
        "印发给你们,请贯彻执行",
        "业经市政府第3次常务会议审议通过",
        "现印发你们",
        "。现印发给你们",
        "现转发你们",
    ),
    near_misses=("要求,现将《方案》印发给你们", "的有关规定。现印发给你们", "印发以来", "公布实施后"),
    way="match",
)


def verb_before(words: str) -> Verb | None:
    """The kind of the last verb in the words before a title; a verb followed by 的 does not act on the title."""
    found: tuple[int, Verb] | None = None
    kinds: tuple[tuple[Verb, Pattern], ...] = (("drafts", DRAFTS), ("carries", CARRIES))
    for kind, pattern in kinds:
        for match in pattern.re.finditer(words):
            if words.startswith(("的", "后的", "后"), match.end()):
                continue
            if found is None or match.end() > found[0]:
                found = (match.end(), kind)
    return found[1] if found else None


def clause_before(words: str) -> str:
    """The clause that ends the words before a title, without the titles in it."""
    return CLAUSE_END.re.split(re.sub(r"《[^《》]*》(?:\([^()]*\))?", "", words))[-1]
