"""Search by words: the two engines find what a plain scan finds, and put much the same first."""

from collections.abc import Iterator
from statistics import mean

import pytest

from chengce.library import Library, build, published, words
from graph import open_store
from graph.store import Session
from tests.engines import emptied, server

pytestmark = pytest.mark.neo4j
QUERIES = [
    *("医共体", "分级诊疗", "家庭医生", "医保支付", "价格改革", "集中采购", "薪酬制度", "编制", "中医药", "公共卫生"),
    *("疾控", "传染病", "信息化", "互联网", "远程医疗", "人才培养", "乡村医生", "养老", "医养结合", "托育", "妇幼"),
    *("儿童", "老年", "慢性病", "心理", "康复", "急诊", "急救", "血液", "床位", "专科", "重点专科", "临床", "医院"),
    *("县级医院", "乡镇卫生院", "村卫生室", "社区", "基层", "考核", "绩效", "监管", "党建", "院长", "经费", "财政"),
    *("宣传", "督导", "试点", "药品", "耗材", "药师", "健康教育", "控烟", "体育", "环境", "爱国卫生", "职业病", "疫苗"),
    *("医院 改革", "县域 医共体", "公立医院 高质量 发展", "DRG 付费", "绩效 考核 薪酬", "不在其中的话"),
]


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Session]]:
    with (
        Library(open_store(str(tmp_path_factory.mktemp("search") / "five"), rebuild=build)) as embedded,
        Library(open_store(emptied(server()))) as production,
    ):
        embedded.put(published())
        production.put(published())
        with embedded.store.reading() as one, production.store.reading() as other:
            yield one, other


@pytest.fixture(scope="module")
def texts(engines: tuple[Session, Session]) -> dict[str, set[str]]:
    rows = engines[0].run("MATCH (m:Measure) RETURN m.id AS id, m.search_text AS words").rows
    return {row["id"]: set(row["words"].split()) for row in rows}


def test_there_are_sixty_queries() -> None:
    assert len(set(QUERIES)) >= 60


@pytest.mark.parametrize("query", QUERIES)
def test_both_find_what_a_scan_finds(engines: tuple[Session, Session], texts: dict[str, set[str]], query: str) -> None:
    asked = words(query)
    scan = sorted(own for own, held in texts.items() if asked and set(asked) <= held)
    for session in engines:
        assert sorted(hit.id for hit in session.search(asked, 10_000)) == scan


def test_the_first_ten_are_much_the_same(engines: tuple[Session, Session]) -> None:
    shares = []
    for query in QUERIES:
        first, second = ([hit.id for hit in one.search(words(query), 10_000)] for one in engines)
        if len(first) > 10:
            shares.append(len(set(first[:10]) & set(second[:10])) / 10)
    assert len(shares) > 20 and mean(shares) > 0.7, mean(shares)
