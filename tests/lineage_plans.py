"""An invented provincial plan and two invented city plans below it, for tests of lineage.

The first city names the provincial plan: it copies, adapts, strengthens, weakens and leaves out one measure each, and
adds one. The second names nothing; its outline and its words are the province's.
"""

import tempfile
from functools import cache
from pathlib import Path

from graph.facts import PlanFacts
from loaders.facts import extract

PROVINCE = """浙江省人民政府办公厅关于印发浙江省健康驿站建设行动方案(2022—2025年)的通知

浙政办发〔2022〕90号

各市、县(市、区)人民政府:

《浙江省健康驿站建设行动方案(2022—2025年)》已经省政府同意,现印发给你们,请认真组织实施。

浙江省人民政府办公厅

2022年3月1日

浙江省健康驿站建设行动方案

(2022—2025年)

根据《国务院办公厅关于推进健康驿站建设的指导意见》(国办发〔2021〕99号),制定本方案。

一、总体要求

到2025年,服务体系更加完善。

二、重点任务

(一)推进紧密型县域医共体建设。统筹县乡村医疗卫生资源,完善乡镇卫生院运行机制,县域内就诊率达到90%以上。(牵头单位:省卫生健康委)

(二)做好家庭医生签约服务。组建签约服务团队,优先覆盖老年人和慢性病患者,家庭医生签约率达到75%以上。(牵头单位:省卫生健康委)

(三)规范发展老年健康服务。二级以上综合医院设置老年医学科,发展社区居家护理站点和上门巡诊。(牵头单位:省卫生健康委)

(四)探索按病种分值付费。探索开展区域点数法总额预算和按病种分值付费,完善医疗机构结算办法。(牵头单位:省医保局)

(五)提升妇幼健康水平。开展孕产期保健和出生缺陷三级预防,婴儿死亡率控制在3‰以下。(牵头单位:省卫生健康委)

(六)办好海岛巡回医疗船。组织医疗船队定期靠泊偏远岛屿,为渔民提供体检和牙科服务。(牵头单位:省卫生健康委)

三、保障措施

(一)强化督导。建立季度通报制度,结果纳入考核。(责任单位:省卫生健康委)
"""

TASKS_OF_FIRST = """一、总体要求

到2025年,服务体系更加完善。

二、重点任务

(一)推进紧密型县域医共体建设。统筹县乡村医疗卫生资源,完善乡镇卫生院运行机制,县域内就诊率达到92%以上。(牵头单位:市卫生健康委)

(二)做好家庭医生签约服务。组建签约服务团队,优先覆盖老年人和慢性病患者,家庭医生签约率达到70%以上。(牵头单位:市卫生健康委)

(三)规范发展老年健康服务。二级以上综合医院设置老年医学科,发展社区居家护理站点和上门巡诊。(牵头单位:市卫生健康委)

(四)推进按病种分值付费。全面推进区域点数法总额预算和按病种分值付费,完善医疗机构结算办法。(牵头单位:市医保局)

(五)提升妇幼健康水平。发展月子护理和儿童早期发展服务,开展孕产期保健和出生缺陷预防,婴儿死亡率控制在3‰以下。(牵头单位:市卫生健康委)

(六)整治校园近视眼镜市场。抽查配镜门店计量器具,公布不合格名单。(牵头单位:市市场监管局)

三、保障措施

(一)强化督导。建立季度通报制度,结果纳入考核。(责任单位:市卫生健康委)
"""

FIRST = (
    """绍兴市人民政府办公室关于印发绍兴市健康驿站建设行动方案(2022—2025年)的通知

各区、县(市)人民政府:

《绍兴市健康驿站建设行动方案(2022—2025年)》已经市政府同意,现印发给你们,请认真组织实施。

绍兴市人民政府办公室

2022年9月1日

绍兴市健康驿站建设行动方案

(2022—2025年)

根据《浙江省人民政府办公厅关于印发浙江省健康驿站建设行动方案(2022—2025年)的通知》(浙政办发〔2022〕90号),制定本方案。

"""
    + TASKS_OF_FIRST
)

SECOND = """金华市健康驿站建设实施方案

为加快我市健康驿站建设,制定本方案。

""" + TASKS_OF_FIRST.replace("92%", "90%")

TEXTS = {
    "province": ("浙江省", PROVINCE), "first": ("绍兴市", FIRST), "second": ("金华市", SECOND),
}  # fmt: skip


@cache
def plans() -> dict[str, PlanFacts]:
    """The facts of the three plans by key."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for key, (city, text) in TEXTS.items():
            path = Path(folder) / f"{key}.txt"
            path.write_text(text, encoding="utf-8")
            found[key] = extract(path, city=city)
    return found
