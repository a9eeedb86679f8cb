"""Runs the server: where it listens, what it asks for, what it prints."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import uvicorn

from qazlint.web.app import create_app
from qazlint.web.desk import Desk
from qazlint.web.guard import LOCAL, Access


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens.

    port   0: one that is free
    names  other names that it is called by
    """

    host: str = "127.0.0.1"
    port: int = 8765
    names: Sequence[str] = ()

    @property
    def is_local(self) -> bool:
        """Whether nobody but this machine reaches it."""
        return self.host in LOCAL


def serve(desk: Desk, place: Place, say: Callable[[str], None], browser: bool = True) -> None:
    """Serve until interrupted. Raises OSError when it cannot listen there."""
    token = "" if place.is_local else secrets.token_urlsafe(24)
    access = Access(frozenset((*LOCAL, *place.names, place.host)), token)
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((place.host, place.port))
        listening.listen()  # before the address is printed: who is quick waits instead of being refused
    except OSError:
        listening.close()
        raise
    address = _address(place, listening.getsockname()[1], token)
    # No access log: nobody's address and no draft's name is written anywhere.
    config = uvicorn.Config(
        create_app(desk, access), access_log=False, log_level="warning", server_header=False, date_header=False,
        h11_max_incomplete_event_size=64 * 1024, timeout_keep_alive=30,
    )  # fmt: skip
    say(address)
    if browser:
        threading.Timer(0.3, webbrowser.open, [address]).start()
    uvicorn.Server(config).run(sockets=[listening])


def _address(place: Place, port: int, token: str) -> str:
    host = next(iter(place.names), "") or ("localhost" if place.host in ("0.0.0.0", "::") else place.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/" + (f"?token={token}" if token else "")
