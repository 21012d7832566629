"""Make what goes to the print shop beside a press PDF: certificate, job ticket and fold proof."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from charterpress.preflight.certificate import render_html, render_json
from charterpress.preflight.companions import is_ticket, paper_names
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
    names = paper_names(done.file.stem, len(proofs))
    page, data = render_html(done, printer).encode(), render_json(done, printer).encode()
    others = dict(
        zip(
            (name for name in names if not is_ticket(name)),
            (page, data, set_ticket(done, printer, job), *proofs),
            strict=True,
        )
    )
    ticket = render_ticket(done, printer, job, {name: sha256(file).hexdigest() for name, file in others.items()})
    return {name: others.get(name, ticket.encode()) for name in names}
