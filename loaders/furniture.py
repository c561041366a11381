"""Page furniture: lines that are no part of a document, each by a rule whose name says why.

Patterns work on folded, stripped lines. The first that matches names the rule; a rule in ``ENDS`` closes the document
that it follows.
"""

import re
from functools import cache

from loaders.pattern import Pattern

_LONGEST = 160  # characters; a longer line is no furniture
FURNITURE: tuple[Pattern, ...] = (
    Pattern(
        "publicity",
        r"\(? ?(此件|本件|信息公开选项|公开方式|公开属性)[^。]{0,20}\)?$",
        ("(此件公开发布)", "公开方式:主动公开", "(此件主动公开)"),
        ("此件由市财政局办理。", "主动公开目录"),
        "match",
    ),
    Pattern(
        "breadcrumb",
        r"[^。]{0,60}?(当前位置|所在位置|您的位置)|[^。>]{0,20}首页[^。>]{0,6}>|>[^。]+>|首页$",
        ("首页 > 政务公开 > 文件", "您当前所在位置:首页>公开", "> 法规 > 文件"),
        ("打造智慧城市首页。", "增长>5%"),
        "match",
    ),
    Pattern("abridged", r"\((本文有删减|此处略|略|全文略)\)$", ("(本文有删减)", "(略)"), ("(略有增长)",), "match"),
    Pattern("footnote", r"\[(脚注|尾注)\d{1,3}\]", ("[脚注1]指常住人口",), ("脚注",), "match"),
    Pattern("rule_line", r"[-=_*·~ ]{3,}$", ("---", "* * *", "====="), ("--附件", "-5"), "match"),
    Pattern(
        "page_number",
        r"[-·]? ?第? ?\d{1,3} ?页?(/\d+)? ?[-·]?$|第 ?\d{1,3} ?页 ?[,/]? ?共 ?\d{1,3} ?页$",
        ("- 3 -", "第3页", "3/12", "第3页 共12页"),
        ("3所", "第3条", "2024"),
        "match",
    ),
    Pattern(
        "contents_entry",
        r"[^。]{2,80}?(?:\.{3,}|…{1,}|·{3,}|_{3,}|-{3,}) ?\(?\d{1,3}\)?$",
        ("第一章 总则.........3", "(一)目标…………12", "附件 指标表------9"),
        ("到2025年……", "增长3.5", "电话12345"),
        "match",
    ),
    Pattern(
        "front_matter", r"(layout|title|date|permalink|tags|categories): ", ("layout: post",), ("layout",), "match"
    ),
    Pattern(
        "visits",
        r"(访问量|浏览次数|浏览量|点击数|点击率|阅读量|阅读次数|字体|字号|文字大小)[:: ]?[^。]{0,40}$",
        ("访问量:687", "字体:大 中 小", "浏览次数 12"),
        ("阅读量达到10万人次。", "提高阅读量"),
        "match",
    ),
    Pattern(
        "share",
        r"(分享|收藏|转发|复制链接|微信|微博)[^。]{0,20}$",
        ("分享:", "分享到 微信", "收藏"),
        ("推进分享经济", "微信小程序上线。"),
        "match",
    ),
    Pattern(
        "language",
        r"(简体|繁體|繁体|English|无障碍|长者助手|长者版|手机版)[^。]{0,12}$",
        ("简体 | 繁体", "无障碍浏览"),
        ("建设无障碍设施。",),
        "match",
    ),
    Pattern(
        "menu",
        r"(政策解读|政策原文|政务公开|政务服务|互动交流|新闻中心|网站地图|通知公告|用户登录|登录|注册|搜索|我要写信)$",
        ("政务公开", "网站地图"),
        ("政务公开目录", "推进政务公开"),
        "match",
    ),
    Pattern(
        "site_links",
        r"(?:(?:网站地图|联系我们|关于我们|关于本站|网站声明|网站帮助|使用帮助|隐私声明|隐私保护|版权声明|设为首页|加入收藏|站点地图|法律声明)"
        r"[ |·丨-]*){1,8}$",
        ("网站地图 | 联系我们", "关于我们", "隐私声明 版权声明 网站地图"),
        ("联系我们的同志要做好服务", "网站地图服务"),
        "match",
    ),
    Pattern(
        "print",
        r"\[?(打印本页|关闭本页|打印|关闭|关闭窗口|返回顶部|我要纠错|纠错|收藏本页)\]?([ \[|].*)?$",
        ("[打印本页] [关闭本页]", "关闭窗口", "返回顶部"),
        ("打印服务", "关闭小煤矿5处。"),
        "match",
    ),
    Pattern(
        "qr",
        r"(扫码|扫一扫|扫描二维码|手机扫|微信扫)[^。]{0,30}$",
        ("扫一扫在手机打开当前页",),
        ("推行扫码乘车。",),
        "match",
    ),
    Pattern(
        "source",
        r"(信息来源|文章来源|来源|作者|供稿|责任编辑|编辑|审核|原文链接|检索时间|检索关键词|发布机构|分类"
        r"|更新时间|最后更新|更新日期)[* ]{0,3}[:：]",
        ("来源:某市政府网", "责任编辑:某某", "更新时间:2024-01-02"),
        ("来源地的管理要加强。", "编辑目录"),
        "match",
    ),
    Pattern(
        "navigation",
        r"(返回|[←<] ?上一篇|上一篇|下一篇|上一条|下一条"
        r"|相关(文件|链接|阅读|解读|文章|新闻|稿件|政策)|友情链接|\[原文下载\])(?![^。]{6,}。)",
        ("上一篇:某市意见", "相关文件", "[原文下载]", "返回列表"),
        ("相关文件由市财政局会同有关部门印发。", "返回式卫星项目落户某市。"),
        "match",
    ),
    Pattern(
        "footer",
        r"[^。]{0,40}?(版权所有|主办单位|承办单位|ICP备|公网安备|网站标识码|技术支持)[^。]*$",
        ("版权所有:某市人民政府", "主办单位:某市人民政府办公室", "某ICP备12345号-1"),
        ("主办单位要加强管理。", "提供技术支持,做好服务。"),
        "match",
    ),
    Pattern("copies", r"(抄送|主题词|印发份数|共印)[:: ]", ("抄送:市委办公室。", "共印 50份"), ("抄送机关",), "match"),
    Pattern(
        "file_link",
        r"[-·\[ ]*[^。]{1,120}\.(docx?|pdf|xlsx?|wps|ofd|zip|rar|jpe?g|png)\)?$",
        ("某政办〔2024〕5号.doc", "[附件.pdf](/a/b.pdf)"),
        ("转换为pdf格式",),
        "match",
    ),
    Pattern(
        "published_on",
        r"[^。,]{2,40}?\d{4}年\d{1,2}月\d{1,2}日(?:发布|印发)",
        ("某市科技局2026年5月25日发布,征求意见截止6月24日。", "某市政府办公室2024年3月6日印发"),
        ("自2024年3月6日起施行", "2024年3月6日"),
        "match",
    ),
)
ENDS = frozenset({"site_links", "print", "qr", "source", "navigation", "footer", "copies", "file_link", "published_on"})
COMMENTARY = Pattern(
    "commentary",
    r"[\[《(]?(?:一图读懂|图解|图说|解读|政策解读|权威解读|专家解读|部门解读|媒体解读|答记者问|新闻发布会|政策问答|起草说明|编制说明)"
    r"(?:[\])》《|:: ]|$)[^。]{0,90}$"
    r"|[^。]{6,90}(?:的?(?:政策|文字|图文|图片|视频|专家|媒体)?解读|起草说明|编制说明|制定说明|政策图解|政策问答|答记者问|新闻发布会(?:实录|文字实录)?)"
    r"(?:[\(（][^()]*[\)）])?》?$",
    (
        "《某市实施方案》政策解读",
        "图解:某市工作方案",
        "关于某市若干措施的起草说明",
        "一图读懂|某市行动计划",
        "政策解读",
    ),
    ("加强政策解读,做好宣传。", "解读政策", "(四)加强宣传解读。开展培训。", "做好政策解读工作"),
    "match",
)


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{rule.name}>{rule.words})" for rule in FURNITURE))


def furniture_of(words: str) -> str | None:
    """The name of the rule by which these words of a line are page furniture, None where they are none."""
    if len(words) > _LONGEST:
        return None
    found = _furniture().match(words)
    return found.lastgroup if found else None
