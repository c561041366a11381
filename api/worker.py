"""The process that runs one user query: `python -m api.worker`, JSON on standard input, JSON on standard output.

It limits its own memory before it opens the store, so that a runaway query ends here and not in the server.
"""

import json
import resource
import sys
import time
from typing import Any


def main() -> None:
    """Run the query that standard input holds and write columns and rows, or the engine's complaint."""
    task: dict[str, Any] = json.load(sys.stdin)
    most = int(task["megabytes"]) << 20
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    json.dump(_answer(task), sys.stdout, ensure_ascii=False, default=str)


def _answer(task: dict[str, Any]) -> dict[str, Any]:
    """What the query gives, cut at the row cap."""
    from graph import open_store  # noqa: PLC0415 - after the limit is set
    from graph.errors import GraphError, QueryError, StoreMissing  # noqa: PLC0415

    store = open_store(task["store"])
    began = time.perf_counter()
    try:
        result = store.run(task["query"], task["params"])
    except MemoryError:
        return {"error": "cypher_too_large", "detail": f"the query needs more than {task['megabytes']} MB"}
    except StoreMissing as error:
        return {"error": "not_ready", "detail": str(error)}
    except QueryError as error:
        return {"error": "cypher_invalid", "detail": str(error)}
    except GraphError as error:
        return {"error": "store_fault", "detail": str(error)}
    finally:
        store.close()
    most = int(task["rows"])
    rows = [[row[name] for name in result.columns] for row in result.rows[:most]]
    ms = round((time.perf_counter() - began) * 1000, 3)
    return {"columns": list(result.columns), "rows": rows, "truncated": len(result.rows) > most, "ms": ms}


if __name__ == "__main__":
    main()
