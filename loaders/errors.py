"""What can be wrong with a file: each error is one sentence that says where, what was found and what to do.

``LoadError`` (a ValueError) is their base: ``ReadError`` for a file that cannot be read as text,
``NotAPlanError`` for a text without the outline of a plan, ``PlaceError`` for a plan that does not say whose it is,
``UnexpectedError`` for a known text that gives more or fewer facts than it should.
"""


class LoadError(ValueError):
    """A file that gives no facts."""


class ReadError(LoadError):
    """The file is missing, unreadable, empty, too large, binary, of an unknown format or in neither encoding."""


class NotAPlanError(LoadError):
    """The text has no numbered headings and no title of a document."""


class PlaceError(LoadError):
    """The text does not say whose plan it is, or the place that was given is unknown."""


class UnexpectedError(LoadError):
    """A known text gives a number of facts that codebooks/cities does not expect of it."""
