"""Faults that a user can cause, as one sentence and a status: 1 where part of the work was done, 2 where none was."""


class UserError(ValueError):
    """A fault of input, options or surroundings; the message is one clear sentence. Ends with ``status``."""

    status = 2


class PartlyDone(UserError):
    """Some plans were loaded and some refused; the message counts them."""

    status = 1
