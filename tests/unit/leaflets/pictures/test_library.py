"""Test that the pictures of a project are found where its settings say, and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from charterpress.content.project import load_project
from charterpress.findings import Finding
from charterpress.leaflets.pictures import library
from charterpress.leaflets.pictures.library import Ready, has_pictures, load_logo, load_pictures, picture_files
from charterpress.leaflets.pictures.values import Pictures

Edit = Callable[[str, str, str], int]
Save = Callable[..., bytes]
Draw = Callable[[str], bytes]
GREY = '<rect width="20" height="20" fill="#777"/>'
LOGO = "organisation: Example Council\n      leaflets:\n        logo:"


def here(work: Callable[[], Ready]) -> Ready:
    """Do a piece of work where it is asked for."""
    return work()


def loaded(root: Path) -> tuple[Pictures, list[Finding]]:
    """Return the pictures of a project, and what is wrong with them."""
    project, findings = load_project(root)
    assert project is not None, findings
    pictures, found = load_pictures(project, 250, here)
    assert all(finding.hint and finding.file for finding in found)
    return pictures, list(found)


@pytest.fixture
def choose(edit: Edit) -> Callable[..., int]:
    """Return what writes the keys of a logo into the settings of the sample, and tells the line of the first."""

    def write(*keys: str) -> int:
        first = edit("mkdocs.yml", "organisation: Example Council", "\n          ".join((LOGO, *keys)))
        return first + 3

    return write


def test_none_is_the_rule(sample: Path) -> None:
    """A project that names no picture has none, and opens none."""
    project, _ = load_project(sample)
    assert project is not None
    assert not has_pictures(project)
    assert loaded(sample) == ((), [])


def test_a_logo(sample: Path, choose: Callable[..., int], drawing: Draw) -> None:
    """A logo in a folder of the project is ready for screen and press, and speaks the project's language."""
    choose("file: art/logo.svg", "alt: Example Council")
    (sample / "art").mkdir()
    (sample / "art" / "logo.svg").write_bytes(drawing(GREY))
    [picture], findings = loaded(sample)
    assert findings == []
    assert (picture.name, picture.words, picture.ratio) == ("logo", (("en", "Example Council"),), 2)
    assert picture.screen.startswith(b"%PDF")
    assert picture.press.startswith(b"%PDF")
    project, _ = load_project(sample)
    assert project is not None
    assert picture_files(project) == (sample / "art" / "logo.svg",), "a preview looks whether it changes"


def test_without_a_folded_format_nothing_goes_to_press(sample: Path, edit: Edit, drawing: Draw) -> None:
    """A project that prints nothing in four colours may have a logo in any."""
    logo = f"{LOGO} {{file: logo.svg, alt: A}}\n        formats: [sheet]"
    edit("mkdocs.yml", "organisation: Example Council", logo)
    (sample / "logo.svg").write_bytes(drawing('<rect width="20" height="20" fill="red"/>'))
    [picture], findings = loaded(sample)
    assert (picture.press, findings) == (b"", [])


@pytest.mark.parametrize("alt", [None, 'alt: ""', "alt: ' '"])
def test_a_logo_needs_words(alt: str | None, sample: Path, choose: Callable[..., int], drawing: Draw) -> None:
    """A logo without words is found where they should stand."""
    line = choose("file: logo.svg", *([alt] if alt else []))
    (sample / "logo.svg").write_bytes(drawing(GREY))
    _, [finding] = loaded(sample)
    assert (finding.rule, finding.file) == ("picture-alt", sample / "mkdocs.yml")
    assert finding.line == (line + 1 if alt else line - 1)


def test_words_a_language(sample: Path, choose: Callable[..., int], drawing: Draw) -> None:
    """A picture may have words of its own in each language; the others get those of the project's language."""
    choose("file: logo.svg", "alt: {cy: Cyngor Enghraifft, en: Example Council}")
    (sample / "logo.svg").write_bytes(drawing(GREY))
    [picture], findings = loaded(sample)
    assert findings == []
    assert picture.alt("cy") == ("cy", "Cyngor Enghraifft")
    assert picture.alt("en") == picture.alt("ur") == ("en", "Example Council")


@pytest.mark.parametrize("alt", ["alt: {Welsh: Cyngor}", "alt: [a, b]", "alt: {cy: [a]}"])
def test_words_in_the_wrong_form(alt: str, sample: Path, choose: Callable[..., int]) -> None:
    """Words in a language that is none, or that are none, are one finding with its place."""
    line = choose("file: logo.svg", alt)
    project, [finding] = load_project(sample)
    assert project is None
    assert (finding.line, finding.file) == (line + 1, sample / "mkdocs.yml")
    assert finding.hint


def test_a_cover_picture_may_be_silent(sample: Path, edit: Edit, saved: Save) -> None:
    """A cover picture without words is there to be looked at."""
    edit("mkdocs.yml", "organisation: Example Council", LOGO.replace("logo", "cover_picture") + " {file: a.png}")
    (sample / "a.png").write_bytes(saved(Image.new("L", (1660, 1100), 90), "PNG"))
    [picture], findings = loaded(sample)
    assert (picture.name, picture.words, findings) == ("cover_picture", (), [])


@pytest.mark.parametrize(
    ("named", "rule"),
    [
        ("nowhere.svg", "picture-missing"),
        ("docs", "picture-missing"),
        ("mkdocs.yml/logo.svg", "picture-missing"),
        ("x" * 5000, "picture-missing"),
        ("../logo.svg", "picture-place"),
        ("docs/../../logo.svg", "picture-place"),
        ("/etc/passwd", "picture-place"),
        ("link.svg", "picture-place"),
        ("linked/logo.svg", "picture-place"),
    ],
)
def test_where_a_picture_may_be(named: str, rule: str, sample: Path, choose: Callable[..., int], drawing: Draw) -> None:
    """A picture is a file of the project; neither dots nor links lead out. The finding is in the settings."""
    outside = sample.parent / "logo.svg"
    outside.write_bytes(drawing(GREY))
    (sample / "link.svg").symlink_to(outside)
    (sample / "linked").symlink_to(sample.parent)
    line = choose(f"file: {named}", "alt: A")
    pictures, [finding] = loaded(sample)
    assert (pictures, finding.rule, finding.file, finding.line) == ((), rule, sample / "mkdocs.yml", line)


def test_a_link_within_the_project_is_fine(sample: Path, choose: Callable[..., int], drawing: Draw) -> None:
    """A link to another file of the project is followed."""
    choose("file: link.svg", "alt: A")
    (sample / "real.svg").write_bytes(drawing(GREY))
    (sample / "link.svg").symlink_to("real.svg")
    assert loaded(sample)[1] == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_no_picture(sample: Path, choose: Callable[..., int]) -> None:
    """What would keep a reader waiting for ever is not opened."""
    choose("file: logo.svg", "alt: A")
    os.mkfifo(sample / "logo.svg")
    assert [finding.rule for finding in loaded(sample)[1]] == ["picture-missing"]


def test_faults_inside_name_the_picture(sample: Path, choose: Callable[..., int], drawing: Draw) -> None:
    """What is wrong in a drawing is told with its file and line; that its colours can't be printed, in the settings."""
    line = choose("file: logo.svg", "alt: A")
    (sample / "logo.svg").write_bytes(drawing('<circle r="3"/>\n<script/>'))
    _, [finding] = loaded(sample)
    assert (finding.rule, finding.file, finding.line) == ("picture-unsafe", sample / "logo.svg", 3)
    (sample / "logo.svg").write_bytes(drawing('<circle r="3" fill="red"/>'))
    _, [finding] = loaded(sample)
    assert (finding.rule, finding.file, finding.line) == ("picture-colours", sample / "mkdocs.yml", line)


def test_all_faults_in_one_run(sample: Path, edit: Edit, drawing: Draw) -> None:
    """Faults of both pictures and of their press files are told together."""
    both = f"{LOGO} {{file: a.svg, press_file: no.pdf}}\n        cover_picture: {{file: b.jpg, press_file: c.jpg}}"
    edit("mkdocs.yml", "organisation: Example Council", both)
    (sample / "a.svg").write_bytes(drawing(GREY))
    (sample / "b.jpg").write_bytes(b"\xff\xd8\xff and no more")
    (sample / "c.jpg").write_bytes(b"plain words")
    rules = [finding.rule for finding in loaded(sample)[1]]
    assert rules == ["picture-alt", "picture-missing", "picture-corrupt", "picture-kind"]


def test_a_file_that_is_too_large(
    sample: Path, choose: Callable[..., int], monkeypatch: pytest.MonkeyPatch, drawing: Draw
) -> None:
    """A file beyond the limit is not even read."""
    choose("file: logo.svg", "alt: A")
    (sample / "logo.svg").write_bytes(drawing(GREY))
    monkeypatch.setattr(library, "MOST_BYTES", 20)
    assert [finding.rule for finding in loaded(sample)[1]] == ["picture-too-large"]


def test_a_picture_that_takes_too_long(sample: Path, choose: Callable[..., int], drawing: Draw) -> None:
    """What holds up its reader, or breaks it down, is a finding."""
    choose("file: logo.svg", "alt: A")
    (sample / "logo.svg").write_bytes(drawing(GREY))
    project, _ = load_project(sample)
    assert project is not None
    pictures, [finding] = load_pictures(project, 250, lambda _: None)
    assert (pictures, finding.rule, finding.file) == ((), "picture-too-large", sample / "logo.svg")


def test_the_logo_of_the_site(sample: Path, edit: Edit, drawing: Draw) -> None:
    """Leaflets without a logo of their own have the site's, in inks as well; what is wrong with it is said once."""
    art = sample / "art"
    art.mkdir(exist_ok=True)
    (art / "logo.svg").write_bytes(drawing('<rect width="20" height="20" fill="#135799"/>'))
    shared = "organisation: Example Council\n      look: {logo: {file: art/logo.svg, alt: Example Council}}"
    edit("mkdocs.yml", "organisation: Example Council", shared)
    [logo], found = loaded(sample)
    assert found == []
    assert (logo.name, logo.words) == ("logo", (("en", "Example Council"),))
    assert logo.press
    project, _ = load_project(sample)
    assert project is not None
    ratio, wrong = load_logo(project, here)
    assert (ratio, wrong) == (logo.ratio, ())
    assert [path.name for path in picture_files(project)] == ["logo.svg"]
    (art / "logo.svg").unlink()
    _, [missing] = loaded(sample)
    assert missing.rule == "picture-missing"
    assert load_logo(project, here) == (None, ())


@pytest.mark.parametrize(
    ("name", "said"), [("logo.png", "neither"), ("logo.svg", "the limit is 100,000")], ids=["kind", "weight"]
)
def test_a_logo_that_pages_cannot_show(name: str, said: str, sample: Path, edit: Edit, drawing: Draw) -> None:
    """A file that is not what its name says, or that is heavy for every page to load, is named with its line."""
    padding = "<!--" + "x" * 120_000 + "-->" if name == "logo.svg" else ""
    (sample / name).write_bytes(drawing(f'<rect width="20" height="20" fill="#777"/>{padding}'))
    shared = f"organisation: Example Council\n      look: {{logo: {{file: {name}, alt: Example Council}}}}"
    edit("mkdocs.yml", "organisation: Example Council", shared)
    project, _ = load_project(sample)
    assert project is not None
    _, [finding] = load_logo(project, here)
    assert said in finding.message
    assert (finding.file, bool(finding.line)) == (project.config_file, True)
