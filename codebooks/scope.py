"""What a plan is about as a whole, and who issued it, as ``scope.yaml`` says."""

from dataclasses import dataclass
from functools import cache

from codebooks.reading import book


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of issuers: their names end in one of ``ends``, and begin with one of ``begins`` where there are any."""

    key: str
    zh: str
    en: str
    ends: tuple[str, ...]
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """Words of titles that open all of health policy, and those that only look so; ranks as they are tried."""

    general: tuple[str, ...]
    without: tuple[str, ...]
    ranks: tuple[Rank, ...]

    def opens_all(self, title: str) -> bool:
        """Whether a title is about health policy as a whole."""
        for word in self.without:
            title = title.replace(word, "/")
        return any(word in title for word in self.general)

    def rank(self, issuer: str) -> Rank | None:
        """The rank of an issuer by its name; null where the name shows none."""
        for rank in self.ranks:
            if issuer.endswith(rank.ends) or (rank.begins and issuer.startswith(rank.begins)):
                return rank
        return None


@cache
def scope_words() -> ScopeWords:
    """The codebook. Raises CodebookError."""
    data = book("scope")
    ranks = tuple(
        Rank(key, one["zh"], one["en"], tuple(one["ends"]), tuple(one.get("begins", ())))
        for key, one in data["ranks"].items()
    )
    return ScopeWords(tuple(data["general"]), tuple(sorted(data["not"], key=len, reverse=True)), ranks)
