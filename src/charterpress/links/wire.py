"""Send one request to another site, never to a machine inside the own network unless that is allowed."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from charterpress import __version__

USER_AGENT = f"charterpress/{__version__} (link check, asked for by an editor)"
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses as IPv6 ones (RFC 6052)."""
_KEPT = "/%:@!$&'()*+,;=~-._?"
ROBOT = "charterpress"
"""The name by which robots.txt may speak of us."""


class PrivateAddressError(Exception):
    """Refuse a host that is inside the own network, or that is this machine."""


class BadUrlError(Exception):
    """Refuse what is no web address."""


@dataclass(frozen=True)
class Answer:
    """Hold what a server said: its status, and the full address that it sends readers on to, if it does."""

    status: int
    location: str | None = None
    body: bytes = b""


@dataclass(frozen=True)
class Wire:
    """Send requests; each waits so many seconds at most for any word of the server."""

    timeout: float
    allow_local: bool = False

    def ask(self, method: str, url: str, *, most: int = 0) -> Answer:
        """Ask for an address and return the answer, with `most` bytes of its body.

        Raises what the network raises: OSError, ssl.SSLError, http.client.HTTPException; PrivateAddressError and
        BadUrlError for what is not asked at all.
        """
        parts = split_url(url)
        host, secure = str(parts.hostname), parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        connection = http.client.HTTPConnection(host, port, timeout=self.timeout)
        try:
            # The address that was looked at is the one that is asked: a name could mean another one a moment later.
            plain = self._connected(host, port)
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
            path = quote(parts.path or "/", safe=_KEPT)
            query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
            headers = {"User-Agent": USER_AGENT, "Accept": "*/*", "Connection": "close"}
            headers["Host"] = parts.netloc.rpartition("@")[2]
            connection.request(method, path + query, headers=headers)
            response = connection.getresponse()
            location = response.getheader("Location")
            return Answer(response.status, urljoin(url, location) if location else None, response.read(most))
        finally:
            connection.close()

    def _connected(self, host: str, port: int) -> socket.socket:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if not self.allow_local and not all(is_public(str(entry[4][0])) for entry in found):
            raise PrivateAddressError(host)
        failure: OSError | None = None
        for family, kind, protocol, _, address in found:
            plain = socket.socket(family, kind, protocol)
            plain.settimeout(self.timeout)
            try:
                plain.connect(address)
            except OSError as error:
                plain.close()
                failure = error
            else:
                return plain
        raise failure or OSError(host)


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open network; those that stand for an older one are that one."""
    where = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(where, ipaddress.IPv6Address):
        older = where.ipv4_mapped or where.sixtofour
        if where in _TRANSLATED:
            older = ipaddress.IPv4Address(int(where) & 0xFFFFFFFF)
        if older is not None:
            return is_public(str(older))
    return where.is_global and not where.is_multicast


def split_url(url: str) -> SplitResult:
    """Return the parts of a web address whose host can be asked."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        known, host = False, ""
    if not known:
        raise BadUrlError(url)
    authority = f"{host}:{parts.port}" if parts.port else host
    return parts._replace(netloc=f"[{host}]" if ":" in host else authority)
