"""Where an element stands in a page as it came: an XPath, kept from before furniture is taken out of the tree."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


class Places:
    """The steps of all elements of a page, counted at once; a path is put together when it is asked for."""

    def __init__(self, root: "_Element") -> None:
        self._steps: dict[_Element, str] = {}
        self._paths: dict[_Element, str] = {root: f"/{root.tag}"}
        for parent in root.iter():
            counts: dict[str, int] = {}
            for child in parent:
                counts[child.tag] = counts.get(child.tag, 0) + 1
                self._steps[child] = f"{child.tag}[{counts[child.tag]}]"

    def of(self, element: "_Element") -> str:
        """The XPath of an element, such as ``/html/body[1]/div[2]/p[3]``."""
        below = []
        here: _Element | None = element
        while here is not None and here not in self._paths:
            below.append(here)
            here = here.getparent()
        path = self._paths[here] if here is not None else ""
        for inner in reversed(below):
            path = f"{path}/{self._steps[inner]}"
            if inner is not element or len(inner):
                self._paths[inner] = path
        return path
