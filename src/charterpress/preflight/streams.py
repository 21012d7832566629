"""Read content streams once each, and none that would not end."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pikepdf

from charterpress.preflight.spaces import entry

LARGEST = 16_000_000
"""The most bytes a content stream may have when unpacked; real pages stay below a tenth of it."""
MOST_WORDS = 3_000_000
"""The most words, numbers and operators alike, that a content stream may have; each takes up memory when read."""
_CHUNK = 65_536

Instruction = tuple[str, tuple[object, ...]]


class TooLargeError(Exception):
    """Say that a stream is too large to be looked at."""


def unpacked_size(stream: pikepdf.Stream) -> int:
    """Return how many bytes a stream has when unpacked, counted to just over the most that is allowed."""
    filters = entry(stream, "/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    raw = stream.read_raw_bytes()
    if filters is None:
        return len(raw)
    if filters != pikepdf.Name.FlateDecode:
        return len(stream.read_bytes())
    unpacker = zlib.decompressobj()
    size, rest = 0, raw
    while rest and size <= LARGEST and not unpacker.eof:
        size += len(unpacker.decompress(rest, _CHUNK * 16))
        rest = unpacker.unconsumed_tail
    return size


def number_of(thing: pikepdf.Page | pikepdf.Object) -> tuple[int, int]:
    """Return the number of an object in its file, or (0, 0) where it has none of its own."""
    number, generation = thing.objgen
    return int(number), int(generation)


class Streams:
    """Keep the instructions of the streams that a document uses more than once."""

    def __init__(self) -> None:
        """Start with none."""
        self._kept: dict[tuple[int, int], list[Instruction]] = {}

    def instructions(self, holder: pikepdf.Page | pikepdf.Stream) -> list[Instruction]:
        """Return the instructions of a page or of a form; raise an error where it is too large or broken."""
        key = number_of(holder)
        if key in self._kept:
            return self._kept[key]
        parts = list(_parts(holder))
        if sum(unpacked_size(part) for part in parts) > LARGEST:
            raise TooLargeError
        if sum(_words_in(part) for part in parts) > MOST_WORDS:
            raise TooLargeError
        found: list[Instruction] = []
        for each in pikepdf.parse_content_stream(holder):
            inline = isinstance(each, pikepdf.ContentStreamInlineImage)
            found.append((str(each.operator), (each,) if inline else tuple(each.operands)))
        if key != (0, 0):
            self._kept[key] = found
        return found


def _words_in(part: pikepdf.Stream) -> int:
    """Return about how many words a stream has, quickly: by what stands between them, or opens them."""
    data = part.read_bytes()
    return sum(map(data.count, (b" ", b"\n", b"\r", b"\t", b"\0", b"\f", b"(", b"<", b"[", b"/")))


def _parts(holder: pikepdf.Page | pikepdf.Stream) -> Iterator[pikepdf.Stream]:
    contents = holder.obj.get("/Contents") if isinstance(holder, pikepdf.Page) else holder
    if isinstance(contents, pikepdf.Array):
        for part in contents:
            if isinstance(part, pikepdf.Stream):
                yield part
    elif isinstance(contents, pikepdf.Stream):
        yield contents
