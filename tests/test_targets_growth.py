"""Reading targets grows with the length of a text and no faster, whatever one sentence repeats."""

from time import process_time

import pytest

from loaders.rules import targets
from tests.test_targets import plan, read

pytestmark = pytest.mark.slow
SIZE = 8_000
TIMES = 4
REPEATED = (
    "全覆盖",
    "达到5%以上，",
    "每人每月5元，",
    "提高到5%，年均增长5%，",
    "5个、",
    "其中5个，",
    "分别5%、",
    "(5个",
    "“5个",
    "《2025年5个",
    "到2025年、2024年、5个",
    "按租金的5%，给予补助，",
    "不低于总床位的5%",
    "1，111",
    "所有医院均达到",
)


def seconds(text: str) -> float:
    """The processor's seconds that the targets of a text take."""
    made = plan(text)
    start = process_time()
    targets.read(made)
    return process_time() - start


@pytest.mark.parametrize("words", REPEATED)
def test_four_times_the_text_takes_about_four_times_as_long(words: str) -> None:
    read(words)
    small = min(seconds(words * (SIZE // len(words))) for _ in range(2))
    large = seconds(words * (SIZE * TIMES // len(words)))
    assert large < 2 * TIMES * small + 0.1, (
        f"{small:.2f} s for {SIZE} characters, {large:.2f} s for {TIMES} times as many"
    )


@pytest.mark.parametrize("words", REPEATED)
def test_four_times_the_text_gives_about_four_times_the_quotes(words: str) -> None:
    small, large = (
        sum(len(target.quote) for target in read(words * (size // len(words))).found) for size in (SIZE, SIZE * TIMES)
    )
    assert large <= 1.5 * TIMES * small
