"""data/ is what the loaders make of the corpus, through publish, and what a fresh machine serves."""

from pathlib import Path

import pytest

import loaders
from chengce.library import published
from chengce.settings import DATA
from graph.facts import PlanFacts
from graph.published import publish


@pytest.mark.parametrize("file", sorted(DATA.glob("*.json")), ids=lambda file: file.stem)
def test_data_is_published_from_the_corpus(file: Path, corpus: Path) -> None:
    facts = loaders.extract(corpus / f"{file.stem}.txt")
    held = PlanFacts.model_validate_json(file.read_bytes())
    made = publish(facts).model_copy(update={"hash": held.hash})  # the rules' version, which any edit of them changes
    assert held == made, "run `make publish` after a change of rules or codebooks"


def test_published_quotes_are_short() -> None:
    for facts in published():
        quotes = [item.quote for kind in ("targets", "models", "components") for item in getattr(facts, kind)]
        assert facts.cut
        assert max(map(len, quotes)) <= 20
