"""Names and words by which a page says what is its article and what is furniture, apart from the code that looks.

Ids and classes are those that content systems of portals use; ``tests/test_patterns.py`` proves the examples.
"""

from loaders.pattern import Pattern

CONTAINER = Pattern(
    "container",
    r"(?i)TRS_\w*Editor|TRS_UEDITOR|UCAP-CONTENT|zoom(?:con)?|ucapcontent|article[-_]?(?:content|con|body|text)"
    r"|content[-_]?article|policy[-_]?body|xxgk[-_]?content|[iv][vs][sb]_content\w*|v_news_content|Custom_UnionStyle"
    r"|news[-_]?content|info[-_]?content|txt[-_]?content|pages_content|wp_articlecontent|articleBody|mainText"
    r"|rich_media_content|gsj_htmlcon\w*",
    ("TRS_Editor", "UCAP-CONTENT", "zoomcon", "vsb_content_2", "article-content", "wp_articlecontent", "pages_content"),
    ("content", "article-list", "zoomtitle", "content-right", "news_list"),
    "fullmatch",
)
FURNITURE = Pattern(
    "furniture_name",
    r"(?i)(?:^|[\s_-])(?:bd)?(?:share\w*|jiathis\w*|print\w*|dayin|tool(?:bar|s)?|crumbs?|breadcrumb\w*|curmb|nav\w*"
    r"|menu\w*|foot\w*|copyright|related\w*|relevant|xg(?:wj|jd|yd|xw|lj|zc)\w*|prev\w*|next\w*|pager|qr\w*|ewm\w*"
    r"|erweima|side\w*|comment\w*|login|search\w*|fontsize|gotop|back|popup|modal)(?:$|[\s_-])",
    ("bdsharebuttonbox", "page-print", "xgwj", "footer-box", "left_nav", "related_file", "comment-list", "crumb"),
    ("article", "background", "contents", "policy-text"),
)
FURNITURE_HEADING = Pattern(
    "heading_of_furniture",
    r"[【\[]?(?:(?:政策|相关|文字|图文|视频|专家|媒体|部门)?(?:解读|图解)|一图读懂|(?:相关|延伸|推荐)(?:文件|链接|新闻|政策|阅读|信息|推荐|内容|附件)"
    r"|(?:热点|热门|最新|精彩|猜你喜欢)(?:文章|推荐|新闻|信息|文件)?|(?:网友|用户|最新)?(?:评论|留言)|我要(?:评论|留言|纠错|咨询)"
    r"|(?:网站|版权|免责|法律)声明|智能问答|意见(?:反馈|征集)|满意度(?:评价|调查)|温馨提示)[】\]]?[:：]?",
    ("政策解读", "【相关文件】", "延伸阅读：", "网友评论", "一图读懂", "版权声明", "温馨提示："),
    ("政策解读工作方案", "相关文件精神", "评论员文章", "加强政策解读"),
    "fullmatch",
)
HIDDEN_STYLE = Pattern(
    "hidden_style",
    r"(?i)display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all",
    ("display: none", "color:red;DISPLAY:NONE", "visibility :hidden"),
    ("display: block", "visibility: visible", "overflow: hidden"),
)
# These hide words, but also stand on frames of a page whose inner elements undo them.
UNSEEN_STYLE = Pattern(
    "unseen_style",
    r"(?i)font-size\s*:\s*0(?:p[xt]|r?em|%)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}",
    ("font-size:0", "font-size: 0px;", "opacity:0.0", "text-indent:-9999px"),
    ("font-size:0.8em", "font-size:16px", "opacity:0.9", "text-indent:-2em"),
)
KEPT_LINES = Pattern(
    "lines_kept_as_typed",
    r"(?i)white-space\s*:\s*(?:pre|break-spaces)",
    ("white-space: pre-wrap", "white-space:pre-line;color:red"),
    ("white-space: nowrap", "white-space: normal"),
)
FILE = Pattern(
    "file_link",
    r"(?i)\.(?:docx?|pdf|xlsx?|wps|et|ofd|zip|rar|pptx?|txt)(?:$|[?#])",
    ("/a/1.docx", "plan.PDF?v=1", "x.ofd#1"),
    ("/a/1.html", "/docx/list", "t20240101_1.shtml"),
)
ANNEX_LINK = Pattern(
    "link_to_an_annex",
    r"\s*[(（【\[]?附[件表]|\s*\d{1,2}[.．、]",
    ("附件：分工表", "附件1.某市分工表", "（附表）", "1.某市重点任务分工表"),
    ("某市印发某办法", "相关附件", "2024年某市工作要点"),
    "match",
)
TITLE_PLACE = Pattern(
    "title_place",
    r"(?i)(?:\w{0,12}[-_]?)(?:title|tit|biaoti|bt)\d?",
    ("title", "lbTitle", "article_title", "biaoti", "xl_tit2"),
    ("titles-list", "subtitle-box", "content"),
    "fullmatch",
)
SITE_SUFFIX = Pattern(
    "site_behind_title",
    r"\s*[-_|－—]+\s*[^-_|－—]*(?:网站?|政府|委员会|委|局|厅|办公室|中国|频道|公开|文件)\s*$",
    ("某市健康方案_某市政府网", "某市健康方案 - 某市卫生健康委员会", "某市健康方案-政策文件"),
    ("某市健康方案(2024-2025年)", "某市人民政府关于健康的意见"),
)
SITE_NAME = Pattern(
    "site_name",
    r"(?:网站?|政务公开|信息公开|政府信息)$",
    ("某市人民政府门户网站", "某市政府网", "某市政府信息公开"),
    ("某市健康方案", "某市推进政务公开工作方案"),
)
PAGER = Pattern(
    "page_before_or_after",
    r"[\s\[【<«←]*[上下]一(?:篇|条|页|则|个)[\]】]?\s*(?:[:：].{0,200})?$",
    ("上一篇：某市印发某办法", "[下一条]", "下一页", "下一篇:没有了"),
    ("下一步，各部门要推进改革。", "上一年度完成情况", "下一个阶段的任务"),
    "match",
)
TYPED_NUMBER = Pattern(
    "typed_number",
    r"\s*[(（第]?[\d一二三四五六七八九十①-⑳]{1,3}\s*[)）、.．章节条 ]|\s*[①-⑳]",
    ("1.建设平台", "（二）建设平台", "三、建设平台", "第一章 总则", "①建设平台", "1．建设平台"),
    ("建设平台1个", "2024年建设平台", "第三方评估"),
    "match",
)
BULLETS = Pattern(
    "list_without_numbers",
    r"list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)",
    ("list-style:none", "list-style-type: disc"),
    ("list-style-type: decimal", "margin:0"),
)
