"""Ask a real server for links: what it says decides, and it is asked politely."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from itertools import pairwise
from typing import Protocol

import pytest

from charterpress import __version__
from charterpress.links.asking import Manners, Outcome, Verdict, ask_all


class Server(Protocol):
    """Know of the server what the tests ask for."""

    port: int
    robots: str | None
    asked: list[tuple[str, str, str, float]]
    most_at_once: int

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""

    def paths(self) -> list[str]:
        """Return what was asked for."""


QUICK = Manners(pause=0.0, timeout=0.7, allow_local=True)


def ask(urls: Iterable[str], manners: Manners = QUICK) -> dict[str, Outcome]:
    """Return what each link gave."""
    told: list[str] = []
    found = ask_all(urls, manners, lambda url, outcome: told.append(f"{url} {outcome.verdict}"))
    assert sorted(told) == sorted(f"{url} {outcome.verdict}" for url, outcome in found.items())
    return dict(found)


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.parametrize(
    ("path", "verdict", "status", "words"),
    [
        ("/page", "ok", 200, ""),
        ("/no-head", "ok", 200, ""),
        ("/page?a=b%20c&d=é", "ok", 200, ""),
        ("/404", "broken", 404, "no such page (404)"),
        ("/410", "broken", 410, "no such page (410)"),
        ("/403", "unsure", 403, "403: forbidden"),
        ("/429", "unsure", 429, "429: too many requests"),
        ("/500", "unsure", 500, "500: internal server error"),
        ("/599", "unsure", 599, "an unknown status"),
        ("/slow", "unsure", None, "no answer within 0.7 seconds"),
        ("/silent", "unsure", None, "the connection failed"),
        ("/302/page", "ok", 200, ""),
        ("/302/404", "broken", 404, "no such page"),
        ("/301/302/301/page", "ok", 200, ""),
        ("/301/302/303/307/page", "unsure", None, "more than 3 times"),
    ],
)
def test_what_a_server_says(server: Server, path: str, verdict: str, status: int | None, words: str) -> None:
    """Only a page that is gone is broken; of what a server does not tell a program a person decides."""
    (found,) = ask([server.url(path)]).values()
    assert (found.verdict, found.status) == (verdict, status)
    assert words in found.reason


@pytest.mark.parametrize("path", ["/301/page", "/308/page", "/301/308/301/page"])
def test_what_moved_for_good(server: Server, path: str) -> None:
    """A link that is sent on for good names the address at the end."""
    (found,) = ask([server.url(path)]).values()
    assert (found.verdict, found.final) == ("moved", server.url("/page"))


def test_nobody_listens() -> None:
    """A machine that takes no connection may do so tomorrow."""
    (found,) = ask([f"http://127.0.0.1:{free_port()}/"]).values()
    assert (found.verdict, found.status) == ("unsure", None)
    assert "refused" in found.reason


def test_a_host_that_does_not_exist() -> None:
    """No host can have a name in .invalid."""
    (found,) = ask(["https://nobody.invalid/page"]).values()
    assert found.verdict in {Verdict.BROKEN, Verdict.UNSURE}, "without a network a name cannot be looked up"
    assert found.reason in {"there is no host of this name", "its name could not be looked up just now"}


def test_no_safe_connection(server: Server) -> None:
    """Where the other side does not speak TLS, a person must look."""
    (found,) = ask([f"https://127.0.0.1:{server.port}/page"]).values()
    assert found.verdict == "unsure"
    assert "no safe connection" in found.reason


@pytest.mark.parametrize("url", ["http://", "https://:80/", "http://[1::2/", "http://a b.example/", "http://x:99999/"])
def test_what_is_no_address(url: str) -> None:
    """What cannot be asked for is broken, and breaks nothing."""
    (found,) = ask([url]).values()
    assert found.verdict in {Verdict.BROKEN, Verdict.UNSURE}


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"],  # noqa: S104 - asked, not bound to
)
def test_private_hosts_are_not_asked(server: Server, host: str) -> None:
    """Unless it is allowed, no machine of the own network gets a request, whatever way its address is written."""
    (found,) = ask([server.url("/page", host)], Manners(pause=0.0, timeout=0.7)).values()
    assert found.verdict in {Verdict.NOT_ASKED, Verdict.BROKEN, Verdict.UNSURE}
    assert server.asked == []
    if host in {"127.0.0.1", "localhost"}:
        assert (found.verdict, found.reason) == ("not asked", found.reason)
        assert "private network" in found.reason


def test_each_is_asked_once_with_our_name(server: Server) -> None:
    """A request for its head is enough where the server takes it; it says who asks."""
    ask([server.url("/page"), server.url("/no-head")])
    assert server.paths() == ["HEAD /page", "HEAD /no-head", "GET /no-head"]
    assert {agent for _, _, agent, _ in server.asked} == {
        f"charterpress/{__version__} (link check, asked for by an editor)"
    }


def test_one_at_a_time_with_a_pause(server: Server) -> None:
    """A host gets one request at a time, and a pause before the next, across redirects too."""
    ask([server.url(f"/301/page{number}") for number in range(2)], Manners(pause=0.2, allow_local=True))
    times = [at for *_, at in server.asked]
    assert len(times) == 5
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.19
    assert server.most_at_once == 1


def test_several_hosts_at_once(server: Server) -> None:
    """Names of one machine are several hosts, and are asked side by side."""
    ask([server.url("/slow", host) for host in ("127.0.0.1", "localhost")], Manners(pause=0.0, allow_local=True))
    assert server.most_at_once == 2


def test_robots_are_told_to_stay_away(server: Server) -> None:
    """What robots.txt keeps from programs is not asked for; all else is."""
    server.robots = "User-agent: *\nDisallow: /private/\n"
    found = ask([server.url("/private/page"), server.url("/page")])
    assert [each.verdict for each in found.values()] == ["not asked", "ok"]
    assert "robots.txt" in found[server.url("/private/page")].reason
    assert server.paths() == ["HEAD /page"]


def test_robots_ask_for_a_longer_pause(server: Server) -> None:
    """A server that wants more time between requests gets it."""
    server.robots = "User-agent: *\nCrawl-delay: 1\n"
    ask([server.url("/a"), server.url("/b")])
    first, second = (at for _, path, _, at in server.asked if path in {"/a", "/b"})
    assert second - first >= 0.95


def test_a_host_that_cannot_be_reached_is_tried_once() -> None:
    """Its other links are not waited for one by one."""
    port = free_port()
    found = ask([f"http://127.0.0.1:{port}/{number}" for number in range(50)], Manners(pause=0.3, allow_local=True))
    assert {each.verdict for each in found.values()} == {"unsure"}
