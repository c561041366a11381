"""Whole sentences that name documents: title, number, level and relation of each, as the guidelines give them."""

import re

import pytest

from codebooks.reading import book
from graph.facts import Place
from tests.test_citations import claims_of

PLACE = Place(name="某某市", code=None, level="city", province="河南省", province_code=None, basis="given")
IN = {"task": "d/1", "preamble": "preamble", "notice": None}

WORDINGS = [
    (
        "为贯彻落实《河南省公园条例》和《河南省公园规划》等文件精神，经市政府同意，现将工作方案印发给你们。",
        "notice",
        [
            ("河南省公园条例", None, "province", "based_on"),
            ("河南省公园规划", None, "province", "based_on"),
        ],
    ),
    (
        "在修订完善《某某市公园建设规划》（某政〔2021〕59号）基础上，结合我市实际，制定本方案。",
        "preamble",
        [("某某市公园建设规划", "某政〔2021〕59号", "city", "cites")],
    ),
    (
        "为贯彻落实《国务院办公厅关于推动公立医院高质量发展的意见》（国办发〔2021〕18号）、《河南省人民政府办公厅关于推动公立医院高质量发展的实施意见》（豫政办〔2022〕4号）精神，结合我市实际，制定本方案。",
        "preamble",
        [
            ("国务院办公厅关于推动公立医院高质量发展的意见", "国办发〔2021〕18号", "national", "based_on"),
            ("河南省人民政府办公厅关于推动公立医院高质量发展的实施意见", "豫政办〔2022〕4号", "province", "based_on"),
        ],
    ),
    (
        "根据省卫健委等九部门《关于印发某某实施方案的通知》（豫卫健〔2024〕58号）精神，制定本方案。",
        "preamble",
        [("关于印发某某实施方案的通知", "豫卫健〔2024〕58号", "province", "based_on")],
    ),
    (
        "根据国务院办公厅《中医药振兴发展重大工程实施方案》，结合我市实际，制定本实施方案。",
        "preamble",
        [("中医药振兴发展重大工程实施方案", None, "national", "based_on")],
    ),
    (
        "为深入贯彻《中共中央办公厅国务院办公厅印发〈关于进一步完善医疗卫生服务体系的意见〉的通知》（中办发〔2023〕10号）要求，制定本方案。",
        "preamble",
        [
            (
                "中共中央办公厅国务院办公厅印发〈关于进一步完善医疗卫生服务体系的意见〉的通知",
                "中办发〔2023〕10号",
                "national",
                "based_on",
            )
        ],
    ),
    (
        "为贯彻国家卫生健康委等10部委联合印发的《关于全面推进甲的指导意见》（国卫基层发〔2023〕41号）、河南省医疗保障局等3部门联合印发的《河南省甲实施意见（试行）》（豫医保发〔2024〕31号）等文件精神，制定本方案。",
        "preamble",
        [
            ("关于全面推进甲的指导意见", "国卫基层发〔2023〕41号", "national", "based_on"),
            ("河南省甲实施意见（试行）", "豫医保发〔2024〕31号", "province", "based_on"),
        ],
    ),
    (
        "依据《“健康中国2030”规划纲要》和《“健康中原2030”行动纲要》，编制《“健康某某2030”行动纲要》。",
        "task",
        [
            ("“健康中国2030”规划纲要", None, "national", "implements"),
            ("“健康中原2030”行动纲要", None, "unknown", "implements"),
            ("“健康某某2030”行动纲要", None, "city", "drafts"),
        ],
    ),
    (
        "《中华人民共和国基本医疗卫生与健康促进法》《河南省中医药条例》实施以来，全市卫生健康事业快速发展。",
        "preamble",
        [
            ("中华人民共和国基本医疗卫生与健康促进法", None, "national", "cites"),
            ("河南省中医药条例", None, "province", "cites"),
        ],
    ),
    (
        "2024年3月,国务院印发《推动设备更新行动方案》（国发〔2024〕7号）。",
        "task",
        [("推动设备更新行动方案", "国发〔2024〕7号", "national", "cites")],
    ),
    ("省政府办公厅出台《推动设备更新实施方案》。", "task", [("推动设备更新实施方案", None, "province", "cites")]),
    ("制定《国务院关于某事的意见》贯彻落实措施。", "task", [("国务院关于某事的意见", None, "national", "implements")]),
    ("市卫生健康委出台《献血办法》。", "task", [("献血办法", None, "city", "drafts")]),
    (
        "落实教育部办公厅《关于加强某事的通知》要求（教督厅函〔2023〕5号）。",
        "task",
        [("关于加强某事的通知", "教督厅函〔2023〕5号", "national", "implements")],
    ),
    (
        "落实《关于加强某事的通知》要求，结合教督厅函〔2023〕5号。",
        "task",
        [
            ("关于加强某事的通知", None, "unknown", "implements"),
            ("教督厅函〔2023〕5号", "教督厅函〔2023〕5号", "national", "cites"),
        ],
    ),
    (
        "落实《评价改革总体方案》（中共中央、国务院印发）。",
        "task",
        [("评价改革总体方案", None, "national", "implements")],
    ),
    ("配合做好《河南省养老服务条例》修订工作。", "task", [("河南省养老服务条例", None, "province", "drafts")]),
    ("修订《某某市医疗急救管理办法》。", "task", [("某某市医疗急救管理办法", None, "city", "drafts")]),
    ("推动《某某市中医药条例》立法工作。", "task", [("某某市中医药条例", None, "city", "drafts")]),
    ("加快《某某市健康促进条例》修订。", "task", [("某某市健康促进条例", None, "city", "drafts")]),
    (
        "严格执行《医疗质量管理办法》《医疗技术临床应用管理办法》，落实18项核心制度。",
        "task",
        [
            ("医疗质量管理办法", None, "unknown", "implements"),
            ("医疗技术临床应用管理办法", None, "unknown", "implements"),
        ],
    ),
    ("组织学习《中华人民共和国医师法》。", "task", [("中华人民共和国医师法", None, "national", "cites")]),
    (
        "按照《综合医院建设标准》（建标110—2021）建设病房。",
        "task",
        [("综合医院建设标准", None, "unknown", "implements")],
    ),
    (
        "按《医疗机构水污染物排放标准》（GB 18466-2005）处理污水。",
        "task",
        [("医疗机构水污染物排放标准", None, "unknown", "implements")],
    ),
    (
        "对照《国家三级公立医院绩效考核操作手册（2024版）》补短板。",
        "task",
        [("国家三级公立医院绩效考核操作手册（2024版）", None, "national", "implements")],
    ),
    ("达到《社区医院基本标准（试行）》要求。", "task", [("社区医院基本标准（试行）", None, "unknown", "cites")]),
    (
        "《某某市院前急救管理办法》（某政办〔2016〕5号）同时废止。",
        "task",
        [("某某市院前急救管理办法", "某政办〔2016〕5号", "city", "cites")],
    ),
    ("认真落实国务院令第735号要求。", "task", [("国务院令第735号", "国务院令第735号", "national", "implements")]),
    (
        "落实《医疗保障基金使用监督管理条例》（国务院令第735号）。",
        "task",
        [("医疗保障基金使用监督管理条例", "国务院令第735号", "national", "implements")],
    ),
    (
        "根据《河南省“十四五”公共卫生服务体系和健康规划》（豫政〔2021〕63号），制定《某某市实施方案》。",
        "task",
        [
            ("河南省“十四五”公共卫生服务体系和健康规划", "豫政〔2021〕63号", "province", "implements"),
            ("某某市实施方案", None, "city", "drafts"),
        ],
    ),
    (
        "出台《关于加强人才引进的若干措施》《人才认定办法》等政策。",
        "task",
        [("关于加强人才引进的若干措施", None, "city", "drafts"), ("人才认定办法", None, "city", "drafts")],
    ),
    ("宣传贯彻《职业病防治法》。", "task", [("职业病防治法", None, "national", "implements")]),
    ("在《健康报》《中国卫生》等报刊发表文章。", "task", []),
    ("取得《医疗机构执业许可证》的机构。", "task", []),
    ("将其纳入《罕见病目录》管理。", "task", [("罕见病目录", None, "unknown", "cites")]),
    (
        "按照国家、省《基本公共卫生服务规范》要求，做好服务。",
        "task",
        [("基本公共卫生服务规范", None, "province", "implements")],
    ),
    (
        "贯彻落实省委办公厅、省政府办公厅《关于促进中医药发展的实施意见》精神。",
        "task",
        [("关于促进中医药发展的实施意见", None, "province", "implements")],
    ),
    (
        "按照市委、市政府《关于建设现代化健康某某的决定》部署，推进工作。",
        "task",
        [("关于建设现代化健康某某的决定", None, "city", "implements")],
    ),
    (
        "现将《某市医疗行动方案》印发给你们，请认真贯彻执行。",
        "notice",
        [("某市医疗行动方案", None, "city", "contains")],
    ),
    (
        "根据《河南省甲方案》（豫政办〔2024〕7号）要求，现将《某市医疗行动方案》印发给你们。",
        "notice",
        [("河南省甲方案", "豫政办〔2024〕7号", "province", "based_on"), ("某市医疗行动方案", None, "city", "contains")],
    ),
    (
        "《某市医疗行动方案》（以下简称《方案》）已经市政府同意，现印发给你们。请按照《方案》要求抓好落实。",
        "notice",
        [("某市医疗行动方案", None, "city", "contains")],
    ),
    (
        "落实《国务院关于甲的意见》（国发〔2019〕13号）。按照《意见》要求办理。",
        "task",
        [
            ("国务院关于甲的意见", "国发〔2019〕13号", "national", "implements"),
            ("国务院关于甲的意见", "国发〔2019〕13号", "national", "implements"),
        ],
    ),
    ("落实〈国务院关于甲的意见〉要求。", "task", []),
    (
        "严格按照国卫办医函〔2021〕538号文件要求执行。",
        "task",
        [("国卫办医函〔2021〕538号", "国卫办医函〔2021〕538号", "national", "implements")],
    ),
    (
        "根据《财政部 国家卫生健康委关于甲的通知》（财社〔2021〕36号）和《乙办法》（豫财社﹝2021﹞11号）拨付资金。",
        "task",
        [
            ("财政部 国家卫生健康委关于甲的通知", "财社〔2021〕36号", "national", "implements"),
            ("乙办法", "豫财社﹝2021﹞11号", "province", "implements"),
        ],
    ),
    (
        "落实人社部发〔2021〕52号、豫人社〔2021〕9号文件。",
        "task",
        [
            ("人社部发〔2021〕52号", "人社部发〔2021〕52号", "national", "implements"),
            ("豫人社〔2021〕9号", "豫人社〔2021〕9号", "province", "implements"),
        ],
    ),
    ("积极参与《急救条例》制定工作。", "task", [("急救条例", None, "city", "drafts")]),
    ("贯彻新修订的《中医药法》。", "task", [("中医药法", None, "national", "implements")]),
    ("签订《目标责任书》。", "task", []),
    ("签订《战略合作框架协议》。", "task", []),
    ("开展《民法典》宣传。", "task", [("民法典", None, "national", "cites")]),
    (
        "《国家基本医疗保险、工伤保险和生育保险药品目录（2023年）》内药品全部配备。",
        "task",
        [("国家基本医疗保险、工伤保险和生育保险药品目录（2023年）", None, "national", "cites")],
    ),
    ("办好《健康某某》电视栏目。", "task", []),
    (
        "依据《某某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》，制定本规划。",
        "preamble",
        [("某某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", None, "city", "based_on")],
    ),
    ("落实好《方案》确定的任务。", "task", []),
    (
        "落实《新时期卫生工作意见》有关要求，研究出台配套政策。",
        "task",
        [("新时期卫生工作意见", None, "unknown", "implements")],
    ),
    ("全面推行《医疗服务项目技术规范》。", "task", [("医疗服务项目技术规范", None, "unknown", "implements")]),
    ("对《某某市献血办法》进行修订。", "task", [("某某市献血办法", None, "city", "drafts")]),
    (
        "按照《省政府办公厅关于甲的通知》（豫政办明电〔2022〕3号）执行。",
        "task",
        [("省政府办公厅关于甲的通知", "豫政办明电〔2022〕3号", "province", "implements")],
    ),
    (
        "根据中共中央、国务院《关于促进中医药传承创新发展的意见》，结合实际，制定本方案。",
        "preamble",
        [("关于促进中医药传承创新发展的意见", None, "national", "based_on")],
    ),
    (
        "根据国务院办公厅关于推动甲的意见（国办发〔2021〕18号）精神，制定本方案。",
        "preamble",
        [("国务院办公厅关于推动甲的意见", "国办发〔2021〕18号", "national", "based_on")],
    ),
    (
        "按照《某某市人民政府关于印发甲的通知》(某政〔2022〕3号)、《某某市卫生健康委员会关于乙的通知》(某卫〔2022〕5号)要求实施。",
        "task",
        [
            ("某某市人民政府关于印发甲的通知", "某政〔2022〕3号", "city", "implements"),
            ("某某市卫生健康委员会关于乙的通知", "某卫〔2022〕5号", "city", "implements"),
        ],
    ),
    (
        "落实商政办〔2022〕3号、建政发〔2021〕2号文件。",
        "task",
        [
            ("商政办〔2022〕3号", "商政办〔2022〕3号", "city", "implements"),
            ("建政发〔2021〕2号", "建政发〔2021〕2号", "city", "implements"),
        ],
    ),
    ("落实新政办〔2022〕3号文件。", "task", [("新政办〔2022〕3号", "新政办〔2022〕3号", "city", "implements")]),
    (
        "根据国家医保局、财政部《关于甲的通知》(医保发〔2020〕32)号)要求,制定本方案。",
        "preamble",
        [("关于甲的通知", "医保发〔2020〕32)号", "national", "based_on")],
    ),
    (
        "落实《国务院关于乙的意见(国发〔2009〕22号)》。",
        "task",
        [("国务院关于乙的意见(国发〔2009〕22号)", "国发〔2009〕22号", "national", "implements")],
    ),
    (
        "落实某署办发〔2017〕155号文件。",
        "task",
        [("某署办发〔2017〕155号", "某署办发〔2017〕155号", "city", "implements")],
    ),
    ("《某省医疗条例》印发以来,成效明显。", "preamble", [("某省医疗条例", None, "unknown", "cites")]),
    ("《某市健康方案》已经市政府同意,现印发给你们。", "preamble", [("某市健康方案", None, "city", "contains")]),
    (
        "落实《国务院关于甲的意见》(以下简称“国家《意见》”)。",
        "task",
        [("国务院关于甲的意见", None, "national", "implements")],
    ),
    (
        "近年来,我市先后出台《甲意见》《乙办法》。",
        "preamble",
        [("甲意见", None, "unknown", "cites"), ("乙办法", None, "unknown", "cites")],
    ),
    (
        "在已印发《甲意见》的基础上,制定《乙办法》。",
        "task",
        [("甲意见", None, "unknown", "cites"), ("乙办法", None, "city", "drafts")],
    ),
    ("为加快发展,制定《丙条例》。", "preamble", [("丙条例", None, "city", "drafts")]),
    (
        "落实《关于推广福建省三明市医改经验的意见》(国医改发〔2021〕2号)。",
        "task",
        [("关于推广福建省三明市医改经验的意见", "国医改发〔2021〕2号", "national", "implements")],
    ),
    (
        "落实《关于推广福建省医改经验的意见》。",
        "task",
        [("关于推广福建省医改经验的意见", None, "unknown", "implements")],
    ),
    ("落实《关于推进河南省医改的意见》。", "task", [("关于推进河南省医改的意见", None, "province", "implements")]),
    (
        "落实《关于印发河南省医改方案的通知》。",
        "task",
        [("关于印发河南省医改方案的通知", None, "province", "implements")],
    ),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), WORDINGS)
def test_the_documents_of_a_sentence(text: str, kind: str, wanted: list[tuple[str, str | None, str, str]]) -> None:
    found = claims_of(text, kind, IN[kind], PLACE).found
    assert [(each.title, each.number, each.level, each.relation) for each in found] == wanted


@pytest.mark.parametrize(
    ("text", "rule"), [("按照该意见要求办理。", "back_reference"), ("上述两个文件同时施行。", "back_reference")]
)
def test_a_back_reference_is_passed_over_by_name(text: str, rule: str) -> None:
    claims = claims_of(text)
    assert not claims.found
    assert [each.rule for each in claims.passed] == [f"citations.{rule}"]


def test_titles_that_only_the_nation_can_give_are_told_by_examples() -> None:
    for rule in book("issuers")["national_titles"].values():
        assert all(re.search(rule["words"], title) for title in rule["matches"])
        assert not any(re.search(rule["words"], title) for title in rule["near_misses"])


def test_the_shapes_of_local_names_and_numbers_are_told_by_examples() -> None:
    for shape in book("issuers")["shapes"].values():
        assert all(re.match(shape["words"], words) for words in shape["matches"])
        assert not any(re.match(shape["words"], words) for words in shape["near_misses"])
