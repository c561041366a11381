"""Numbers that say when or on what: ordinals, dates, times within which, ages, conditions, base populations.

Each rule is a name with what stands before and after the number, with wordings that it must match and near misses that
it must not; the number is marked ⟦ ⟧ in them.
"""

from loaders.rules.number_rule import NotTarget

TIMES = (
    NotTarget(
        "ordinal",
        before=r"第",
        matches=("第⟦3批⟧试点", "争取第⟦五批⟧项目"),
        near_misses=("建成⟦3个⟧试点",),
    ),
    NotTarget(
        "date",
        units=("年",),
        script="digits",
        values=(1900, 2100),
        matches=("到⟦2025年⟧底", "⟦2024年⟧上半年"),
        near_misses=("每⟦5年⟧调整一次",),
    ),
    NotTarget(
        "date",
        before=r"月",
        units=("日",),
        matches=("12月⟦31日⟧", "5月⟦1日⟧以后"),
        near_misses=("⟦3日⟧内办结",),
    ),
    NotTarget(
        "date",
        after=r"(月|日|号|时|世纪)",
        units=("",),
        matches=("⟦10⟧月底前",),
        near_misses=("⟦10个⟧月度",),
    ),
    NotTarget(
        "time_scope",
        after=r"((左右)?时间|的?努力|(以|之)?内|(期|之|以)?内|间|来|以来|后|以后|左右时间|以上(工作|临床|经历|经验))",
        units=("年", "个月"),
        matches=("⟦三年⟧内完成", "2~⟦3年⟧内建立"),
        near_misses=("每⟦5年⟧调整",),
    ),
    NotTarget(
        "plan_name",
        unless=r"(给予|最长|不少于|不超过|不低于)",
        after=r"(制|[^,。;、]{0,3}期|行动|计划|规划|攻坚|发展|滚动|倍增|工程|一)",
        units=("年",),
        matches=("实施⟦三年⟧行动计划",),
        near_misses=("每⟦5年⟧动态调整", "给予⟦2年⟧过渡期"),
    ),
    NotTarget(
        "time_scope",
        unless=r"每|(提供|给予|享受)[^,。;]{0,4}(不少于|不低于|不超过|至少|最长)",
        units=("年",),
        script="chinese",
        matches=("奋斗⟦五年⟧", "连续⟦两年⟧不合格", "从业不少于⟦两年⟧的医师"),
        near_misses=("每⟦两年⟧开展一次", "提供不少于⟦一年⟧的跟踪服务"),
    ),
    NotTarget(
        "age",
        unless=r"寿命[^。;]{0,30}",
        units=("岁",),
        matches=("⟦0-6岁⟧儿童", "⟦3岁⟧以下婴幼儿", "⟦65岁⟧以上老年人"),
        near_misses=("人均预期寿命达到⟦80岁⟧",),
    ),
    NotTarget("age", after=r"周岁", matches=("年满⟦65⟧周岁",), near_misses=("⟦65张⟧床位",)),
    NotTarget(
        "condition",
        unless=r"(建立|组建|设立|成立|培育|新增|引进|培训)[^,。;]{0,8}",
        after=r"(/年)?(及?以上|以下|以内|之间)?的?(县|市(?!级|直)|区(?!级|域)|乡|镇|街道|地区|省(?!级|市)|企业|单位|村|煤矿|老人|老年人|儿童|妇女|人群)",
        units=("人", "公里", "元", "岁", "平方米", "户", "米", "吨", "层", ""),
        matches=(
            "⟦30万吨⟧/年以下煤矿",
            "常住人口在⟦100万人⟧以上的县",
            "人口⟦20万人至50万人⟧的县",
            "产值⟦2000万元⟧以上企业",
        ),
        near_misses=("引进人才⟦50人⟧以上", "培训⟦100名⟧村医", "组建⟦50人⟧的县级队伍"),
    ),
    NotTarget(
        "condition",
        before=r"(距离?[^,。;]{0,12}|间距|相距|满|年满|工作|从事[^,。;]{0,10}|从业|任职|注册|累计缴费|缴费满|运营|经营|成立|存续|持续|连续|就业)",
        units=("公里", "年", "岁", "米", "个月"),
        matches=("距离中心⟦15公里⟧以上", "在乡镇工作满⟦1年⟧", "累计工作⟦25年⟧以上"),
        near_misses=("新建⟦15公里⟧", "半径缩短到⟦3公里⟧"),
    ),
    NotTarget(
        "condition",
        before=r"((对|经|凡|具有|具备|符合|拥有不少于|取得)[^,。;]{0,20})",
        after=r"[^,。;、]{0,12}(的|经验|经历|业绩)(企业|单位|机构|人员|个人|项目|平台|园区|团队|,|$)",
        units=("家", "个", "项", "名", "人", "元", "年", "平方米", "次", "%", "所", "期"),
        matches=("对新引进⟦5名⟧以上人才的企业,给予支持", "具有⟦3家⟧以上服务经验的机构"),
        near_misses=("对新建机构每所补助⟦20万元⟧",),
    ),
    NotTarget(
        "condition",
        after=r"(以上|以下)?的?[^,。;、\d的]{1,12}\d+(家|个|户)",
        units=("元",),
        matches=("新增年营收超⟦1000万元⟧企业100家以上",),
        near_misses=("投入⟦1000万元⟧建设中心",),
    ),
    NotTarget(
        "condition",
        before=r"\([^()]*(不超过|以下|不多于|少于|含)[^()]*",
        after=r"(以下|以内)?\)",
        units=("人", "名"),
        matches=("小微团队(成员不超过⟦10人⟧)",),
        near_misses=("新增人才(其中高层次人才⟦10人⟧)",),
    ),
    NotTarget(
        "base",
        before=r"每(吸纳|新增|培育|引进|招用|培养|孵化|带动|完成|提高|增加|降低|落地|吸引|输送)[^,。;\d]{0,6}",
        unless=r"每年[^,。;]{0,12}",
        units=("人", "家", "个", "名", "项", "户", "%", "个百分点", "次", "元"),
        matches=("按每吸纳⟦1人⟧2000元标准", "每培育⟦1家⟧企业奖励5万元"),
        near_misses=("每年培育⟦1家⟧企业", "每个县引进⟦1人⟧"),
    ),
    NotTarget(
        "base_population",
        before=r"每[\d万千百~至-]*",
        units=("", "名", "个", "人", "张", "所", "家", "户", "平方公里"),
        script="digits",
        after=r"(人口|常住|服务人口|老年人|儿童|居民|人|户|以上|卫技)",
        matches=("每⟦1000名⟧儿童配备1名", "按每50万~⟦100万⟧人口规划1个"),
        near_misses=("按每千人口配置⟦6张⟧",),
    ),
    NotTarget(
        "base_population",
        before=r"每",
        after=r"(人口|常住|服务人口|老年人|儿童|居民|人|户|卫技|参保|学生)",
        script="chinese",
        matches=("每⟦一百名⟧儿童", "每⟦一万名⟧居民"),
        near_misses=("每所配备⟦一名⟧医师",),
    ),
    NotTarget(
        "base_population",
        before=r"每[\d万千百~至-]+",
        after=r"人口",
        matches=("每50万~⟦100万⟧人口",),
        near_misses=("每所⟦100万⟧",),
    ),
)
