"""The embedded store keeps what was loaded, survives a killed load, and never shows half of one."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from graph_invented import NOTHING, VOCABULARY, plan

from graph import assemble, folder, open_store
from graph.errors import StoreCorrupt, StoreError, StoreLocked
from graph.facts import PlanFacts
from graph.grafeo_file import GrafeoFile
from graph.model import Graph
from graph.ontology import ontology
from graph.store import Store
from tests.engines import read_meanwhile

HERE = Path(__file__).parent
CITIES = "MATCH (c:City) RETURN c.name AS name ORDER BY name"


def made(*plans: PlanFacts) -> Graph:
    return assemble(plans, NOTHING, VOCABULARY)


def cities(store: Store) -> list[str]:
    return [row["name"] for row in store.run(CITIES).rows]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    store = open_store(tmp_path / "store")
    store.commit([(plan("a"), "甲的\r\n文本")], [], made(plan("a")))
    store.close()
    return tmp_path / "store"


def test_the_graph_is_read_back_equal(root: Path) -> None:
    file = GrafeoFile(root / "graph")
    assert file.graph(ontology()) == made(plan("a"))
    file.close()


def test_a_second_load_changes_nothing_and_writes_no_graph(root: Path) -> None:
    before = (root / "graph").stat()
    changes = open_store(root).commit([(plan("a"), "甲的\r\n文本")], [], made(plan("a")))
    assert changes.total == 0
    assert (root / "graph").stat().st_ino == before.st_ino


def test_a_session_keeps_the_graph_that_it_began_with(root: Path) -> None:
    store, writer = open_store(root), open_store(root)
    with store.reading() as old:
        release = old.release
        writer.commit([(plan("b", "乙市"), None)], [], made(plan("a"), plan("b", "乙市")))
        with store.reading() as new:
            assert len(new.run(CITIES).rows) == 2
            assert new.release != release
        assert len(old.run(CITIES).rows) == 1
        assert old.release == release
    assert len(cities(store)) == 2


def test_readers_in_threads_see_one_state_or_the_other(root: Path) -> None:
    store, writer, plans = open_store(root), open_store(root), [plan("a"), plan("b", "乙市")]

    def look() -> tuple[str, int]:
        with store.reading() as session:
            return session.release, len(session.run(CITIES).rows)

    with read_meanwhile(look) as seen:
        for _ in range(3):
            writer.commit([(plans[1], None)], [], made(*plans))
            writer.commit([], ["b"], made(plans[0]))
    assert len({release for release, _ in seen if not release.startswith("graph-")}) <= 2
    assert {count for _, count in seen} <= {1, 2}


@pytest.mark.parametrize("where", ["http://x/y", "mysql://a"])
def test_an_unknown_address_is_refused(where: str) -> None:
    with pytest.raises(StoreError, match="wanted a folder"):
        open_store(where)


@pytest.mark.parametrize("key", ["", "../x", ".x", "a/b", "a\0b", "长" * 100])
def test_a_key_that_is_no_file_name_is_refused(root: Path, key: str) -> None:
    with pytest.raises(StoreError):
        open_store(root).commit([(plan(key), None)], [], made(plan("a")))
    assert list(open_store(root).plans()) == ["a"]


def spoil(root: Path, how: str) -> None:
    """Break the graph file."""
    graph = root / "graph"
    data = bytearray(graph.read_bytes())
    if how == "gone":
        graph.unlink()
    elif how == "short":
        graph.write_bytes(data[: len(data) // 2])
    elif how == "other":
        graph.write_bytes(b"no graph at all")
    elif how == "empty":
        graph.write_bytes(b"")
    else:
        index = json.loads((root / "index.json").read_text())
        (root / "index.json").write_text(json.dumps(index | {"schema": "of another version"}))


SPOILT = ["gone", "short", "other", "empty", "version"]


@pytest.mark.parametrize("how", SPOILT)
def test_a_damaged_graph_is_one_sentence_or_rebuilt_from_the_facts(root: Path, how: str) -> None:
    spoil(root, how)
    with pytest.raises(StoreCorrupt, match="load a plan"):
        cities(open_store(root))
    assert cities(open_store(root, lambda plans, _: made(*plans))) == ["甲市"]
    assert cities(open_store(root)) == ["甲市"]


@pytest.mark.parametrize("how", SPOILT)
def test_a_damaged_graph_is_repaired_by_the_next_load(root: Path, how: str) -> None:
    spoil(root, how)
    store = open_store(root)
    store.commit([], [], made(plan("a")))
    assert cities(store) == ["甲市"]


def test_a_second_load_waits_and_then_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "PATIENCE", 0.2)
    store = open_store(root)
    with store.writing():
        began = time.monotonic()
        with pytest.raises(StoreLocked, match="another load"), open_store(root).writing():
            pass
        assert time.monotonic() - began >= 0.2
        store.commit([(plan("b", "乙市"), None)], [], made(plan("a"), plan("b", "乙市")))
        assert len(cities(store)) == 2
    with open_store(root).writing():
        pass


KILLED = """
import os, signal, sys
from graph_invented import NOTHING, VOCABULARY, plan
from graph import assemble, folder, grafeo_file, embedded, open_store
point, root = int(sys.argv[1]), sys.argv[2]
calls = 0
def counted(do):
    def wrapped(*given, **named):
        global calls
        if calls == point:
            os.kill(os.getpid(), signal.SIGKILL)
        calls += 1
        return do(*given, **named)
    return wrapped
class Os:
    replace = staticmethod(counted(os.replace))
    def __getattr__(self, name):
        return getattr(os, name)
folder.os = Os()
folder._settle = counted(folder._settle)
embedded.write_file = counted(embedded.write_file)
grafeo_file._write_nodes = counted(grafeo_file._write_nodes)
plans = [plan("a", notes=["edited"]), plan("b", "乙市")]
open_store(root).commit([(one, "文") for one in plans], [], assemble(plans, NOTHING, VOCABULARY))
print("whole", calls)
"""


def killed(root: Path, point: int) -> bool:
    """Load with a process that kills itself before its step ``point``; false where it came to its end."""
    command = [sys.executable, "-c", KILLED, str(point), str(root)]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


@pytest.mark.parametrize("point", [0, 1, 3, 8, 9, 10, 12, 13, 14, 15, 17])
def test_a_killed_load_leaves_the_former_graph_and_the_next_one_repairs(root: Path, point: int) -> None:
    assert killed(root, point)
    before = cities(open_store(root))
    assert before in (["甲市"], ["乙市", "甲市"])
    if not (root / "journal.json").exists():
        assert before == ["甲市"] or point > 13
        assert point > 13 or open_store(root).facts("a").notes == []
    plans = [plan("a", notes=["edited"]), plan("b", "乙市")]
    store = open_store(root)
    store.commit([(one, "文") for one in plans], [], made(*plans))
    assert store.plans().keys() == {"a", "b"} and store.facts("a").notes == ["edited"]
    assert cities(store) == ["乙市", "甲市"]
    assert not store.release().startswith("graph-")
    assert not [*root.glob("build-*"), *root.glob("journal*"), *root.glob("*.wal*")]


def test_after_the_journal_the_next_writer_finishes_the_step(root: Path) -> None:
    point = next(point for point in range(8, 20) if killed(root, point) and (root / "journal.json").exists())
    with open_store(root).writing():
        pass
    assert not (root / "journal.json").exists(), point
    assert cities(open_store(root)) == ["乙市", "甲市"]
    assert open_store(root).facts("a").notes == ["edited"]
