"""Documents that commit to nothing (rules in articles, interpretations, news): no fact that commits, and why."""

from pathlib import Path

import pytest

from loaders import extract, read_plan

ITEMS = (
    "一、完善分级诊疗。到2027年，县域就诊率达到90%以上。由市医保局牵头，市卫生健康委配合。\n"
    "二、推进支付改革。建设卒中中心15个。（责任单位：市财政局）\n三、加强督导。每年至少督查2次。"
)
NEWS = {
    "headline_and_lead": "合肥市召开医改工作推进会\n5月6日，合肥市召开医改工作推进会。\n会议强调，要狠抓落实。\n",
    "short_lead_alone": "我市召开医改推进会\n5月6日，合肥市召开推进会。\n",
    "lead_without_date": "全市医改会议举行\n会议指出，去年合肥市医改取得成效，今年要再接再厉。\n",
    "reporter": "合肥市医改再出发\n本报讯（记者张某）合肥市卫生健康委把医改摆在突出位置，全力推进。\n",
    "of_a_plan": "合肥市出台深化医改实施方案\n近日，合肥市政府办公室印发《合肥市深化医改实施方案》，明确三项任务。\n",
    "said_by_a_mayor": "全市医改会议召开\n副市长张某在会上强调，合肥市要把医改工作摆在更加突出的位置上。\n",
}
PLANS = {
    "meeting_in_the_opening": "合肥市深化医改实施方案\n近日，国务院召开医改会议。为贯彻会议精神，制定本方案。\n",
    "secretary_general": "合肥市深化医改实施方案\n习近平总书记指出，要深化医改，维护人民健康。现制定如下方案。\n",
    "issued_lately": "合肥市深化医改实施方案\n日前，国务院印发《深化医改意见》，合肥市结合实际制定本方案。\n",
    "without_title": "近日，国务院印发《深化医改意见》。为贯彻落实，结合合肥市实际，制定本实施方案。\n",
}


def counts(text: str, tmp_path: Path, name: str = "text.txt") -> tuple[int, ...]:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    facts = extract(file)
    return tuple(map(len, (facts.measures, facts.responsibilities, facts.targets, facts.models)))


@pytest.mark.parametrize("opening", NEWS.values(), ids=NEWS)
def test_news_gives_no_measure_responsibility_target_or_model(opening: str, tmp_path: Path) -> None:
    assert counts(opening + ITEMS, tmp_path) == (0, 0, 0, 0)
    lines = (opening + ITEMS).split("\n")
    page = f"<html><body><h1>{lines[0]}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:]) + "</body></html>"
    assert counts(page, tmp_path, "page.html") == (0, 0, 0, 0)


@pytest.mark.parametrize("opening", PLANS.values(), ids=PLANS)
def test_a_plan_that_tells_of_a_meeting_keeps_its_facts(opening: str, tmp_path: Path) -> None:
    assert counts(opening + ITEMS, tmp_path) == (3, 3, 3, 2)


SILENT = {
    "regulation": "合肥市医院管理办法\n第一条 为管理医院，制定本办法。\n第二条 建设卒中中心15个。由市财政局负责。",
    "interpretation": f"《合肥市深化医改实施方案》解读\n{ITEMS}",
    "interpretation_in_pictures": f"一图读懂《合肥市深化医改实施方案》\n{ITEMS}",
    "news": NEWS["headline_and_lead"] + ITEMS,
    "regulation_handed_on": (
        "合肥市政府关于印发合肥市医院管理办法的通知\n第一条 为管理医院，制定本办法。\n第二条 建设卒中中心15个。"
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_the_reason_is_said_in_the_plan_in_its_kind_and_in_its_notes(name: str, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(SILENT[name], encoding="utf-8")
    reason = name.split("_", maxsplit=1)[0]
    assert read_plan(file).silent == {"d": reason}
    facts = extract(file)
    assert (len(facts.measures), len(facts.targets), len(facts.models)) == (0, 0, 0)
    word = {"regulation": "a regulation", "interpretation": "an interpretation", "news": "news"}[reason]
    assert any(f"none found: it is {word}, which commits to nothing" in note for note in facts.notes)
    if reason != "regulation":
        assert [document.kind for document in facts.documents] == ["other"]
