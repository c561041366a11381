"""What stands in 《》 and is no policy document: newspapers, classics, certificates, forms, works and programmes.

Each rule looks at the title, at the words right before it or at those right behind it, and is named in the report.
"""

from loaders.pattern import Pattern

BY_TITLE = (
    Pattern(
        "newspaper",
        r"(?<![通公简汇上呈预申填])(?<!情况)报$|(?:杂志|期刊|学报|周刊|月刊|导刊|新闻|新闻联播)$",
        matches=("某某日报", "健康报", "某省医学杂志"),
        near_misses=("工作通报", "疫情简报", "预报办法", "政府工作报告"),
    ),
    Pattern(
        "classic",
        r"(?:内经|难经|伤寒论|金匮要略|本草纲目|本草经|千金方|伤寒杂病论|温病条辨|论语|史记|诗经|道德经)$",
        matches=("黄帝内经", "本草纲目"),
        near_misses=("国内经济工作要点",),
    ),
    Pattern(
        "certificate",
        r"(?:许可证|执照|证书|合格证|资格证|登记证|备案凭证|证明|健康证|居住证|居民身份证|社会保障卡|代码证|工作证|服务证|优待证|营业执照|准生证)$",
        matches=("医疗机构执业许可证", "出生医学证明"),
        near_misses=("出生医学证明管理办法", "认证"),
    ),
    Pattern(
        "form",
        r"(?:申请表|申报表|登记表|审批表|报名表|备案表|汇总表|情况表|统计表|评分表|调查表|信息表|推荐表|承诺书|告知书|告知单|知情同意书|申请书|协议书"
        r"|责任书|责任状|委托书|合同|倡议书|邀请函|问卷|通知单|服务手册|健康手册|保健手册|家长信|一封信)$",
        matches=("补贴申请表", "目标责任书", "母子健康手册"),
        near_misses=("考核指标表办法", "协议管理办法", "合同示范文本"),
    ),
)
BEFORE = (
    Pattern(
        "certificate_or_form",
        r"(?:取得|领取|办理|核发|换发|发放|颁发|填写|填报|签订|签署|签|持有|(?<![坚支主保维])持|出具|提交|注销|吊销|张贴|佩戴)(?:了|好|相应|统一|有效|的)*$",
        matches=("依法取得", "签订", "填写"),
        near_misses=("颁布", "坚持", "制定"),
    ),
    Pattern(
        "work",
        r"(?:出版|刊发|刊登|发表(?:在|于)?|刊载于|创作|创排|排演|拍摄|演唱|合唱|演出|播放|观看|收看|播出|开设|开办|开播|订阅|登上|荣登|专著|著作"
        r"|歌曲|电影|影片|图书|书籍|栏目|节目|宣传片|专题片|纪录片|微电影|短视频|话剧|舞台剧|小品|期刊|杂志|教材|论文)$",
        matches=("拍摄", "发表在", "开设"),
        near_misses=("出台", "编写", "推行"),
    ),
)
BEHIND = (
    Pattern(
        "programme",
        r"(?:等)?(?:大型|主流|系列|电视|广播|微信|科普)*(?:专?栏目?|专版|节目|丛书|歌曲|主题曲|剧目|宣传片|微电影|电影|影片|专题片|系列剧|微视频|短视频|视频|动漫|画册"
        r"|一书|书籍|图书|报刊|刊物|媒体|期刊|杂志|教材|话剧|小品|公益广告|海报|活动(?!方案|计划))",
        matches=("栏目", "系列微视频", "等期刊"),
        near_misses=("等文件", "活动方案", "要求"),
        way="match",
    ),
)


def no_document(title: str, before: str, behind: str) -> str | None:
    """The name of the rule by which a name in 《》 is no policy document, None for a document.

    ``before``, ``behind``: the folded words right before and right behind its brackets.
    """
    for patterns, words in ((BY_TITLE, title), (BEFORE, before), (BEHIND, behind)):
        for pattern in patterns:
            if pattern.fits(words):
                return pattern.name
    return None
