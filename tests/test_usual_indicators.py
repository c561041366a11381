"""The indicators that health plans usually set, from their sentences; two invented plans compared from text to gap."""

from pathlib import Path

import pytest

from compare.targets import comparable_targets
from loaders import extract
from tests import plans
from tests.test_targets import read

USUAL = [
    ("人均预期寿命达到80.5岁。", "life_expectancy"),
    ("孕产妇死亡率控制在9/10万以内。", "maternal_mortality"),
    ("婴儿死亡率控制在5‰以内。", "infant_mortality"),
    ("5岁以下儿童死亡率下降到6‰以下。", "under5_mortality"),
    ("每千常住人口执业(助理)医师数达到3.2人。", "physicians_per_1000"),
    ("每千常住人口执业（助理）医师达到3.2人。", "physicians_per_1000"),
    ("每千人口注册护士数达到3.8人。", "nurses_per_1000"),
    ("每千常住人口医疗卫生机构床位数达到7.5张。", "beds_per_1000"),
    ("每万常住人口医疗卫生机构床位数达到75张。", "beds_per_1000"),
    ("县域内就诊率达到90%以上。", "county_treatment_rate"),
    ("基层医疗卫生机构诊疗量占比达到65%。", "primary_treatment_share"),
    ("个人卫生支出占卫生总费用的比重降至27%以下。", "out_of_pocket_share"),
    ("重大慢性病过早死亡率降低到15%以下。", "premature_chronic_death"),
    ("每万名常住人口全科医生数达到3.93人。", "general_practitioners_per_10000"),
    ("每千人口拥有3岁以下婴幼儿托位数达到4.5个。", "childcare_places_per_1000"),
    ("二级以上综合医院设立老年医学科的比例达到60%以上。", "geriatric_department_share"),
    ("全市医护比达到1:1.2。", "physician_nurse_ratio"),
    ("居民健康素养水平提高到30%。", "health_literacy"),
    ("每千人口公立中医医院床位数达到0.85张。", "tcm_beds_per_1000"),
    ("家庭医生签约服务覆盖率达到75%以上。", "family_doctor_coverage"),
    ("重点人群家庭医生签约率达到90%。", "key_group_contract_rate"),
    ("三级公立医院平均住院日控制在8天以内。", "length_of_stay"),
    ("四级手术占比达到20%。", "level4_surgery_share"),
    ("公立医院人员支出占业务支出的比例达到45%。", "personnel_spending_share"),
    ("医疗服务收入占医疗收入比例达到35%以上。", "service_income_share"),
    ("适龄儿童免疫规划疫苗接种率保持在95%以上。", "vaccination_rate"),
    ("高血压患者规范管理率达到70%。", "chronic_disease_management_rate"),
    ("每10万人口康复医师数达到8人。", "rehabilitation_physicians"),
    ("65岁以上老年人健康管理率达到72%。", "elderly_management_rate"),
    ("住院费用按DRG付费占比达到70%。", "case_payment_share"),
    ("基本医疗保险参保率稳定在95%以上。", "insurance_coverage"),
    ("乡镇卫生院和社区卫生服务中心中医馆设置率达到100%。", "tcm_clinics"),
    ("每个县(市、区)建成1所安宁疗护病区。", "hospice_wards"),
    ("养老机构护理型床位占比达到55%。", "nursing_beds_share"),
    ("院前急救平均反应时间缩短至12分钟。", "emergency_response_time"),
    ("三级医院预约诊疗率达到80%。", "appointment_rate"),
    ("儿童青少年总体近视率下降到50%以下。", "myopia_rate"),
    ("适龄妇女宫颈癌筛查率达到60%。", "cancer_screening_rate"),
    ("千人口献血率达到15‰。", "blood_donation_rate"),
    ("药品网采率达到95%以上。", "online_drug_purchase_rate"),
    ("门诊次均费用增幅控制在5%以内。", "cost_growth"),
    ("每千人口药师（士）数达到0.54人。", "pharmacists_per_1000"),
    ("每千人口中医类别执业（助理）医师数达到0.62人。", "tcm_physicians_per_1000"),
    ("公共卫生机构人员每万人口达到8.3人。", "public_health_staff_per_10000"),
    ("建成国家级慢性病综合防控示范区2个。", "chronic_disease_zone_count"),
    ("建设紧密型县域医共体6个。", "county_consortia"),
    ("二级及以上医院设置康复医学科比例达到80%。", "rehabilitation_department_share"),
    ("“优质服务基层行”达到推荐标准的机构占比达到20%。", "primary_recommended_share"),
    ("村卫生室医保定点覆盖率达到100%。", "village_clinic_insurance_coverage"),
    ("电子病历系统应用水平分级评价平均达到4级。", "emr_level"),
    ("公立医院资产负债率控制在50%以下。", "hospital_debt_ratio"),
]


@pytest.mark.parametrize(("text", "key"), USUAL)
def test_a_usual_target_has_its_indicator(text: str, key: str) -> None:
    (target,) = read(text).found
    assert target.indicator_key == key


def test_two_plans_are_compared_from_text_to_gap(tmp_path: Path) -> None:
    first = "扩充资源。到2025年,每千常住人口医疗卫生机构床位数达到7.5张,医护比达到1:1.2。"
    second = "增加床位。到2027年,每万常住人口医疗卫生机构床位数达到70张;每个县(市、区)建成1所安宁疗护病区。"
    texts = {"one": plans.plan("绍兴市", "浙江省", third=first), "two": plans.plan("金华市", "浙江省", third=second)}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    facts = comparable_targets([extract(tmp_path / f"{name}.txt") for name in texts])
    compared = {
        (fact.yardstick.split("|")[0], fact.place): (fact.value, fact.gap_to_highest, fact.deadline)
        for fact in facts.commitments
        if fact.comparable
    }
    assert compared["beds_per_1000", "绍兴市"] == (7.5, 0.0, 2025)
    assert compared["beds_per_1000", "金华市"] == (7.0, -0.5, 2027)
    alone = {fact.yardstick.split("|")[0]: fact.refusal for fact in facts.commitments if not fact.comparable}
    assert alone["physician_nurse_ratio"] == alone["hospice_wards"] == "only_one_city"
