"""PDFs become paragraphs: lines joined by margins, furniture of pages cut, common characters, titles kept as lines.

All PDFs are invented and drawn in memory; places and bodies are 某市.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.readers.pdf_characters import common
from tests.pdfs import CHARACTERS, HEIGHT, LEFT, PITCH, RIGHT, SIZE, TOP, WIDTH, Paper, drawn, flowed, lines_of, read

PLAN = [
    "为提升某市医疗卫生服务能力，按照省里的统一安排，结合我市实际，制定本方案，请各县区认真组织实施。",
    "一、总体要求",
    "到2025年，每千常住人口床位数达到6.5张，居民健康素养水平提高到30%以上，全市建成社区医院20家。",
    "二、重点任务",
    "（一）建设医联体。组建2个城市医疗集团，推进分级诊疗，推动医保、医疗、医药协同发展和治理，完善制度。"
    "（责任单位：市卫生健康委、市医保局、市财政局、市人力资源社会保障局）",
    "（二）改进支付。推行DRG付费，覆盖所有符合条件的医疗机构，落实《某省深化医改方案》（某政发〔2021〕12号）要求。",
    "1.完善价格机制；",
    "2.完善监管机制，建立健全激励与约束并重的管理办法，形成长效机制，确保改革平稳有序推进实施。",
    "三、保障措施",
    "各县区要加强组织领导，明确责任分工，细化工作举措，强化督促检查，定期报告进展情况，确保任务落到实处。",
]


@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("rows", [22, 5, 3])
def test_paragraphs_are_joined_over_lines_and_pages(indent: int, rows: int) -> None:
    foot = "— {} —"
    data = flowed(PLAN * 2, indent, lambda paper: paper.centred(800, foot.format(paper.pages), 14), rows)
    assert lines_of(data) == PLAN * 2


FEET = ["— {} —", "-{}-", "－{}－", "第{}页", "第 {} 页 共 9 页", "{}/9", "{}", "·{}·"]


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("height", [40, 800])
def test_page_numbers_are_cut(foot: str, height: float) -> None:
    data = flowed(PLAN, 2, lambda paper: paper.put(RIGHT - 100, height, foot.format(paper.pages), 12), 6)
    assert lines_of(data) == PLAN


def test_running_heads_and_feet_are_cut() -> None:
    def head(paper: Paper) -> None:
        paper.put(LEFT, 45, "某市人民政府公报", 10)
        paper.put(RIGHT - 120, 45, f"2025年第{paper.pages}期", 10)
        paper.centred(810, "某市人民政府办公室编", 10)

    assert lines_of(flowed(PLAN, 2, head, 7)) == PLAN


def test_what_a_browser_prints_around_a_page_is_cut() -> None:
    def printed(paper: Paper) -> None:
        paper.put(24, 22, "2025/7/29 16:01", 8)
        paper.put(250, 22, "某市医疗服务方案", 8)
        paper.put(24, 820, "https://www.example.gov.cn/art/2025/7/29/art_1.html", 8)
        paper.put(560, 820, f"{paper.pages}/3", 8)

    assert lines_of(flowed(PLAN, 0, printed, 9)) == PLAN


def test_the_menu_of_a_printed_web_page_is_cut() -> None:
    def page(paper: Paper) -> None:
        for column, words in enumerate(["首页", "机构概况", "政务公开", "政务服务", "互动交流"]):
            paper.put(60 + column * 100, 60, words, 12)
        for row, words in enumerate(PLAN[1:4]):
            paper.put(LEFT, TOP + row * PITCH, words[:28])

    assert lines_of(drawn(page))[0] == PLAN[1]


def test_a_table_of_contents_is_cut() -> None:
    def page(paper: Paper) -> None:
        paper.centred(90, "目　录", 18)
        for row, words in enumerate(["一、总体要求", "二、重点任务", "（一）建设医联体"]):
            paper.put(LEFT, 130 + row * PITCH, words + "…" * (20 - len(words)) + str(row + 1))
        paper.next_page()
        for row, words in enumerate(["一、总体要求", "二、重点任务"]):
            paper.put(LEFT + 2 * SIZE, TOP + row * PITCH, words)

    assert lines_of(drawn(page)) == ["一、总体要求", "二、重点任务"]


def test_head_title_signature_and_tail_are_lines() -> None:
    def page(paper: Paper) -> None:
        paper.centred(70, "某市人民政府办公室文件", 30)
        paper.centred(110, "某政办〔2025〕7号", 16)
        paper.rule(LEFT, 120, RIGHT, 120)
        paper.centred(160, "某市人民政府办公室")
        paper.centred(192, "关于印发某市医疗服务提升行动方案的通知")
        paper.put(LEFT, 240, "各县（市、区）人民政府，市人民政府各部门：")
        for row, (inset, words) in enumerate(
            [(2, "现将方案印发给你们，请结合实际认真抓好贯彻落实工作，遇"), (0, "到问题及时报告。")]
        ):
            paper.put(LEFT + inset * SIZE, 268 + row * PITCH, words)
        paper.put(RIGHT - 13 * SIZE, 400, "某市人民政府办公室")
        paper.put(RIGHT - 12 * SIZE, 428, "2025年3月8日")
        paper.put(LEFT, 700, "抄送：市委各部门，市人大常委会办公室，市政协办公室。", 14)
        paper.rule(LEFT, 710, RIGHT, 710)
        paper.put(LEFT, 730, "某市人民政府办公室", 14)
        paper.put(RIGHT - 140, 730, "2025年3月8日印发", 14)

    assert lines_of(drawn(page)) == [
        "某市人民政府办公室文件",
        "某政办〔2025〕7号",
        "某市人民政府办公室关于印发某市医疗服务提升行动方案的通知",
        "各县（市、区）人民政府，市人民政府各部门：",
        "现将方案印发给你们，请结合实际认真抓好贯彻落实工作，遇到问题及时报告。",
        "某市人民政府办公室",
        "2025年3月8日",
        "抄送：市委各部门，市人大常委会办公室，市政协办公室。",
        "某市人民政府办公室  2025年3月8日印发",
    ]


def test_a_title_that_had_no_room_in_its_line_is_one_line() -> None:
    words = "某市人民政府办公室关于印发某市居家社区养老服务管理办法的通知"

    def page(paper: Paper) -> None:
        paper.put(LEFT, 60, words[:20], 22.4)
        paper.centred(92, words[20:], 22.4)
        for row in range(6):
            paper.put(LEFT, 130 + row * PITCH, "为提升某市医疗卫生服务能力按照省里的统一安排结合我市实际"[:CHARACTERS])

    assert lines_of(drawn(page))[0] == words


def test_words_that_hang_behind_a_label_are_joined() -> None:
    words = "推进医疗卫生服务体系建设完善制度机制强化监管考核评估宣传组织保障资金投入"

    def page(paper: Paper) -> None:
        for row in range(3):
            paper.put(LEFT, 60 + row * PITCH, "某" * CHARACTERS)
        for row, label in enumerate(["一、", "二、", "三、"]):
            paper.put(LEFT, 160 + row * 2 * PITCH, label + words[:26])
            paper.put(LEFT + 2 * SIZE, 160 + (row * 2 + 1) * PITCH, words[26:])

    assert lines_of(drawn(page))[1:] == [label + words for label in ("一、", "二、", "三、")]


def test_bodies_side_by_side_stay_apart() -> None:
    def page(paper: Paper) -> None:
        paper.put(LEFT + SIZE, 100, "某市教育局")
        paper.put(LEFT + 14 * SIZE, 100, "某市财政局")

    assert lines_of(drawn(page)) == ["某市教育局  某市财政局"]


@pytest.mark.parametrize(
    ("first", "rest"), [("某市健康促进工作领导小组", "办公室"), ("某市委员会（某某运动委员会）（代", "章）")]
)
def test_a_name_that_breaks_under_the_text_is_one(first: str, rest: str) -> None:
    def page(paper: Paper) -> None:
        for row in range(4):
            paper.put(LEFT, 60 + row * PITCH, "某" * CHARACTERS)
        paper.put(RIGHT - len(first) * SIZE, 300, first)
        paper.put(RIGHT - 10 * SIZE, 300 + PITCH, rest)
        paper.put(RIGHT - 8 * SIZE, 300 + 2 * PITCH, "2025年3月8日")

    assert lines_of(drawn(page))[1:] == [first + rest, "2025年3月8日"]


def test_names_side_by_side_that_break_in_their_column_are_joined() -> None:
    def page(paper: Paper) -> None:
        for row, (left, right) in enumerate([("中共某市委员会", "某市人民政府"), ("办公室", "办公室")]):
            paper.put(LEFT + 80 - len(left) * 8, 100 + row * PITCH, left)
            paper.put(LEFT + 300 - len(right) * 8, 100 + row * PITCH, right)

    assert lines_of(drawn(page)) == ["中共某市委员会办公室  某市人民政府办公室"]


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [("⼀⼆⾥⻔⻓⻅", "一二里门长见"), ("⼾⾭⾏", "户青行"), ("\uf96a\ufa0c", "索兀"), ("门一〇〔", "门一〇〔")],
)
def test_look_alikes_become_common_characters(printed: str, wanted: str) -> None:
    assert "".join(common(ord(char)) for char in printed) == wanted


@pytest.mark.parametrize("code", [0x200B, 0xFEFF, 0x0, 0xFFFD])
def test_what_is_no_character_is_dropped(code: int) -> None:
    assert common(code) == ""


def test_a_soft_hyphen_is_the_hyphen_that_the_page_shows() -> None:
    assert common(0xAD) == "-"


def test_turned_pale_and_doubled_characters_are_left_out() -> None:
    def page(paper: Paper) -> None:
        paper.put(LEFT, 100, "一、总体要求")
        paper.put(LEFT + 0.4, 100, "一、总体要求")
        paper.canvas.saveState()
        paper.canvas.translate(200, 300)
        paper.canvas.rotate(45)
        paper.put(0, HEIGHT, "内部资料", 40)
        paper.canvas.restoreState()
        paper.canvas.setFillGray(0.8)
        paper.put(100, 130, "某市某局", 48)
        paper.canvas.setFillGray(0)
        paper.canvas.setFillAlpha(0.2)
        paper.put(100, 500, "样稿", 20)

    assert lines_of(drawn(page)) == ["一、总体要求"]


def test_a_name_across_every_page_is_left_out() -> None:
    assert lines_of(flowed(PLAN * 2, 2, lambda paper: paper.put(180, 400, "某市政府网", 60), 6)) == PLAN * 2


def test_a_page_that_is_turned_is_read() -> None:
    def page(paper: Paper) -> None:
        paper.canvas.rotate(90)
        paper.put(100, HEIGHT + 200, "一、总体要求")
        paper.put(100, HEIGHT + 230, "二、重点任务")

    assert lines_of(drawn(page)) == ["一、总体要求", "二、重点任务"]


def test_footnotes_stand_after_the_text() -> None:
    def note(paper: Paper) -> None:
        if paper.pages == 1:
            paper.rule(LEFT, 740, LEFT + 150, 740)
            paper.put(LEFT, 756, "1医联体，指医疗机构的联合组织。", 9)

    lines = lines_of(flowed(PLAN, 2, note, 11))
    assert lines == [*PLAN, "[脚注1] 医联体，指医疗机构的联合组织。"]


def test_a_gazette_in_two_columns_is_read_column_by_column() -> None:
    paragraph = "为提升某市医疗卫生服务能力，按照省里的统一安排，结合我市实际，制定本方案，请各县区认真组织实施。"

    def page(paper: Paper) -> None:
        paper.centred(70, "某市医疗服务提升行动方案")
        for column in (0, 1):
            for row, start in enumerate([*range(0, 45, 15), *range(0, 45, 15), *range(0, 45, 15)]):
                inset = 2 if start == 0 else 0
                words = paragraph[start - (2 if start else 0) : start + 13]
                paper.put(60 + column * 250 + inset * 14, 110 + row * 20 + column * 8, words, 14)

    lines = lines_of(drawn(page))
    assert lines[0] == "某市医疗服务提升行动方案"
    assert lines[1:] == [paragraph[:43]] * 6


def test_origins_lead_back_to_pages() -> None:
    decoded = read(flowed(PLAN, 2, None, 6))
    places = {decoded.text[item.start : item.end]: item.where for item in decoded.origins}
    assert places[PLAN[0]] == "page 1"
    assert places[PLAN[-1]] == "pages 3-4" or places[PLAN[-1]].startswith("page")
    assert [decoded.text[item.start : item.end] for item in decoded.origins] == decoded.text.splitlines()


def test_words_of_another_script_keep_their_blanks_and_lose_the_hyphen_of_a_line_end() -> None:
    def page(paper: Paper) -> None:
        for row, words in enumerate(
            ["推进" + "某" * 20 + "artificial in-", "telligence发展，建设体系，完善制度，形成机制。"]
        ):
            paper.put(LEFT, 100 + row * PITCH, words)
        for row in range(4):
            paper.put(LEFT, 200 + row * PITCH, "某" * 29)

    assert lines_of(drawn(page))[0].startswith("推进" + "某" * 20 + "artificial intelligence发展")


WORDS = st.text(
    st.sampled_from("某市医疗卫生健康委推进改革任务落实2025年，。、（）《》一二三"), min_size=3, max_size=120
)


@given(st.lists(WORDS.map(lambda words: "甲" + words.strip("，。、") + "乙。"), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_indented_paragraphs_come_back_as_they_were(paragraphs: list[str]) -> None:
    margins = "某市" * 40 + "。"
    assert lines_of(flowed([margins, *paragraphs], 2)) == [margins, *paragraphs]


assert WIDTH > RIGHT
