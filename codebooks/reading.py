"""Read the codebooks: each is a YAML file beside this module, checked when it is read.

A codebook is refused with every fault at once (file, line, what was found, what was wanted).
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent


class CodebookError(ValueError):
    """A codebook that cannot be used: the message lists every fault with its file and line."""


@cache
def book(name: str) -> Any:
    """The codebook ``codebooks/NAME.yaml`` as plain data. Raises CodebookError for bad YAML and duplicate keys."""
    path = HERE / f"{name}.yaml"
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise CodebookError(f"{path.name}: cannot be read: {error}") from error
    faults = list(_duplicates(root, path.name))
    if faults:
        raise CodebookError("\n".join(faults))
    return yaml.CSafeLoader("").construct_document(root)


def _duplicates(node: yaml.Node | None, name: str) -> list[str]:
    """One sentence for each key that stands twice in one mapping."""
    faults: list[str] = []
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                faults.append(f"{name}, line {key.start_mark.line + 1}: the key {key.value!r} stands twice")
            seen.add(key.value)
            faults += _duplicates(value, name)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            faults += _duplicates(value, name)
    return faults
