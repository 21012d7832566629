"""Make what goes to the print shop beside a press PDF: certificate, job ticket and fold proof."""

from __future__ import annotations

from collections.abc import Mapping

from charterpress.preflight.certificate import render_html, render_json
from charterpress.preflight.companions import paper_names
from charterpress.preflight.outcome import Preflight
from charterpress.preflight.printers import Printer
from charterpress.preflight.proof import draw_proof
from charterpress.preflight.ticket import Job, render_ticket
from charterpress.preflight.ticketpage import set_ticket


def papers_of(done: Preflight, printer: Printer, job: Job, pdf: bytes) -> Mapping[str, bytes]:
    """Return the files that stand beside a press PDF, by name; `done` is the preflight of just this PDF.

    Typst sets some of them, so this runs where leaflets are set: not in a process that is to be copied.
    """
    # Where there is nothing to fold, the file itself shows what there is to see.
    proofs = draw_proof(done, printer, job, pdf) if job.holds == "sheets" else ()
    texts = (render_html(done, printer), render_json(done, printer), render_ticket(done, printer, job))
    files = (*(text.encode() for text in texts), set_ticket(done, printer, job), *proofs)
    return dict(zip(paper_names(done.file.stem, len(proofs)), files, strict=True))
