"""Numbers that belong to names: ranks, grades, models and projects, labels, references, slogans without a count.

The form of the rules is that of ``not_target_times``.
"""

from loaders.rules.number_rule import NotTarget

# More than so many are counted, not enumerated: 十八项制度 is a name, 三千名医师 is a number.
MOST_ENUMERATED = 100
# What is done to things that are counted.
COUNTED = (
    "新建|建设|建成|改建|扩建|改造|新增|增设|培训|轮训|培养|培育|引进|招聘|招录|选派|配备|配置|购置|打造|创建|组建|设立|设置|开设"
    "|建立|发放|救助|资助|扶持|完成|开展|举办|认定|遴选|储备|制定|出台|布局|集聚"
)
# A noun between such a verb and its number.
_NAMED = "[^,。;、:等和与及或]"
# Words right before a number that say that it counts.
COUNTS_NEXT = (
    r"(新建|建设|建成|建立|(新建|建设|建成|打造|培育|培养|组建|引进|创建|集聚)[^,。;、]{2,30}[、和与及]|集聚|汇聚|培养|下降|增长|增加"
    r"|提高|扩大|翻|配备|至少|少于|低于|组建|设立|设置|建好|打造|培育|明确|确定|依托|创建|布局|选派|配置|建有|达到|新增|拥有|引进|认定"
    r"|开设|(新建|建设|建成|打造|创建|培育)[^,。;]{2,50}等|每[^,。;、]{0,8}|每半?[年月周季]度?[^,。;、]{0,16}|全年[^,。;、]{0,8}|培训|轮训|招聘|招录|改造|改建|扩建|购置"
    r"|救助|资助|扶持)"
)

NAMES = (
    NotTarget(
        "rank",
        before=r"(前|位居|位列|排名|第)",
        units=("名", "位", "%", "", "列", "强"),
        matches=("进入全省前⟦10名⟧", "前⟦20%⟧"),
        near_misses=("引进专家⟦10名⟧",),
    ),
    NotTarget(
        "grade_name",
        after=r"(及?以上)?(甲等|乙等|公立|综合|中医|医疗|医院|响应|网络|等保|保护|联动|诊疗|预防)",
        units=("级",),
        matches=("⟦3级⟧医院", "⟦2级⟧以上公立医院"),
        near_misses=("应用水平达到⟦4级⟧",),
    ),
    NotTarget(
        "grade_name",
        after=r"(及?以上|以下)",
        units=("类",),
        script="chinese",
        matches=("⟦三类⟧以上支队",),
        near_misses=("掌握⟦4类⟧以上技术",),
    ),
    NotTarget(
        "name_of_a_rate",
        after=r"((以?内|之内)的?[^,。;、\d]{0,8}|(到达|报告|处置|响应|办结|救治|再灌注|溶栓|出车|审核|送达|回访|随访)[^,。;、\d]{0,4})率",
        units=("秒", "分钟", "小时", "天", "日", "周", "个月"),
        matches=(
            "急救车⟦5分钟⟧内出车率达95%以上",
            "⟦24小时⟧内报告率达到100%",
            "⟦30日⟧内再入院率",
            "急救⟦30分钟⟧到达率",
        ),
        near_misses=("平均等待时间控制在⟦20分钟⟧以内", "⟦24小时⟧内完成报告"),
    ),
    NotTarget(
        "name_of_a_rate",
        after=r"(生存|存活|无病|复发|患病|再入院)",
        units=("年", "个月", "天", "日"),
        matches=("总体癌症⟦5年⟧生存率", "术后⟦3年⟧无病生存率"),
        near_misses=("服务满⟦5年⟧", "⟦3年⟧内完成"),
    ),
    NotTarget(
        "said_by_every",
        after=r"全?覆盖",
        units=("%",),
        values=(100, 100),
        matches=("现场检查⟦100%⟧全覆盖", "实现⟦100%⟧覆盖"),
        near_misses=("覆盖率达到⟦100%⟧", "⟦90%⟧覆盖"),
    ),
    NotTarget(
        "part_of_a_share",
        before=r".*(能|可|能够|可以|开展|提供|配备|具备|设置|拥有)",
        after=r"(及?以上)?[^,。;、\d]{2,16}的[^,。;、\d]{2,16}(占比|比例|比重|覆盖率)(不|要|应|达|提|超|控|为|保|在|[\d])",
        matches=("能开展⟦6类⟧以上技术的村卫生室占比达到80%",),
        near_misses=("能开展⟦6类⟧以上技术", "建设⟦6个⟧站点的比例"),
    ),
    NotTarget(
        "around_the_clock",
        unless=r"[于到至在成]",
        after=r"(?!以?内|以上|之内|以下)(不间断|在线|值|服务|急|应急|医|监|热|“|的?响应|自助|动态|运|全)",
        units=("小时",),
        matches=("⟦24小时⟧不间断服务", "提供⟦24小时⟧自助服务"),
        near_misses=("缩短到⟦2小时⟧以内",),
    ),
    NotTarget(
        "name",
        before=r"([A-Za-z+@]|[A-Za-z]-|“|国标|代码)",
        matches=("“1+⟦5⟧”模式", "CA⟦19⟧检测"),
        near_misses=("建设⟦5个⟧中心",),
        units=("", "级"),
    ),
    NotTarget(
        "name",
        before=r"\d\+[^”]{1,6}”(发展)?(格局|模式|体系|布局|机制)?\((\d[^()]*)?",
        matches=("构建“1+2+8”(1个中心+2个集团+⟦8个⟧医共体)格局", "实施“2+3”模式(2类人群+⟦3项⟧服务)"),
        near_misses=("“银龄计划”培训(含⟦8个⟧县)", "建设“健康驿站”⟦8个⟧"),
        units=("个", "项", "类", "家", "所"),
    ),
    NotTarget(
        "name",
        after=r"([A-Za-z+]|型(?!号)|号)",
        units=("",),
        matches=("⟦5⟧G网络", "⟦2⟧型糖尿病", "⟦1⟧+X模式"),
        near_misses=("⟦5个⟧中心",),
    ),
    NotTarget(
        "label",
        before=r"(^|.*[。;:])",
        after=r"[.、)]",
        units=("",),
        matches=("⟦1⟧.建设中心", "重点任务:⟦2⟧.加强培训"),
        near_misses=("⟦20个⟧中心",),
    ),
    NotTarget(
        "reference",
        after=r"(部门|部委|条规定|款|号文)",
        units=("", "个"),
        matches=("由省委等⟦8⟧部门印发", "市财政局等⟦5个⟧部门"),
        near_misses=("覆盖⟦5个⟧部位",),
    ),
    NotTarget(
        "reference",
        before=r"(附件|附表|附录|专栏|表|图)",
        units=("",),
        matches=("专栏⟦1⟧重点工程", "(附件⟦2⟧)"),
        near_misses=("代表⟦20名⟧",),
    ),
    NotTarget(
        "reference",
        before=r"(》及|》和|》等)",
        matches=("贯彻《甲方案》及⟦18个⟧专项方案",),
        near_misses=("制定《甲方案》,建成⟦18个⟧中心",),
    ),
    NotTarget(
        "enumeration_name",
        after=r"(方面|维度|部分|阶段|层面|环节|步骤|层次)",
        units=("个",),
        matches=("由⟦4个⟧方面的指标构成",),
        near_misses=("建成⟦4个⟧方舱",),
    ),
    NotTarget(
        "vague",
        unless=r"((至少|不少于|不低于)[^,。;、\d]{0,6}|每[年月季半度个所家]*[^,。;]{0,6})",
        after=r"(?!以上)",
        units=("批", "种", "轮", "条", "对", "类", "套", "部", "批次", "片", "件", "处", "只", "户"),
        script="chinese",
        matches=("建成⟦一批⟧中心", "形成⟦一套⟧机制", "持续巩固⟦四种⟧慢性病管理"),
        near_misses=("每年培育⟦一批⟧骨干",),
    ),
    NotTarget(
        "vague",
        unless=r"((至少|不少于|不低于)[^,。;、\d]{0,6}|每[\d一两二三四五年月周季半度个所家]*[^,。;]{0,16})",
        after=r"(?!以上)",
        units=("场", "期", "次"),
        script="chinese",
        matches=("组织⟦一次⟧活动", "办好⟦一场⟧展览"),
        near_misses=("每年开展⟦一次⟧监测", "每季度至少⟦一次⟧", "每年不少于督导⟦两次⟧", "每半年对成员单位考核⟦一次⟧"),
    ),
    NotTarget(
        "enumeration_name",
        unless=COUNTS_NEXT,
        after=r"(?!以上|[,。;、)]|$)",
        script="chinese",
        values=(0, MOST_ENUMERATED),
        matches=("落实母婴安全⟦五项⟧制度", "关爱⟦四类⟧特殊群体", "推进⟦五个⟧试点", "办理医保、社保等⟦四个⟧事项"),
        near_misses=(
            "新建⟦一所⟧医院",
            "至少⟦两名⟧医师",
            "建成东湖、西湖、南湖等⟦四个⟧站点",
            "培训⟦三十名⟧医师",
            "关爱⟦三千名⟧留守儿童",
        ),
    ),
    NotTarget(
        "enumeration_name",
        unless=rf"{COUNTS_NEXT}|({COUNTED})({_NAMED}{{1,16}}[一二三四五六七八九十百千万两]+[\u4e00-\u9fff]、)*{_NAMED}{{1,16}}",
        after=r"[,。;、)]|$",
        script="chinese",
        values=(0, MOST_ENUMERATED),
        matches=("包括宣传、培训、督导⟦三项⟧。", "健全制度⟦三项⟧。", "落实核心制度⟦十八项⟧,"),
        near_misses=(
            "新建医院⟦十五家⟧。",
            "新建医院十五家、卫生站⟦三个⟧。",
            "招聘教师⟦二十名⟧,",
            "推进制度⟦一百二十项⟧",
        ),
    ),
    NotTarget(
        "enumeration_name",
        unless=COUNTS_NEXT,
        after=r"(?<=[百千万][\u4e00-\u9fff])(?<![一二两三四五六七八九十][百千万][\u4e00-\u9fff])(?!以上)",
        script="chinese",
        matches=("联系⟦百家⟧企业", "以⟦万名⟧医师签约为载体"),
        near_misses=("培育⟦百家⟧企业", "联系⟦三百家⟧企业", "救助群众⟦三千名⟧"),
    ),
)
