"""Test the files that tell web servers how to serve a site, read as those servers read them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from charterpress.content.settings import Project
from charterpress.site.addresses import SiteMap
from charterpress.site.delivery.files import server_settings, write_delivery
from charterpress.site.delivery.headers import delivery_of

With = Callable[..., Project]
SITEMAP = SiteMap({}, "en", ("en", "cy", "ur"), "https://council.example/charters/")
FONT = "lexend-ef575b831c.woff2"
EVERY = ["netlify", "cloudflare", "azure", "apache", "nginx", "iis"]
ALWAYS = {
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of a site with a font."""
    folder = tmp_path / "built"
    (folder / "assets/fonts").mkdir(parents=True)
    (folder / f"assets/fonts/{FONT}").write_bytes(b"font")
    return folder


def write(project: Project, site: Path) -> dict[str, str]:
    """Return the files that are written, by their names."""
    assert list(write_delivery(project, SITEMAP, site)) == []
    found = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".woff2")
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in found}


def test_which_files_are_written(project_with: With, site: Path) -> None:
    """By default those of the most common hosts; the settings of nginx are no part of a site."""
    assert sorted(write(project_with(), site)) == [".htaccess", "_headers", "staticwebapp.config.json"]
    assert set(server_settings(project_with(), SITEMAP)) == {"nginx.conf"}
    assert server_settings(project_with(hosting=["iis"]), SITEMAP) == {}


def test_none_may_be_wanted(project_with: With, site: Path) -> None:
    """A site may be without any of them."""
    assert write(project_with(hosting=[]), site) == {}


def test_security_text_has_its_place(project_with: With, site: Path) -> None:
    """It stands in the folder with a dot where programs look for it."""
    security = {"contact": "security@council.example", "expires": "2027-10-01"}
    assert ".well-known/security.txt" in write(project_with(hosting=[], security=security), site)


def test_secure_connections_are_asked_for_where_there_are_some(project_with: With) -> None:
    """HSTS goes with an address that is https, and with no other: it would lock readers out."""
    https = dict(delivery_of(project_with(), SITEMAP, ()).headers)
    assert set(https) == {*ALWAYS, "Strict-Transport-Security"}
    for address in ("http://intranet.example/", None):
        assert set(dict(delivery_of(project_with(address), SITEMAP, ()).headers)) == ALWAYS


def test_every_server_sends_the_same_headers(project_with: With, site: Path) -> None:
    """Whatever a site is served by, its pages come with the same headers."""
    project = project_with(hosting=EVERY)
    wanted = dict(delivery_of(project, SITEMAP, ()).headers)
    files = {**write(project, site), **server_settings(project, SITEMAP)}
    cache = "Cache-Control"
    general = files["_headers"].partition("\n/assets")[0].split("\n")[2:]
    netlify = dict(line.strip().split(": ", 1) for line in general)
    azure = json.loads(files["staticwebapp.config.json"])["globalHeaders"]
    apache = dict(re.findall(r'^  Header always set (\S+) "([^"]*)"$', files[".htaccess"], re.MULTILINE))
    nginx = dict(re.findall(r'^add_header (\S+) "([^"]*)" always;$', files["nginx.conf"], re.MULTILINE))
    iis = {each.attrib["name"]: each.attrib["value"] for each in ET.fromstring(files["web.config"]).iter("add")}  # noqa: S314 - we wrote it
    azure.pop(cache)
    for server in (netlify, azure, apache, nginx, iis):
        assert server == wanted


def test_how_long_files_are_kept(project_with: With, site: Path) -> None:
    """A font is kept for a year, since another one has another name; a page for minutes."""
    project = project_with(hosting=EVERY)
    files = {**write(project, site), **server_settings(project, SITEMAP)}
    assert f"\n/assets/fonts/{FONT}\n  Cache-Control: public, max-age=31536000, immutable\n" in files["_headers"]
    azure = json.loads(files["staticwebapp.config.json"])
    (route,) = azure["routes"]
    assert (route["route"], azure["globalHeaders"]["Cache-Control"]) == (f"/assets/fonts/{FONT}", "public, max-age=300")
    assert "31536000" in route["headers"]["Cache-Control"]
    for name, pattern in ((".htaccess", r'<FilesMatch "(.*?)">'), ("nginx.conf", r'location ~ "(.*?)"')):
        (expression,) = re.findall(pattern, files[name])
        assert re.search(expression, FONT)
        assert not re.search(expression, "council-logo.woff2")
    assert "365.00:00:00" in files["web.config"]
    assert "0.00:05:00" in files["web.config"]


def test_lost_addresses_get_a_page_in_their_language(project_with: With, site: Path) -> None:
    """Below the folder of a language its own page is shown; addresses start where the site does on its host."""
    project = project_with()
    files = {**write(project, site), **server_settings(project, SITEMAP)}
    for name in (".htaccess", "nginx.conf"):
        assert "404 /charters/404.html" in files[name]
        assert "404 /charters/ur/404.html" in files[name]


def test_types_name_their_letters(project_with: With, site: Path) -> None:
    """Text and data are sent as UTF-8, fonts as fonts."""
    project = project_with(hosting=EVERY)
    files = write(project, site)
    kinds = json.loads(files["staticwebapp.config.json"])["mimeTypes"]
    assert (kinds[".txt"], kinds[".woff2"]) == ("text/plain; charset=utf-8", "font/woff2")
    assert "AddType font/woff2 .woff2" in files[".htaccess"]
    assert re.search(r"AddCharset utf-8 .*\.json .*\.txt", files[".htaccess"])
    ET.fromstring(files["web.config"])  # noqa: S314 - we wrote it


def test_a_file_of_your_own_stays(project_with: With, site: Path) -> None:
    """What a council has put into docs/ is published in place of ours, and noted; dotted files, too."""
    project = project_with()
    for name in ("_headers", ".htaccess"):
        (project.docs / name).write_text("mine\n", encoding="utf-8")
    notes = list(write_delivery(project, SITEMAP, site))
    assert [(each.rule, str(each.level), each.file) for each in notes] == [
        ("own-server-file", "note", project.docs / name) for name in ("_headers", ".htaccess")
    ]
    assert (site / "_headers").read_text("utf-8") == (site / ".htaccess").read_text("utf-8") == "mine\n"
