"""The words of full coverage: what says it, what it covers and for whom, and what only looks like it."""

from loaders.pattern import Pattern

MARKER = Pattern(
    "a word without which nothing is said of full coverage",
    r"全(?:面|[市县省]?域)?覆盖|应覆尽覆|覆盖(?:全[市县省区])?(?:所有|全部)|全部|均|都|全面(?:规范)?[设建达配开]|100%|所有|每个|每家|每所|每一个|各个",
    matches=("实现全覆盖", "均设置"),
    near_misses=("建成中心", "全面落实"),
)
FULL = Pattern(
    "full coverage",
    r"(?:实现|基本实现|达到)?(?:(?<![健安完])全覆盖|全面覆盖|100%覆盖|全(?:市|县|省)?域覆盖|应覆盖尽覆盖|应覆尽覆)",
    matches=("实现全覆盖", "全面覆盖", "全市域覆盖"),
    near_misses=("覆盖全人群", "覆盖所有街道", "健全覆盖城乡的体系"),
)
HELD = Pattern(
    "coverage that is held already",
    r"(?:巩固|保持|健全完善|完善|巩固提升)[^,。;]*$",
    matches=("巩固示范乡镇",),
    near_misses=("实现",),
)
DESCRIBES = Pattern(
    "a noun that full coverage describes: 全覆盖监督制度, 全覆盖、分层次的课程体系",
    r"的(?!目标|要求)|的?(?:成果|监督|制度|体系|模式|格局|监管|培训|排查|检查|质量|行动|工作机制|机制|要求|网络|服务网|走访|监测|巡查|宣传|[、和][^,。;]{2,24}的)",
    matches=("监督制度", "的监管体系", "、分层次、有特色的课程体系"),
    near_misses=("", ",形成体系"),
    way="match",
)
BUILDS = (
    r"(?:达到|达标|达|规范设置|设置|规范建设|建设|建成|建有|建立|设立|开设|开展|配备|配置|配齐|接入|纳入|实现|实行|提供|能提供|具备|拥有|完成|设有|覆盖|取得|参加|使用|安装|入驻|联通|"
    r"通过|投入使用|运用|应用|消除|建好|建强|成立|创建成|创成|成为)"
)
UNIVERSAL = Pattern(
    "all of what stands before it",
    r"(?:全部(?:都|要|应)?(?:按[^,。;]{1,16}?)?(?:规范|完成|高标准)?(?P<a>" + BUILDS + r")"
    r"|(?<![平人日月年户亩])均(?!衡|等|可(?!及)|值|线)(?:应|能|要|须|已)?(?:按[^,。;]{1,16}?)?(?:规范|全面|熟练)?(?P<b>"
    + BUILDS
    + r")"
    r"|(?:都要|都应|都能|都)(?:规范)?(?P<c>" + BUILDS + r")"
    r"|全面(?:规范)?(?P<d>设置|设立|建成(?!$|[,。;]|[^,。;]{0,40}?(?:体系|格局|社会|制度|机制|强[市省县国]|现代化|健康))|建有|达标|配备|开设)"
    r"|100%(?:规范)?(?P<e>" + BUILDS + r"))",
    matches=("医院全部设置康复科", "均达到标准", "全面规范设置老年医学科"),
    near_misses=("全面落实", "人均达到", "均衡发展", "健康城市全面建成", "全面建成服务体系"),
)
SUBJECT_ALL = Pattern(
    "all of a kind",
    r"(?:所有|每个|每家|每所|每一个|各个|全部(?=[^,。;的]{0,6}(?:县|市|区|乡|镇|街道|社区|村|医院|机构|学校|中心)))[^,。;:]{2,40}?(?:按[^,。;]{1,16}?)?(?:规范|熟练|全面|均|都|要|应|能|须)*(?P<verb>"
    + BUILDS
    + r")(?P<object>[^,。;]{2,})",
    matches=("所有医院均设立心理科", "每个县区达到标准"),
    near_misses=("医院设立心理科",),
)
INTO_ALL = Pattern(
    "all are brought into something",
    r"(?:将|把|对)(?P<all>所有|全部)(?P<what>[^,。;]{2,20}?)(?P<verb>纳入|接入|覆盖)(?P<object>[^,。;]{2,})",
    matches=("将所有收支纳入预算管理",),
    near_misses=("将收支纳入预算管理",),
)
OVER_ALL = Pattern(
    "something covers all",
    r"覆盖(?P<all>(?:全市|全县|全省|全区)?(?:所有|全部)(?P<object>[^,。;]{2,}))",
    matches=("覆盖所有街道",),
    near_misses=("覆盖街道",),
)
NO_SUBJECT = Pattern(
    "levels and areas alone",
    r"(?:市|县|区|乡|镇|村|\(|\)|、|和|城市|城区|城乡|行政|街道|社区|学校|我|全|各|域|级|直|公立医院|医院|机构|以上|及)*",
    matches=("", "县(市、区)", "全市"),
    near_misses=("急救站点",),
    way="fullmatch",
)
LEVELS = Pattern(
    "levels and areas at the head of what is covered",
    r"(?:(?:省|市|县|乡|镇|村)(?:、(?:市|县|乡|镇|村))+级?|城区|农村|乡村|城乡|[市县乡村]级|县\(市、区\)|乡镇\(街道\))(?!医院|卫生|公立|全国|国家|一体化|振兴|医生|居民)",
    matches=("市、县级救治中心", "城区网格化服务"),
    near_misses=("县级医院", "国家级卫生镇"),
    way="match",
)
AREA_BEHIND = Pattern(
    "the area right before full coverage",
    r"(?:乡村|城乡|县域|市域|镇村|城区|农村|行政村|乡镇|街道|县区|镇\(街道\)|县\(市、区\)|乡镇\(街道\)|全[市县省]|村\(社区\))$",
    matches=("远程医疗服务乡村",),
    near_misses=("乡村振兴", "国家卫生乡镇率"),
)
# Words at the end of those for whom it holds that only say how firmly it does: 服务中心原则上应全部实行….
MODAL = Pattern(
    "words that say how firmly",
    r"(?:原则上|应当?|要|须|能够?|将|力争|基本|普遍|全面)+$",
    ("服务中心原则上应",),
    ("服务中心",),
)
NEGATES = Pattern("a negation", r"(?:不|未|严禁|禁止|没有)[^,。;]{0,4}$", ("不得",), ("得",))
NOT_YET = Pattern("words before 全覆盖", r"(?:基本|全部|力争|已|逐步|均|要|100%)+$", ("基本", "力争"), ("乡镇",))
AT = Pattern(
    "where something is reached",
    r"(?P<what>[^,。;“”]{2,}?)在(?![职岗线校院建])(?P<area>[^,。;“”]{2,}?)(?:实现|基本|全部)*$",
    matches=("某馆在社区卫生服务中心", "某馆在乡镇"),
    near_misses=("在乡镇", "在职人员"),
    way="fullmatch",
)
OF_THOSE = Pattern(
    "those for whom alone it is reached",
    r"(?:符合条件的|所有|全部|各级|各类|二级(?:及)?以上|统筹区内?)[^,。;“”]*"
    r"(?:医院|机构|卫生院|卫生室|中心|乡镇|街道|社区|学校|药店|单位|人群|企业|[县区市村])",
    matches=("符合条件的医疗机构", "二级以上公立医院"),
    near_misses=("中医馆", "社区医院", "二级以上医院线上服务"),
    way="fullmatch",
)
DATE_ALONE = Pattern(
    "a clause that is a date",
    r"(?:到|至|力争|争取|确保|在)*(?:20\d\d年|年|\d{1,2}月)?(?:底|末|内)?(?:之?前)?",
    matches=("到2024年底", "力争2025年", "年底前"),
    near_misses=("到2024年建成中心",),
    way="fullmatch",
)
REACHED_IN = Pattern(
    "where it is reached",
    r"(?:基本)?实现(?P<area>[^,。;“”]+)$",
    matches=("机构基本实现镇(街道)",),
    near_misses=("机构",),
)
WHO_REACHES = Pattern(
    "those who reach something: 二级以上医院实现电子病历",
    r"(?P<who>[^,。;“”]*?(?:医院|机构|卫生院|卫生室|卫生站|服务中心\)?|学校|药店|企业|单位|部门|乡镇|街道|社区|[县区市村]\)?))"
    r"(?:基本|力争|全面|全部|均|都|要|应)*(?:实现|实行|推行|建立|开展|完成)(?P<what>[^,。;“”]{2,})",
    matches=("二级以上医院实现电子病历", "统筹区内所有医疗机构实行DRG付费", "村卫生室均实现医保直接结算"),
    near_misses=("县区办人民医院实现“二甲”", "检查结果互认", "医院实现"),
    way="fullmatch",
)
MEASURED = Pattern(
    "what is measured of those for whom it holds",
    r"(?:能力|水平|结果|质量|条件|指标)$",
    matches=("服务能力",),
    near_misses=("医院",),
)
OWNER = Pattern(
    "institutions and what is measured of them: 村卫生室服务能力, 市级医院“国考”",
    r"(?P<who>[^,。;“]{1,24}?(?:医院|机构|卫生院|卫生室|服务中心\)?))(?P<what>“[^”]+”|[^,。;“]{0,8}(?:能力|水平|结果|质量|条件|指标))",
    matches=("村卫生室服务能力", "市级医院“国考”"),
    near_misses=("服务能力", "县级医院"),
    way="fullmatch",
)
ALSO = Pattern("a second thing", r"并(?!发)", ("设置并开放",), ("并发症",))
KEEPS = ("达到", "达标", "达", "纳入", "接入", "提供", "能提供", "通过", "实行", "运用", "应用")
