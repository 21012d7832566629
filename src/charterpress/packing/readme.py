"""Write the few lines that tell a print shop what is in a zip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charterpress.packing.printed import Checked

README = "README.txt"


def readme_of(one: Checked) -> str:
    """Return the text for a zip with one leaflet."""
    return "\n".join(_about(one, "")) + "\n"


def readme_of_all(ready: Iterable[Checked]) -> str:
    """Return the text for a zip with several leaflets, each in the folder of its language."""
    parts = ["\n".join(_about(one, f"{one.printed.language}/")) for one in ready]
    number = "1 leaflet" if len(parts) == 1 else f"{len(parts)} leaflets"
    return f"{number} for print\n\n" + "\n\n\n".join(parts) + "\n"


def _about(one: Checked, folder: str) -> Iterator[str]:
    ticket = one.ticket
    stem = folder + one.printed.path.stem
    yield f"{ticket.get('title')} ({ticket.get('language_name')})"
    yield ""
    if ticket.get("opens_from"):
        yield f"This leaflet opens from the {ticket['opens_from']}."
    pages = ticket.get("pages")
    yield f"{stem}.pdf: print this file, at 100 %, {pages} {'page' if pages == 1 else 'pages'}."
    yield f"{stem}.job.pdf: the job ticket: paper, fold, sizes. Quantity and address are filled in by who orders."
    if any(path.suffix == ".png" for path in one.papers):
        yield f"{stem}.proof-1.png and so on: the fold proof. It shows cut, folds and panels, not the colours."
    yield f"{stem}.preflight.html: the certificate: what was checked, and what was not."
    yield f"{stem}.job.json, {stem}.preflight.json: the same for programs."
    yield f"SHA-256 of the PDF: {ticket.get('sha256')}"
    yield "Please send a proof before you print the run."
