"""How long it takes from `chengce serve` to the first answer, and from a fresh clone with empty caches.

    python bench/start.py [--cold] [--rounds N]

Prints seconds: the median of N starts on a store that is there already; with --cold, one `make serve` of a clone in an
empty folder with empty caches too. Machines are shared: read the figures, do not test them.
"""

import argparse
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "/api/v1/models/sanming/adoption"
PATIENCE = 300.0  # seconds


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def first_answer(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    """Seconds from the command to the first answer to a question; then the server is stopped."""
    port = free_port()
    environment = {**environment, "CHENGCE_PORT": str(port)}
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        while time.perf_counter() - began < PATIENCE:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}{QUESTION}", timeout=5):
                    return time.perf_counter() - began
            except (urllib.error.URLError, ConnectionError):
                if process.poll() is not None:
                    sys.exit(f"{' '.join(command)} ended with status {process.returncode} before it answered")
                time.sleep(0.02)
        sys.exit(f"no answer within {PATIENCE:.0f} s")
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cold", action="store_true", help="a fresh clone with empty caches too")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        caches = {"UV_CACHE_DIR": home / "uv", "XDG_CACHE_HOME": home / "cache", "XDG_DATA_HOME": home / "data"}
        outside = {k: v for k, v in os.environ.items() if not k.startswith(("VIRTUAL_ENV", "CHENGCE_"))}
        environment = {**outside, **{key: str(path) for key, path in caches.items()}}
        clone, make = ROOT, ["make", "serve"]
        if options.cold:
            clone = home / "clone"
            subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
            environment["PIP_NO_CACHE_DIR"] = "1"
            environment["PATH"] = os.pathsep.join(
                p for p in environment["PATH"].split(os.pathsep) if ".tools" not in p and ".venv" not in p
            )
            print(f"first start, fresh clone, empty caches: {first_answer(make, clone, environment):.1f} s")
        else:
            first_answer(make, clone, environment)
        seconds = [first_answer(make, clone, environment) for _ in range(options.rounds)]
        print(f"second start: {statistics.median(seconds):.2f} s (median of {options.rounds})")


if __name__ == "__main__":
    main()
