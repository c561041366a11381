"""User Cypher: judged by the guard, then run in a process of its own with limits of time, memory and rows."""

import json
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from api.guard import check
from api.problems import Problem
from api.settings import ApiSettings

ROOT = Path(__file__).resolve().parent.parent


class CypherDesk:
    """Takes user queries, some at once; ``run`` gives {columns, rows, truncated, ms}."""

    def __init__(self, settings: ApiSettings) -> None:
        self.settings = settings
        self.free = BoundedSemaphore(settings.cypher_at_once)

    def run(self, query: str, params: dict[str, Any]) -> dict[str, Any]:
        """The answer. Raises RefusedCypher before anything runs, and Problem for a query that fails or is stopped."""
        check(query)
        if self.settings.store is None:
            raise Problem("cypher_not_served", "this server was started without a place where queries can be run")
        if not self.free.acquire(timeout=self.settings.cypher_seconds):
            raise Problem("cypher_busy", f"{self.settings.cypher_at_once} queries are running; this one had to wait")
        try:
            return self._run(query, params)
        finally:
            self.free.release()

    def _run(self, query: str, params: dict[str, Any]) -> dict[str, Any]:
        limits = self.settings
        task = {
            "store": limits.store, "query": query, "params": params, "rows": limits.cypher_rows,
            "megabytes": limits.cypher_megabytes,
        }  # fmt: skip
        command = [sys.executable, "-m", "api.worker"]
        try:
            done = subprocess.run(
                command, input=json.dumps(task), capture_output=True, text=True, cwd=ROOT,
                timeout=limits.cypher_seconds, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise Problem("cypher_too_slow", f"stopped after {limits.cypher_seconds:g} s") from None
        if done.returncode != 0 or not done.stdout:
            most = limits.cypher_megabytes
            raise Problem("cypher_too_large", f"the query ended its process, most likely by needing over {most} MB")
        answer: dict[str, Any] = json.loads(done.stdout)
        if "error" in answer:
            raise Problem(answer["error"], answer["detail"])
        return answer
