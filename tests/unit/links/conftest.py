"""Run a server that answers as servers on the web do, well or badly."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass
class Served:
    """Hold a running server, and what it was asked: method, path, agent, and when."""

    port: int
    robots: str | None = None
    asked: list[tuple[str, str, str, float]] = field(default_factory=list)
    busy: int = 0
    most_at_once: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path on the server."""
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return what was asked for, robots.txt left out."""
        return [f"{method} {path}" for method, path, _, _ in self.asked if path != "/robots.txt"]


class _Handler(BaseHTTPRequestHandler):
    """Do what the path says; each server has a class of its own, which knows what it was asked."""

    served: Served

    def do_HEAD(self) -> None:
        """Answer, and note when and by whom it was asked."""
        served = self.served
        served.busy += 1
        served.most_at_once = max(served.most_at_once, served.busy)
        served.asked.append((self.command, self.path, self.headers["User-Agent"], time.monotonic()))
        try:
            self._reply()
        finally:
            served.busy -= 1

    do_GET = do_HEAD  # noqa: N815 - the same

    def _reply(self) -> None:
        name, _, rest = self.path.strip("/").partition("/")
        if name == "robots.txt":
            robots = self.served.robots
            self._say(200 if robots is not None else 404, body=(robots or "").encode())
        elif name == "slow":
            time.sleep(1.5)
            self._say(200)
        elif name == "silent":
            self.close_connection = True
        elif name == "no-head" and self.command == "HEAD":
            self._say(405)
        else:
            status = int(name) if name.isdigit() else 200
            self._say(status, location=f"/{rest}" if status // 100 == 3 else None)

    def _say(self, status: int, *, location: str | None = None, body: bytes = b"") -> None:
        self.send_response(status)
        if location is not None:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Served]:
    """Return a server on this machine: what a path does is in its name."""
    served = Served(0)
    running = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"served": served}))
    served.port = running.server_address[1]
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield served
    running.shutdown()
    running.server_close()
    thread.join()
