"""How a store connects: TLS and routing by the address's scheme, on a real server; servers of other versions."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import assemble, open_store
from graph.errors import StoreError
from tests.bolt_of_other_versions import NAMES, server_of
from tests.conftest import ROOT
from tests.engines import emptied, server
from tests.graph_invented import NOTHING, VOCABULARY, plan

CITIES = "MATCH (c:City) RETURN c.name AS n"
TLS = """
server.bolt.tls_level=OPTIONAL
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={folder}
dbms.ssl.policy.bolt.private_key=private.key
dbms.ssl.policy.bolt.public_certificate=public.crt
dbms.ssl.policy.bolt.client_auth=NONE
"""


@pytest.fixture(scope="module")
def with_tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Host and port of a server that speaks TLS, with a password, and its certificate that no authority signed."""
    server()
    folder, port = tmp_path_factory.mktemp("tls"), 17700
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost", "-keyout", folder / "private.key", "-out", folder / "public.crt"],
        check=True, capture_output=True,
    )  # fmt: skip
    (folder / "conf").write_text(TLS.format(folder=folder), encoding="utf-8")
    home = {"NEO4J_HOME_DIR": str(folder / "home"), "NEO4J_BOLT_PORT": str(port), "NEO4J_HTTP_PORT": "17490"}
    more = {"NEO4J_EXTRA_CONF": str(folder / "conf"), "NEO4J_PASSWORD": "open-sesame", "NEO4J_HEAP": "512m"}
    script, env = ROOT.parent / "shared" / "neo4j" / "neo4j.sh", {**os.environ, **home, **more}
    subprocess.run([script, "start"], env=env, check=True, stdout=subprocess.DEVNULL)
    try:
        yield f"localhost:{port}", folder / "public.crt"
    finally:
        subprocess.run([script, "stop"], env=env, check=False, stdout=subprocess.DEVNULL)


def loaded_and_asked(where: str) -> list[dict[str, object]]:
    """What a store at an address answers after a load."""
    store = open_store(where)
    try:
        store.commit([(plan("a"), None)], [], assemble([plan("a")], NOTHING, VOCABULARY))
        return store.run(CITIES).rows
    finally:
        store.close()


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_a_certificate_that_no_authority_signed_is_taken_where_the_address_says_so(
    with_tls: tuple[str, Path], scheme: str
) -> None:
    assert loaded_and_asked(f"{scheme}://neo4j:open-sesame@{with_tls[0]}/neo4j") == [{"n": "甲市"}]


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_must_be_known_where_the_address_says_no_more(
    with_tls: tuple[str, Path], scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = f"{scheme}://neo4j:open-sesame@{with_tls[0]}/neo4j"
    with pytest.raises(StoreError, match=r"no server answers|cannot be set up|failed") as caught:
        open_store(where).plans()
    assert "\n" not in str(caught.value) and "open-sesame" not in str(caught.value) and "+ssc" in str(caught.value)
    monkeypatch.setenv("SSL_CERT_FILE", str(with_tls[1]))  # what the system trusts, as an authority's certificate
    assert loaded_and_asked(where) == [{"n": "甲市"}]


@pytest.mark.neo4j
def test_a_routing_address_loads_and_answers() -> None:
    place = emptied(server()).replace("bolt://", "neo4j://")
    assert place.startswith("neo4j://") and loaded_and_asked(place + "/neo4j") == [{"n": "甲市"}]


@pytest.mark.parametrize("bolt", sorted(NAMES))
def test_a_server_that_negotiates_as_another_version_is_one_sentence(bolt: tuple[int, int]) -> None:
    pytest.importorskip("neo4j")
    with server_of(bolt) as address, pytest.raises(StoreError) as caught:
        open_store(f"bolt://{address}").plans()
    said = str(caught.value)
    found = "older than Neo4j 5" if bolt < (5, 2) else NAMES[bolt]
    assert f"the server is {found}" in said and "; wanted Neo4j 5, at least 5.23" in said and "\n" not in said
