"""Test that words copied from screen PDFs come back, in every language shipped, with poppler and with pdfium."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2
import pytest

from charterpress.check import Checked
from charterpress.content.inline import plain_text
from charterpress.content.model import Charter
from charterpress.content.texts import texts_of
from charterpress.findings import Finding, Level
from charterpress.leaflets import job as room
from charterpress.leaflets.formats.library import format_names
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.readback import read_pdf, share_of_words, share_that_copies, texts_set, words_in
from charterpress.leaflets.screen import finish_screen
from charterpress.leaflets.series import Order, Workshop

Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]

CHARTER = "mutual-expectations"
REACHED = {
    # Per cent of words that came back from the worst of the three formats in November 2026: poppler 22.12, pdfium 159.
    "en": (100.0, 100.0),
    "cy": (99.88, 100.0),
    "pl": (100.0, 100.0),
    "ro": (100.0, 100.0),
    "so": (100.0, 100.0),
    "pa": (100.0, 100.0),
    "bn": (99.85, 100.0),
    "ur": (99.66, 99.69),
    "ar": (100.0, 99.92),
}
LEEWAY = 0.25
"""How many per cent less than was reached may come back, so that a text may change."""
JOINED = ("ar", "bn", "pa", "ur")
"""The languages whose PDFs are changed to say their words rightly."""


@dataclass(frozen=True)
class Made:
    """Hold a leaflet as Typst set it, as it was finished, and what was to be set."""

    format: str
    raw: bytes
    leaflet: Leaflet
    data: Mapping[str, object]
    flows: bool

    def share(self, copied: str) -> float:
        """Return per cent of the words that are among what was copied."""
        return 100 * share_of_words(texts_set(self.data, flows=self.flows), copied)


@pytest.fixture(scope="session")
def leaflets(reference: Checked) -> Callable[[str], list[Made]]:
    """Return what sets a charter of the reference site in a language, once, in every format."""
    kept: dict[str, list[Made]] = {}

    def make(code: str, name: str) -> Made:
        raw: list[bytes] = []
        data: list[tuple[Mapping[str, object], bool]] = []
        measure = share_that_copies

        def finish(pages: bytes) -> bytes:
            raw.append(pages)
            return finish_screen(pages)

        def share(pdf: bytes, values: Mapping[str, object], *, flows: bool) -> float:
            data.append((values, flows))
            return measure(pdf, values, flows=flows)

        assert reference.project is not None
        order = Order(code, CHARTER, f"https://charters.example/{code}/", name)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(room, "finish_screen", finish)
            patch.setattr(room, "share_that_copies", share)
            made, findings = Workshop(reference.library, reference.languages[code], reference.project).typeset(order)
        assert made is not None, findings
        assert [one for one in findings if one.rule == "lost-words"] == []
        [pages], [(values, flows)] = raw, data
        return Made(name, pages, made, values, flows)

    def leaflets_in(code: str) -> list[Made]:
        if code not in kept:
            kept[code] = [make(code, name) for name in format_names()]
            assert len(kept[code]) >= 3
        return kept[code]

    return leaflets_in


@pytest.fixture(scope="session")
def pdftotext(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], str]:
    """Return what reads the text of a PDF with poppler."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.fail(
            "pdftotext is missing: install poppler (apt-get install poppler-utils), or run python3 scripts/test.py"
        )
    folder = tmp_path_factory.mktemp("poppler")

    def read(pdf: bytes) -> str:
        path = folder / "read.pdf"
        path.write_bytes(pdf)
        done = subprocess.run([program, "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
        return done.stdout.decode()

    return read


Leaflets = Callable[[str], list[Made]]


def test_every_language_is_measured(reference: Checked) -> None:
    """No language that is shipped goes unmeasured."""
    assert set(REACHED) == set(reference.languages)


@pytest.mark.parametrize("code", REACHED)
def test_words_come_back_with_poppler(code: str, leaflets: Leaflets, pdftotext: Callable[[bytes], str]) -> None:
    """Of all words that were set, poppler gives back as many as ever, in each format."""
    shares = {made.format: made.share(pdftotext(made.leaflet.screen)) for made in leaflets(code)}
    assert min(shares.values()) >= REACHED[code][0] - LEEWAY, shares


@pytest.mark.parametrize("code", REACHED)
def test_words_come_back_with_pdfium(code: str, leaflets: Leaflets) -> None:
    """Of all words that were set, pdfium gives back as many as ever, in each format; the leaflet says how many."""
    shares = {made.format: made.share(read_pdf(made.leaflet.screen)) for made in leaflets(code)}
    assert min(shares.values()) >= REACHED[code][1] - LEEWAY, shares
    assert {made.format: 100 * made.leaflet.copied for made in leaflets(code)} == shares


@pytest.mark.parametrize(("code", "most"), [("ar", 90), ("ur", 95), ("pa", 65)])
def test_what_typst_writes_is_not_enough(code: str, most: float, leaflets: Leaflets) -> None:
    """Before it is finished, a PDF gives back far fewer words: what is measured can go wrong."""
    assert all(made.share(read_pdf(made.raw)) < most for made in leaflets(code))


@pytest.mark.parametrize("code", REACHED)
def test_every_text_is_asked_for(code: str, leaflets: Leaflets, reference: Checked) -> None:
    """What is measured are all texts of the charter, where the format has all of it."""
    charter = reference.languages[code].documents[CHARTER].document
    assert isinstance(charter, Charter)
    texts = [words_in(plain_text(str(text.text))) for text in texts_of(charter)]
    assert len(texts) > 50
    for made in leaflets(code):
        said = f" {' '.join(word for text in texts_set(made.data, flows=made.flows) for word in words_in(text))} "
        missed = [words for words in texts if f" {' '.join(words)} " not in said]
        assert missed == [] or not made.flows


@pytest.mark.parametrize("code", JOINED)
def test_looks_the_same(code: str, leaflets: Leaflets) -> None:
    """Letters that say other words stay where they were.

    Places that are added up in another order differ by some millionths of a point, and a letter that would fall
    between two dots of the picture may fall on the other one: less than one dot in ten thousand changes.
    """
    for made in leaflets(code):
        before, after = (pypdfium2.PdfDocument(pdf) for pdf in (made.raw, made.leaflet.screen))
        assert len(before) == len(after) > 2
        for one, other in zip(before, after, strict=True):
            dots, others = (bytes(page.render(scale=1.5).buffer) for page in (one, other))
            assert len(dots) == len(others) > 100_000
            apart = [abs(dot - also) for dot, also in zip(dots, others, strict=True) if dot != also]
            assert len(apart) < len(dots) / 10_000


@pytest.mark.parametrize("code", JOINED)
def test_stays_accessible(code: str, leaflets: Leaflets) -> None:
    """An independent checker finds nothing against PDF/UA-1, and every tagged piece of content is still there."""
    for made in leaflets(code):
        pdf = made.leaflet.screen
        report = page_validation.validate_pdf_bytes(pdf, profile=page_validation.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, [failure.message for failure in report.failures]
        assert _tagged(pdf) == _tagged(made.raw)


def _tagged(pdf: bytes) -> list[list[str]]:
    """Return the numbers of the marked contents of each page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [re.findall(r"/MCID (\d+)", page.obj.Contents.read_bytes().decode("latin-1")) for page in opened.pages]


@pytest.mark.parametrize("code", JOINED)
def test_same_bytes(code: str, leaflets: Leaflets) -> None:
    """The same pages give the same file, which is a tenth larger at the most."""
    for made in leaflets(code):
        assert finish_screen(made.raw) == made.leaflet.screen
        assert len(made.leaflet.screen) < 1.1 * len(made.raw)


@pytest.mark.parametrize("code", sorted({*REACHED} - {*JOINED}))
def test_what_needs_nothing_stays(code: str, leaflets: Leaflets) -> None:
    """A PDF in Latin script, whose words come back as Typst writes it, is not touched."""
    for made in leaflets(code):
        assert made.leaflet.screen == made.raw


def test_joined_letters_of_one_glyph(pdftotext: Callable[[bytes], str], arabic: Leaflet) -> None:
    """Lam and alef, which are one glyph, come back in their order, and so does the Latin word beside them."""
    for text in (read_pdf(arabic.screen), pdftotext(arabic.screen)):
        found = words_in(text)
        for word in ("سلامة", "الوالدان", "SEND"):
            assert word in found


def test_editors_hear_of_lost_words(set_leaflet: Typeset, small: Callable[..., Charter]) -> None:
    """When fewer than 98 of 100 words come back, a warning says how many, of which leaflet."""
    for share, expected in ((0.9799, 1), (0.98, 0)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(room, "share_that_copies", lambda *_, share=share, **__: share)
            for shape in ("trifold", "sheet"):
                made, findings = set_leaflet(small(), shape=shape)
                assert made is not None
                assert made.copied == share
                lost = [one for one in findings if one.rule == "lost-words"]
                assert len(lost) == expected
                for one in lost:
                    assert one.level is Level.WARNING
                    assert f"'working-together' in English (en): of 100 words copied from its PDF ({shape}), 97" in (
                        one.message
                    )


def test_what_a_word_is() -> None:
    """A word is letters with their marks, or digits; forms of Unicode, joiners and turns of direction do not count."""
    assert words_in("Don't, café!1 3 days") == ["Don", "t", "café", "1", "3", "days"]
    assert words_in("cafe\u0301") == ["café"]
    assert words_in("\u2067نئی\u200cنسل\u2069") == ["نئینسل"]
    assert words_in("نے\u202a Pace\u202cکے") == ["نے", "Pace", "کے"]
    assert words_in("কর্মী") == ["কর্মী"]


def test_each_word_as_often_as_it_was_set() -> None:
    """A word that was set twice and comes back once is lost once; one that comes back more often helps nothing."""
    assert share_of_words(iter(["we listen", "we care"]), "we listen care care") == 0.75
    assert share_of_words(iter(["we listen"]), "listen, we.") == 1.0
    assert share_of_words(iter(["سلام"]), "سالم") == 0.0
    assert share_of_words(iter(()), "") == 1.0


def test_the_program_that_reads(tmp_path: Path) -> None:
    """A file that is no PDF stops the measure rather than count as read."""
    (tmp_path / "no.pdf").write_bytes(b"no PDF")
    with pytest.raises(pypdfium2.PdfiumError):
        read_pdf((tmp_path / "no.pdf").read_bytes())
