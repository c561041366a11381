"""Pieces: what one rule derives from a few plans, kept by what it was made from.

Adding a plan to many may recompute only what the plan touches. So what costs most (a pair of cities compared, a
city's null model) is asked for here by its rule and its plans, and computed only where it was never computed from
equal facts by equal code. A piece may depend on nothing else: no other plan, no clock, no order.
"""

import hashlib
import zlib
from collections.abc import Callable, MutableMapping, Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from graph.facts import PlanFacts

HERE = Path(__file__).parent
FASTEST = 1


class Pieces:
    """Pieces over a mapping from their key to their JSON, packed: aligned pairs of plans come to a fifth.

    ``computed`` and ``found`` count what was asked for.
    """

    def __init__(self, kept: MutableMapping[str, bytes] | None = None) -> None:
        self._kept = {} if kept is None else kept
        self._digests: dict[int, tuple[PlanFacts, str]] = {}
        self.computed = self.found = 0

    def of[T](self, rule: str, plans: Sequence[PlanFacts], shape: TypeAdapter[T], compute: Callable[[], T]) -> T:
        """What ``rule`` derives from these plans: as kept, else computed and kept. The order of the plans counts."""
        key = hashlib.sha256("\n".join([rule, code_version(), *map(self._digest, plans)]).encode()).hexdigest()
        kept = self._kept.get(key)
        if kept is not None:
            self.found += 1
            return shape.validate_json(zlib.decompress(kept))
        self.computed += 1
        made = compute()
        self._kept[key] = zlib.compress(shape.dump_json(made), FASTEST)
        return made

    def _digest(self, plan: PlanFacts) -> str:
        """The digest of a plan's facts, computed once a plan; the plan is held so that its number stays its own."""
        known = self._digests.get(id(plan))
        if known is None:
            known = plan, hashlib.sha256(plan.model_dump_json().encode()).hexdigest()
            self._digests[id(plan)] = known
        return known[1]


@cache
def code_version() -> str:
    """A hash over the code, the weights and the codebooks that comparing works by."""
    digest = hashlib.sha256()
    folders, kinds = (HERE, HERE.parent / "codebooks"), ("*.py", "*.yaml", "*.tsv")
    for path in sorted(path for folder in folders for kind in kinds for path in folder.rglob(kind)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
