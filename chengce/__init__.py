"""Chengce (城策): compare what Chinese cities plan, measure by measure, with the place in the text that proves it.

For notebooks::

    import chengce
    with chengce.open() as library:
        library.ask("adoption", model="sanming").rows
"""

from chengce.library import Library, open_library
from chengce.library import open_library as open

__all__ = ["Library", "open", "open_library"]
