"""A pack is what a build left for the print shop, unchanged, or it is not made."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from charterpress.findings import CharterpressError, Finding
from charterpress.packing.pack import Choice, pack_prints
from charterpress.preflight.companions import is_ticket, paper_names

Leave = Callable[..., Path]
EVERY = Choice()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a project that has not been built."""
    folder = tmp_path / "our charters"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    return folder


@pytest.fixture
def leave(root: Path) -> Leave:
    """Return what leaves a press PDF with its papers, as a build does."""

    def write(name: str, language: str, pages: int = 2) -> Path:
        folder = root / "print" / language
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.pdf"
        path.write_bytes(f"%PDF-1.6 {name}".encode() * 50)
        digest = sha256(path.read_bytes()).hexdigest()
        said = {
            "sha256": digest,
            "pages": pages,
            "proof_pages": pages,
            "errors": False,
            "title": name,
            "language_name": language,
        }
        sums: dict[str, str] = {}
        for paper in sorted(paper_names(path.stem, pages), key=is_ticket):
            text = json.dumps({**said, "beside_sha256": sums}) if paper.endswith(".json") else paper
            (folder / paper).write_text(text, encoding="utf-8")
            sums[paper] = sha256(text.encode()).hexdigest()
        return path

    return write


@pytest.fixture
def two(leave: Leave) -> tuple[Path, Path]:
    """Return two press PDFs, in English and in Urdu."""
    return leave("promise.en.trifold", "en"), leave("promise.ur.trifold", "ur")


def refused(root: Path, choice: Choice = EVERY) -> dict[str, list[Finding]]:
    """Return the findings of a pack that is not made, by rule."""
    written, findings = pack_prints(root, choice)
    assert written == ()
    assert not (root / "packs").exists()
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        assert finding.hint
        rules.setdefault(finding.rule, []).append(finding)
    return rules


def test_a_zip_a_leaflet(root: Path, two: tuple[Path, Path]) -> None:
    """Each zip has the PDF, all its papers and a text in plain words; nothing else is left in the folder."""
    written, findings = pack_prints(root, EVERY)
    assert findings == ()
    assert [path.name for path in written] == ["promise.en.trifold.zip", "promise.ur.trifold.zip"]
    assert sorted((root / "packs").iterdir()) == sorted(written)
    for zipped, pdf in zip(written, two, strict=True):
        with ZipFile(zipped) as file:
            assert file.namelist() == sorted(["README.txt", pdf.name, *paper_names(pdf.stem, 2)])
            assert file.read(pdf.name) == pdf.read_bytes()
            assert pdf.name in file.read("README.txt").decode()


def test_the_same_bytes(root: Path, two: tuple[Path, Path]) -> None:
    """Files with other dates and rights give the same zip: fixed dates, sorted names, rights that anybody can read."""
    before = [path.read_bytes() for path in pack_prints(root, EVERY)[0]]
    for path in two[0].parent.iterdir():
        path.chmod(0o600)
        path.touch()
    written, _ = pack_prints(root, EVERY, root / "again")
    assert [path.read_bytes() for path in written] == before
    with ZipFile(written[0]) as file:
        for entry in file.infolist():
            assert (entry.date_time, entry.external_attr >> 16) == ((1980, 1, 1, 0, 0, 0), 0o644)


def test_one_zip(root: Path, two: tuple[Path, Path]) -> None:
    """With `together` there is one zip with a folder a language, and one text that names every file."""
    [path], findings = pack_prints(root, EVERY, together=True)
    assert findings == ()
    assert path == root / "packs" / "leaflets.zip"
    with ZipFile(path) as file:
        assert len(file.namelist()) == 1 + 2 * 7
        text = file.read("README.txt").decode()
        assert all(
            f"{pdf.parent.name}/{pdf.name}" in text and f"{pdf.parent.name}/{pdf.name}" in file.namelist()
            for pdf in two
        )


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (Choice(languages=("ur",)), ["promise.ur.trifold"]),
        (Choice(documents=("promise",)), ["promise.en.trifold", "promise.ur.trifold"]),
        (Choice(formats=("booklet",)), ["other.en.booklet"]),
        (Choice(("en", "ur"), ("promise", "other"), ("trifold",)), ["promise.en.trifold", "promise.ur.trifold"]),
        (Choice(formats=("booklet.pages",)), ["other.en.booklet.pages"]),
    ],
)
@pytest.mark.usefixtures("two")
def test_a_choice(root: Path, leave: Leave, choice: Choice, names: list[str]) -> None:
    """Languages, documents and formats choose; a format may have a dot in its name."""
    leave("other.en.booklet", "en", pages=12)
    leave("other.en.booklet.pages", "en", pages=24)
    written, findings = pack_prints(root, choice)
    assert findings == ()
    assert [path.stem for path in written] == names


@pytest.mark.usefixtures("two")
def test_unknown_names(root: Path) -> None:
    """Every name that no leaflet has is a finding of its own, with those that there are."""
    found = refused(root, Choice(("ur", "xx"), ("nobody",), ("poster",)))
    assert set(found) == {"pack-unknown"}
    said = sorted(
        (finding.message.rpartition("'")[0].rpartition("'")[2], finding.hint) for finding in found["pack-unknown"]
    )
    assert said == [("nobody", "Known: promise."), ("poster", "Known: trifold."), ("xx", "Known: en, ur.")]


@pytest.mark.usefixtures("two")
def test_names_that_do_not_go_together(root: Path, leave: Leave) -> None:
    """Names that are known, but of no leaflet together, say which leaflets there are."""
    leave("other.en.booklet", "en")
    [finding] = refused(root, Choice(("ur",), (), ("booklet",)))["pack-unknown"]
    assert "other.en.booklet, promise.en.trifold, promise.ur.trifold" in finding.hint


def test_nothing_built(root: Path) -> None:
    """Without a build, the finding says how to make one."""
    [finding] = refused(root)["pack-nothing"]
    assert "charterpress build" in finding.hint
    (root / "print" / "en").mkdir(parents=True)
    assert set(refused(root)) == {"pack-nothing"}


def test_no_project(tmp_path: Path) -> None:
    """Outside a project it stops."""
    with pytest.raises(CharterpressError, match=r"no mkdocs\.yml"):
        pack_prints(tmp_path, EVERY)


def test_a_file_that_was_changed(root: Path, two: tuple[Path, Path]) -> None:
    """A PDF that is not as it was checked stops the pack, of the others too."""
    two[1].write_bytes(two[1].read_bytes() + b"\n")
    [finding] = refused(root)["pack-changed"]
    assert finding.file == Path("print/ur/promise.ur.trifold.pdf")
    assert len(pack_prints(root, Choice(languages=("en",)))[0]) == 1


def test_a_ticket_of_another_file(root: Path, two: tuple[Path, Path]) -> None:
    """A job ticket with another checksum than the PDF is found, too."""
    path = two[0].with_name("promise.en.trifold.job.json")
    path.write_text(json.dumps({"sha256": "0" * 64}), encoding="utf-8")
    [finding] = refused(root)["pack-changed"]
    assert "job ticket" in finding.message


def test_everything_in_one_run(root: Path, two: tuple[Path, Path]) -> None:
    """Missing and broken files of all leaflets come in one run, each with its place."""
    english, urdu = two
    english.unlink()
    for ending in ("proof-2.png", "job.pdf", "preflight.html"):
        urdu.with_name(f"promise.ur.trifold.{ending}").unlink()
    urdu.with_name("promise.ur.trifold.job.json").write_bytes(b"\xff{")
    found = refused(root)
    assert [finding.file and finding.file.name for finding in found["pack-missing"]] == [
        "promise.en.trifold.pdf",
        "promise.ur.trifold.job.pdf",
        "promise.ur.trifold.preflight.html",
        "promise.ur.trifold.proof-2.png",
    ]
    assert [finding.file and finding.file.name for finding in found["pack-unreadable"]] == [
        "promise.ur.trifold.job.json"
    ]


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '"x"', '{"sha256": 1, "pages": "many"}', "1" * 5000])
def test_a_broken_certificate(root: Path, two: tuple[Path, Path], text: str) -> None:
    """Whatever stands in a certificate, the pack is refused with a finding."""
    two[0].with_name("promise.en.trifold.preflight.json").write_text(text, encoding="utf-8")
    assert set(refused(root)) & {"pack-unreadable", "pack-changed"}


def test_a_pdf_without_certificate(root: Path, two: tuple[Path, Path]) -> None:
    """A PDF that somebody put there was never checked: its certificate is missed."""
    (two[0].parent / "flyer.pdf").write_bytes(b"%PDF-1.6")
    names = {finding.file.name for finding in refused(root)["pack-missing"] if finding.file}
    assert {"flyer.preflight.json", "flyer.job.json"} <= names


def test_a_certificate_with_errors(root: Path, two: tuple[Path, Path]) -> None:
    """What a print shop would send back is not packed."""
    path = two[0].with_name("promise.en.trifold.preflight.json")
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "errors": True}), encoding="utf-8")
    assert "pack-faulty" in refused(root)


@pytest.mark.parametrize("ending", ["job.pdf", "preflight.html", "preflight.json", "proof-1.png"])
@pytest.mark.parametrize("half", [True, False])
def test_a_paper_that_was_changed(root: Path, two: tuple[Path, Path], ending: str, *, half: bool) -> None:
    """What stands beside a PDF and is not as the build wrote it, or only half of it, is not packed."""
    path = two[0].with_name(f"promise.en.trifold.{ending}")
    text = path.read_text("utf-8")
    path.write_text(text[: len(text) // 2] if half else f"{text} ", encoding="utf-8")
    [finding] = next(iter(refused(root).values()))
    assert finding.file == path.relative_to(root)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 10_000, '{"title": "\\ud800"}', '{"a": {}}'])
def test_a_hostile_ticket(root: Path, two: tuple[Path, Path], text: str) -> None:
    """Whatever stands in a job ticket, the pack is refused with a finding."""
    two[0].with_name("promise.en.trifold.job.json").write_text(text, encoding="utf-8")
    assert set(refused(root)) & {"pack-unreadable", "pack-changed"}


def test_a_text_without_a_proof(root: Path, leave: Leave) -> None:
    """A file with its pages one by one has no fold proof, and the text does not promise one."""
    leave("promise.en.booklet.pages", "en", pages=0)
    [path], _ = pack_prints(root, EVERY)
    with ZipFile(path) as file:
        assert "proof-1" not in file.read("README.txt").decode()


@pytest.mark.usefixtures("two")
def test_an_old_pack_stays_when_writing_fails(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second zip can't be written, neither replaces an old one, and nothing half-written stays."""
    (root / "packs").mkdir()
    old = root / "packs" / "promise.en.trifold.zip"
    old.write_bytes(b"old")
    write = ZipFile.writestr

    def full(file: ZipFile, entry: object, *rest: object, **options: object) -> None:
        if "promise.ur" in str(file.filename):
            raise OSError(28, "No space left on device")
        write(file, entry, *rest, **options)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr(ZipFile, "writestr", full)
    with pytest.raises(OSError, match="No space left"):
        pack_prints(root, EVERY)
    assert list((root / "packs").iterdir()) == [old]
    assert old.read_bytes() == b"old"
