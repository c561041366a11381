"""Where tests find the texts and the gold facts that the project itself may not hold."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared(name: str, variable: str) -> Path:
    """A folder beside the project, or the one that the variable names; skips where it is absent, never in CI."""
    folder = Path(os.environ.get(variable) or ROOT.parent / "shared" / name)
    if not folder.is_dir():
        reason = f"{folder} is not here: set {variable} to the folder of the {name}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    return shared("corpus", "CHENGCE_CORPUS")


@pytest.fixture(scope="session")
def gold() -> Path:
    return shared("gold", "CHENGCE_GOLD")


@pytest.fixture(scope="session")
def samples() -> Path:
    return shared("samples", "CHENGCE_SAMPLES")
