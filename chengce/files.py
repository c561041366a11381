"""Which files a load means: files as they are named, folders by what in them can be a plan."""

from pathlib import Path

from chengce.errors import UserError
from loaders.source import FORMATS


def find(paths: list[Path]) -> list[Path]:
    """The files to read, each once, in the order given; a folder's files by name.

    A named file is tried whatever it is, so that its fault is said. Raises UserError for a folder without plans.
    """
    files: list[Path] = []
    for path in paths:
        inside = [path]
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.is_file() and p.suffix.lower() in FORMATS and p.suffix)
            if not inside:
                kinds = " ".join(sorted(filter(None, FORMATS)))
                raise UserError(f"{path}: the folder holds no file that could be a plan ({kinds}); name another folder")
        files += [file for file in inside if file not in files]
    return files
