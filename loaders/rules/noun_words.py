"""The words that bound a measured noun phrase: for whom it holds, what it is counted on, where it begins and ends."""

from loaders.pattern import Pattern

# 自签约之日起3年内: from when a condition holds, before what is measured.
SINCE = r"自[^,。;\d]{1,12}之日起(?:\d+(?:个月|年)[以之]?内)?"
YEARS = (
    r"(?:到|至|截至|在|于)?(?:20\d\d年?[-~至、和与及])*20\d\d年(?:\d{1,2}月)?(?:年底|年末|底|末)?(?:之?前|起)?(?:,)?"
    r"|\d{1,2}月(?:底|末|\d{1,2}日)?之?前|[一两二三四五六七八九十\d]{1,2}年(?=累计|共|合计|完成|建|培|新)"
)
TIMES = (
    rf"{SINCE}|{YEARS}|[“”]?十[三四五六]五[“”]?(?:期间|时期|期?末)?|[一二三四五六七八九十]是"
    r"|[(][一二三四五六七八九十\d]+[)]|[一二三四五六七八九十\d]+[、.]|在[^,。;]{2,10}(?:时|基础上|前提下)|[、:—-]+"
)
EACH = Pattern(
    "for whom a number holds each",
    r"(?:原则上)?(?:每个|每家|每所|每县|每乡|每镇|每村|每市|每名|每条|每处|每支|每座|每套|每人(?!每)|每间|每台|每辆|每班|每校|每院|每(?=[县市区乡镇村街])"
    r"|各(?!类|级|项|种|地|方|部门|有关|相关|自|界|族|年|环节|领域)|所有|各级(?=每))"
    r"[^,。;:]*?(?=分别|(?<!平)均|都|至少|应|要|须|建|设(?!区|施|备|计)|配|拥有|有(?!条件|关)|依托|达|完成|开展|新建|规划|确定|选|在(?!职|岗)|打造|培育|按|全部"
    r"|熟练|根据|结合|力争|不少于|不低于|原则|每年|年度|最高|累计|合计|总计|获得|发放|不超过|明确|指定|补助|奖励|资助|补贴|给予|连续|累计|面积|共(?!同|享|建|体|卫)|办(?!公|事|学|乡|的|医|园|养|卫)|各|\d|一[支所个家名]"
    r"|(?:(?<=企业)|(?<=医院)|(?<=机构)|(?<=卫生院)|(?<=卫生室)|(?<=学校)|(?<=单位))(?<!占医院)(?<!占机构)(?!总)[^,。;:、(和与及的等\d]{1,14}?"
    r"(?:率|占比|比例|比重|日|数|量|投入|收入|费用|水平|时间|指数|面积)[^,。;:、\d率]{0,6}\d)",
    matches=("每个县建成1所", "各县区各建成1家", "所有医院均设置", "每支不少于20人", "各企业研发投入增长10%"),
    near_misses=("各类机构建成3家", "各级医院建成3家", "逐个建成"),
)
INSTITUTIONS = Pattern(
    "the institutions at the head of a rate",
    r"(?:(?![由向对经从与为在])[^,。;:占]*?(?:综合性?医院|专科医院|中医医院|\)医院|公立医院|市级医院|县级医院|县区医院|医院|保健院|卫生院|卫生室|医疗机构|服务中心\)?|机构|部门|(?=中(?:具备|具有|取得|达到|接受))))"
    r"(?!、|和|及|与|或|\(|占|比|率|数|总|(?:覆盖|设置|建成|达标|开通|签约|合格|完成|接入|配备)率|的?比例|规范|信息|管理|评审|建成|达|床位数|服务能力|感染)",
    matches=("市级综合医院四级手术占比", "应急管理部门专业人才占比"),
    near_misses=("机构率", "床位数占养老机构床位比例", "机构占比"),
    way="match",
)
PER = Pattern(
    "for whom and how often a sum is: 每人每年",
    r"(?:每(?:人|户|名|生|家|个|所|张|床|村|校|班|例|年|月|日|天|季度?|学期|学年))+",
    matches=("每人每年", "每生每年", "每年每所"),
    near_misses=("每千人", "人均"),
)
FROM_VALUE = Pattern(
    "from which number it changes: 由20个工作日压缩至, 由2022年的70%提升至",
    r"(?:由|从)(?:20\d\d年(?:底|末)?|原来|原有|原先|现有|目前|当前|现在)?的?[\d.]+[^\d,。;、]{0,8}?(?=提|增|升|降|下|减|压|缩|到|至|扩|上|翻)",
    matches=("由20个工作日压缩至", "从2020年的12天缩短"),
    near_misses=("由市级", "由20个"),
)
COMPARED = Pattern(
    "what it is compared with",
    r"(?:比|较|在)(?:20\d\d年|“?十[二三四五]五”?期?末?|上年|去年|同期|基期|上一年度?)(?:末|底|年底|同期|水平|基础上)*|(?:比|较)(?:市场|全国|全省|同类|行业|平均)[^,。;\d]{0,8}[低高]",
    matches=("较市场均价低", "比2020年", "较上年同期", "在2020年基础上"),
    near_misses=("到2025年", "比例"),
)
YEARS_LISTED = Pattern(
    "years right before a number",
    r"(?:到|至)?(?:20\d\d年(?:底|末)?[、和与及]?)+的?",
    ("到2025年底", "2023年、2025年"),
    ("25年",),
)
BY_UNIT = Pattern("by which unit it is counted", r"以[^,。;\d]{2,12}为单位", ("以乡镇(街道)为单位",), ("以乡镇为主",))
ABOUT = Pattern("about", r"(?<![签预合节契条])约", ("大约",), ("签约", "节约"))
PEOPLE = Pattern(
    "the population right before a number",
    r"每(?:[十百千万]+|\d+万?)(?:名|个|张)?[\u4e00-\u9fff]{0,6}?(?:人口|儿童|老年人|老人|居民|参保人|人)",
    matches=("每千名老年人", "每10万人口"),
    near_misses=("每个县", "每年"),
)
NAMES_ALL = Pattern(
    "words with 各 inside that name what is measured as a whole",
    r"(?:和|与|及|、)(?:各|每|所有)[^,。;]*$|(?:率|比例|占比|比重)$",
    matches=("市第一医院和各县医院床位", "各县医院床位占比"),
    near_misses=("定点药店每个县", "各县区"),
)
MONEY_TAIL = Pattern(
    "a sum that somebody each has",
    r"(?:费|金|额|款|租|价|补贴|补助|奖励|投入|收入)$",
    ("每家企业租金",),
    ("每个医共体",),
)
WHOSE_ACT = Pattern(
    "those of whom each does something so long or so often: 每名乡村医生脱产培训, 每人派驻时间",
    r"每(?:人|名|位|个|家|所|支|组|县|乡|村)[^,。;:]{0,14}(?<=人|师|士|员|生|者|院|构|心|队|室|站|县|区|乡|镇|村|市)"
    r"(?P<what>[\u4e00-\u9fff]{0,8}(?:培训|轮训|进修|学习|坐诊|巡诊|时间|时长|次数|学时|课时|天数|人数|面积))$",
    matches=("每名乡村医生脱产培训", "每人派驻时间", "每个乡镇卫生院业务用房面积"),
    near_misses=("每家企业租金", "每个县", "每个医共体", "每名医生培训后"),
)
AREA = Pattern(
    "the area at the head of what is measured",
    r"(?:全市|全省|全县|全区|我市|我省|我县|我区|本市|本省|市、县\(市、区\)|市域内|县域内(?!就诊|住院|诊疗|基层|医疗)|市直|市级以上|各地|(?:城市|农村|城镇|乡村)地区|市区两级|市县两级)(?!域)",
    matches=("全市覆盖率", "我市床位"),
    near_misses=("全市域覆盖", "城市覆盖率", "县域内就诊率"),
    way="match",
)
BASE = Pattern(
    "the population that a rate is counted on",
    r"每(?:[十百千万亿]+|\d+[十百千万]?(?:[~至-]\d+[十百千万]?)?)(?:名|个|张|户|家)?"
    r"(?:[\u4e00-\u9fff()]{0,6}?(?:人口|儿童|老年人|老人|居民|学生|女性|人))?",
    matches=("每千常住人口", "每万名居民", "每10万~20万人口", "每百张"),
    near_misses=("每个县", "每年"),
)
BOUND_AFTER = Pattern(
    "bound words behind a number",
    r"(?:\([次人个家件套间]\))?(?:(?:及|或)?以上|(?:及|或)?以下|以内|之内|左右|上下|内(?!容|部|设|涵|科|镜)|多|余)?的?",
    matches=("以上的", "左右", ""),
    near_misses=("\n",),
    way="fullmatch",
)
REACH = Pattern(
    "verbs that say what the counted things reach: subject and predicate together are the indicator",
    r"(?:全部|均|都|要|应|须|能够|能|基本)*(建成并|达到|达|进入|成为|通过|完成|建有|提供|运用|开设|设立|配备|接入|开展|建成|建立|实现|拥有"
    r"|具备|服务能力|设置|跻身|入选|纳入|获得|用于|掌握|创建成|创成|参加|接受|使用|安装|来自)",
    matches=("卫生院达到标准", "村卫生室能够提供服务"),
    near_misses=("标准化村卫生室", "领军专科"),
)
CREATES = Pattern(
    "verbs behind a number whose object is counted",
    r"(?:分别)?(?:争取)?(?:创建(?!成)|申报|建设(?!项目|中心|工程|基地|机构|试点|单位|示范|用地|面积|补|资金|经费|奖)|落地|创成)",
    matches=("医院分别创建中心", "项目落地"),
    near_misses=("县区创建成示范区", "建设项目"),
)
APPLIES = Pattern(
    "who can apply for what: 符合条件的企业可申请担保贷款",
    r"[^,。;]*可以?(?:按规定)?(?:申请|申领|享受|获得|领取)",
    matches=("符合条件的企业可申请担保贷款", "人才可按规定享受补贴"),
    near_misses=("申请材料", "可再生能源"),
    way="match",
)
BY = Pattern(
    "words before a standard: 新建居住区按照人均用地不少于…",
    r"[^,。;]*按照?(?!时|期|需|质|规定)",
    matches=("新建居住区按照人均用地",),
    near_misses=("按时完成率",),
    way="match",
)
BREAKS_OFF = Pattern(
    "where the phrase behind a number ends",
    r"(?:专项|专门)?用于|参与|作为|分别|,|。|;|:|并(?!发)|以上水平|进行|从事|为(?=[^,。;]{2,}提供)|落地|(?:入驻|落户)(?!的|企业|机构|单位|项目|医)|给予"
    r"|核定|的目标|等?的要求|下沉|(?:到|赴)(?:基层|农村|乡镇|社区|一线|[县乡村])[^,。;]{0,6}(?:服务|工作|锻炼|支医|支教|坐诊|帮扶|挂职)",
    matches=("专家下沉基层", "医务人员到基层服务", "资金用于"),
    near_misses=("领军专科", "入驻企业", "到期项目"),
)
IDLE = Pattern(
    "verbs behind a number whose object stands before it: 在5%以内确定",
    r"(?:确定|执行|控制|计算|计提|安排|核定|落实|发放|为宜)(?=[,。;]|$)",
    matches=("确定,", "执行"),
    near_misses=("确定标准", "安排资金"),
    way="match",
)
OF_THEM = Pattern(
    "a bracket with parts of the number: 20个(其中国家级2个)",
    r"\((?:其中|含|包括|分别)",
    matches=("(其中国家级2个)",),
    near_misses=("(市、区)", "(床位800张)"),
    way="match",
)
WITH_NUMBERS = Pattern(
    "a bracket with numbers of its own: 医院(床位800张)", r"\([^()]*\d", ("医院(床位800张)",), ("县(市、区)",)
)
ARRANGES = Pattern(
    "verbs whose object is counted: 0.85张配置床位, 最高50%给予贴息, 24小时内完成直报",
    r"(?:的?标准)?(?:配置|设置|配备|建设|规划|完成|(?:对[^,。;]{2,30}?)?(?:给予|予以))(?!项目|标准|比例|率|任务)",
    matches=("配置床位", "给予贴息", "对企业给予贴息"),
    near_misses=("建设项目", "设置标准", "完成率"),
    way="match",
)
OTHERS_LEAD = Pattern(
    "another body leads what is counted next: 3个试点和某医院牵头组建两个试点",
    r"(?:和|与|、)[^,。;和与]{2,24}牵头",
    matches=("试点和市中心医院牵头组建",),
    near_misses=("试点和牵头单位",),
)
DEFINITION = Pattern(
    "a bracket that explains or shortens the name before it",
    r"\((?:即|指(?!标|数|导)|[^()]*(?:简称|以下称))[^()]*\)",
    matches=("机构(以下简称中心)", "驿站(即站点)"),
    near_misses=("村(社区)", "专科(指标)"),
)
LIST_TAIL = Pattern(
    "list words at the end of a phrase",
    r"(?:、|和|与|及|以及|或|或者|并|其中|,|;|。|等)+$",
    matches=("甲和", "甲,其中"),
    near_misses=("甲",),
)
FILLERS = Pattern(
    "words that only say that all are meant",
    r"(?:全部|全面(?=达标)|均(?!等|衡)|都(?!市)|要(?!素|求|点)|应(?!用|急|对|届)|须|能够)",
    matches=("均达到", "能够提供"),
    near_misses=("均衡", "应急", "要素"),
)
