"""Plans that we wrote ourselves, for tests that need whole texts."""

HEADER = """{city}人民政府办公室关于印发{city}健康服务行动方案(2023—2025年)的通知

各县(市、区)人民政府,市政府各部门:

《{city}健康服务行动方案(2023—2025年)》已经市政府同意,现印发给你们,请认真组织实施。

{city}人民政府办公室

2023年5月6日

{city}健康服务行动方案

(2023—2025年)

根据《{province}人民政府办公厅关于印发{province}健康服务行动方案的通知》({mark}政办发〔2023〕8号),制定本方案。
"""

BODY = """
一、总体要求

到2025年,建成健康驿站12个。

二、重点任务

(一)建设紧密型县域医共体。各县建成1个紧密型县域医共体,实行医保基金总额付费、结余留用。(牵头单位:市卫生健康委;配合单位:市医保局、财政局)

(二)改革薪酬制度。落实“两个允许”要求,到2024年,公立医院人员支出占业务支出比例达到45%以上。(责任单位:市人力资源社会保障局、市卫生健康委)

(三){third}

三、保障措施

(一)加强领导。成立工作专班,定期开展评估。(责任单位:各县(市、区)人民政府)
"""

PRICES = "理顺服务价格。建立医疗服务价格动态调整机制,每年至少评估1次。(牵头单位:市医保局)"
SANMING = "推广三明医改经验。全面推广三明医改经验,推进药品集中带量采购。(牵头单位:市医保局)"


def plan(city: str, province: str, mark: str = "浙", third: str = PRICES) -> str:
    """A notice with its plan: one goal, three tasks, one safeguard."""
    return HEADER.format(city=city, province=province, mark=mark) + BODY.format(third=third)
