"""A new user's way: clone, `make serve`, ask. With a clone of this tree, empty caches and a store of its own."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 240.0  # seconds: an end to waiting, not a figure


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.slow
def test_a_fresh_clone_serves_the_published_cities(tmp_path: Path) -> None:
    clone, port = tmp_path / "clone", free_port()
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("CHENGCE_", "VIRTUAL_ENV", "UV_", "PYTHON"))}
    kept["PATH"] = os.pathsep.join(p for p in kept["PATH"].split(os.pathsep) if str(ROOT) not in p)
    own = {name: str(tmp_path / name) for name in ("UV_CACHE_DIR", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    server = subprocess.Popen(
        ["make", "serve"], cwd=clone, env={**kept, **own, "CHENGCE_PORT": str(port)}, start_new_session=True,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        answer = wait_for(f"http://127.0.0.1:{port}/api/v1/models/sanming/adoption", server)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        printed = server.communicate(timeout=30)[0]
    held = sorted(json.loads(f.read_text(encoding="utf-8"))["place"]["name"] for f in (clone / "data").glob("*.json"))
    assert sorted(row["city"] for row in answer["rows"]) == held
    assert f"http://127.0.0.1:{port}" in printed


def wait_for(address: str, server: "subprocess.Popen[str]") -> dict[str, list[dict[str, str]]]:
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        assert server.poll() is None, "`make serve` ended before it answered"
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                answer: dict[str, list[dict[str, str]]] = json.load(response)
                return answer
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"no answer from {address}")
