"""Which files a load means: files as they are named, folders by what in them can be a plan."""

import os
from dataclasses import dataclass
from pathlib import Path

PLANS = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf"})
LARGEST = 50_000_000  # bytes; the longest plan that we know has under one million


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not loaded, and why in one sentence."""

    path: Path
    reason: str


def find(paths: list[Path]) -> tuple[list[Path], list[Refusal]]:
    """The files to read, in the order given (a folder's files by name), and what cannot be read at all."""
    files: list[Path] = []
    refusals: list[Refusal] = []
    for path in paths:
        if not path.is_dir():
            candidates = [path]
        else:
            candidates = sorted(p for p in path.iterdir() if p.suffix.lower() in PLANS and not p.name.startswith("."))
            if not candidates:
                kinds = ", ".join(sorted(PLANS))
                refusals.append(Refusal(path, f"{path}: the folder holds no file that could be a plan ({kinds})"))
        for candidate in candidates:
            fault = why_not(candidate)
            if fault:
                refusals.append(Refusal(candidate, fault))
            elif candidate not in files:
                files.append(candidate)
    return files, refusals


def why_not(path: Path) -> str | None:
    """Why a file cannot be read, seen without opening it; None where it can be tried."""
    if not path.exists():
        return f"{path}: there is no such file; name a plan's file or a folder of them"
    if not path.is_file():
        return f"{path}: is no file; name a plan's file or a folder of them"
    if not os.access(path, os.R_OK):
        return f"{path}: may not be read by this user; give it read permission (chmod u+r)"
    size = path.stat().st_size
    if size == 0:
        return f"{path}: is empty; a plan's text was wanted"
    if size > LARGEST:
        return f"{path}: has {size / 1e6:.0f} MB, at most {LARGEST / 1e6:.0f} MB are read; a plan has less than one"
    return None
