"""What a plan does with a document that it names: builds on it, carries it out, drafts it, carries it, or cites it.

The verb nearest before the title in its clause decides; titles in one list (《…》《…》、《…》) share one verb.
"""

import re
from functools import cache
from typing import Literal

from codebooks.reading import book

Verb = Literal["drafts", "carries"]

CLAUSE_END = re.compile(r"[,，。;；:：!！?？]")


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of relations.yaml, compiled."""
    root = book("relations")
    return {name: re.compile("|".join(each) if isinstance(each, list) else each) for name, each in root.items()}


def verb_before(words: str) -> Verb | None:
    """The kind of the last verb in the words before a title; a verb followed by 的 does not act on the title."""
    found: tuple[int, Verb] | None = None
    kinds: tuple[Verb, ...] = ("drafts", "carries")
    for kind in kinds:
        for match in patterns()[kind].finditer(words):
            if words.startswith(("的", "后的"), match.end()):
                continue
            if found is None or match.end() > found[0]:
                found = (match.end(), kind)
    return found[1] if found else None


def carried_out_behind(words: str) -> bool:
    """Whether the words after a title say that it is carried out (抓好《…》落实)."""
    return bool(patterns()["behind"].match(words))


def is_carried(words: str) -> bool:
    """Whether the words after a title say that the notice carries it (现印发给你们)."""
    return bool(patterns()["carried"].match(words))


def names_parents(words: str) -> bool:
    """Whether the words of the sentence before a title start from it (根据, 为贯彻落实)."""
    return bool(patterns()["parents"].search(words))
