"""Lineage: what documents descend from, when they were issued, and what became of a parent's measures.

``dates``: when a document was issued, as an interval · ``parents``: what a text names, and what it probably descends
from · ``lookup``: the reviewed lookup above these · ``likeness``: how like two measures or outlines are ·
``changes``: what a measure changed of its parent's · ``measures``: the verdict on each · ``descent``: all of it.
"""

from compare.lineage.descent import lineage_of

__all__ = ["lineage_of"]
