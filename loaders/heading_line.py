"""Where a heading ends and the own words of its section begin, by the guidelines' rules for heading phrases."""

from collections.abc import Sequence

from loaders.lines import Line

LONGEST_HEADING = 30  # characters; a longer first sentence is no heading phrase
_OPEN, _CLOSE = "([《“‘〈<", ")]》”’〉>"


def place_heading(folded: str, lines: Sequence[Line], length: int, has_children: bool) -> tuple[int, int, int]:
    """The place of the title in a section's first line, and where its own words begin: (start, end, body).

    ``length``: of the number label. A heading alone in its line is a title of any length; a first sentence of more than
    30 characters gives its first clause, and the own words begin with it.
    """
    line = lines[0]
    start = line.start + length
    while start < line.end and folded[start] in " 、.":
        start += 1
    words = folded[start : line.end]
    stop = words.find("。")
    phrase = words if stop < 0 else words[:stop]
    has_more = has_children or len(lines) > 1
    alone = stop in (-1, len(words) - 1) and has_more
    if len(phrase) > LONGEST_HEADING and not alone:
        return start, start + _clause(words), start
    if alone and (end := _continuation(lines, has_children)):
        return start, end, end
    return start, start + len(phrase.rstrip(" :;,。*")), min(start + len(phrase) + (stop >= 0), line.end)


def _continuation(lines: Sequence[Line], has_children: bool) -> int | None:
    """Where a heading broken over two lines ends: the next line is short and closes what the first left open."""
    if len(lines) < 2:
        return None
    first, second = lines[0].words, lines[1].words
    if first.endswith("。") or len(second) > LONGEST_HEADING or any(stop in second for stop in "。;:,"):
        return None
    is_open = first.endswith((",", "、", "和", "与", "的")) or sum(map(first.count, _OPEN)) != sum(
        map(first.count, _CLOSE)
    )
    more_follows = len(lines) > 2 or has_children
    return lines[1].end if is_open or (more_follows and len(first) >= 18 and len(second) >= 2) else None


def _clause(words: str) -> int:
    """The length of the first clause: up to the first , ; : or 。 outside brackets and quotes."""
    depth = 0
    for index, char in enumerate(words):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and char in ",;:。":
            return index
    return len(words)
