"""Whatever a file is, the answer is findings, and it comes soon."""

from __future__ import annotations

import random
import time
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from charterpress.preflight import guarded, streams
from charterpress.preflight.guarded import preflight_file
from charterpress.preflight.operators import interpreter
from charterpress.preflight.outcome import Outcome
from charterpress.preflight.printers import Printer
from charterpress.processes import alone

Make = Callable[..., bytes]
Found = Callable[..., dict[str, list[Any]]]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "this is no PDF"),
        (b"PK\x03\x04 a letter", "this is no PDF"),
        (b"%PDF-1.6\n", "damaged and can't be read"),
        (b"%PDF-1.6\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF", "damaged"),
        (b"%PDF-1.6\n" + b"[" * 100_000, "damaged"),
    ],
)
def test_no_pdf(found: Found, fly: Callable[..., Any], data: bytes, words: str) -> None:
    """What is no PDF, or the start of one, is said to be that; no other check claims to have been made."""
    assert words in found(data)["print-unreadable"][0].message
    assert {check.outcome for check in fly(data).checks[1:]} == {Outcome.NOT_CHECKED}


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off(make: Make, found: Found, share: float) -> None:
    """A file that lost its end on its way is found."""
    data = make()
    assert "print-unreadable" in found(data[: int(len(data) * share)])


def test_locks(make: Make, found: Found) -> None:
    """A file with a password is not read; one that is only locked against changes is read, and found."""
    locked = make(encryption=pikepdf.Encryption(owner="secret", user="secret", R=4))
    assert found(locked)["print-encrypted"][0].message == "the file is locked with a password"
    limited = make(encryption=pikepdf.Encryption(owner="secret", user="", R=4))
    assert found(limited)["print-encrypted"][0].message == "the file is encrypted"


@pytest.mark.parametrize("seed", range(40))
def test_broken_bytes(make: Make, fly: Callable[..., Any], seed: int) -> None:
    """Bytes that were changed at random never end in a stack trace."""
    chance = random.Random(seed)  # noqa: S311 - a test that must repeat
    data = bytearray(make(compress_streams=bool(seed % 2)))
    for _ in range(seed + 1):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert fly(bytes(data)).checks


def test_many_operators(make: Make, fly: Callable[..., Any]) -> None:
    """A hundred thousand operators are followed within seconds, and a fault behind them is found."""
    started = time.process_time()
    done = fly(make("0 0 1 1 re f " * 50_000 + "1 0 0 rg 0 0 9 9 re f"))
    assert time.process_time() - started < 20
    assert {finding.rule for finding in done.findings} == {"print-colour"}
    [contents] = [check for check in done.checks if check.name == "contents"]
    assert contents.values["operators"] > 100_000


def test_too_many_operators(make: Make, found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit nothing is followed, and the certificate says that the rest is about a part only."""
    monkeypatch.setattr(interpreter, "MOST_OPERATORS", 200)
    [finding] = found(make("0 0 1 1 re f " * 500))["print-contents"]
    assert "more than 200 operators" in finding.message


def _forms(pdf: Pdf, depth: int, calls: int) -> None:
    """Let forms call the next one so often that together they would never end."""
    inner = pdf.make_stream(b"0 0 1 1 re f")
    inner.Subtype, inner.BBox = Name.Form, Array([0, 0, 1, 1])
    for _ in range(depth):
        outer = pdf.make_stream(b"/X Do " * calls)
        outer.Subtype, outer.BBox = Name.Form, Array([0, 0, 1, 1])
        outer.Resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(inner)))
        inner = outer
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=pdf.make_indirect(inner))


@pytest.mark.parametrize(
    ("depth", "calls", "words"), [(9, 10, "operators"), (40, 1, "deep in one another"), (20, 40, "operators")]
)
def test_forms_without_end(  # noqa: PLR0913, PLR0917 - fixtures
    make: Make, found: Found, monkeypatch: pytest.MonkeyPatch, depth: int, calls: int, words: str
) -> None:
    """Forms that multiply each other end at the limit."""
    monkeypatch.setattr(interpreter, "MOST_OPERATORS", 20_000)
    findings = found(make("/X Do", lambda pdf: _forms(pdf, depth, calls)))
    assert any(words in finding.message for finding in findings["print-contents"])


def test_a_form_that_calls_itself(make: Make, found: Found) -> None:
    """A form in itself is found, and followed once."""

    def change(pdf: Pdf) -> None:
        form = pdf.make_stream(b"/X Do 1 0 0 rg 0 0 9 9 re f")
        form.Subtype, form.BBox = Name.Form, Array([0, 0, 1, 1])
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)

    findings = found(make("/X Do", change))
    assert set(findings) == {"print-contents", "print-colour"}
    assert "a form calls itself" in findings["print-contents"][0].message


def test_a_stream_that_grows(make: Make, found: Found) -> None:
    """A stream that unpacks to more than any page needs is not unpacked."""

    def change(pdf: Pdf) -> None:
        packed = zlib.compress(b"0 0 1 1 re f " * (streams.LARGEST // 10))
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, packed, Filter=Name.FlateDecode)

    started = time.process_time()
    [finding] = found(make(change=change, compress_streams=False))["print-contents"]
    assert "too large to be looked at" in finding.message
    assert time.process_time() - started < 10


def test_a_stream_of_endless_words(make: Make, found: Found) -> None:
    """A stream of more words than any page needs is not read, so that it cannot fill the memory."""
    started = time.process_time()
    [finding] = found(make("q " * (streams.MOST_WORDS + 1)), marks="any")["print-contents"]
    assert "too large to be looked at" in finding.message
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "content",
    [
        "(a) Tj [(b) /C] TJ",
        "1 2 re f",
        "/a /b rg 0 0 9 9 re f",
        "1e400 0 0 1 0 0 cm 0 0 9 9 re f",
        "99999999999999999999999999999999999999999 0 0 1 0 0 cm 0 0 9 9 re f /X Do",
        "q " * 20_000,
        "Q Q Q",
        "BT ET ET <00> Tj 0 0 0 0 0 0 Tm /F 10 Tf <0001> Tj",
        "/F 0 Tf 3 Tc BT <0001> Tj ET",
        "/F 10 Tf BT <ffff> Tj <00> Tj ET",
        "/P gs /P Do /P sh /P scn",
        "BI /W 1 ID",
        ") ] >> {",
        "cs CS scn SCN gs Do sh Tf Tm Td Tr d cm re m l c k K",
    ],
)
def test_operators_that_make_no_sense(make: Make, fly: Callable[..., Any], content: str) -> None:
    """Wrong, missing and endless operands are passed over."""
    done = fly(make(content))
    assert not any("met something broken" in finding.message for finding in done.findings)


def test_wrong_resources(make: Make, fly: Callable[..., Any]) -> None:
    """Resources, boxes and lists of another kind than they should be break no check."""
    for key in ("Resources", "Annots", "TrimBox", "BleedBox", "Contents", "Group", "Rotate", "UserUnit"):
        for value in (Array([1]), Dictionary(A=1), Name.X, 7, True):
            done = fly(make(change=lambda pdf, key=key, value=value: pdf.pages[0].obj.__setitem__(f"/{key}", value)))
            assert done.checks
    for key in ("OutputIntents", "Names", "OpenAction", "OCProperties"):
        for value in (Array([1]), Dictionary(A=1), Name.X, 7):
            assert fly(make(change=lambda pdf, key=key, value=value: pdf.Root.__setitem__(f"/{key}", value))).checks


def test_a_file_is_looked_at_apart(make: Make, printer: Printer, tmp_path: Path) -> None:
    """A file on disk is looked at in a process of its own, with the same result."""
    path = tmp_path / "a leaflet.pdf"
    path.write_bytes(make("1 0 0 rg 0 0 9 9 re f"))
    done = preflight_file(path, "offset-coated", printer)
    assert [(finding.rule, finding.file) for finding in done.findings] == [("print-colour", path)]


def test_a_file_that_is_too_large(
    make: Make, printer: Printer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of more bytes than any leaflet is not read."""
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(make())
    monkeypatch.setattr(guarded, "LARGEST_FILE", 100)
    [finding] = preflight_file(path, "offset-coated", printer).findings
    assert "bytes; at most 100 are looked at" in finding.message


def test_a_file_that_needs_too_much_memory(
    make: Make, printer: Printer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that would fill the memory is given up, and that is a finding."""
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(make())
    # In place of the work on the file, something that takes far more than there may be.
    greedy = partial(bytes, 2 * guarded.MEMORY)
    monkeypatch.setattr(guarded, "alone", lambda _, seconds, memory: alone(greedy, seconds, memory))
    [finding] = preflight_file(path, "offset-coated", printer).findings
    assert "made its reader break down, or took too much memory" in finding.message


def test_a_file_that_takes_too_long(make: Make, printer: Printer, tmp_path: Path) -> None:
    """A file that holds up its reader is given up, and that is a finding."""
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(make("0 0 1 1 re f " * 100_000))
    started = time.process_time()
    [finding] = preflight_file(path, "offset-coated", printer, 0.05).findings
    assert "took more than 0.05 seconds" in finding.message
    assert time.process_time() - started < 10
