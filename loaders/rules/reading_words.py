"""The wordings by which the words of a number are found beside it: shared nouns, standards, levels, circles."""

from loaders.pattern import Pattern

# Verbs alone: what is built was named in the sentence before (其中,…可规划布局选建3~4所).
EMPTY = Pattern(
    "verbs that name nothing",
    r"(?:提供|达到|可|应|将|按规定|规划|布局|选建|建设|设置|设立|配备|新建|允许|给予|享受|申请|申领|获得|领取|完成|实现|改造|实施|推进|投入|安排|首批|首期|启动|建成|新增|培训|培养|推广|推广到|累计|其中|每[年月人])+",
    matches=("可规划布局选建", "达到"),
    near_misses=("达到床位", "床位"),
    way="fullmatch",
)
AREA_OF_RATE = (
    r"(?:县\(市、区\)|县\(市\)|乡镇\(街道\)|镇\(街道\)|村\(社区\)|机关企事业单位|乡镇|街道|行政村|社区|县区|县域|村)"
)
RATES = "(?:覆盖|合格|达标|完成|知晓|设置|建成|通达|普及|建档|开放|使用|签约|控制|治疗|随访|达成|满意)"
AREA_RATE = Pattern(
    "the rate at the end of a name, with its area",
    rf"{AREA_OF_RATE}?{RATES}率$",
    matches=("社会心理服务乡镇(街道)覆盖率",),
    near_misses=("示范性托育机构",),
)
BARE_RATE = Pattern(
    "a rate that does not say of what",
    rf"(?:{AREA_OF_RATE}|向个人)?(?:{RATES}?率|占比|比例)|数量?|人数",
    matches=("覆盖率", "占比", "县(市、区)覆盖率"),
    near_misses=("床位占比",),
    way="fullmatch",
)
LEVEL = Pattern(
    "a level alone",
    r"(?:国家|省|市|县|乡|镇|区)[级属直](?:及以上)?|(?:市|县|乡镇|省)|[一二三]级(?:甲等)?|[一二三四五]星级|[十百千]亿级|[A-D]级",
    matches=("市级", "国家级"),
    near_misses=("市级医院",),
    way="fullmatch",
)
BUILT = Pattern(
    "what a sentence builds",
    r"(?:建成|建设|创建|打造|新建|培训培养|培养|培训|培育|引进|加强)(?P<what>[^,。;\d]{3,24}?)(?=建设?[,。;]|[,。;\d])",
    matches=("加强示范区建设,", "新建市级医院3所"),
    near_misses=("示范区,", "新建5所"),
)
SHARED_NOUN = Pattern(
    "the noun behind the last number holds for all: 给予100万元、50万元奖励, 每月500元、最长12个月的补贴",
    r"(?:(?:、|和|或|及)(?:最高|最长|最多|最大|不超过)?[\d.]+(?:[万亿]*元|[万亿](?=[、和或及])|个月|年|平方米))+的?(?P<noun>[^,。;、\d]{2,20})",
    matches=("、50万元奖励", "、最长12个月的补贴"),
    near_misses=(",50万元奖励", "的奖励"),
    way="match",
)
STANDARD = Pattern(
    "the grant is what is measured, the standard only says how much: 按每人500元的标准发放补贴",
    r"的?标准(?:给予|予以|发放|进行|兑现|安排|拨付|落实|筹集|配套|配备)?(?P<noun>[^,。;、\d]{0,16}(?:奖励|补贴|补助|资助|支持|奖补|津贴|经费|资金))",
    matches=("的标准发放补贴", "标准给予奖励", "的标准安排培训经费"),
    near_misses=("的标准配建设施",),
    way="match",
)
BY_STANDARD = Pattern(
    "what a standard of so much is for stands before it: 按人均用地不少于0.1平方米的标准配建",
    r"的?(?:标准|要求|比例)(?!化)",
    matches=("的标准配建", "标准"),
    near_misses=("标准化社区", "机构"),
    way="match",
)
JOINED_NOUN = Pattern(
    "two numbers at once: 6类10项技术",
    r"\d+(?:人次|批次|[\u4e00-\u9fff])(?:以上|左右)?的?(?P<noun>[^,。;]+)",
    matches=("10项以上技术",),
    near_misses=("技术10项",),
    way="match",
)
ATTRIBUTED = Pattern(
    "attributes with numbers of their own before what is counted: 5个以上、总面积不少于8万平方米的社区",
    r"、[^,。;、\d]{2,10}[\d.]+[万亿]*[^\d,。;、的]{1,5}(?:[,、][^,。;、\d的]{2,12})*的(?P<noun>[^,。;、\d的]{2,16})(?=[,。;]|$)",
    matches=("、总面积不少于8万平方米的社区",),
    near_misses=("、总面积不少于8万平方米",),
    way="match",
)
SPENT_ON = Pattern(
    "what is done with a sum: 投入3亿元实施迁建项目",
    r"(?:实施|推进|用于|开展|启动)(?=[^,。;]{4,})",
    matches=("实施中心医院迁建项目", "用于设备购置"),
    near_misses=("实施项目", "建设资金"),
    way="match",
)
SHARED_PREDICATE = Pattern(
    "shares of several kinds that reach one thing: 85%以上的服务站、70%以上的卫生室能够提供服务",
    r"(?:以上|左右)?的?(?P<who>[^,。;、\d和及]{2,14})(?:[、和及][\d.]+%(?:以上|左右)?的?[^,。;、\d和及]{2,14}?){0,3}?"
    r"(?:[、和及][\d.]+%(?:以上|左右)?的?(?P<last>[^,。;、和及]{4,60}))",
    matches=("以上的服务站、70%以上的卫生室能够提供4类以上服务", "的医院和60%的卫生院达到标准"),
    near_misses=("以上的服务站,70%以上的卫生室", "、60%"),
    way="match",
)
LEVEL_NOUN = Pattern(
    "the noun behind the last level holds for all: 3个省级、8个市级医疗质量控制中心",
    r"(?:[、和与及]\d+[个家所名支项](?:国家|省|市|县|区|[一二三四五]星|[十百千]亿)级)*[、和与及]\d+[个家所名支项](?:国家|省|市|县|区|[一二三四五]星|[十百千]亿)级(?P<noun>[^,。;、\d和与及]{2,20})",
    matches=("、8个市级医疗质量控制中心",),
    near_misses=("、8个中心",),
    way="match",
)
CIRCLE = Pattern("a circle", r"[^,。;、]{0,14}?圈", ("便民服务圈",), ("便民服务", "、服务圈"), way="match")
SHARED_CIRCLE = Pattern(
    "the circle behind the last time holds for all: 城区15分钟、乡村30分钟养老服务圈",
    r"(?:[、和与][^,。;、\d]{0,8}\d+(?:分钟|公里|小时))+(?P<noun>[^,。;、\d]{0,14}?圈)",
    matches=("、乡村30分钟养老服务圈",),
    near_misses=("养老服务圈",),
    way="match",
)
RATE_NAME = Pattern(
    "a phrase that names what is measured",
    r"(?:率|占比|比例|比重|指数|寿命|水平|级别|时间|时限|评价|面积|规模|浓度|总量|强度|增幅|费用)$",
    matches=("签约率", "人均预期寿命"),
    near_misses=("领军专科",),
)
AREA_BUILT = Pattern(
    "only where it is built stands before the number",
    r"(?:全[市省县区]|我[市省县区])?(?:新?建成|新建|建设|打造|建好|培育)",
    matches=("全市建成", "打造"),
    near_misses=("新建社区医院",),
    way="fullmatch",
)
SETTING_VERB = Pattern("a verb of setting up", r"^(?:规范)?(?:设置|配备|建设|开设|设立)", ("设置康复科",), ("康复科",))
WITHIN_TIME = Pattern(
    "what is reached within a time",
    r"(?:得到|到达|抵达|完成|实现|办结|获得|开展|反馈|响应|处置|处理|送达|作出|予以|启动|上报|报告|出具|达到|接受|享受|向社会|公示|公布|公开|答复|支付|拨付|兑现|受理)",
    matches=("得到有效救治", "办结"),
    near_misses=("医疗急救圈", "过渡期"),
    way="match",
)
OF_INSTITUTIONS = Pattern(
    "institutions behind what is measured of them: 电子病历应用水平三级医院",
    r"(?P<words>.{3,}(?:水平|评价|等级|级别|率|比例|占比|数))(?P<who>(?:[一二三]级|市[级直]|县[级区]?|基层|乡镇|省级|城市|农村)[^,。;]{0,12}?(?:医院|机构|卫生院|中心))",
    matches=("电子病历应用水平三级医院",),
    near_misses=("电子病历应用水平", "三级医院"),
    way="fullmatch",
)
WHOSE = Pattern(
    "institutions or an area alone, of which the last indicator holds too",
    r"(?:其中)?(?:(?:其他|其余)?(?:[一二三]级(?:及以上)?|二甲|三甲|市[级直]|县[级区]?|基层|乡镇|省级|城市|农村|其他|民营|公立)[^,。;率比]{0,16}?(?:医院|机构|卫生院|中心)"
    r"|(?:城市|农村|城镇|乡村)地区|(?:重点|脱贫|特殊|困难|普通)?人群|市区|城区|市辖区|城市|农村|城镇|乡村|城乡|县\(市(?:、区)?\)|县域|县区|山区|平原|男性|女性|全[市省县区]"
    r"|(?:其中)?[\u4e00-\u9fff]{1,5}(?<![社园景校病片护产厂试范老郊专社功])(?:县|区|[^都城]市))",
    matches=("二级医院", "县(市)", "农村", "某甲县", "其中某区"),
    near_misses=("二级医院床位", "医院占比", "病区", "其中社区"),
    way="fullmatch",
)
PREDICATE = Pattern(
    "what the subject of a clause does",
    r"(?:实现|大幅|显著|明显|持续|稳步|不断|进一步|更加|得到|逐步|有效|基本|全面|加快|力争|达到)[^,。;]*$",
    matches=("数量实现倍增", "能力显著增强"),
    near_misses=("企业数量",),
)
DOES = Pattern(
    "those of whom a share does something",
    r"(?P<who>[^,。;“”]{2,30}?|[县市区乡镇村])(?:全部|均|都|要|应|须|能够|能|基本)*"
    r"(?:(?P<tries>探索推广|探索|推广|推行|试点)|(?P<sets>成为|成长为|发展为|升级为|开设|设置|设立|配备|完成|开展|实施)|(?P<reaches>达到|达|建成|建有|提供|接入|通过|进入|纳入|具备|实现|拥有|运用|使用|参加|获得|得到|有(?!条件|关|效|机)|能(?!力|源)))"
    r"(?P<what>(?!率|比)[^,。;]{2,})",
    matches=("城镇社区建有普惠性托育机构", "医疗卫生机构成为友善机构"),
    near_misses=("标准化病区", "设置率"),
    way="fullmatch",
)
WHERE = Pattern(
    "where a part of what was counted is",
    r"(?:布局|分布)?(?:在|位于)(?P<where>[^,。;的]{2,16})",
    ("在城区外",),
    ("城区",),
    way="fullmatch",
)
ACTS = Pattern(
    "those who are sent to do something: 专家开展巡回医疗",
    r"(?P<who>(?![到赴对在向])[^,。;、]{2,16}?)(?:开展|参加|参与|举办|承担)(?![率过])[^,。;的]{2,}",
    matches=("专家开展巡回医疗", "病种开展付费"),
    near_misses=("专家", "机构达到标准", "承担指导功能的机构", "到基层开展帮扶"),
    way="fullmatch",
)
GROWS = Pattern(
    "what is measured grows or falls by a number",
    r"(?:增长|提高|下降|降低|增加|减少|上升|压减)(?:到|至)?$",
    matches=("地区生产总值年均增长",),
    near_misses=("地区生产总值达到",),
)
OCCASION = Pattern(
    "of one time of what is done so often: 每年培训2次,每次不少于3天",
    r"每[次期场](?=[^,。;]{0,4}$)",
    matches=("每次", "每期"),
    near_misses=("每次会议的总时长", "每年"),
)
# For whom or how often a sum is given: 每人每月500元.
PER = Pattern("for whom or how often", r"(?:每[年月日天季人名户家个])+$", ("每人每月",), ("每个县",))
GRANTS = Pattern("a grant", r"(?:奖励|补贴|补助|资助|支持|经费|资金)$", ("专项资金",), ("资金投入",))
ATTRIBUTE = Pattern(
    "an attribute whose number describes what follows: 建筑面积不低于2000平方米的实验室",
    r"(?:面积|规模|床位数?|人数)$",
    matches=("建筑面积",),
    near_misses=("覆盖率",),
)
ALL_SETS = Pattern(
    "a universal share before what its whole reaches",
    r"实现|完成|达到|纳入|接入|设置|建有|通过|提供",
    ("实现互认",),
    ("床位",),
)
