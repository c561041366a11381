"""What Neo4j Browser needs of us: the guide in two languages and the style, readable from Browser's own address.

``browser/steps.yaml`` is the one source of the guide's words and queries: the pages are made of it when they are asked
for, and the saved queries by ``python -m web.guide``.
"""

import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import yaml
from fastapi import FastAPI, Request, Response

FOLDER = Path(__file__).resolve().parent / "browser"
LANGUAGES = {"zh": ("en", "English"), "en": ("zh", "中文版")}
"""Each language, the other one and its name."""
CLICK = {"zh": "点击查询放入编辑框，再运行。", "en": "Click a query to put it into the editor, then run it."}
QUERY = '<figure><pre class="pre-scrollable code runnable" mode="cypher">{}</pre></figure>'


def add_guide(app: FastAPI) -> None:
    """Serve the pages and the style at /browser/… and answer OPTIONS, which Browser asks first."""
    files = {f"guide.{language}.html": _guide(language) for language in LANGUAGES} | {"style.grass": _style}
    for name, send in files.items():
        app.add_api_route(f"/browser/{name}", send, methods=["GET"], include_in_schema=False)
        app.add_api_route(f"/browser/{name}", _allowed, methods=["OPTIONS"], include_in_schema=False)


def _guide(language: str) -> Callable[..., Response]:
    def send(request: Request) -> Response:
        return Response(page(language, str(request.base_url)), media_type="text/html; charset=utf-8")

    return send


def _style() -> Response:
    return Response((FOLDER / "style.grass").read_text(encoding="utf-8"), media_type="text/plain; charset=utf-8")


def read_steps() -> dict[str, Any]:
    """The guide as steps.yaml has it: ``title``, and ``steps`` of words and queries."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / "steps.yaml").read_text(encoding="utf-8"))
    return found


def page(language: str, base: str) -> str:
    """The guide in one language as HTML. ``base``: the address that it is served at, as its links must be absolute."""
    guide = read_steps()
    other, name = LANGUAGES[language]
    link = f'<a play-topic="{base}browser/guide.{other}.html">{name}</a>'
    lines = ['<article class="guide">', f"<title>{guide['title'][language]}</title>"]
    lines.append('<carousel class="deck container-fluid">')
    for number, step in enumerate(guide["steps"], 1):
        lines += ['<slide class="row-fluid">', '<div class="col-sm-12">', f"<h3>{number} · {step[language]}</h3>"]
        lines += [f"<p>{CLICK[language]} {link}</p>"] if number == 1 else []
        for part in step["parts"]:
            query = part.get("query")
            lines.append(
                QUERY.format(escape(placed(query, base), quote=False)) if query else f"<p>{part[language]}</p>"
            )
        lines += ["</div>", "</slide>"]
    return "\n".join([*lines, "</carousel>", "</article>", ""])


def placed(query: str, base: str) -> str:
    """A query with our own address where it names it."""
    return query.replace("{base}", base)


def saved() -> dict[str, str]:
    """The queries as files that Browser takes as favourites: the first line is the name. By file name."""
    files = {}
    for number, step in enumerate(read_steps()["steps"], 1):
        queries = [part["query"] for part in step["parts"] if "query" in part and not part["query"].startswith(":")]
        for turn, query in enumerate(queries):
            own = f"{number}{'abcdefgh'[turn] if len(queries) > 1 else ''}"
            slug = re.sub(r"[^a-z0-9]+", "-", step["en"].lower()).strip("-")
            files[f"{own}-{slug}.cypher"] = f"// {own} {step['zh']} {step['en']}\n{query}\n"
    return files


def write_saved(folder: Path) -> None:
    """Write the saved queries, and take out what is none any more."""
    for old in folder.glob("*.cypher"):
        old.unlink()
    for name, text in saved().items():
        (folder / name).write_text(text, encoding="utf-8")


def _allowed() -> Response:
    return Response(status_code=204, headers={"Allow": "GET, OPTIONS"})


if __name__ == "__main__":
    write_saved(FOLDER / "saved")
