"""`chengce code`: a scheme's codes for every unit, as tables for R and as projects for qualitative tools."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from chengce.errors import UserError
from chengce.library import Library
from codebooks.schemes import Scheme, Unit, read_scheme, shipped
from loaders.coding import CodedUnit, code_plan

LONG = ("unit", "city", "plan", "document", "title", "code", "group", "value", "status", "n", "start", "end", "quote")
NOT_HELD = "not_read: the text of this plan is not held; load it with chengce load"


def scheme_of(name: str) -> Scheme:
    """A scheme by the path of its YAML file, or the key of one that ships. Raises CodebookError."""
    return read_scheme(shipped(name) or Path(name))


def coded(library: Library, scheme: Scheme, unit: Unit | None = None) -> list[CodedUnit]:
    """Every unit of every plan that is held, in the order of keys and texts."""
    plans = ((facts, library.store.text(facts.key)) for facts in library.plans())
    return [each for facts, text in plans for each in code_plan(facts, text, scheme, unit or scheme.unit)]


def long_table(units: Sequence[CodedUnit], scheme: Scheme) -> str:
    """CSV with a row for each unit and code: value 1, 0, or empty where the text is not held (NA for R)."""
    rows = []
    for each in units:
        head = (each.id, each.city, each.plan, each.document, each.title)
        for code in scheme.codes:
            places = each.places.get(code.key, [])
            value = "" if each.text is None else int(bool(places))
            status = NOT_HELD if each.text is None else "present" if places else "silent"
            first = places[0] if places else None
            quote = each.text[first[0] - each.start : first[1] - each.start] if each.text and first else ""
            rows.append((*head, code.key, code.group or "", value, status, len(places), *(first or ("", "")), quote))
    return _csv(LONG, rows)


def wide_table(units: Sequence[CodedUnit], scheme: Scheme) -> str:
    """CSV with a row for each unit and a column for each code, then a share for each group and their sum: with one
    document a row, the PMC index of a scheme of yes-or-no variables."""
    groups = list(scheme.groups) or [""]
    head = ["unit", "city", "plan", "document", "title", *(code.key for code in scheme.codes)]
    rows = []
    for each in units:
        known = each.text is not None
        values = [int(code.key in each.places) if known else "" for code in scheme.codes]
        shares = [_share(each, scheme, group) if known else "" for group in groups]
        total = round(sum(share for share in shares if isinstance(share, float)), 6) if known else ""
        rows.append([each.id, each.city, each.plan, each.document, each.title, *values, *shares, total])
    return _csv([*head, *(f"share_{group or 'all'}" for group in groups), "index"], rows)


def codebook_table(scheme: Scheme) -> str:
    """CSV that says what each column of the tables means."""
    rows = [(one.key, one.group or "", one.zh, one.en, one.definition, scheme.source) for one in scheme.codes]
    return _csv(("code", "group", "zh", "en", "definition", "source"), rows)


def write(units: Sequence[CodedUnit], scheme: Scheme, out: Path | None) -> str:
    """Write what the name of ``out`` asks for: .csv (long), .wide.csv, .qdc or .qdpx (REFI-QDA); a CSV gets its
    codebook beside it. Gives what to print: the long table without a file. Raises UserError."""
    from chengce.refi_qda import codebook_file, project_file  # noqa: PLC0415

    if out is None:
        return long_table(units, scheme)
    files: dict[Path, bytes]
    if out.suffix == ".qdpx":
        files = {out: project_file(units, scheme)}
    elif out.suffix == ".qdc":
        files = {out: codebook_file(scheme)}
    elif out.suffix == ".csv":
        table = wide_table(units, scheme) if out.stem.endswith(".wide") else long_table(units, scheme)
        beside = out.with_name(f"{out.name.removesuffix('.csv').removesuffix('.wide')}.codebook.csv")
        files = {out: table.encode(), beside: codebook_table(scheme).encode()}
    else:
        raise UserError(f"{out}: the name says no form; wanted one that ends in .csv, .wide.csv, .qdc or .qdpx")
    try:
        for path, data in files.items():
            path.write_bytes(data)
    except OSError as error:
        raise UserError(f"{out}: cannot be written: {error.strerror}; choose another place") from error
    unread = sum(1 for each in units if each.text is None)
    found = sum(1 for each in units if each.places)
    missing = f", {unread} not read because their text is not held" if unread else ""
    return f"{len(units)} units, {found} with a code{missing}: {', '.join(path.name for path in files)}\n"


def _share(each: CodedUnit, scheme: Scheme, group: str) -> float:
    """The share of a group's codes that the unit has."""
    own = [code.key for code in scheme.codes if (code.group or "") == group or not scheme.groups]
    return round(sum(key in each.places for key in own) / len(own), 6) if own else 0.0


def _csv(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return stream.getvalue()
