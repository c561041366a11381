"""Comparable targets: whose target is higher, by how much, and which numbers are not to be compared.

``yardsticks``: what a target is measured by · ``placed``: every target on its yardstick · ``unknown``: indicators that
no codebook knows · ``repeats``: what a notice says twice · ``refusals``: why yardsticks differ · ``commitments``: what
each place commits to, and the gaps · ``compared``: all of it together.
"""

from compare.targets.compared import comparable_targets

__all__ = ["comparable_targets"]
