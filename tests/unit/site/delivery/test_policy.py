"""Test what the policy of a site lets through, in its own words and against what pages ask for."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pytest

from charterpress.content.settings import Project
from charterpress.site.delivery.asks import AT_A_TAG, Ask
from charterpress.site.delivery.obeying import allows
from charterpress.site.delivery.policy import policy_of, with_policy
from charterpress.site.facts import page_facts

With = Callable[..., Project]
SITE = "https://council.example/charters/"


def asked(html: str) -> list[tuple[str, str]]:
    """Return what a page asks for: the directive that rules it, and the source."""
    return [(ask.directive, ask.source) for ask in page_facts("index.html", html).asks]


def test_a_site_loads_its_own_files_only(project_with: With) -> None:
    """Nothing is let through by default; no directive allows what stands in a page, or evaluates words."""
    policy = policy_of(project_with())
    assert policy.in_pages.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert policy.in_pages.endswith("; form-action 'self'; base-uri 'none'")
    assert "unsafe" not in policy.in_headers
    assert "http" not in policy.in_pages
    assert policy.sources("object-src") == ()


def test_what_only_servers_can_say(project_with: With) -> None:
    """A page cannot say who may frame it; that requests are made secure is said where the site is."""
    policy = policy_of(project_with())
    assert "frame-ancestors" not in policy.in_pages
    assert policy.in_headers == f"{policy.in_pages}; frame-ancestors 'none'; upgrade-insecure-requests"
    assert "upgrade" not in policy_of(project_with("http://intranet.example/")).in_headers
    assert "upgrade" not in policy_of(project_with(None)).in_headers


def test_settings_add_sources(project_with: With) -> None:
    """A host that is allowed stands behind our own files, a hash in quotation marks; forms are let go only there."""
    script = f"sha256-{b64encode(sha256(b'x').digest()).decode()}"
    allow = {"img": ["https://maps.example"], "form": ["https://post.example"], "script": [script]}
    policy = policy_of(project_with(security={"allow": allow}))
    assert policy.sources("img-src") == ("'self'", "data:", "https://maps.example")
    assert policy.sources("form-action") == ("'self'", "https://post.example")
    assert policy.sources("script-src") == ("'self'", f"'{script}'")
    assert allows(policy, Ask("script-src", script, ""), SITE)
    assert not allows(policy, Ask("style-src", script, ""), SITE)


@pytest.mark.parametrize(
    "start",
    [
        "<html><head><meta charset='utf-8'>",
        '<html><head>\n  <meta charset="utf-8">',
        "<html><head><meta charset=utf-8 />",
    ],
)
def test_the_policy_stands_first(project_with: With, start: str) -> None:
    """It comes before all that it rules, once, and after what tells the characters."""
    page = with_policy(
        f"{start}<title>x</title></head><body><meta charset='utf-8'></body></html>", policy_of(project_with())
    )
    assert page.startswith(f'{start}<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ')
    assert page.count("Content-Security-Policy") == 1
    bare = with_policy("<html><head><script></script></head></html>", policy_of(project_with()))
    assert bare.index("Content-Security-Policy") < bare.index("<script>")


@pytest.mark.parametrize(
    ("html", "directive", "source"),
    [
        ("<script src=a.js></script>", "script-src", "a.js"),
        ('<SCRIPT SRC="https://x.example/a.js"></SCRIPT>', "script-src", "https://x.example/a.js"),
        ("<link rel='stylesheet preload' href=a.css>", "style-src", "a.css"),
        ("<link rel=icon href=a.svg>", "img-src", "a.svg"),
        ("<link rel=preload as=font href=a.woff2 crossorigin>", "font-src", "a.woff2"),
        ("<img src=a.png>", "img-src", "a.png"),
        ("<video poster=a.png></video>", "img-src", "a.png"),
        ("<audio src=a.mp3></audio>", "media-src", "a.mp3"),
        ("<iframe src=a.html></iframe>", "frame-src", "a.html"),
        ("<object data=a.pdf></object>", "object-src", "a.pdf"),
        ("<form action=send></form>", "form-action", "send"),
        ("<button formaction=send>x</button>", "form-action", "send"),
        ("<base href=/x/>", "base-uri", "/x/"),
        ("<p style='color:red'>x</p>", "style-src", AT_A_TAG),
        ("<p onclick='go()'>x</p>", "script-src", AT_A_TAG),
        ("<a href=' javascript:go()'>x</a>", "script-src", AT_A_TAG),
    ],
)
def test_what_a_tag_asks_for(html: str, directive: str, source: str) -> None:
    """Each tag that makes a browser load, run or send something is seen."""
    assert asked(html) == [(directive, source)]


def test_pictures_of_several_sizes() -> None:
    """Each address of a list of pictures is asked for."""
    assert asked('<img srcset="a.png 1x, https://x.example/b.png 2x">') == [
        ("img-src", "a.png"),
        ("img-src", "https://x.example/b.png"),
    ]


def test_what_stands_in_a_page() -> None:
    """A script or style in a page is named by the hash of its text; data for other programs is no script."""
    words = "\n  go('ŷ')\n"
    digest = b64encode(sha256(words.encode()).digest()).decode()
    assert asked(f"<script>{words}</script>") == [("script-src", f"sha256-{digest}")]
    assert asked(f"<style>{words}</style>") == [("style-src", f"sha256-{digest}")]
    assert asked('<script type="application/ld+json">{}</script><!-- <script>go()</script> -->') == []
    assert asked("<a href='https://x.example/'>x</a><textarea><img src=a.png></textarea>") == []


@pytest.mark.parametrize(
    ("source", "allowed"),
    [
        ("../a.png", True),
        ("/a.png", True),
        ("https://council.example/other/a.png", True),
        ("//council.example/a.png", True),
        ("data:image/png;base64,AAAA", True),
        ("https://maps.example/a.png", True),
        ("HTTPS://MAPS.example/a.png", True),
        ("//maps.example/a.png", True),
        ("https://a.tiles.example/a.png", True),
        ("https://files.example/open/a.png", True),
        ("https://files.example/closed/a.png", False),
        ("https://tiles.example/a.png", False),
        ("https://nottiles.example/a.png", False),
        ("http://maps.example/a.png", False),
        ("https://maps.example.evil.example/a.png", False),
        ("blob:https://council.example/1", False),
        ("https://[", False),
    ],
)
def test_what_is_let_through(project_with: With, source: str, *, allowed: bool) -> None:
    """Own files, and those of a host, of the hosts below one, or of a folder of a host; all others are not."""
    hosts = ["https://maps.example", "https://*.tiles.example", "https://files.example/open/"]
    policy = policy_of(project_with(security={"allow": {"img": hosts}}))
    assert allows(policy, Ask("img-src", source, source), SITE) is allowed
