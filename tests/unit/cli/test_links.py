"""Test `charterpress links` against a server on this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def asked(sample: Path) -> Iterator[list[str]]:
    """Return the requests that a server got; a page of the sample links to it."""
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            requests.append(self.path)
            self.send_response(404 if self.path in {"/gone", "/robots.txt"} else 200)
            self.end_headers()

        do_GET = do_HEAD  # noqa: N815 - the same

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{running.server_address[1]}"
    (sample / "docs" / "links.md").write_text(f"# Links\n\n[a]({url}/here)\n\n[b]({url}/gone)\n", encoding="utf-8")
    yield requests
    running.shutdown()
    running.server_close()
    thread.join()


def check(charterpress: Command, sample: Path, *words: str) -> Any:  # noqa: ANN401 - what the fixture returns
    """Run the command on the sample, whose other links are left out."""
    quick = ("--pause", "0", "--allow-local", "--ignore", "https://*")
    return charterpress("links", "--project", sample, *quick, *words)


@pytest.mark.usefixtures("asked")
def test_a_broken_link(charterpress: Command, sample: Path) -> None:
    """A page that is gone is an error with file and line, ends with 1, and is in both reports."""
    result = check(charterpress, sample)
    assert result.code == 1
    assert "docs/links.md:5: error: the link http://" in result.out
    assert "there is no such page (404)" in result.out
    data = json.loads((sample / "reports" / "links.json").read_text("utf-8"))
    assert [(row["verdict"], row["places"][0]["place"]) for row in data["links"]] == [
        ("broken", "docs/links.md:5"),
        ("ok", "docs/links.md:3"),
    ]
    assert data["ignored"]
    assert "docs/links.md:5" in (sample / "reports" / "links.html").read_text("utf-8")


def test_links_are_asked_for_once_a_day(charterpress: Command, sample: Path, asked: list[str]) -> None:
    """The second time nothing is asked and the result is the same, unless it is to be fresh."""
    first = check(charterpress, sample)
    number = len(asked)
    second = check(charterpress, sample)
    assert len(asked) == number
    assert "2 links, 0 of them asked for now" in second.out
    assert second.code == first.code == 1
    check(charterpress, sample, "--fresh")
    assert len(asked) == 2 * number


def test_links_to_leave_out(charterpress: Command, sample: Path, asked: list[str]) -> None:
    """What a pattern names is not asked for, and is no error."""
    result = check(charterpress, sample, "--ignore", "*/gone")
    assert result.code == 0
    assert "/gone" not in asked


def test_this_machine_is_not_asked(charterpress: Command, sample: Path, asked: list[str]) -> None:
    """Without --allow-local a link into the own network is a warning, and gets no request."""
    result = charterpress("links", "--project", sample, "--pause", "0", "--ignore", "https://*")
    assert (result.code, asked) == (0, [])
    assert "warning: the link http://127.0.0.1" in result.out


def test_no_other_command_asks(charterpress: Command, sample: Path, asked: list[str]) -> None:
    """Checking a project asks nobody for anything."""
    charterpress("check", "--project", sample)
    assert asked == []
