"""What stands behind or round a model's name and tells how it is taken up, beside the verbs of ``stances.yaml``."""

from loaders.pattern import Pattern

ENCLOSING = Pattern(
    "enclosing",
    r"(?:的)?基础上|等?(?:领域|方面)|过程中|(?:的)?前提下",
    matches=("试点工作的基础上", "等方面加强合作"),
    near_misses=("的基础工作", "建设"),
)
OWNERS = Pattern(
    "owners",
    r"[\"”]?(?:内(?!容|涵)|之?间|牵头|成员|所属|总院|总部|运行|监管考核|绩效考核|(?:信息)?平台(?!建设)|(?:服务)?信息系统|医保(?:电子|资金|基金)"
    r"|(?:药品|耗材|品种)?(?:医保)?(?:资金|基金)?结余|中选|(?:建设)?(?:评估|评价)(?!制度|机制|试点)|服务费|覆盖率|签约率"
    r"|审批|占(?!据)|章程|(?:主要)?负责人|院长(?!负责)|理事会|管委会|管理委员会|党委(?!领导))",
    matches=("内统一管理", "之间双向转诊", "信息平台", "医保资金结余留用政策", "建设评估", "章程", "主要负责人"),
    near_misses=("内涵建设", "内容", "评价机制", "平台建设", "占据主导"),
    way="match",
)
JOINED_OWNER = Pattern(
    "joined_owner",
    r"(?:、|和|及|与|或|以及)[^,，。;；、和与]{2,12}?(?=内(?!容|涵)|之?间|运行|绩效考核|所属|牵头|(?:建设)?评[价估])",
    matches=("和县级医疗集团运行考核", "、专科联盟建设评价"),
    near_misses=("和县级医疗集团建设", "运行考核"),
    way="match",
)
AMOUNT = Pattern(
    "amount",
    r"(?:的)?(?:资金|比例|额度|标准|水平|基数|数额|对象)",
    matches=("资金,用于绩效", "的比例"),
    near_misses=("支付范围", "政策"),
    way="match",
)
RELATIVE = Pattern(
    "relative",
    r"(?:服务|工作|管理|建设)?的[^,，。;；]{2}",
    matches=("的医院给予补助", "服务的机构"),
    near_misses=("的,", "服务"),
    way="match",
)
COUNTED_OFF = Pattern(
    "counted_off",
    r"(?:[一二三四五六七八九十\d]|其[一二三四五]|[首再]先|其次|重点|关键|目标|任务)是$",
    matches=("一是", "另外三是", "其二是", "重点是"),
    near_misses=("是", "改革是", "一是为了"),
)
ESTABLISHED_BEHIND = Pattern(
    "established_behind",
    r"(?:基本|初步|全面|逐步|普遍|已经?|率先|加快|总体)(?:建立|形成|建成|构建|成型|定型)|初具规模|落户|建成|投入使用|投用|挂牌|成型|全面形成",
    matches=("制度基本建立", "格局初步形成", "建成投用"),
    near_misses=("基本医疗", "建设"),
)
PROMOTED_BEHIND = Pattern(
    "promoted_behind",
    r"(?:更加|更为|进一步|逐步|不断|持续|全面|稳步|有序|深入|日益|加快|显著|大力)(?:完善|健全|优化|深化|规范|成熟|推进|推开|有序|合理|紧密|高效|提升|增强|实施|开展|落实|发展)"
    r"|落到实处|落地|落实|做实|做细|走深走实|提质|扩面|增效|见效|全覆盖(?!率)|取得[^,，。;；]{0,10}(?:进展|成效|突破)"
    r"|(?:协同|统筹|一体|同步|联动)(?:推进|实施|开展)",
    matches=(
        "改革协同推进",
        "制度更加完善",
        "秩序更加有序",
        "落到实处",
        "稳步推进",
        "建设实现全覆盖",
        "建设取得明显成效",
    ),
    near_misses=("制度", "的内容", "覆盖率达到90%"),
)
TRIED_BEHIND = Pattern(
    "tried_behind", r"先行先试|积极探索", matches=("方面先行先试",), near_misses=("先行区", "探索性手术")
)
NOMINAL = Pattern(
    "nominal",
    r"[\"“”]?(?:$|、|等|的|制度|机制|模式|政策|改革|要求)",
    matches=("", "、合理超支分担", "制度"),
    near_misses=("统筹使用", "平台"),
    way="match",
)
COMBINED = Pattern(
    "combined",
    r"[^,，。;；]{0,6}?(?:相|深度|有机)?(?:结合|融合)",
    matches=("相结合", "深度融合"),
    near_misses=("建立合作关系", "相衔接"),
    way="match",
)
PARTNER = Pattern(
    "partner",
    r"合作|衔接|联动|签|挂钩|对接|相?结合|协作|建立|互联|互通|共享",
    matches=("相衔接的药品目录", "建立合作关系"),
    near_misses=("建设", "服务"),
)
VERBAL = Pattern(
    "verbal",
    r"^(?:将|把|允许)|调整|实现",
    matches=("把健康融入所有政策", "优化调整医疗服务价格", "结果实现互认"),
    near_misses=("健康影响评估",),
)
QUALIFYING = Pattern(
    "qualifying",
    r"[\"“”]?(?:付费)?(?:等)?为(?:主|基础|重点)",
    matches=("为主的多元支付", "”为主的"),
    near_misses=("为抓手", "为载体"),
    way="match",
)
PILOT_BEHIND = Pattern(
    "pilot_behind",
    r"[^,，。;；]{0,20}?试点",
    matches=("建设试点", "试点单位", "、安宁疗护试点"),
    near_misses=(",开展试点", "建设"),
    way="match",
)
HEAD_SETTING = Pattern(
    "head_setting",
    r"(?:并|要|应|紧密|密切|充分|有机)*结合(?!、)",
    matches=("结合", "并充分结合"),
    near_misses=("医养结合", "结合、"),
    way="match",
)
PILOT_BEFORE = Pattern(
    "pilot_before",
    r"(?:试点|试行|先行)(?:开展|推行|实施|推进|建立|实行|运行|推广)$",
    matches=("试点开展", "在三个县试点推行"),
    near_misses=("开展试点,推行", "推行"),
)
LED_TO = Pattern(
    "led_to",
    r"(?:引导|动员|组织|选派|安排|鼓励|下派|转诊|转运|分流|派|送)[^,，。;；]{1,14}[到至往]$",
    matches=("引导患者到", "选派医师到"),
    near_misses=("推广到", "引导患者"),
)
REGULATED = Pattern(
    "regulated",
    r"(?:的)?(?:建设|发展|开展|推进|推广|服务(?!行为|秩序|收费))",
    matches=("建设和管理", "发展", "服务,做实签约"),
    near_misses=("行为", "管理"),
    way="match",
)
