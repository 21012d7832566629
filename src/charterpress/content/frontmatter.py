"""Part a Markdown page from the settings on top of it."""

from __future__ import annotations


def without_front_matter(text: str) -> tuple[int, str]:
    """Return how many lines the settings at the top of a page take, and the rest."""
    lines = text.split("\n")
    if lines[0].strip() == "---" and "---" in (rest := [line.strip() for line in lines[1:]]):
        end = rest.index("---") + 2
        return end, "\n".join(lines[end:])
    return 0, text
