"""A certificate says what was checked and what was not, and promises nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from charterpress import __version__
from charterpress.preflight.certificate import render_html, render_json, render_text, write_certificate
from charterpress.preflight.preflight import CHECKS, TITLES
from charterpress.preflight.printers import Printer

Make = Callable[..., bytes]
Fly = Callable[..., Any]


def test_json(make: Make, fly: Fly, printer: Printer) -> None:
    """The certificate for programs has the file, its checksum, the profile, and each check with its values."""
    data = make("1 0 0 rg 0 0 9 9 re f")
    said = json.loads(render_json(fly(data), printer))
    assert said["file"] == "leaflet.pdf"
    assert said["sha256"] == sha256(data).hexdigest()
    assert said["bytes"] == len(data)
    assert (said["profile"], said["charterpress"], said["errors"]) == ("offset-coated", __version__, True)
    assert said["profile_values"]["ink_limit"] == 300
    checks = {check["name"]: check for check in said["checks"]}
    assert set(CHECKS) < set(checks)
    assert {check["outcome"] for check in said["checks"]} == {"passed", "found", "not checked"}
    assert checks["colours"]["findings"][0]["message"] == "page 1: area in DeviceRGB, not in CMYK"
    assert checks["ink"]["values"]["limit"] == "300 %"
    assert all(check["not_checked"] for check in said["checks"] if check["outcome"] == "not checked")


def test_html(make: Make, fly: Fly, printer: Printer) -> None:
    """The certificate for people shows every check and every finding, as text only."""
    done = fly(make("1 0 0 rg 0 0 9 9 re f"))
    html = render_html(done, printer)
    assert "Checked for Offset printing on coated paper (offset-coated): 16 of 18 checks were made; 1 error." in html
    assert "page 1: area in DeviceRGB, not in CMYK" in html
    assert done.sha256 in html
    assert "<script" not in html
    for check in done.checks:
        assert check.title in html


def test_names_from_the_file_are_text(make: Make, fly: Fly, printer: Printer) -> None:
    """What a file says of itself cannot become markup."""

    def change(pdf: Any) -> None:  # noqa: ANN401 - a PDF
        pdf.Root.OutputIntents[0].OutputConditionIdentifier = "<script>alert(1)</script>"

    html = render_html(fly(make(change=change)), printer)
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def test_no_promise(make: Make, fly: Fly, printer: Printer) -> None:
    """No certificate says that a file conforms: the word stands only where it is denied."""
    done = fly(make())
    for text in (render_html(done, printer), render_json(done, printer), render_text(done, printer)):
        bare = text.replace("It does not say that the file conforms to a standard", "")
        assert "conform" not in bare.lower()
        assert "compliant" not in bare.lower()
        assert "Checked for" in bare


def test_the_same_file_gives_the_same_certificate(make: Make, fly: Fly, printer: Printer, tmp_path: Path) -> None:
    """Two runs write the same bytes, under names that follow the file's."""
    for folder in ("one", "two"):
        written = write_certificate(fly(make("1 0 0 rg 0 0 9 9 re f")), printer, tmp_path / folder)
        assert [path.name for path in written] == ["leaflet.preflight.html", "leaflet.preflight.json"]
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_file_that_cannot_be_read(fly: Fly, printer: Printer) -> None:
    """A certificate of a file that can't be read says of each other check that it was not made."""
    text = render_text(fly(b"a letter"), printer)
    assert "1 of 18 checks were made; 1 error" in text
    assert text.count("(the file can't be read)") == len(TITLES)
