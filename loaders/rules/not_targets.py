"""Numbers that are no targets: names, ordinals, dates, ages, conditions, the present state, reimbursement.

Each rule is a name with what stands before and after the number, with wordings that it must match and near misses that
it must not; the number is marked ⟦ ⟧ in them. The first rule that fits names why a number was passed over.
"""

import re
from dataclasses import dataclass

from loaders.rules.clauses import bracketed
from loaders.rules.numbers import Quantity

BUILDS_BEFORE = re.compile(r"(打造|建设|建成|构建|建立|形成|完善|实现)[^,。;“”]{0,6}“[^”]{0,4}$")
NUMBERED = re.compile(r"[〔\[(]20\d\d[〕\])]第?\d+号")
SERVICE_CIRCLE = re.compile(r"^[^,。;]{0,12}圈")


@dataclass(frozen=True, slots=True)
class NotTarget:
    """Why a number is no target. ``before`` must and ``unless`` must not end where the number begins, ``after`` must
    begin where it ends. ``units``: the rule holds for these units only (None: for all, "": none is printed)."""

    name: str
    before: str = ""
    unless: str = ""
    after: str = ""
    units: tuple[str, ...] | None = None
    script: str | None = None
    values: tuple[float, float] | None = None
    matches: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()

    def fits(self, text: str, quantity: Quantity) -> bool:
        """Whether the rule holds for this number of the text."""
        unit = quantity.unit.unit if quantity.unit else ":" if quantity.ratio else ""
        if self.units is not None and unit not in self.units:
            return False
        if self.script is not None and quantity.script != self.script:
            return False
        if self.values is not None and not self.values[0] <= quantity.value <= self.values[1]:
            return False
        before = text[max(0, quantity.start - 60) : quantity.start]
        if self.unless and re.search(f"(?:{self.unless})$", before):
            return False
        return bool(re.search(f"(?:{self.before})$", before) and re.match(self.after, text[quantity.end :]))


RULES = (
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
        after=r"(月|日|号|时|世纪)",
        units=("",),
        matches=("⟦10⟧月底前",),
        near_misses=("⟦10个⟧月度",),
    ),
    NotTarget(
        "time_scope",
        after=r"(时间(以|之)?内|(期|之|以)?内|间|来|以来|后|以后|左右时间|以上(工作|临床|经历|经验))",
        units=("年", "个月"),
        matches=("⟦三年⟧内完成", "2~⟦3年⟧内建立"),
        near_misses=("每⟦5年⟧调整",),
    ),
    NotTarget(
        "plan_name",
        after=r"(制|[^,。;、]{0,3}期|行动|计划|规划|攻坚|发展|滚动|倍增|工程|一)",
        units=("年",),
        matches=("实施⟦三年⟧行动计划",),
        near_misses=("每⟦5年⟧动态调整",),
    ),
    NotTarget(
        "time_scope",
        unless=r"每",
        units=("年",),
        script="chinese",
        matches=("奋斗⟦五年⟧", "连续⟦两年⟧不合格"),
        near_misses=("每⟦两年⟧开展一次",),
    ),
    NotTarget(
        "age",
        unless=r"寿命[^,。;]{0,8}",
        units=("岁",),
        matches=("⟦0-6岁⟧儿童", "⟦3岁⟧以下婴幼儿", "⟦65岁⟧以上老年人"),
        near_misses=("人均预期寿命达到⟦80岁⟧",),
    ),
    NotTarget("age", after=r"周岁", matches=("年满⟦65⟧周岁",), near_misses=("⟦65张⟧床位",)),
    NotTarget(
        "condition",
        after=r"(及?以上|以下|以内|之间)?的?(县|市|区|乡|镇|街道|地区|省|企业|单位|村|煤矿|老人|老年人|儿童|妇女|人群)",
        units=("人", "公里", "元", "岁", "平方米", "户", "米", ""),
        matches=("常住人口在⟦100万人⟧以上的县", "人口⟦20万人至50万人⟧的县", "产值⟦2000万元⟧以上企业"),
        near_misses=("引进人才⟦50人⟧以上", "培训⟦100名⟧村医"),
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
    NotTarget(
        "reimbursement",
        before=r"(报销|支付|补偿)(比例|限额|额度|标准)[^。;]{0,45}",
        units=("%", "倍", "个百分点", "元"),
        matches=("政策范围内报销比例提高至⟦70%⟧左右", "报销比例在原基础上提高⟦5个百分点⟧"),
        near_misses=("规范化管理率达到⟦70%⟧",),
    ),
    NotTarget(
        "present_state",
        before=r"((现有|已有|已建成|已建立|已经建成|已完成|原有|现存|目前|共有|巩固|总结|抓好|用好|管好)[^,。;、]{0,8}|全市|全省|全区|全县|下辖|所辖)",
        units=("个", "家", "所", "名", "人", "张", "项", "处", "座", "支", "台", "户"),
        after=r"(?!以上)",
        matches=("改造现有⟦20个⟧仓库", "总结⟦3家⟧医院的试点经验", "全市⟦12个⟧县区"),
        near_misses=("全市建成⟦12个⟧站点", "培训⟦20个⟧学员"),
    ),
    NotTarget(
        "past_result",
        before=r"((^|[^到至])20\d\d年[^。;]{0,40}(比|较)20\d\d年[^。;]{0,50}|“十[一二三]五”(期间|时期|以来)[^。;]{0,60})",
        units=("%", "个百分点", "‰"),
        matches=("2020年事故起数比2015年分别下降⟦43.3%⟧", "“十三五”期间死亡人数下降⟦20%⟧"),
        near_misses=("到2025年事故起数比2020年下降⟦15%⟧",),
    ),
    NotTarget(
        "condition",
        before=r"(超过|大于|高于|不足|小于)",
        after=r"(以上|以下)?的[^,。;、]{2,}",
        units=("米", "人", "吨", "公里"),
        matches=("开采深度超过⟦1200米⟧的矿山",),
        near_misses=("新建超过⟦1200米⟧",),
    ),
    NotTarget(
        "condition",
        before=r"(达到|达|超过|满|不低于|首次突破)",
        after=r"(以上|以下)?(的,?|,)(分别)?(给予|奖励|按|补助|补贴|再)",
        units=("元", "人", "家", "名", "%", "个"),
        matches=("营收达到⟦2000万元⟧的,给予奖励", "交易额超过⟦100万元⟧的奖励5万元"),
        near_misses=("贷款额度达到⟦2000万元⟧",),
    ),
    NotTarget(
        "from_value",
        before=r"(由|从)(20\d\d年(底)?)?的?",
        after=r"[^,。;\d]{0,12}(提高|增加|增长|提升|下降|降低|减少|缩短|压缩|到|至|升|降)",
        matches=("由⟦30%⟧提高到45%", "从2020年的⟦12天⟧缩短至8天"),
        near_misses=("由30%提高到⟦45%⟧",),
    ),
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
        unless=r"(至少|不少于|每[年月季半度个所家]*[^,。;]{0,6})",
        after=r"(?!以上)",
        units=("批", "种", "轮", "条", "场", "对", "期", "类", "套", "部", "批次", "片", "件", "次", "处", "只", "户"),
        script="chinese",
        matches=("建成⟦一批⟧中心", "形成⟦一套⟧机制", "持续巩固⟦四种⟧慢性病管理"),
        near_misses=("每年开展⟦一次⟧监测", "每季度至少⟦一次⟧"),
    ),
    NotTarget(
        "enumeration_name",
        unless=r"(新建|建设|建成|建立|配备|至少|少于|低于|组建|设立|设置|建好|打造|培育|明确|确定|依托|创建|布局|选派|配置|建有|达到"
        r"|新增|拥有|引进|认定|开设|每[^,。;、]{0,8}|全年[^,。;、]{0,8})",
        after=r"(?!以上)",
        script="chinese",
        matches=("落实母婴安全⟦五项⟧制度", "关爱⟦四类⟧特殊群体", "推进⟦五个⟧试点"),
        near_misses=("新建⟦一所⟧医院", "至少⟦两名⟧医师"),
    ),
)


def quoted_spans(text: str) -> list[tuple[int, int, str]]:
    """The spans of a paragraph whose numbers are names: titles, document numbers, quoted words."""
    spans = [(*span, "title") for pair in ("《》", "〈〉") for span in bracketed(text, *pair)]
    spans += [(*span, "document_number") for span in bracketed(text, "〔", "〕")]
    spans += [(*match.span(), "document_number") for match in NUMBERED.finditer(text)]
    return spans + [(*span, "slogan") for pair in ("“”", "「」") for span in bracketed(text, *pair)]


def why_no_target(text: str, quantity: Quantity, spans: list[tuple[int, int, str]]) -> str | None:
    """The name of the rule by which a number of a paragraph is no target, None where no rule says so.

    ``spans`` are those of ``quoted_spans(text)``.
    """
    for start, end, name in spans:
        if start <= quantity.start < end:
            circle = quantity.unit is not None and quantity.unit.unit in ("分钟", "公里", "小时")
            built = BUILDS_BEFORE.search(text, 0, quantity.start) and SERVICE_CIRCLE.match(text[quantity.end :])
            if not (circle and built and name == "slogan"):
                return name
    return next((rule.name for rule in RULES if rule.fits(text, quantity)), None)
