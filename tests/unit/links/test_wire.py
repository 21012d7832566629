"""Know which addresses are open to everybody, and which addresses can be asked at all."""

from __future__ import annotations

import pytest

from charterpress.links.wire import BadUrlError, is_public, split_url


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "64:ff9b::5db8:d70e", "::ffff:93.184.215.14"])
def test_open_addresses(address: str) -> None:
    """Readers can come there."""
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
        "255.255.255.255",
        "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    """No reader can come there, whatever way they are written."""
    assert not is_public(address)


def test_hosts_in_other_scripts() -> None:
    """A name is asked for in the letters that the network knows."""
    assert split_url("https://bücher.example:8443/a").netloc == "xn--bcher-kva.example:8443"


@pytest.mark.parametrize("url", ["ftp://a.example/", "http://", "http://a.example:99999/", "http://[::1", "words"])
def test_what_cannot_be_asked(url: str) -> None:
    """These are no web addresses."""
    with pytest.raises(BadUrlError):
        split_url(url)
