"""Promises: documents that will be drafted, read of our own sentences, what is none, and what the question answers."""

from pathlib import Path

import pytest

from chengce.library import Library
from chengce.vocabulary import vocabulary
from graph import assemble, open_store
from graph.derived import Derived
from loaders import extract
from loaders.rules import promises
from tests.engines import ENGINES, place_of
from tests.test_targets import plan


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("出台促进社会办医健康发展的实施意见。", ["促进社会办医健康发展的实施意见"]),
        ("研究制定某市人才引进办法,修订公立医院绩效考核方案。", ["某市人才引进办法", "公立医院绩效考核方案"]),
        ("编制“十四五”健康规划和养老发展规划。", ["“十四五”健康规划", "养老发展规划"]),
        ("编制健康规划、服务体系规划、设备配置规划等专项规划。", ["健康规划", "服务体系规划", "设备配置规划"]),
        ("出台产业规划、中医产业规划,养老服务业规划。", ["产业规划", "中医产业规划", "养老服务业规划"]),
        ("出台产业规划,养老服务业规划。", ["产业规划"]),
        ("出台产业规划、中医产业规划,落实养老服务业规划。", ["产业规划", "中医产业规划"]),
        ("制定急救工作规范和落实国家标准。", ["急救工作规范"]),
        ("制定人才引进办法、完善薪酬制度。", ["人才引进办法"]),
        ("修订完善急救预案、标准和规范。", ["急救预案"]),
        ("制定急救服务规范与国家标准。", ["急救服务规范"]),
        ("制定某市示范医院(科室)标准。", ["某市示范医院(科室)标准"]),
        ("出台人才引进办法(试行),细化标准。", ["人才引进办法"]),
        ("制发新一轮血吸虫病防治工作方案。", ["新一轮血吸虫病防治工作方案"]),
        ("印发年度绩效考核工作方案。", ["年度绩效考核工作方案"]),
        ("制定年度任务清单。", ["年度任务清单"]),
        ("制定年度工作计划。", []),
        ("由市卫生健康委牵头,抓紧制定急救站点建设标准。", ["急救站点建设标准"]),
        ("制定本方案。", []),
        ("制定具体实施方案。", []),
        ("按照国家制定的诊疗规范执行。", []),
        ("落实省里出台的价格政策。", []),
        ("为患者制定个性化康复计划。", []),
        ("已出台人才引进办法。", []),
        ("出台《某市人才引进办法》。", []),
    ],
)
def test_documents_that_will_be_drafted(text: str, names: list[str]) -> None:
    found = promises.read(plan(text)).found
    assert [one.name for one in found] == names
    for one in found:
        assert plan(text).text[one.start : one.end] == one.quote


CITIES = {
    "合肥市": "一、出台人才引进办法、急救工作规范。\n二、制定《合肥市献血办法》。",
    "芜湖市": "一、制定《芜湖市急救条例》。\n二、加强督导。",
    "蚌埠市": "一、加强社区医院建设。\n二、按照国家标准执行。",
    "淮南市": "《淮南市深化医改实施方案》解读\n一、出台人才引进办法。",
}


@pytest.mark.parametrize("engine", ENGINES)
def test_one_list_of_titles_and_plain_words_with_a_row_for_each_city(engine: str, tmp_path: Path) -> None:
    plans = []
    for city, text in CITIES.items():
        file = tmp_path / f"{city}.txt"
        file.write_text(text if "解读" in text else f"{city}深化医改实施方案\n{text}", encoding="utf-8")
        plans.append(extract(file, city=city))
    graph = assemble(plans, Derived(), vocabulary())
    for place in place_of(engine, tmp_path):
        with Library(open_store(place)) as library:
            with library.store.writing():
                library.store.commit([(facts, None) for facts in plans], [], graph)
            rows = library.ask("promises").rows
            of_one = library.ask("promises", city="芜湖市").rows
    assert [(row["city"], row["status"], row["name"], row["titled"]) for row in rows] == [
        ("合肥市", "present", "人才引进办法", False),
        ("合肥市", "present", "急救工作规范", False),
        ("合肥市", "present", "合肥市献血办法", True),
        ("芜湖市", "present", "芜湖市急救条例", True),
        ("蚌埠市", "silent", None, None),
        ("淮南市", "not_read", None, None),
    ]
    assert [row["name"] for row in of_one] == ["芜湖市急救条例"]
    assert all((row["evidence"] == []) == (row["reason"] is not None) for row in rows)
