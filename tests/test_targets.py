"""Targets: what is read of our own sentences, what is passed over and why, and the figures on the gold."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts import Document, Place, SectionKind, Target
from loaders import read_plan
from loaders.fold import fold
from loaders.plan import Claims, Plan, Section, Source
from loaders.rules import targets
from loaders.rules.clauses import Words
from loaders.rules.deadlines import governing_year
from loaders.rules.not_target_rules import RULES
from loaders.rules.number_rule import NotTarget
from loaders.rules.numbers import Quantity, quantities
from loaders.rules.passages import Passage


def plan(text: str, kind: SectionKind = "task", title: str = "某市行动计划") -> Plan:
    document = Document(
        key="d", kind="action_plan", title=title, city=None, province=None, issuer=None, doc_number=None,
        index_number=None, date_issued=None, date_published=None, period_start=None, period_end=None,
        contained_in=None, start=0, end=0, text_start=0, text_end=len(text), rule="given",
    )  # fmt: skip
    section = Section("d/1.1", "d", "1.", "", (), kind, True, None, 0, 0, 0, len(text), len(text), "given")
    place = Place(name="某市", code=None, level="city", province=None, province_code=None, basis="given")
    return Plan(Source("t", "txt", text, fold(text), ""), place, (document,), (section,))


def read(text: str, kind: SectionKind = "task") -> Claims[Target]:
    return targets.read(plan(text, kind))


Expected = tuple[str, str, float, float | None, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增省级领军学科15个。", [("省级领军学科", "=", 15, None, "个", "count")]),
        ("打造12个县级龙头专科。", [("县级龙头专科", "=", 12, None, "个", "count")]),
        ("规范化管理率达到70%以上。", [("规范化管理率", ">=", 70, None, "%", "percent")]),
        ("空床率降低到5%以下。", [("空床率", "<=", 5, None, "%", "percent")]),
        ("缺陷发生率控制在3‰以内。", [("缺陷发生率", "<=", 3, None, "‰", "rate")]),
        ("中级岗位比例提高至16%。", [("中级岗位比例", "=", 16, None, "%", "percent")]),
        ("新建20个左右社区医院。", [("社区医院", "~", 20, None, "个", "count")]),
        ("培育2～3个特色科室。", [("特色科室", "=", 2, 3, "个", "count")]),
        ("逐步实现医护比1：1.2左右。", [("医护比", "~", 1.2, None, "1:n", "ratio")]),
        ("投入专项资金60万元以上。", [("专项资金", ">=", 600000, None, "元", "amount")]),
        ("年体检人数达到8万以上。", [("年体检人数", ">=", 80000, None, "人", "count")]),
        ("每年至少开展一次应急演练。", [("应急演练", ">=", 1, None, "次/年", "frequency")]),
        ("每个乡镇建好1所卫生院。", [("卫生院", "=", 1, None, "所", "per_unit")]),
        ("每千常住人口配置不少于6张床位。", [("床位", ">=", 6, None, "张", "rate")]),
        ("打造15分钟便民服务圈。", [("便民服务圈", "=", 15, None, "分钟", "duration")]),
        ("打造“15分钟服务圈”。", [("服务圈", "=", 15, None, "分钟", "duration")]),
        ("全市乡镇实现急救站点全覆盖。", [("急救站点", "=", 100, None, "%", "coverage")]),
        ("所有县级医院均设立心理科。", [("心理科", "=", 100, None, "%", "coverage")]),
        ("二级医院全部设置康复科。", [("康复科", "=", 100, None, "%", "coverage")]),
        (
            "加强省级、市级示范区建设，覆盖率分别达到20%、50%。",
            [("省级示范区覆盖率", ">=", 20, None, "%", "percent"),
             ("市级示范区覆盖率", ">=", 50, None, "%", "percent")],
        ),
        (
            "推广6类10项以上适宜技术。",
            [("适宜技术", ">=", 6, None, "类", "count"), ("适宜技术", ">=", 10, None, "项", "count")],
        ),
        (
            "至少配备1名全科医生、2名护士。",
            [("全科医生", ">=", 1, None, "名", "per_unit"), ("护士", ">=", 2, None, "名", "per_unit")],
        ),
        ("执业人员比例由30%提高到45%以上。", [("执业人员比例", ">=", 45, None, "%", "percent")]),
        ("按不低于编制床位的10%设置重症病床。", [("重症病床占编制床位比例", ">=", 10, None, "%", "percent")]),
        ("孕产妇死亡率控制在9.5/10万以下。", [("孕产妇死亡率", "<=", 9.5, None, "/10万", "rate")]),
        ("引进2家优质康复机构落户某市。", [("优质康复机构", "=", 2, None, "家", "count")]),
        ("服务20家入驻企业。", [("入驻企业", "=", 20, None, "家", "count")]),
        ("组织义诊12场次以上。", [("义诊", ">=", 12, None, "场次", "count")]),
        ("举办讲座10场(次)以上。", [("讲座", ">=", 10, None, "场", "count")]),
        ("脱贫人口签约率100%。", [("脱贫人口签约率", "=", 100, None, "%", "percent")]),
        ("新增签约约200人。", [("签约", "~", 200, None, "人", "count")]),
        ("新建约20个驿站。", [("驿站", "~", 20, None, "个", "count")]),
        ("献血量同比增长5%。", [("献血量", "=", 5, None, "%", "percent")]),
        ("按实收租金的30%给予租房补贴，每家企业每年最高8万元。",
         [("租房补贴占实收租金比例", "=", 30, None, "%", "percent"), ("租房补贴", "<=", 80000, None, "元", "amount")]),
        ("给予租房补贴，每家企业租金最高8万元。", [("每家企业租金", "<=", 80000, None, "元", "amount")]),
        (
            "全市建成5个以上、总面积不低于8万平方米，设施完备的示范园区。",
            [("示范园区", ">=", 5, None, "个", "count"), ("总面积", ">=", 80000, None, "平方米", "count")],
        ),
        (
            "新建社区医院5个、总面积8万平方米，设施完备的病区。",
            [("社区医院", "=", 5, None, "个", "count"), ("总面积", "=", 80000, None, "平方米", "count")],
        ),
        ("对续租按不超过租金的20%实行分档补助。", [("分档补助占租金比例", "<=", 20, None, "%", "percent")]),
        ("按照租金的40%，给予最高6万元补助。",
         [("补助占租金比例", "=", 40, None, "%", "percent"), ("补助", "<=", 60000, None, "元", "amount")]),
        ("按租金的40%给予承租单位最高6万元补助。",
         [("补助占租金比例", "=", 40, None, "%", "percent"), ("补助", "<=", 60000, None, "元", "amount")]),
        ("服务收入不低于总收入的40%，给予表扬。", [("服务收入占总收入比例", ">=", 40, None, "%", "percent")]),
        ("按实付利息最高50%给予贴息。", [("贴息", "<=", 50, None, "%", "percent")]),
        ("给予股权扶持，单个项目不超过500万元。", [("股权扶持", "<=", 5000000, None, "元", "amount")]),
        ("给予股权扶持，单个项目扶持额度不超过500万元。", [("扶持额度", "<=", 5000000, None, "元", "amount")]),
        ("同一单位每年申领券金额不超过6万元。", [("同一单位每年申领券金额", "<=", 60000, None, "元", "amount")]),
        ("推进股权交易，单个项目不超过500万元。", [("单个项目", "<=", 5000000, None, "元", "amount")]),
        ("每年安排500万元对示范园区予以设备支持。", [("设备支持", "=", 5000000, None, "元", "amount")]),
        ("投入500万元对外贸易展会专项资金。", [("对外贸易展会专项资金", "=", 5000000, None, "元", "amount")]),
        ("单场讲座最高补贴2万元。", [("补贴", "<=", 20000, None, "元", "amount")]),
        ("讲座补贴最高2万元。", [("讲座补贴", "<=", 20000, None, "元", "amount")]),
        (
            "对一等奖、二等奖项目，最高分别奖励6万元、3万元。",
            [("奖励", "<=", 60000, None, "元", "amount"), ("奖励", "<=", 30000, None, "元", "amount")],
        ),
        (
            "按产值规模分别给予最高6万、3万、1万元经费支持。",
            [("经费支持", "<=", n, None, "元", "amount") for n in (60000, 30000, 10000)],
        ),
        (
            "给予最高6万、3万元经费支持。",
            [("经费支持", "<=", 60000, None, "元", "amount"), ("经费支持", "<=", 30000, None, "元", "amount")],
        ),
        (
            "按不超过设备、软件合同金额的20%、最高80万元的标准给予补助。",
            [("补助占设备、软件合同金额比例", "<=", 20, None, "%", "percent"),
             ("补助", "<=", 800000, None, "元", "amount")],
        ),
        ("租赁设备按不高于5%的标准给予补贴。", [("补贴", "<=", 5, None, "%", "percent")]),
        ("服务达到省级标准的机构20家。", [("服务达到省级标准的机构", "=", 20, None, "家", "count")]),
        ("入选者可获得最高3万元的启动补助。", [("启动补助", "<=", 30000, None, "元", "amount")]),
        ("门诊候诊时间不得超过30分钟。", [("门诊候诊时间", "<=", 30, None, "分钟", "duration")]),
        (
            "新聘护士可按规定享受每月800元、最长24个月的租房补贴。",
            [("租房补贴", "=", 800, None, "元", "amount"), ("租房补贴", "<=", 24, None, "个月", "duration")],
        ),
        ("对新设机构给予1—2年过渡期。", [("过渡期", "=", 1, 2, "年", "duration")]),
        (
            "特色驿站（即由一人开办，提供康复的驿站，以下简称驿站）数量突破100家。",
            [("特色驿站数量", ">", 100, None, "家", "count")],
        ),
        (
            "可申请毕业生租房补贴，本科生每人每月300元，硕士生每人每月600元，最长期限24个月。",
            [("毕业生租房补贴", "=", 300, None, "元", "amount"), ("毕业生租房补贴", "=", 600, None, "元", "amount"),
             ("毕业生租房补贴期限", "<=", 24, None, "个月", "duration")],
        ),
        ("可申请租房补贴，参训人员每人每月伙食费300元。", [("参训人员每人每月伙食费", "=", 300, None, "元", "amount")]),
        ("每人每年补助2000元。", [("补助", "=", 2000, None, "元", "amount")]),
        ("单个机构年度支持额度不超过50万元。", [("支持额度", "<=", 500_000, None, "元", "amount")]),
        ("同一企业每年补贴金额不超过20万元。", [("补贴金额", "<=", 200_000, None, "元", "amount")]),
        ("给予机构运营扶持，单个项目不超过80万元。", [("机构运营扶持", "<=", 800_000, None, "元", "amount")]),
        ("给予机构运营扶持，门诊收入不超过80万元。", [("门诊收入", "<=", 800_000, None, "元", "amount")]),
        ("对新设机构提供不少于一年的跟踪服务。", [("跟踪服务", ">=", 1, None, "年", "duration")]),
        ("总营业收入超2000万。", [("总营业收入", ">", 20_000_000, None, "元", "amount")]),
        ("落地特色机构20家以上。", [("特色机构", ">=", 20, None, "家", "count")]),
        (
            "自租赁之日起3年内租金标准不高于市场租金的70%。",
            [("租金标准占市场租金比例", "<=", 70, None, "%", "percent")],
        ),
        ("建成东湖、西湖、南湖等四个标准化社区。", [("标准化社区", "=", 4, None, "个", "count")]),
        ("执业（助理）医师数量突破100名。", [("执业(助理)医师数量", ">", 100, None, "名", "count")]),
    ],
)  # fmt: skip
def test_commitments_are_read(text: str, expected: list[Expected]) -> None:
    found = [(t.indicator, t.comparator, t.value, t.value_max, t.unit, t.kind) for t in read(text).found]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "全面落实首诊负责制，普遍开展预约服务。",
        "巩固示范乡镇全覆盖成果，完善全覆盖监督制度。",
        "深化“三个一批”工程，落实“两个允许”要求。",
        "推进三级医院建设，完善市、县两级网络。",
        "报销比例提高至70%左右。",
        "常住人口在30万人以上的县，可申报试点。",
        "2020年全市事故起数比2015年下降12%。",
        "由市财政局等5个部门联合印发。",
        "人均收入更加均衡，平均住院日保持稳定。",
    ],
)
def test_what_commits_to_nothing_is_no_target(text: str) -> None:
    assert read(text).found == []


def marked(example: str) -> tuple[str, Quantity | None]:
    """The text of an example and the number that is marked ⟦ ⟧ in it."""
    start, end = example.index("⟦"), example.index("⟧") - 1
    text = example.replace("⟦", "").replace("⟧", "")
    return text, next((q for q in quantities(text) if q.start < end and start < q.end), None)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_matches_its_wordings_and_not_its_near_misses(rule: NotTarget) -> None:
    assert rule.matches and rule.near_misses
    for example in rule.matches:
        text, quantity = marked(example)
        assert quantity is not None and rule.fits(text, quantity), example
    for example in rule.near_misses:
        text, quantity = marked(example)
        assert quantity is None or not rule.fits(text, quantity), example


@pytest.mark.parametrize(
    ("text", "word", "goal", "year"),
    [
        ("到2025年,建成甲中心,培训50人。", "50人", False, 2025),
        ("建成甲中心50个,到2025年培训乙。", "50个", False, None),
        ("到2025年,建成甲中心。培训50人。", "50人", False, None),
        ("到2025年,建成甲中心。培训50人。", "50人", True, 2025),
        ("到2025年,培训60人。其中,市级50人。", "50人", False, 2025),
        ("2025年前引进50人。", "50人", False, 2025),
        ("2024—2025年,培训50人。", "50人", False, 2025),
        ("比2020年增加50人。", "50人", False, None),
        ("2024年起,培训50人。", "50人", False, None),
        ("落实《某市2025年方案》,培训50人。", "50人", False, None),
        ("2024年底达到40人,2025年底达到50人。", "50人", False, 2025),
    ],
)
def test_a_year_governs_its_clause_and_what_follows_in_the_sentence(
    text: str, word: str, goal: bool, year: int | None
) -> None:
    passage = Passage(Words(text, ((0, 0),)), goal)
    assert governing_year(passage, text.index(word)) == year


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("原则上每个县建成1所老年医院。", "每个县"),
        ("每家企业累计补贴不超过3万元。", "每家企业"),
        ("每家企业年度补贴不超过3万元。", "每家企业年度"),
        ("每家企业达标后，年度补贴不超过3万元。", "年度"),
        ("单场讲座最高补贴2万元。", "单场讲座"),
        ("公益讲座最高补贴2万元。", None),
        ("每年帮扶各受援医院2~3项新技术。", "各受援医院"),
        ("省、市财政各500万元。", None),
        ("按每10万~20万人口设置1个急救站。", "每10万~20万人口"),
        ("按照每千名服务人口1.5张床位核定。", "每千名服务人口"),
        ("每千名老年人护理床位达到6张。", None),
        ("2～3年内建成甲类工作室5个，培训医师50人。", "2~3年内"),
        ("三年内每个县建成1所老年医院。", "每个县"),
        ("对来本市一年内的医师，培训50人。", None),
        ("三年内建成甲。培训医师50人。", None),
        ("各设区市建成1所老年医院。", "各设区市"),
        ("二级医院原则上应全部设置康复科。", "二级医院"),
        ("全部设置康复科。", None),
        ("力争全市二级医院达到12家。", "全市"),
        ("到2025年，市级综合医院四级手术占比达到25%。", "市级综合医院"),
        ("全市四级手术占比达到25%。", "全市"),
        ("全市公立医院服务收入占医疗总收入比例达到36%以上。", "全市公立医院"),
        ("四级手术占比达到25%。", None),
    ],
)
def test_the_scope_is_each_or_the_population_or_the_years_within_which(text: str, scope: str | None) -> None:
    assert read(text).found[-1].scope == scope


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("市级、县级达标率分别达到90%、80%。", ["市级达标率", "县级达标率"]),
        ("市级、县级达标率均达到90%。", ["市级、县级达标率"]),
        ("婚检率、及时率分别达到90%、80%以上。", ["婚检率", "及时率"]),
        ("管理率和服药率分别达到90%和80%。", ["管理率", "服药率"]),
        ("管理率和服药率均达到80%。", ["管理率和服药率"]),
        ("管理和服药率分别达到90%和80%。", ["管理和服药率"] * 2),
        ("市级、县级达标率分别达到90%、80%、70%。", ["市级、县级达标率"] * 3),
    ],
)
def test_separate_numbers_of_joined_levels_have_their_own_level(text: str, indicators: list[str]) -> None:
    assert [target.indicator for target in read(text).found] == indicators


def test_the_institutions_of_a_rate_are_of_its_level_too() -> None:
    scopes = [target.scope for target in read("市级、县级医院疫苗接种率分别达到90%、80%。").found]
    assert scopes == ["市级医院", "县级医院"]


def test_a_number_of_each_in_its_own_clause_is_per_unit() -> None:
    found = [read(text).found[0].kind for text in ("帮扶各受援医院新增2项技术。", "国家级、省级各新增2项技术。")]
    assert found == ["per_unit", "count"]


def test_a_number_that_no_rule_decides_is_reported() -> None:
    claims = read("甲类3个乙类。")
    assert (len(claims.found), [unread.rule for unread in claims.unread]) == (0, ["number_without_commitment"])


@pytest.mark.parametrize("reason", ["regulation", "interpretation", "news"])
def test_a_number_of_a_silent_document_is_no_target(reason: str) -> None:
    silent = replace(plan("每个区设置至少1个服务中心。"), silent={"d": reason})
    claims = targets.read(silent)
    assert (claims.found, [passed.rule for passed in claims.passed]) == ([], [f"target_in_{reason}"])


def test_the_notice_and_its_closing_bracket_set_no_targets() -> None:
    assert read("培训50人。", "notice").found == []
    assert read("加强培训。（责任单位：市教育局，各县全覆盖，建成5个中心）").found == []


def test_strength_says_how_firmly_it_is_put() -> None:
    found = [read(text).found[0].strength for text in ("确保建成5个中心。", "力争建成5个中心。", "建成5个中心。")]
    assert found == ["ensure", "aim", "plain"]


def test_an_indicator_known_to_the_codebook_gets_its_key() -> None:
    (target,) = read("市级医院四级手术占比达到25%以上。").found
    assert target.indicator_key == "level4_surgery_share"


@given(st.text(alphabet="到2025年新建3个5%以上每县、，。；（）“”《》\n 全覆盖至少中心率达", max_size=60))
def test_every_quote_stands_at_its_place(text: str) -> None:
    claims = read(text)
    assert all(text[t.start : t.end] == t.quote and t.quote for t in claims.found)
    assert all(0 <= p.start < p.end <= len(text) for p in [*claims.passed, *claims.unread])


def test_targets_agree_with_the_gold(corpus: Path, gold: Path, tmp_path: Path) -> None:
    scorer = corpus.parent / "evaluate" / "score.py"
    if not scorer.is_file():
        pytest.skip(f"{scorer} is not here: it scores facts against the gold")
    others = ("documents", "measures", "responsibilities", "citations", "models")
    facts = tmp_path / "facts.json"
    for answer in sorted(gold.glob("*.json")):
        records = [target.model_dump() for target in targets.read(read_plan(corpus / f"{answer.stem}.txt")).found]
        facts.write_text(json.dumps({"targets": records, **{kind: [] for kind in others}}), encoding="utf-8")
        command = [sys.executable, str(scorer), "--json", str(answer), str(facts)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        figures = json.loads(done.stdout)["targets"]
        assert figures["f1"] >= 0.95, answer.stem
        assert min(figures[field] for field in ("unit", "comparator", "deadline", "kind")) >= 0.95, answer.stem
