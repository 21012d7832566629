"""Tell what can be seen through in a PDF; whoever only may have to ask does not wait for what opens one."""

from __future__ import annotations

from io import BytesIO


def shining(data: bytes) -> tuple[str, ...]:
    """Return what lets things shine through on the pages of a PDF, by name; nothing where all of it is opaque."""
    import pikepdf  # noqa: PLC0415 - see above

    from charterpress.preflight.subject import take_apart  # noqa: PLC0415 - see above

    with pikepdf.open(BytesIO(data)) as pdf:
        pages = take_apart(pdf, data).pages
        return tuple(sorted({kind for page in pages for kind in page.painted.transparency}))
