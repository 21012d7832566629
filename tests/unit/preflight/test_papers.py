"""The papers beside a press PDF are named alike, and are there all at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from charterpress.preflight.companions import is_paper, is_ticket, paper_names, proof_pages
from charterpress.preflight.papers import papers_of
from charterpress.preflight.printers import Printer
from charterpress.preflight.ticket import Job

KINDS = {"html": b"<!doctype html>", "json": b"{", "pdf": b"%PDF-", "png": b"\x89PNG"}


def test_all_papers(make: Callable[..., bytes], fly: Callable[..., Any], printer: Printer) -> None:
    """Certificate, ticket and a proof a page have the names that the pack looks for, and are what they say."""
    pdf = make()
    done = fly(pdf)
    papers = papers_of(done, printer, Job("Charter", "en", "ltr", "1"), pdf)
    assert tuple(papers) == paper_names("leaflet", 2)
    assert len(papers) == 6
    for name, data in papers.items():
        assert data.startswith(KINDS[name.rpartition(".")[2]]), name
    for name in ("leaflet.preflight.json", "leaflet.job.json"):
        assert json.loads(papers[name])["sha256"] == done.sha256
    sums = {name: sha256(data).hexdigest() for name, data in papers.items() if not is_ticket(name)}
    assert json.loads(papers["leaflet.job.json"])["beside_sha256"] == sums
    assert papers == papers_of(done, printer, Job("Charter", "en", "ltr", "1"), pdf)


def test_names() -> None:
    """Of a long file eight pages are drawn; the job ticket is told from press PDFs by its name."""
    assert [proof_pages(pages) for pages in (1, 8, 40)] == [1, 8, 8]
    assert paper_names("a.en.x", 40)[-1] == "a.en.x.proof-8.png"
    assert [name for name in (*paper_names("a.en.x", 2), "a.en.x.pdf") if is_paper(name)] == ["a.en.x.job.pdf"]
