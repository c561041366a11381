"""Addresses of servers: what their parts mean, what is refused, and that no password is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.neo4j_address import is_neo4j, is_open, read_address, with_password


@pytest.mark.parametrize(
    ("where", "parts"),
    [
        ("neo4j://h", ("neo4j://h:7687", None, "", None, 30)),
        ("bolt://h:1/plans", ("bolt://h:1", None, "", "plans", 30)),
        ("neo4j+s://u:p%40%2F@h/plans?timeout=5", ("neo4j+s://h:7687", "u", "p@/", "plans", 5)),
        ("bolt+ssc://:p@h", ("bolt+ssc://h:7687", "neo4j", "p", None, 30)),
        ("bolt://u:@[::1]:7000/", ("bolt://[::1]:7000", None, "", None, 30)),
    ],
)
def test_an_address_is_taken_apart(where: str, parts: tuple[object, ...]) -> None:
    found = read_address(where)
    assert (found.uri, found.user, found.password, found.database, found.timeout) == parts
    assert is_neo4j(where)
    assert not found.password or found.password not in str(found)


@pytest.mark.parametrize("where", ["bolt://", "bolt://h:x", "bolt://h/a/b", "bolt://h?timeout=x", "bolt://h?tls=1"])
def test_a_wrong_address_is_one_sentence_without_password(where: str) -> None:
    with pytest.raises(StoreError) as caught:
        read_address(where.replace("://h", "://neo4j:s3cret-word@h"))
    assert "s3cret-word" not in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("where", ["folder", "http://h", "neo4j", "mysql://h"])
def test_other_places_are_none(where: str) -> None:
    assert not is_neo4j(where) and with_password(where, "x") == where and not is_open(where)


@given(password=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1))
def test_any_password_of_the_environment_goes_in_and_comes_out(password: str) -> None:
    for where in ("neo4j://h/db", "bolt://reader@h:1"):
        assert read_address(with_password(where, password)).password == password
    assert with_password("neo4j://u:own@h", password) == "neo4j://u:own@h"


@pytest.mark.parametrize(
    ("where", "weak"), [("bolt://h", True), ("bolt://a:NEO4J@h", True), ("bolt://a:k9-e@h", False)]
)
def test_a_password_that_everybody_knows_is_none(where: str, weak: bool) -> None:
    assert is_open(where) is weak


@pytest.mark.parametrize(
    ("agent", "supported"),
    [
        ("Neo4j/5.26.30", True),
        ("Neo4j/5.23.0", True),
        ("Neo4j/5.27-aura", True),
        ("Neo4j/5.22.0", False),
        ("Neo4j/4.4.40", False),
        ("Neo4j/2025.06.0", False),
        ("Memgraph", False),
        ("", False),
    ],
)
def test_another_version_is_told_by_its_name(agent: str, supported: bool) -> None:
    from graph.neo4j_faults import is_supported  # noqa: PLC0415 - the driver is an extra

    assert is_supported(agent) is supported
