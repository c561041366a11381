"""Promises: documents that will be drafted, read of our own sentences, and what is none."""

import pytest

from loaders.rules import promises
from tests.test_benchmarks import plan


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("出台促进社会办医健康发展的实施意见。", ["促进社会办医健康发展的实施意见"]),
        ("研究制定某市人才引进办法,修订公立医院绩效考核方案。", ["某市人才引进办法", "公立医院绩效考核方案"]),
        ("编制“十四五”健康规划和养老发展规划。", ["“十四五”健康规划"]),
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
