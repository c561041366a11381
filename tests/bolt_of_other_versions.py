"""A TCP server that negotiates Bolt as a Neo4j of another version does and says its name; it answers no query.

Neo4j 4.4 and 2025.x are told by the name that they give in the handshake, which is all that a store asks before it
refuses them. This server gives it over a real socket, to the real driver.
"""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

MAGIC = b"\x60\x60\xb0\x17"
NAMES = {(4, 4): "Neo4j/4.4.44", (5, 8): "Neo4j/2025.06.0"}
"""Bolt's version that the server chooses, and the name of a server that would."""


@contextmanager
def server_of(bolt: tuple[int, int]) -> Iterator[str]:
    """The address (host:port) of a server of this version of Bolt."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            hello = self.rfile.read(20)
            if hello[:4] != MAGIC:
                return
            self.wfile.write(bytes((0, 0, bolt[1], bolt[0])))
            while self._message():
                self.wfile.write(success({"server": NAMES[bolt], "connection_id": "bolt-1"}))

        def _message(self) -> bytes:
            """One message, its pieces put together; empty at the end."""
            whole = b""
            while size := int.from_bytes(self.rfile.read(2)):
                whole += self.rfile.read(size)
            return whole

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


def success(said: dict[str, str]) -> bytes:
    """A SUCCESS message (PackStream) in one piece."""
    packed = bytes((0xB1, 0x70, 0xA0 + len(said)))
    packed += b"".join(bytes((0x80 + len(word),)) + word.encode() for pair in said.items() for word in pair)
    return len(packed).to_bytes(2) + packed + b"\0\0"
