"""Starting must stay fast: what costs half a second loads when it is used, not when the server starts."""

import subprocess
import sys

SLOW = ("rjieba", "jieba", "networkx", "pandas", "neo4j", "loaders.rules", "compare")


def test_the_site_starts_without_slow_modules(tmp_path: object) -> None:
    code = (
        "import sys\n"
        "from chengce.library import Library, runner\n"
        "from chengce.serve import bind\n"
        "import api\n"
        f"print([name for name in {SLOW!r} if name in sys.modules])\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
