"""Tables of PDFs: cells by ruling lines, merged cells, tables that go on over a page, boxes that are no tables."""

import pytest

from loaders.plan import Cell
from tests.pdfs import LEFT, PITCH, SIZE, TOP, Paper, drawn, lines_of, read

WIDTHS = [50.0, 180.0, 120.0]
HEAD = ["序号", "重点任务", "责任单位"]


def words_of(data: bytes) -> list[list[tuple[str, int, int, int, int]]]:
    """The cells of each table: words, row, column, rows, columns."""
    decoded = read(data)
    return [
        [(decoded.text[cell.start : cell.end], cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells]
        for table in decoded.tables
    ]


def test_rows_and_columns_and_words_that_break_in_a_cell() -> None:
    data = drawn(
        lambda p: p.table(
            80, 100, WIDTHS, [HEAD, ["1", "建设紧密型县域医共体和城市医疗集团并完善制度", "市卫生健康委"]]
        )
    )
    assert (
        read(data).text == "序号\t重点任务\t责任单位\n1\t建设紧密型县域医共体和城市医疗集团并完善制度\t市卫生健康委\n"
    )


def test_bodies_each_on_a_line_of_a_narrow_cell_stay_apart() -> None:
    row = ["1", "建设医院", "市教育局市财政局市卫健委"]
    data = drawn(lambda p: p.table(80, 100, [50.0, 100.0, 46.5], [HEAD, row]))
    assert read(data).text.splitlines()[1] == "1\t建设医院\t市教育局 市财政局 市卫健委"


def test_merged_cells_stand_once_with_what_they_span() -> None:
    rows = [HEAD, ["1", "建设医院", "市卫生健康委"], [None, "建设学校", "市教育局"], ["合计", "<", "2项"]]
    assert words_of(drawn(lambda p: p.table(80, 100, WIDTHS, rows))) == [
        [
            ("序号", 0, 0, 1, 1), ("重点任务", 0, 1, 1, 1), ("责任单位", 0, 2, 1, 1),
            ("1", 1, 0, 2, 1), ("建设医院", 1, 1, 1, 1), ("市卫生健康委", 1, 2, 1, 1),
            ("建设学校", 2, 1, 1, 1), ("市教育局", 2, 2, 1, 1),
            ("合计", 3, 0, 1, 2), ("2项", 3, 2, 1, 1),
        ]
    ]  # fmt: skip


def two_pages(first: list[list[str | None]], second: list[list[str | None]], between: str = "") -> bytes:
    def draw(paper: Paper) -> None:
        paper.table(80, 500, WIDTHS, first)
        paper.centred(800, "— 1 —", 12)
        paper.next_page()
        if between:
            paper.put(80, 80, between)
        paper.table(80, 100, WIDTHS, second)
        paper.centred(800, "— 2 —", 12)

    return drawn(draw)


@pytest.mark.parametrize("between", ["", "续表", "（续）"])
def test_a_table_that_goes_on_over_a_page_is_one(between: str) -> None:
    data = two_pages([HEAD, ["1", "建设医院。", "市卫健委"]], [HEAD, ["2", "建设学校。", "市教育局"]], between)
    assert read(data).text.splitlines() == [
        "序号\t重点任务\t责任单位",
        "1\t建设医院。\t市卫健委",
        "2\t建设学校。\t市教育局",
    ]
    assert len(read(data).tables) == 1


def test_a_row_that_a_page_break_parts_is_one_row() -> None:
    data = two_pages([HEAD, ["1", "建设医院，", "市卫健委"]], [["", "建设学校。", ""], ["2", "建设公园。", "市城管局"]])
    assert read(data).text.splitlines()[1:] == ["1\t建设医院，建设学校。\t市卫健委", "2\t建设公园。\t市城管局"]


def test_a_merged_cell_goes_on_over_a_page() -> None:
    data = two_pages([HEAD, ["1", "建设医院。", "市卫健委"]], [["", "建设学校。", "市教育局"]])
    assert words_of(data)[0][3:] == [
        ("1", 1, 0, 2, 1), ("建设医院。", 1, 1, 1, 1), ("市卫健委", 1, 2, 1, 1),
        ("建设学校。", 2, 1, 1, 1), ("市教育局", 2, 2, 1, 1),
    ]  # fmt: skip


def test_a_table_after_other_words_is_another_table() -> None:
    data = two_pages([HEAD, ["1", "建设医院。", "市卫健委"]], [HEAD, ["2", "建设学校。", "市教育局"]], "附件2")
    assert len(read(data).tables) == 2


def test_open_sides_are_sides() -> None:
    def draw(paper: Paper) -> None:
        for y in (100, 130, 160):
            paper.rule(80, y, 480, y)
        for x in (180, 380):
            paper.rule(x, 100, x, 160)
        for row, words in enumerate((["指标", "2025年目标", "属性"], ["床位数", "6.5张", "预期性"])):
            for x, cell in zip((90, 190, 390), words, strict=True):
                paper.put(x, 120 + row * 30, cell, 12)

    assert read(drawn(draw)).text == "指标\t2025年目标\t属性\n床位数\t6.5张\t预期性\n"


def test_a_table_with_flat_lines_only_is_a_table() -> None:
    rows = [
        ["指标", "2020年", "2025年"],
        ["床位数（张）", "6.1", "6.5"],
        ["医师数（人）", "2.9", "3.2"],
        ["预期寿命", "77", "78"],
    ]

    def draw(paper: Paper) -> None:
        for y in (100, 125, 230):
            paper.rule(80, y, 500, y)
        for row, words in enumerate(rows):
            for x, cell in zip((90, 250, 400), words, strict=True):
                paper.put(x, 118 + row * 28, cell, 12)

    assert read(drawn(draw)).text.splitlines() == ["\t".join(row) for row in rows]
    assert len(read(drawn(draw)).tables) == 1


def test_the_lines_around_the_tail_of_a_document_are_no_table() -> None:
    def draw(paper: Paper) -> None:
        for y in (700, 726, 752):
            paper.rule(80, y, 520, y)
        paper.put(94, 718, "抄送：市委各部门，市人大常委会办公室，市政协办公室。", 14)
        paper.put(94, 744, "某市人民政府办公室", 14)
        paper.put(380, 744, "2025年3月8日印发", 14)

    assert read(drawn(draw)).tables == ()


def test_rows_that_a_page_break_leaves_open_are_rows() -> None:
    def draw(paper: Paper) -> None:
        for x in (80, 280, 480):
            paper.rule(x, 100, x, 200)
        paper.rule(80, 150, 480, 150)
        for row, words in enumerate((["床位数", "6.5张"], ["医师数", "3.2人"])):
            for x, cell in zip((90, 290), words, strict=True):
                paper.put(x, 125 + row * 50, cell, 12)

    assert read(drawn(draw)).text == "床位数\t6.5张\n医师数\t3.2人\n"


def test_a_frame_is_no_table_and_has_margins_of_its_own() -> None:
    def draw(paper: Paper) -> None:
        for row in range(4):
            paper.put(LEFT, TOP + row * PITCH, "某" * 28)
        paper.rule(LEFT, 250, LEFT + 320, 250)
        paper.rule(LEFT, 340, LEFT + 320, 340)
        paper.rule(LEFT, 250, LEFT, 340)
        paper.rule(LEFT + 320, 250, LEFT + 320, 340)
        for row, words in enumerate(
            ["专栏1　医疗服务工程", "建设医院和卫生院以及其他各种医疗卫生机构", "并完善制度。"]
        ):
            paper.put(LEFT + 8, 275 + row * 25, words, 15)

    assert lines_of(drawn(draw))[1:] == ["专栏1 医疗服务工程", "建设医院和卫生院以及其他各种医疗卫生机构并完善制度。"]


def test_underlines_and_one_rule_are_no_table() -> None:
    def draw(paper: Paper) -> None:
        paper.put(LEFT, 100, "一、总体要求")
        paper.rule(LEFT, 104, LEFT + 6 * SIZE, 104)
        paper.rule(LEFT, 300, LEFT + 400, 300)

    assert read(drawn(draw)).tables == ()


def test_the_place_of_a_table_is_its_page() -> None:
    decoded = read(two_pages([HEAD, ["1", "建设医院。", "市卫健委"]], [["2", "建设学校。", "市教育局"]]))
    assert [item.where for item in decoded.origins] == ["page 1"]


def test_cells_point_at_their_words() -> None:
    decoded = read(drawn(lambda p: p.table(80, 100, WIDTHS, [HEAD, ["1", "", "市教育局"]])))
    assert Cell(1, 1, 1, 1, 15, 15) in decoded.tables[0].cells
