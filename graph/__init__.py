"""What a fact is, typed by ontology.yaml; facts as nodes and edges; the stores that keep them; the question reader."""

from graph.assemble import assemble
from graph.opening import open_store

__all__ = ["assemble", "open_store"]
