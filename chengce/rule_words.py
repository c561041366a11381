"""The names of rules in words, Chinese and English, from codebooks/rules.yaml; a rule without words is its own name."""

from codebooks.reading import book


def words(rule: str) -> tuple[str, str]:
    """Chinese and English words of a rule; a family of rules (``components.….near_miss``) has one entry."""
    known = book("rules")
    family = rule.partition(".")[0]
    for name in (rule, f"{family}.near_miss" if rule.endswith(".near_miss") else rule, f"{family}.*"):
        if name in known:
            return known[name]["zh"], known[name]["en"]
    plain = rule.replace("_", " ")
    return plain, plain


def english(rule: str) -> str:
    """The English words of a rule."""
    return words(rule)[1]
