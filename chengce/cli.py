"""The command line: extract, load, code, agree, correct, copy, ask, cypher, serve, cities, export, check, publish.

Bad input is one sentence on standard error and status 2 (1 where part of the work was done), never a traceback.
"""

import json
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from chengce.answers import terminal
from chengce.ask import StoreOption, commands
from chengce.errors import PartlyDone, UserError
from chengce.exports import export_app
from chengce.settings import DATA, QUERIES, settings
from codebooks.reading import CodebookError
from graph.errors import Faults, GraphError

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Chengce 城策: compare what Chinese cities plan, measure by measure, with the place that proves it.",
)  # fmt: skip
app.add_typer(export_app, name="export")
CityOption = Annotated[str | None, typer.Option(help="whose plan it is, where the text does not say it")]
KeyOption = Annotated[str | None, typer.Option(help="the plan's key; default: the file's name without suffix")]


@app.command(
    help="Read one file and print its facts as JSON, or a report on the reading.\n\n"
    "Examples: chengce extract plan.txt -o facts.json · chengce extract plan.docx --report · "
    "chengce extract plan.pdf --report-html report.html"
)
def extract(  # noqa: PLR0913, PLR0917 - each is an option of the command
    file: Annotated[Path, typer.Argument(help="the text of a plan")],
    city: CityOption = None,
    key: KeyOption = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="write the facts here, not to standard output")
    ] = None,
    report: Annotated[bool, typer.Option("--report", help="print what was read, ignored and left instead")] = False,
    report_html: Annotated[Path | None, typer.Option(help="write the report here, as one HTML page")] = None,
) -> None:
    """Read one file and print its facts file, or a report on the reading."""
    import loaders  # noqa: PLC0415 - the rules load only when a text is read

    if not report and report_html is None:
        _put(loaders.extract(file, city, key).model_dump_json(indent=1) + "\n", out)
        return
    from chengce.reading_report import show  # noqa: PLC0415
    from chengce.report_page import page  # noqa: PLC0415
    from loaders.report import report as read_with_report  # noqa: PLC0415

    found = read_with_report(file, city, key)
    if out is not None:
        _put(found.facts.model_dump_json(indent=1) + "\n", out)
    if report_html is not None:
        _put(page(found), report_html)
    if report:
        show(found, terminal(sys.stdout))


def _put(words: str, out: Path | None) -> None:
    """Write to a file, or to standard output. Raises UserError where the file cannot be written."""
    if out is None:
        sys.stdout.write(words)
        return
    try:
        out.write_text(words, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{out}: cannot be written: {error.strerror}; choose another place") from error


@app.command(
    help="Read files or folders into the store; plans that it has already are left as they are.\n\n"
    "Examples: chengce load plans/ · chengce load plan.txt --key first · chengce load --remove first"
)
def load(
    paths: Annotated[list[Path] | None, typer.Argument(help="files and folders")] = None,
    store: StoreOption = None,
    city: CityOption = None,
    key: KeyOption = None,
    remove: Annotated[list[str] | None, typer.Option(help="take the plan with this key out")] = None,
) -> None:
    """Read files into the store and take plans out of it."""
    from chengce.files import find  # noqa: PLC0415
    from chengce.library import open_library  # noqa: PLC0415
    from chengce.report import show  # noqa: PLC0415

    if not paths and not remove:
        raise UserError("nothing to load: name files or folders, or a key with --remove")
    files = find(paths or [])
    if key and len(files) > 1:
        raise UserError(f"--key {key} is for one file, {len(files)} were named; load them one by one")
    console, errors = terminal(sys.stdout), terminal(sys.stderr)
    with open_library(store) as library, errors.status("loading") as status:
        report = library.load(files, city, key, remove or (), progress=status.update)
    show(report, console)
    refused = report.of("refused")
    reasons = "".join(f"\n  {outcome.reason}" for outcome in refused)
    if refused and len(refused) == len(files) and not remove:
        raise UserError(f"no plan could be read:{reasons}")
    if refused:
        kept = "what was held under their keys stays as it was"
        raise PartlyDone(f"{len(refused)} of {len(files)} files were not loaded, {kept}:{reasons}")


@app.command(
    help="Run a coding scheme over the measures, sentences or documents that are held.\n\n"
    "The scheme is a YAML file of your own, or policy_instruments, which ships. The name of the output says its form: "
    "x.csv (a row for each unit and code), x.wide.csv (a column for each code, shares and index), x.qdc and x.qdpx "
    "(REFI-QDA, for qualitative tools).\n\n"
    "Examples: chengce code policy_instruments -o coded.csv · chengce code pmc.yaml --unit document -o pmc.wide.csv"
)
def code(
    scheme: Annotated[str, typer.Argument(help="a YAML file, or the key of a scheme that ships")],
    unit: Annotated[str | None, typer.Option(help="measure, sentence or document; default: the scheme's own")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="write here; without it, CSV is printed")] = None,
    store: StoreOption = None,
) -> None:
    """Code every unit of the plans that are held."""
    from typing import get_args  # noqa: PLC0415

    from chengce import coding  # noqa: PLC0415
    from chengce.library import open_library  # noqa: PLC0415
    from codebooks.schemes import Unit  # noqa: PLC0415

    kind = next((each for each in get_args(Unit) if each == unit), None)
    if unit and kind is None:
        raise UserError(f"--unit: {unit!r} is none; wanted one of {', '.join(get_args(Unit))}")
    read = coding.scheme_of(scheme)
    with open_library(store) as library:
        sys.stdout.write(coding.write(coding.coded(library, read, kind), read, out))


@app.command(
    help="How far two coders, or two codebooks, agree: Cohen's kappa of each code with its 95 % interval.\n\n"
    "Each file is a CSV with unit, code and value (1, 0, or nothing for not read), as `chengce code` writes it.\n\n"
    "Example: chengce agree mine.csv yours.csv"
)
def agree(
    first: Annotated[Path, typer.Argument(help="the first coder's CSV")],
    second: Annotated[Path, typer.Argument(help="the second coder's CSV")],
    form: Annotated[str, typer.Option("--format", help="table or csv")] = "table",
) -> None:
    """Print the agreement of two codings."""
    from chengce.agreement import agreements, read_coding, show  # noqa: PLC0415

    if form not in ("table", "csv"):
        raise UserError(f"--format: {form!r} is none; wanted table or csv")
    show(agreements(read_coding(first), read_coding(second)), form, sys.stdout)


@app.command(
    help="Lay a reviewer's corrections over the facts, or take some back; what was read stays as it was.\n\n"
    "The file is YAML, a list of: {fact: target, measure: PLAN/ID, where: {value: 60}, change: {value: 65}, author: …, "
    "reason: …}; remove: true takes a record out, add: {quote: …, …} puts one in.\n\n"
    "Examples: chengce correct review.yaml · chengce correct --withdraw 1f0c… · chengce ask corrections"
)
def correct(
    file: Annotated[Path | None, typer.Argument(help="the corrections, in YAML")] = None,
    withdraw: Annotated[list[str] | None, typer.Option(help="take the correction with this key back")] = None,
    store: StoreOption = None,
) -> None:
    """Take corrections in, or back."""
    from chengce import correcting  # noqa: PLC0415
    from chengce.library import open_library  # noqa: PLC0415

    if file is None and not withdraw:
        raise UserError("nothing to correct: name a YAML file, or a key with --withdraw")
    with open_library(store) as library:
        taken = [] if file is None else correcting.add_corrections(library, correcting.read_proposals(file))
        if withdraw:
            correcting.withdraw(library, withdraw)
    for one in taken:
        sys.stdout.write(f"{one.id}  {one.action} {one.kind}  {one.plan}/{one.measure or ''}  {one.words.quote}\n")
    sys.stdout.write(f"{len(taken)} corrections taken, {len(withdraw or ())} withdrawn\n")


@app.command(help="Serve the API and the pages.\n\nExample: chengce serve --port 8080")
def serve(
    host: Annotated[str | None, typer.Option(help="default: CHENGCE_HOST, else 127.0.0.1")] = None,
    port: Annotated[int | None, typer.Option(help="default: CHENGCE_PORT, else 8000", min=0, max=65535)] = None,
    store: StoreOption = None,
) -> None:
    """Serve until it is stopped."""
    from chengce.library import store_place  # noqa: PLC0415
    from chengce.serve import bind, refuse_open_store, run  # noqa: PLC0415 - the server loads only here
    from chengce.site import site  # noqa: PLC0415

    found = settings()
    address = (host or found.host, found.port if port is None else port)
    refuse_open_store(address[0], store_place(store))
    listener = bind(*address)
    run(site(store), listener)


@app.command(help="List the cities that are held.\n\nExample: chengce cities")
def cities(store: StoreOption = None) -> None:
    """Print the question `cities` as a table."""
    from chengce.answers import show  # noqa: PLC0415
    from chengce.library import open_library  # noqa: PLC0415

    with open_library(store) as library:
        show(library.ask("cities", limit=10_000), library.questions["cities"], "table", sys.stdout)


@app.command(help='Run a reading query.\n\nExample: chengce cypher "MATCH (c:City) RETURN c.name ORDER BY c.name"')
def cypher(
    query: Annotated[str, typer.Argument(help="Cypher that only reads")],
    params: Annotated[str, typer.Option(help="parameters as one JSON object")] = "{}",
    store: StoreOption = None,
) -> None:
    """Print the rows of a query as JSON."""
    from api.cypher import CypherDesk  # noqa: PLC0415
    from api.guard import RefusedCypher  # noqa: PLC0415
    from api.problems import Problem  # noqa: PLC0415
    from api.settings import ApiSettings  # noqa: PLC0415
    from chengce.library import open_library, store_place  # noqa: PLC0415

    try:
        values = json.loads(params)
    except json.JSONDecodeError as error:
        raise UserError(f"--params: {error}; wanted one JSON object such as {{}}") from error
    open_library(store).store.close()
    try:
        answer = CypherDesk(ApiSettings(store=store_place(store))).run(query, values)
    except (RefusedCypher, Problem) as error:
        raise UserError(str(error)) from error
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")


@app.command(help="Put every plan of one store into another.\n\nExample: chengce copy FOLDER neo4j://host:7687/neo4j")
def copy(
    source: Annotated[str, typer.Argument(help="a folder, an address, or data: the published cities")],
    target: Annotated[str, typer.Argument(help="a folder or an address; what it holds already stays")],
) -> None:
    """Copy facts and texts; the graph is made again from them."""
    from chengce.moving import copy as copied  # noqa: PLC0415

    plans, changes = copied(source, target)
    sys.stdout.write(f"{plans} plans copied: {changes.total} changes in the graph\n")


@app.command(
    help="Write a row for every city, year and fact (model, component, target), for event-history models.\n\n"
    "Example: chengce panel panel.csv · chengce panel panel.parquet --kind model"
)
def panel(
    out: Annotated[Path, typer.Argument(help="the file to write: .csv, or .parquet with the extra `panel`")],
    kind: Annotated[list[str] | None, typer.Option(help="model, component or target; default: all three")] = None,
    store: StoreOption = None,
) -> None:
    """Write the panel of the cities that are held."""
    from chengce.library import open_library  # noqa: PLC0415
    from chengce.panel import write  # noqa: PLC0415

    with open_library(store) as library:
        rows = write(library.plans(), out, kind or ())
    sys.stdout.write(f"{rows} rows written to {out.name}\n")


@app.command(
    help="Check ontology, codebooks, questions and published facts against each other.\n\nExample: chengce check"
)
def check(
    password: Annotated[
        bool, typer.Option("--password", help="only whether the store's password keeps others out")
    ] = False,
    store: StoreOption = None,
) -> None:
    """Print all faults; status 2 where there are any."""
    if password:
        from chengce.library import store_place  # noqa: PLC0415
        from chengce.serve import refuse_open_store  # noqa: PLC0415

        refuse_open_store("0.0.0.0", store_place(store))
        sys.stdout.write("the store's password keeps others out\n")
        return
    from chengce.check import faults  # noqa: PLC0415

    found = list(dict.fromkeys(faults()))
    if found:
        raise UserError("\n".join(found))
    sys.stdout.write("ontology, codebooks, questions and published facts agree\n")


@app.command(
    help="Write the published facts of texts, without their sentences, into data/.\n\nExample: chengce publish texts/"
)
def publish(
    paths: Annotated[list[Path], typer.Argument(help="files and folders")],
    out: Annotated[Path, typer.Option(help="the folder to write to")] = DATA,
) -> None:
    """Extract and publish: quotes are cut to 20 characters."""
    import loaders  # noqa: PLC0415
    from chengce.files import find  # noqa: PLC0415
    from graph.published import publish as published  # noqa: PLC0415

    began = time.perf_counter()
    facts = [loaders.extract(file) for file in find(paths)]
    for each in facts:
        (out / f"{each.key}.json").write_text(published(each).model_dump_json(indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(facts)} plans published into {out.name}/ in {time.perf_counter() - began:.1f} s\n")


def main() -> None:
    """Run the command line. Faults of the user end in one sentence and a status."""
    try:
        if sys.argv[1:2] in ([], ["ask"], ["--help"]):
            app.add_typer(commands(QUERIES), name="ask")
        app()
    except (UserError, Faults, GraphError, CodebookError) as error:
        sys.stderr.write(f"chengce: {error}\n")
        sys.exit(getattr(error, "status", 2))
    except ValueError as error:
        if not _of_loaders(error):
            raise
        sys.stderr.write(f"chengce: {error}\n")
        sys.exit(2)


def _of_loaders(error: ValueError) -> bool:
    """Whether the error is one of loaders' own, without loading them for every command."""
    errors = sys.modules.get("loaders.errors")
    return errors is not None and isinstance(error, errors.LoadError)
