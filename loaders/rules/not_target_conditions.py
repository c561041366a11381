"""Numbers that only say which things are meant: a size, a price or a class that the things must have, how many share.

The form of the rules is that of ``not_target_times``.
"""

from loaders.rules.number_rule import NotTarget

SIZES = ("千瓦", "升", "元", "吨", "平方米", "米", "公里", "张", "亩")

CONDITIONS = (
    NotTarget(
        "condition",
        before=r"(^|[,。;:、]|对|购买|面向)",
        after=r"(及|含)(以上|以下)[^,。;\d]{2,}",
        units=SIZES,
        matches=("办电提速,⟦160千瓦⟧及以下小微企业“零投资”", "购买⟦2升⟧及以下排量乘用车"),
        near_misses=("新增⟦160千瓦⟧及以上装机", "投资⟦500元⟧及以上"),
    ),
    NotTarget(
        "condition",
        before=r"(^|[,。;:、]|对)",
        after=r"(以上|以下)的[^,。;、\d]{0,12}(学校|企业|单位|机构|项目|场所|园区|医院|街道|乡镇|县|市|区|村|社区|家庭|建筑|设备|车辆|班级)",
        units=(*SIZES, "人", "户"),
        matches=("⟦2000人⟧以上的大规模学校全部化解", "分类施策,⟦30户⟧以下的小区并入"),
        near_misses=("建成⟦2000人⟧以上的学校", "引进⟦500人⟧以上的团队"),
    ),
    NotTarget(
        "condition",
        before=r"(产值|营收|收入|规模|资产|销售额|交易额|市值|估值|利润|纳税额?|投资额?)(总额)?(超过|超|突破|过|达到|达)?",
        after=r"((及?以上)的?|的)[^,。;、\d]{1,14}(\d|[一二两三四五六七八九十百]+[家个户])",
        units=("元",),
        matches=("培育产值超⟦10亿元⟧的企业3至5家", "引进投资额⟦1亿元⟧以上项目20个", "营收达⟦1亿元⟧的企业两家"),
        near_misses=("产值突破⟦10亿元⟧,企业达到3家", "完成投资⟦10亿元⟧,新建项目5个"),
    ),
    NotTarget(
        "condition",
        before=r"对[^,。;按每]{0,24}",
        after=r"(及?以上|以下)?的[^。;]{1,24}(给予|按|奖励|补助|补贴|予以)",
        units=(*SIZES, "人"),
        matches=("对单价不超过⟦6000元⟧的手机、平板按15%补贴", "对投资⟦1000万元⟧以上的技改项目,按8%给予补助"),
        near_misses=("对企业给予⟦6000元⟧补贴", "对机构按每个托位⟦1万元⟧的标准给予补贴", "对新建项目投资⟦1000万元⟧以上"),
    ),
    NotTarget(
        "condition",
        after=r"(及以上)?(能效|水效)",
        units=("级",),
        matches=("购买⟦1级⟧能效产品", "⟦2级⟧及以上水效器具"),
        near_misses=("能效达到⟦1级⟧",),
    ),
    NotTarget(
        "name",
        after=r"户(?![均数籍])",
        units=("人",),
        matches=("⟦1人⟧户不低于20平方米", "1至⟦3人⟧户控制在60平方米"),
        near_misses=("培训⟦3人⟧", "⟦3人⟧户均"),
    ),
    NotTarget(
        "said_by_every",
        after=r"(县|市|区|旗|州|盟|乡镇|镇|乡|街道|村|行政村|社区|部门|单位|学校|医院)(\([^()]{1,8}\))?各(?![类项级种方地])[^,。;\d]{0,12}(\d|[一两三二])",
        units=("个", "所", "家"),
        matches=("市级和⟦12个⟧县(区)各建成1所托育中心", "⟦3个⟧镇各配备2名社工"),
        near_misses=("建设⟦12个⟧县级中心,各配备2人", "建成⟦3个⟧镇,各类人员2名"),
    ),
    NotTarget(
        "said_by_every",
        after=r"(县|市|区|旗|州|盟|乡镇|镇|乡|街道|村|行政村|社区)(\([^()]{1,8}\))?[^,。;\d]{0,24}(全覆盖|全面覆盖)",
        units=("个",),
        matches=("11个镇、⟦19个⟧街道便民服务中心标准化建设全覆盖", "实现⟦9个⟧县(区)全覆盖"),
        near_misses=("建成⟦19个⟧街道中心,服务全覆盖", "新建⟦9个⟧中心,实现全覆盖"),
    ),
)
