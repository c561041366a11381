"""What a graph was made by and from: the digest of ontology and assembling, and the id of the facts."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from graph.ontology import FILE as ONTOLOGY_FILE


@cache
def schema_digest() -> str:
    """Which ontology, codebooks, and ways of comparing and assembling a graph was made by."""
    root = Path(__file__).parent
    sources = [ONTOLOGY_FILE, *sorted(root.glob("assemble*.py"))]
    sources += [root / name for name in ("ids.py", "identity.py", "institutions.py", "builder.py", "node_ids.py")]
    for room in (root.parent / "compare", root.parent / "codebooks"):
        sources += sorted([*room.rglob("*.py"), *room.rglob("*.yaml")])
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()[:16]


def release_of(digests: Mapping[str, str], corrections: bytes = b"[]") -> str:
    """The id of these facts (each plan's key and the digest of its facts file) and of the corrections laid over them,
    the same on every machine."""
    lines = [f"{key}\0{digest}" for key, digest in sorted(digests.items())]
    lines += [] if corrections == b"[]" else [hashlib.sha256(corrections).hexdigest()]
    return hashlib.sha256("\n".join([schema_digest(), *lines]).encode()).hexdigest()[:12]
