"""`chengce serve`: the API and the index page on one port, said aloud once questions can be answered."""

import socket
import sys

import uvicorn
from fastapi import FastAPI

from chengce.errors import UserError

LOOPBACK = ("127.", "localhost", "::1")


def refuse_open_store(host: str, store: str) -> None:
    """Raises UserError where others could reach the server and its database has no password worth the name."""
    from graph.neo4j_address import is_open, read_address  # noqa: PLC0415

    if not host.startswith(LOOPBACK) and is_open(store):
        raise UserError(
            f"{read_address(store)}: its password is empty or one that everybody knows, and --host {host} serves other "
            "machines; give the database a password of its own and name it as neo4j://user:password@host:7687"
        )


def bind(host: str, port: int) -> socket.socket:
    """A listening socket. Raises UserError where the port is taken or the host is none of this machine."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(512)
    except OSError as error:
        listener.close()
        why = error.strerror or str(error)
        raise UserError(
            f"cannot listen on {host}:{port}: {why}; stop what uses it, or choose another with --port or CHENGCE_PORT"
        ) from error
    return listener


class Server(uvicorn.Server):
    """A server that says where it is when it is ready."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then print the address."""
        await super().startup(sockets)
        if self.started and sockets:
            host, port = sockets[0].getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            sys.stdout.write(f"Chengce 城策: http://{shown}:{port} · API http://{shown}:{port}/docs · Ctrl-C ends it\n")
            sys.stdout.flush()


def run(app: FastAPI, listener: socket.socket) -> None:
    """Serve until it is stopped."""
    config = uvicorn.Config(app, log_level="warning", access_log=False)
    Server(config).run(sockets=[listener])
