"""Pieces of comparisons: computed once for equal facts, again where facts or order differ, kept between loads."""

import sqlite3
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from chengce.kept_pieces import MOST, KeptPieces
from chengce.library import published
from compare.pieces import Pieces

WORDS = TypeAdapter(list[str])


def test_piece_is_computed_once_for_equal_facts() -> None:
    first, second, *_ = published()
    pieces = Pieces()
    again = [plan.model_copy(deep=True) for plan in (first, second)]
    for plans in ([first, second], [first, second], again):
        assert pieces.of("rule", plans, WORDS, lambda: ["made"]) == ["made"]
    assert (pieces.computed, pieces.found) == (1, 2)


@pytest.mark.parametrize("change", ["rule", "order", "facts"])
def test_piece_is_computed_again_where_it_may_differ(change: str) -> None:
    first, second, *_ = published()
    pieces = Pieces()
    pieces.of("rule", [first, second], WORDS, lambda: ["old"])
    rule, plans = "rule", [first, second]
    match change:
        case "rule":
            rule = "other"
        case "order":
            plans = [second, first]
        case _:
            plans = [first, second.model_copy(update={"notes": [*second.notes, "changed"]})]
    assert pieces.of(rule, plans, WORDS, lambda: ["new"]) == ["new"]


def test_pieces_are_kept_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "pieces.sqlite"
    kept = KeptPieces(file)
    kept["a"] = b"1"
    assert list(kept) == ["a"] and len(kept) == 1
    kept.close()
    again = KeptPieces(file)
    assert again["a"] == b"1" and len(again) < MOST
    again.close()


def test_a_cut_load_keeps_nothing(tmp_path: Path) -> None:
    file = tmp_path / "pieces.sqlite"
    KeptPieces(file)["a"] = b"1"
    assert "a" not in KeptPieces(file)


def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "pieces.sqlite"
    file.write_bytes(b"no database at all" * 100)
    kept = KeptPieces(file)
    kept["a"] = b"1"
    kept.close()
    assert sqlite3.connect(file).execute("SELECT count(*) FROM pieces").fetchone() == (1,)


def test_a_place_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder is wanted")
    kept = KeptPieces(tmp_path / "cache" / "pieces.sqlite")
    kept["a"] = b"1"
    kept.close()
