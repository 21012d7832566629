"""Name the files that stand beside a press PDF; who only names them need not wait for what makes them."""

from __future__ import annotations

MOST_PAGES = 8
"""How many pages of a file the fold proof draws; those of a booklet look alike."""


def proof_pages(pages: int) -> int:
    """Return how many pages the proof of a file with so many pages has."""
    return min(pages, MOST_PAGES)


def paper_names(stem: str, pages: int) -> tuple[str, ...]:
    """Return the names of the files beside a press PDF of so many pages; `stem` is its name without '.pdf'."""
    papers = ("preflight.html", "preflight.json", "job.json", "job.pdf")
    proofs = (f"proof-{number + 1}.png" for number in range(proof_pages(pages)))
    return tuple(f"{stem}.{ending}" for ending in (*papers, *proofs))


def is_ticket(name: str) -> bool:
    """Tell whether a file with this name is the job ticket for programs, which has the checksums of the others."""
    return name.endswith(".job.json")


def is_paper(name: str) -> bool:
    """Tell whether a PDF with this name is a job ticket, and no press PDF."""
    return name.endswith(".job.pdf")
