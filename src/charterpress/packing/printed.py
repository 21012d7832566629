"""Find the press PDFs that a build left, and say whether they and what stands beside them are still as checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from charterpress.findings import Finding
from charterpress.preflight.companions import is_paper, is_ticket, paper_names

AGAIN = "Run `charterpress build` again."


@dataclass(frozen=True)
class Printed:
    """Name a press PDF: where it is, and which document, language and format it has."""

    path: Path
    language: str
    document: str
    format: str

    def beside(self, ending: str) -> Path:
        """Return the file beside it with another ending, such as 'job.json'."""
        return self.path.with_name(f"{self.path.stem}.{ending}")


@dataclass(frozen=True)
class Checked:
    """Hold a press PDF that is as it was checked, what stands beside it, and what its job ticket says."""

    printed: Printed
    papers: tuple[Path, ...]
    ticket: Mapping[str, object]

    @property
    def files(self) -> tuple[Path, ...]:
        """Return every file that goes to the print shop, the PDF first."""
        return (self.printed.path, *self.papers)


def find_printed(folder: Path) -> tuple[Printed, ...]:
    """Return the press PDFs below a folder in the order of their names; a certificate counts for its PDF."""
    certificates = (
        path.with_name(path.name.removesuffix(".preflight.json")) for path in folder.glob("*/*.preflight.json")
    )
    pdfs = (path.with_suffix("") for path in folder.glob("*/*.pdf") if not is_paper(path.name))
    return tuple(_printed(path) for path in sorted({*certificates, *pdfs}))


def _printed(path: Path) -> Printed:
    document, _, shape = path.name.partition(f".{path.parent.name}.")
    return Printed(path.with_name(f"{path.name}.pdf"), path.parent.name, document, shape)


def check_printed(printed: Printed) -> tuple[Checked | None, tuple[Finding, ...]]:
    """Return a press PDF that is ready to be sent, or everything that is wrong with it."""
    path = printed.path
    findings: list[Finding] = []
    certificate, found = _load(printed.beside("preflight.json"))
    findings += found
    ticket, found = _load(printed.beside("job.json"))
    findings += found
    pages = ticket.get("proof_pages", certificate.get("pages"))
    papers = tuple(path.with_name(name) for name in paper_names(path.stem, pages if isinstance(pages, int) else 0))
    findings += (_missing(paper) for paper in papers if paper.suffix != ".json" and not paper.is_file())
    if not path.is_file():
        findings.append(_missing(path))
    else:
        findings += _changed(path, certificate, ticket)
        findings += _changed_papers(papers, ticket)
    return (None, tuple(findings)) if findings else (Checked(printed, papers, ticket), ())


def _changed(path: Path, certificate: Mapping[str, object], ticket: Mapping[str, object]) -> Iterator[Finding]:
    """Yield what certificate and ticket say of another file than the one that is there."""
    digest = _digest(path)
    if certificate and certificate.get("sha256") != digest:
        message = "the file was changed after it was checked: its checksum is not the one in its certificate"
        hint = f"{AGAIN} To change a leaflet, change its text or the settings, not the PDF."
        yield Finding("pack-changed", message, hint, file=path)
    elif ticket and ticket.get("sha256") != digest:
        yield Finding("pack-changed", "the job ticket is about another file: its checksum differs", AGAIN, file=path)
    if certificate.get("errors"):
        message = "the certificate lists errors that a print shop would send the file back for"
        yield Finding("pack-faulty", message, "Mend what the certificate lists, and build again.", file=path)


def _changed_papers(papers: Iterable[Path], ticket: Mapping[str, object]) -> Iterator[Finding]:
    """Yield the files beside a PDF that are other ones than the build wrote, by what the job ticket says of them."""
    said = ticket.get("beside_sha256")
    sums: Mapping[str, object] = said if isinstance(said, dict) else {}
    for paper in papers if sums else ():
        if not is_ticket(paper.name) and paper.is_file() and sums.get(paper.name) != _digest(paper):
            yield Finding("pack-changed", "the file was changed after the build wrote it", AGAIN, file=paper)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _load(path: Path) -> tuple[Mapping[str, object], tuple[Finding, ...]]:
    """Return what a certificate or a ticket says; nothing, and why, where it is missing or broken."""
    if not path.is_file():
        return {}, (_missing(path),)
    try:
        said = json.loads(path.read_bytes())
        # JSON can name halves of letters, which no file can hold.
        json.dumps(said, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        said = None
    if isinstance(said, dict) and said:
        return said, ()
    return {}, (Finding("pack-unreadable", "the file can't be read: it was changed or cut off", AGAIN, file=path),)


def _missing(path: Path) -> Finding:
    return Finding("pack-missing", "the file is missing; the print shop needs it", AGAIN, file=path)
