"""Move a whole store into another, or into files of an offline import. Facts move; the graph follows from them."""

from pathlib import Path

from chengce.errors import UserError
from chengce.library import Library, build, open_library, published
from graph.corrections import Correction
from graph.facts import PlanFacts
from graph.model import Changes


def copy(source: str, target: str) -> tuple[int, Changes]:
    """Put every plan of a store (or of ``data``) into another: how many, and what changed there.

    Raises UserError, StoreError.
    """
    if source == target:
        raise UserError(f"{target}: a store cannot be copied into itself; name another")
    with open_library(target) as new:
        plans, corrections = _held(source)
        if not plans:
            raise UserError("the store holds no plans to copy; load some first with `chengce load`")
        return len(plans), new.put_all(plans, corrections)


def offline_import(library: Library, folder: Path) -> str:
    """Write the files; gives what to do with them. Raises UserError where they cannot be written."""
    from graph.neo4j_import import write_import  # noqa: PLC0415
    from graph.ontology import ontology  # noqa: PLC0415

    plans, corrections = _plans(library), library.store.corrections()
    graph = build([facts for facts, _ in plans], corrections)
    try:
        command = write_import(graph, plans, folder, ontology(), corrections)
    except OSError as error:
        raise UserError(f"{folder}: cannot be written: {error.strerror}; choose another folder") from error
    return (
        f"{len(plans)} plans written into {folder}\n"
        f"With the server stopped, run:\n  {command}\n"
        f"Then start the server and run:\n  cypher-shell -f {folder / 'schema.cypher'}\n"
    )


def _held(source: str) -> tuple[list[tuple[PlanFacts, str | None]], list[Correction]]:
    """The plans and corrections of a store; of ``data``, the published plans."""
    if source == "data":
        return [(facts, None) for facts in published()], []
    with open_library(source) as old:
        return _plans(old), old.store.corrections()


def _plans(library: Library) -> list[tuple[PlanFacts, str | None]]:
    """Facts and text of every plan."""
    store = library.store
    return [(store.facts(key), store.text(key)) for key in store.plans()]
