"""Take the pictures of docs/browser.md in a real Chromium, from a running `make browser`.

    python bench/browser_pictures.py [HTTP_PORT] [CHENGCE_PORT]

Walks through the guide as an analyst does: opens it, loads the style, runs the query of each step.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
STEPS = 8
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TAKEN = {(1, 1): "schema", (3, 0): "plan", (8, 0): "sanming"}
"""By step and query: the pictures that docs/browser.md shows."""


@contextmanager
def browser_page(http: int, port: int, language: str = "zh") -> Iterator[Page]:
    """A page of Neo4j Browser with the guide open."""
    guide = f"http://localhost:{port}/browser/guide.{language}.html"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        page = chromium.new_page(viewport={"width": 1400, "height": 860})
        page.goto(
            f"http://localhost:{http}/browser/?preselectAuthMethod=NO_AUTH&cmd=guide&arg={guide}",
            wait_until="domcontentloaded",
        )
        page.wait_for_selector("pre.runnable", timeout=60_000)
        page.wait_for_selector("text=You have a working connection", timeout=60_000)
        yield page
        chromium.close()


def run_query(page: Page, number: int) -> str:
    """Run one of the queries of the step that is shown; gives the words of its frame."""
    frames = page.locator("[data-testid=frame]")
    before = frames.count()
    page.locator("pre.runnable:visible").nth(number).click()
    page.locator("[data-testid=editor-Run]").click()
    page.wait_for_function("n => document.querySelectorAll('[data-testid=frame]').length > n", arg=before)
    page.wait_for_timeout(3_000)  # the drawing settles
    return frames.first.inner_text()


def walk(page: Page, keep: bool) -> dict[tuple[int, int], str]:
    """Every query of every step, with the words of its frame; ``keep``: write the pictures."""
    shown = {}
    for step in range(1, STEPS + 1):
        for number in range(page.locator("pre.runnable:visible").count()):
            shown[step, number] = run_query(page, number)
            if keep and (step, number) in TAKEN:
                page.screenshot(path=PICTURES / f"browser-{TAKEN[step, number]}.png")
        if step < STEPS:
            page.get_by_text("Next", exact=True).click()
            page.wait_for_timeout(500)
    return shown


def main() -> None:
    """Take and write the pictures."""
    http, port = (int(word) for word in (*sys.argv[1:3], *("7474", "8000")[len(sys.argv) - 1 :]))
    PICTURES.mkdir(exist_ok=True)
    with browser_page(http, port) as page:
        page.screenshot(path=PICTURES / "browser-guide.png")
        walk(page, keep=True)
    print(*(path.name for path in sorted(PICTURES.glob("browser-*.png"))))


if __name__ == "__main__":
    main()
