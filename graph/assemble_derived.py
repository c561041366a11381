"""What compare derived, as edges and properties of their own; never mixed with what a text says.

A fact about what is not in the graph (a province has no row of city questions) is left out.
"""

from graph.assemble_adoption import add_adoption
from graph.assemble_alignment import add_alignment
from graph.assemble_comparability import add_comparability
from graph.assemble_duties import add_duties
from graph.assemble_lineage import add_lineage
from graph.assemble_networks import add_networks
from graph.assemble_targets import add_targets
from graph.assemble_themes import add_themes
from graph.assemble_topics import add_topics
from graph.builder import Builder
from graph.derived import Derived
from graph.node_ids import NodeIds


def add_derived(builder: Builder, derived: Derived, ids: NodeIds) -> None:
    """All of it."""
    add_adoption(builder, derived, ids)
    add_networks(builder, derived, ids)
    add_duties(builder, derived, ids)
    add_alignment(builder, derived.alignments, ids)
    add_themes(builder, derived.themes, ids)
    add_lineage(builder, derived.lineage, ids)
    add_targets(builder, derived.targets, ids)
    add_topics(builder, derived, ids)
    add_comparability(builder, derived, ids)
