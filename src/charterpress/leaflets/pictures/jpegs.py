"""Take out of JPEG files what is not the picture."""

from __future__ import annotations

from collections.abc import Iterator

_COMMENT, _SCAN, _END, _FILL = 0xFE, 0xDA, 0xD9, 0xFF
_APPLICATION = range(0xE0, 0xF0)
_JFIF, _ADOBE = 0xE0, 0xEE
_IN_A_SCAN = frozenset({0x00, *range(0xD0, 0xD8)})
"""What follows 0xFF inside a scan without ending it (ITU-T T.81, B.1.1.5 and B.2.1)."""


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without camera, place, comment, profile, or a second picture behind the first."""
    kept = bytearray(data[:2])
    for marker, segment in _segments(data):
        # Two of the application segments say how the picture is to be read.
        if marker != _COMMENT and (marker not in _APPLICATION or marker in {_JFIF, _ADOBE}):
            kept += segment
    return bytes(kept)


def is_turned(data: bytes) -> bool:
    """Tell whether the inks of a CMYK JPEG are turned around, as Adobe's programs write them."""
    return any(marker == _ADOBE for marker, _ in _segments(data))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 2
    while at + 2 <= len(data):
        marker = data[at + 1]
        if marker == _FILL:
            at += 1
            continue
        if marker == _END:
            yield marker, data[at : at + 2]
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    while (at := data.find(b"\xff", at)) >= 0:
        if at + 1 < len(data) and data[at + 1] not in _IN_A_SCAN:
            return at
        at += 1
    return len(data)
