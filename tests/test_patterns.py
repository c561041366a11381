"""Every pattern of the loaders matches the wordings that it was written for, and none of its near misses."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import loaders
from loaders.fold import fold
from loaders.pattern import Pattern


def _patterns() -> Iterator[tuple[str, Pattern]]:
    for module in pkgutil.walk_packages(loaders.__path__, "loaders."):
        for name, value in vars(importlib.import_module(module.name)).items():
            held = value if isinstance(value, tuple) else tuple(value.values()) if isinstance(value, dict) else (value,)
            for pattern in held:
                if isinstance(pattern, Pattern):
                    yield f"{module.name}.{name}.{pattern.name}", pattern


PATTERNS = dict(_patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_finds_what_it_was_written_for(name: str) -> None:
    pattern = PATTERNS[name]
    assert pattern.matches, f"{name}: no wording that it was written for"
    assert pattern.near_misses, f"{name}: no near miss"
    assert [text for text in pattern.matches if not pattern.fits(fold(text))] == []
    assert [text for text in pattern.near_misses if pattern.fits(fold(text))] == []
