"""Test reading text files: whatever is wrong with one is a finding, never an exception."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.textfile import SIZE_LIMIT, load_text
from charterpress.findings import Finding


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a file that is not there yet."""
    return tmp_path / "some.yml"


def refused(path: Path) -> Finding:
    """Return the one reason why a file has no text."""
    file = load_text(path)
    assert file.text is None
    (finding,) = file.findings
    assert finding.file == path
    assert finding.hint
    return finding


@pytest.mark.parametrize("text", ["", "title: One\n", "title: ایک\n", "title: 👪 Teulu ŵ\r\n"])
def test_text_is_kept(path: Path, text: str) -> None:
    """UTF-8 is read as it is, line ends included."""
    path.write_bytes(text.encode("utf-8"))
    file = load_text(path)
    assert (file.text, file.findings) == (text, ())


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"caf\xe9\n", 1, 4),
        (b"title: One\nsummary: caf\xe9 \xe8\n", 2, 13),
        ("title: siân\nname: siâ".encode() + b"\xf1\n", 2, 10),
        (b"\xff", 1, 1),
        (b"a\xc3", 1, 2),
        (b"\xed\xa0\x80", 1, 1),
        (b"\xc0\xaf", 1, 1),
    ],
)
def test_another_encoding(path: Path, raw: bytes, line: int, column: int) -> None:
    """A file in Latin-1, or with broken UTF-8, is refused with the line and column of the first wrong byte."""
    path.write_bytes(raw)
    finding = refused(path)
    assert (finding.rule, finding.line, finding.column) == ("not-utf-8", line, column)
    assert "Latin-1" in finding.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings(path: Path, encoding: str) -> None:
    """A file in UTF-16 or UTF-32, with a mark or without, gets one finding and not one a letter."""
    path.write_text("title: One\n", encoding=encoding)
    finding = refused(path)
    assert (finding.rule, finding.line) == ("not-utf-8", 1)
    assert finding.hint == "Save it again with the encoding UTF-8."


def test_byte_order_mark(path: Path) -> None:
    """A byte order mark is named, since nobody can see it."""
    path.write_bytes(codecs.BOM_UTF8 + b"title: One\n")
    finding = refused(path)
    assert (finding.rule, finding.line, finding.column) == ("byte-order-mark", 1, 1)
    assert "byte order mark" in finding.hint


def test_a_very_large_file(path: Path) -> None:
    """A file of 50 MB is refused by its size; the message says how large it is and how large it may be."""
    path.touch()
    os.truncate(path, 50_000_000)
    finding = refused(path)
    assert finding.rule == "file-too-large"
    assert "50,000,000 bytes; the limit is 1,000,000" in finding.message


@pytest.mark.parametrize(("size", "read"), [(SIZE_LIMIT, True), (SIZE_LIMIT + 1, False)])
def test_the_limit(path: Path, size: int, *, read: bool) -> None:
    """A file may have just as many bytes as the limit says."""
    path.write_bytes(b"#" * size)
    assert (load_text(path).text is not None) is read


def test_another_limit(path: Path) -> None:
    """The limit can be set for files of another kind."""
    path.write_bytes(b"12345")
    assert load_text(path, size_limit=5).text == "12345"
    assert load_text(path, size_limit=4).text is None


def make_folder(path: Path) -> None:
    """Make a folder that is named like a file."""
    path.mkdir()


def make_pipe(path: Path) -> None:
    """Make a pipe that nobody writes to."""
    os.mkfifo(path)


def make_circle(path: Path) -> None:
    """Make a link that leads to itself; no user may read it, not even root."""
    path.symlink_to(path.name)


def make_broken_link(path: Path) -> None:
    """Make a link to a file that is gone."""
    path.symlink_to("gone.yml")


def make_nothing(path: Path) -> None:
    """Delete a file after it was found."""
    path.touch()
    path.unlink()


@pytest.mark.parametrize("make", [make_folder, make_pipe, make_circle, make_broken_link, make_nothing])
def test_what_cannot_be_read(path: Path, make: Callable[[Path], None]) -> None:
    """A folder, a pipe, a file that cannot be opened and one that has vanished are refused, and nothing waits."""
    make(path)
    finding = refused(path)
    assert (finding.rule, finding.line) == ("file-unreadable", 1)


def test_the_reason_is_named(path: Path) -> None:
    """The system's own reason is part of the message."""
    assert refused(path).message == f"the file cannot be read: {os.strerror(2)}"
