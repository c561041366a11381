"""`chengce export …`: parts of the graph for other programs, and the whole store for an offline import into Neo4j."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from chengce.ask import StoreOption

export_app = typer.Typer(no_args_is_help=True, help="Write the graph, or parts of it, for other programs.")


@export_app.command(
    help="The institutions of a city by the measures that they share.\n\n"
    "Example: chengce export network CITY --format graphml > network.graphml"
)
def network(
    city: Annotated[str, typer.Argument(help="name or code")],
    form: Annotated[str, typer.Option("--format", help="json (node-link) or graphml")] = "json",
    store: StoreOption = None,
) -> None:
    """Print a city's network of institutions."""
    from chengce.export import institutions  # noqa: PLC0415 - networkx loads with it
    from chengce.library import open_library  # noqa: PLC0415

    with open_library(store) as library:
        sys.stdout.write(institutions(library, city, form))


@export_app.command(
    help="What surrounds a node of the graph, by its id.\n\nExample: chengce export neighbourhood ID --depth 2"
)
def neighbourhood(
    node: Annotated[str, typer.Argument(help="the node's id, as questions and Cypher give it")],
    depth: Annotated[int, typer.Option(help="1 or 2 relations away")] = 1,
    form: Annotated[str, typer.Option("--format", help="json (node-link) or graphml")] = "json",
    store: StoreOption = None,
) -> None:
    """Print a node's surroundings."""
    from chengce.export import neighbourhood as around  # noqa: PLC0415 - networkx loads with it
    from chengce.library import open_library  # noqa: PLC0415

    with open_library(store) as library:
        sys.stdout.write(around(library, node, depth, form))


@export_app.command(
    "neo4j-import",
    help="Write the whole store as files of neo4j-admin, and print the command that imports them.\n\n"
    "Example: chengce export neo4j-import import/",
)
def neo4j_import(
    folder: Annotated[Path, typer.Argument(help="where to write the files")],
    store: StoreOption = None,
) -> None:
    """Write the files of an offline import."""
    from chengce.library import open_library  # noqa: PLC0415
    from chengce.moving import offline_import  # noqa: PLC0415

    with open_library(store) as library:
        sys.stdout.write(offline_import(library, folder))
