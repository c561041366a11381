"""What Neo4j Browser needs of us: the guide in two languages and the style, readable from Browser's own address."""

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response

FOLDER = Path(__file__).resolve().parent / "browser"
FILES = {"guide.zh.html": "text/html", "guide.en.html": "text/html", "style.grass": "text/plain"}
HERE = "http://localhost:8000/"
"""Our own address as the files have it; a guide's links must be absolute."""


def add_guide(app: FastAPI) -> None:
    """Serve the files at /browser/… and answer OPTIONS, which Browser asks first."""
    for name, kind in FILES.items():
        path = f"/browser/{name}"
        app.add_api_route(path, _sender(FOLDER / name, kind), methods=["GET"], include_in_schema=False)
        app.add_api_route(path, _allowed, methods=["OPTIONS"], include_in_schema=False)


def _sender(path: Path, kind: str) -> Callable[[Request], Response]:
    def send(request: Request) -> Response:
        text = path.read_text(encoding="utf-8").replace(HERE, str(request.base_url))
        return Response(text, media_type=f"{kind}; charset=utf-8")

    return send


def _allowed() -> Response:
    return Response(status_code=204, headers={"Allow": "GET, OPTIONS"})
