"""The errors of this room. Each message says where, what was found, what was wanted and what to do.

- GraphError
    - OntologyError: ontology.yaml cannot be used
    - AssemblyError: nodes or edges that the ontology does not allow
    - QuestionError: question files that cannot be used
    - ParameterError: a value that a question cannot take
    - NotFoundError: a city, model, measure … that is not held; ``near`` has the nearest names
    - QueryError: a query that the engine refuses
    - StoreError
        - StoreMissing: no graph is there yet
        - StoreLocked: another load holds the store
        - StoreCorrupt: the graph file cannot be read
"""

from collections.abc import Sequence


class GraphError(Exception):
    """What went wrong in this room, in one sentence."""


class Faults(GraphError):
    """Several faults, all found at once: ``faults`` has one sentence each."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


class OntologyError(Faults):
    """ontology.yaml cannot be used."""


class AssemblyError(Faults):
    """Nodes or edges that the ontology does not allow."""


class QuestionError(Faults):
    """Question files that cannot be used."""


class ParameterError(GraphError):
    """A value that a question cannot take: HTTP status 422, exit status 2."""

    def __init__(self, parameter: str, message: str) -> None:
        self.parameter = parameter
        super().__init__(message)


class NotFoundError(GraphError):
    """Nothing of this kind is held under this key, code or name: HTTP status 404, exit status 2."""

    def __init__(self, parameter: str, kind: str, value: str, near: Sequence[str]) -> None:
        self.parameter, self.kind, self.value, self.near = parameter, kind, value, tuple(near)
        hint = f"; near names: {'、'.join(near)}" if near else ""
        super().__init__(f"{parameter}: no {kind} {value!r} is held, by key, code or name{hint}")


class QueryError(GraphError):
    """A query that the engine refuses."""


class StoreError(GraphError):
    """A store that cannot be used."""


class StoreMissing(StoreError):
    """No graph is there yet."""


class StoreLocked(StoreError):
    """Another load holds the store."""


class StoreCorrupt(StoreError):
    """The graph file cannot be read."""
