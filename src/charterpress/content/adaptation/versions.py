"""Judge versions of charters: whether one can be named in an adaptation, and which of two is the older one."""

from __future__ import annotations

import re

VERSION = r"[A-Za-z0-9][A-Za-z0-9._+-]{0,39}"
"""The form of a version that can stand behind the '@' of an adaptation, and in the name of a file."""

FORM = "Ask its publisher for a short version of letters, digits, dots and hyphens, such as 1.2."
"""What to do about a version that does not have this form."""

_NUMBERS = re.compile(r"\d+([.-]\d+)*")


def can_be_named(version: str) -> bool:
    """Tell whether an adaptation can name a version."""
    return re.fullmatch(VERSION, version) is not None


def is_older(one: str, other: str) -> bool:
    """Tell whether a version comes before another: 1.9 before 1.10, 2026-01 before 2026-02.

    Of versions with anything but numbers in them nobody can tell.
    """
    if not (_NUMBERS.fullmatch(one) and _NUMBERS.fullmatch(other)):
        return False
    return _counted(one) < _counted(other)


def _counted(version: str) -> tuple[int, ...]:
    # 1.0 and 1 are the same.
    numbers = [int(number) for number in re.split(r"[.-]", version)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
