"""Ask for each link once, politely: one request at a time for each host, with a pause, as its robots.txt lets us."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from charterpress.links.wire import ROBOT, Answer, BadUrlError, PrivateAddressError, Wire

PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
GONE = frozenset({404, 410})
NO_HOST = "there is no host of this name"
_TOO_MANY = 429
_FAULT = 400
_LONGEST_PAUSE = 10.0
_ROBOTS_BYTES = 200_000


class Verdict(StrEnum):
    """Say what is known of a link: only a `BROKEN` one must be mended."""

    OK = "ok"
    MOVED = "moved"
    UNSURE = "unsure"
    BROKEN = "broken"
    NOT_ASKED = "not asked"


@dataclass(frozen=True)
class Outcome:
    """Hold what asking for a link gave: the last status, a reason in plain words, and the address at the end."""

    verdict: Verdict
    reason: str = ""
    status: int | None = None
    final: str | None = None


@dataclass(frozen=True)
class Manners:
    """Set how politely links are asked for; times are in seconds, `hosts` are asked at once."""

    hosts: int = 8
    pause: float = 1.0
    timeout: float = 15.0
    redirects: int = 3
    allow_local: bool = False


@dataclass
class _Host:
    """Keep the requests to a host apart."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    free: float = 0.0
    pause: float = 0.0
    robots: RobotFileParser | None = None
    failure: Exception | None = None


def ask_all(urls: Iterable[str], manners: Manners, told: Callable[[str, Outcome], None]) -> Mapping[str, Outcome]:
    """Ask for every address and return what each gave; `told` hears of each as it is known."""
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(_origin(url), []).append(url)
    asker = Asker(manners)
    outcomes: dict[str, Outcome] = {}

    def ask_host(of_host: list[str]) -> None:
        for url in of_host:
            outcomes[url] = asker.outcome(url)
            told(url, outcomes[url])

    with ThreadPoolExecutor(max(1, manners.hosts)) as team:
        for done in [team.submit(ask_host, of_host) for of_host in by_host.values()]:
            done.result()
    return outcomes


class Asker:
    """Ask for links one at a time for each host, from however many threads."""

    def __init__(self, manners: Manners) -> None:
        """Start with no host known."""
        self._manners = manners
        self._wire = Wire(manners.timeout, manners.allow_local)
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def outcome(self, url: str) -> Outcome:
        """Return what asking for an address gives, whatever goes wrong."""
        try:
            return self._followed(url)
        except (OSError, http.client.HTTPException, BadUrlError, PrivateAddressError) as error:
            return _failed(error, self._manners.timeout)

    def _followed(self, url: str) -> Outcome:
        here, permanent = url, True
        for hops in range(self._manners.redirects + 1):
            if not self._allowed(here):
                return Outcome(Verdict.NOT_ASKED, "its robots.txt asks programs to stay away")
            answer = self._asked(here)
            if answer.status not in REDIRECTS or answer.location is None:
                return _judged(answer, here, moved=hops > 0 and permanent, final=here if hops else None)
            permanent = permanent and answer.status in PERMANENT
            here = answer.location.partition("#")[0]
        reason = f"it sends readers on more than {self._manners.redirects} times"
        return Outcome(Verdict.UNSURE, reason, final=here)

    def _asked(self, url: str) -> Answer:
        """Ask with HEAD, which sends no page; where a server does not take that, with GET."""
        answer = self._polite(url, "HEAD")
        return answer if answer.status < _FAULT or answer.status == _TOO_MANY else self._polite(url, "GET")

    def _polite(self, url: str, method: str, most: int = 0) -> Answer:
        host = self._host(url)
        with host.lock:
            time.sleep(max(0.0, host.free - time.monotonic()))
            try:
                return self._wire.ask(method, url, most=most)
            finally:
                host.free = time.monotonic() + max(self._manners.pause, host.pause)

    def _host(self, url: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(_origin(url), _Host())

    def _allowed(self, url: str) -> bool:
        """Tell whether the robots.txt of a host lets us ask; one that cannot be had forbids nothing."""
        host = self._host(url)
        if host.failure is not None:
            raise host.failure
        if host.robots is None:
            parser = RobotFileParser()
            try:
                answer = self._polite(f"{_origin(url)}/robots.txt", "GET", _ROBOTS_BYTES)
            except (OSError, http.client.HTTPException) as error:
                # What cannot be reached is not tried once more for each of its pages.
                host.failure = error
                raise
            for _ in range(self._manners.redirects):
                if answer.status in REDIRECTS and answer.location is not None:
                    answer = self._robots_at(answer.location)
            found = answer.body.decode("utf-8", "replace") if answer.status < _FAULT else ""
            parser.parse(found.splitlines())
            delay = parser.crawl_delay(ROBOT)
            host.pause = min(float(delay or 0), _LONGEST_PAUSE)
            host.robots = parser
        return host.robots.can_fetch(ROBOT, url)

    def _robots_at(self, url: str) -> Answer:
        """Return a robots.txt that stands elsewhere; one that cannot be had there forbids nothing."""
        try:
            return self._polite(url, "GET", _ROBOTS_BYTES)
        except (OSError, http.client.HTTPException, BadUrlError, PrivateAddressError):
            return Answer(_FAULT)


def _failed(error: Exception, timeout: float) -> Outcome:
    """Return what is known of a link whose server gave no answer."""
    verdict = Verdict.UNSURE
    match error:
        case BadUrlError():
            verdict, reason = Verdict.BROKEN, "it is no web address"
        case PrivateAddressError():
            verdict, reason = Verdict.NOT_ASKED, "it leads into a private network, where readers cannot follow"
        case socket.gaierror() if error.errno == socket.EAI_AGAIN:
            reason = "its name could not be looked up just now"
        case socket.gaierror():
            verdict, reason = Verdict.BROKEN, NO_HOST
        case ssl.SSLError():
            reason = f"no safe connection could be made ({_words_of(error)})"
        case TimeoutError():
            reason = f"no answer within {timeout:g} seconds"
        case _:
            reason = f"the connection failed ({_words_of(error)})"
    return Outcome(verdict, reason)


def _judged(answer: Answer, url: str, *, moved: bool, final: str | None) -> Outcome:
    found = Outcome(Verdict.OK, "", answer.status, final)
    if answer.status in GONE:
        return replace(found, verdict=Verdict.BROKEN, reason=f"there is no such page ({answer.status})")
    if answer.status >= _FAULT:
        return replace(found, verdict=Verdict.UNSURE, reason=f"the server answers {answer.status}: {_meaning(answer)}")
    return replace(found, verdict=Verdict.MOVED, reason=f"it has moved to {url}") if moved else found


def _meaning(answer: Answer) -> str:
    return http.client.responses.get(answer.status, "an unknown status").lower()


def _origin(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"


def _words_of(error: BaseException) -> str:
    return str(getattr(error, "reason", None) or getattr(error, "strerror", None) or error or type(error).__name__)
