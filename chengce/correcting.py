"""Corrections by reviewers: proposals from a YAML file or the API, laid over the facts of a store as one step."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from chengce.errors import UserError
from chengce.library import Library, build
from graph.corrections import Correction, CorrectionError, Standing, correct
from graph.nearest import nearest
from graph.proposals import Proposal, accept


def read_proposals(file: Path) -> list[Proposal]:
    """The proposals of a YAML file: a list, or one. Raises UserError with every fault of the file."""
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{file}: cannot be read: {error}; name a YAML file in UTF-8") from error
    except yaml.YAMLError as error:
        raise UserError(f"{file}: no YAML: {' '.join(str(error).split())}") from error
    given = data if isinstance(data, list) else [data]
    return proposals(given, str(file))


def proposals(given: Sequence[Any], where: str) -> list[Proposal]:
    """Proposals from plain values. Raises UserError with every fault, one a line."""
    found, faults = [], []
    for number, one in enumerate(given, 1):
        try:
            found.append(Proposal.model_validate(one))
        except ValidationError as error:
            faults += [f"{where}: {number}: {_field(fault)}{fault['msg']}" for fault in error.errors()]
    if faults or not found:
        raise UserError("\n".join(faults) or f"{where}: no correction is in it; see `chengce correct --help`")
    return found


def _field(fault: Mapping[str, Any]) -> str:
    path = ".".join(map(str, fault["loc"]))
    return f"{path}: " if path else ""


def add_corrections(library: Library, given: Sequence[Proposal], now: datetime | None = None) -> list[Correction]:
    """Take all of them or none, and make the graph again. One that was taken before stays as it was.

    Raises CorrectionError, StoreError.
    """
    time = (now or datetime.now(UTC)).isoformat(timespec="seconds")
    store = library.store
    with store.writing():
        plans, held = list(store.plans()), store.corrections()
        taken = []
        for one in given:
            _check_keys(one)
            key = _plan_of(one.measure, plans)
            taken.append(accept(one, store.facts(key), store.text(key), time))
        new = {each.id: each for each in (*taken, *held)}
        _write(library, list(new.values()))
    return [new[each.id] for each in taken]


def withdraw(library: Library, ids: Sequence[str]) -> None:
    """Take corrections back. Raises UserError for an id that is none."""
    store = library.store
    with store.writing():
        held = store.corrections()
        unknown = sorted(set(ids) - {each.id for each in held})
        if unknown:
            known = ", ".join(each.id for each in held) or "none"
            raise UserError(f"no correction {unknown[0]!r} is held; there are: {known}")
        _write(library, [each for each in held if each.id not in ids])


def standings(library: Library) -> list[Standing]:
    """What became of every correction on the facts that are held now."""
    store = library.store
    return correct([store.facts(key) for key in store.plans()], store.corrections())[1]


def _write(library: Library, corrections: list[Correction]) -> None:
    store = library.store
    plans = [store.facts(key) for key in store.plans()]
    store.commit([], [], build(plans, corrections), sorted(corrections, key=lambda each: (each.time, each.id)))


def _check_keys(one: Proposal) -> None:
    """Whether the codebooks know the keys that a proposal sets. Raises CorrectionError with near keys."""
    from chengce.vocabulary import vocabulary  # noqa: PLC0415 - all codebooks are read for it

    book = vocabulary()
    known: dict[str, list[str]] = {
        "model": [each.key for each in book.models], "topic": [each.key for each in book.topics],
        "component": [each.key for each in book.components], "indicator_key": [each.key for each in book.indicators],
        "body": [each.key for each in book.institutions], "functions": [each.key for each in book.functions],
        "lever": [key for each in book.topics for key in each.levers],
    }  # fmt: skip
    for name, value in {**(one.change or {}), **(one.add or {})}.items():
        for key in value if isinstance(value, list) else [value]:
            if name in known and key is not None and key not in known[name]:
                near = "、".join(nearest(str(key), known[name]))
                raise CorrectionError(
                    f"{one.measure}: {name}: the codebooks have no {key!r}; near keys: {near or 'none'}"
                )
        if name == "deadline" and value is not None and not (isinstance(value, int) and 1949 <= value <= 2100):
            raise CorrectionError(f"{one.measure}: deadline: {value!r} is no year from 1949 to 2100")


def _plan_of(measure: str, plans: Sequence[str]) -> str:
    """The key of the plan that a measure's key begins with. Raises CorrectionError."""
    for key in sorted(plans, key=len, reverse=True):
        if measure == key or measure.startswith(f"{key}/"):
            return key
    raise CorrectionError(f"measure: {measure!r} begins with no plan that is held; the plans are: {', '.join(plans)}")
