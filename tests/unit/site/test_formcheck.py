"""Test that forms send nothing to a wrong place, and say what happens to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.check import check
from charterpress.content.project import load_project
from charterpress.content.settings import Project, Settings
from charterpress.findings import Finding, Level
from charterpress.site.formcheck import check_forms, form_origins

PRIVACY = {"en": "The team reads it.", "cy": "Mae'r tîm yn ei ddarllen.", "ur": "ٹیم اسے پڑھتی ہے"}
HTTPS = "https://forms.council.example/charters"

SetUp = Callable[..., Project]


@pytest.fixture
def set_up(sample: Path) -> SetUp:
    """Return what adds lines to the settings of the sample, and opens it."""

    def add(*lines: str) -> Project:
        path = sample / "mkdocs.yml"
        path.write_text(path.read_text("utf-8") + "".join(f"      {line}\n" for line in lines), encoding="utf-8")
        project, findings = load_project(sample)
        assert project is not None, findings
        return project

    return add


def feedback(*more: str, privacy: object = PRIVACY) -> tuple[str, ...]:
    """Return the lines of a form with its duties done."""
    return ("feedback:", "  keep_months: 12", f"  privacy: {privacy}", *(f"  {line}" for line in more))


def line_of(project: Project, words: str) -> int:
    """Return the line of mkdocs.yml, from 1, on which words stand."""
    lines = project.config_file.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def one(project: Project) -> Finding:
    """Return the only finding."""
    [finding] = check_forms(project)
    assert finding.file == project.config_file
    assert finding.hint
    return finding


@pytest.mark.parametrize("where", [f"post_to: {HTTPS}", "email: a@b.example"])
def test_nothing_is_wrong(set_up: SetUp, where: str) -> None:
    """An https address, or an e-mail address, with privacy in every language, is all that is asked."""
    assert list(check_forms(set_up(*feedback(where)))) == []


def test_the_contact_of_the_site_is_enough(set_up: SetUp) -> None:
    """Without an address of its own, a form goes to whom the site names."""
    assert list(check_forms(set_up("contact_email: a@b.example", *feedback()))) == []


@pytest.mark.parametrize("key", ["feedback", "reading_confirmation"])
@pytest.mark.parametrize("address", ["http://forms.council.example/", "http://127.0.0.1.council.example/"])
def test_an_address_that_is_not_https(set_up: SetUp, key: str, address: str) -> None:
    """Answers never go over the wire for others to read; the finding names the line of either form."""
    project = set_up(f"{key}:", *feedback(f"post_to: {address}")[1:])
    finding = one(project)
    assert (finding.rule, finding.level, finding.line) == ("form-address", Level.ERROR, line_of(project, "post_to"))
    assert "not https" in finding.message


@pytest.mark.parametrize(
    "address",
    [
        "forms.council.example",
        "mailto:a@b.example",
        "ftp://council.example/",
        "javascript:alert(1)",
        "https://",
        "https:///charters",
        "https://me:secret@council.example/",
        "https://council.example/#form",
        "https://council.example:99999/",
        "https://[council.example/",
        "https://council.example/ https://other.example/",
        "https://council.example/;script-src",
        "https://كونسل.example/",
    ],
)
def test_what_is_no_address(set_up: SetUp, address: str) -> None:
    """What a form cannot send to, or what would say more in a header than an address, is named with its line."""
    project = set_up(*feedback(f"post_to: '{address}'"))
    finding = one(project)
    assert (finding.rule, finding.level, finding.line) == ("form-address", Level.ERROR, line_of(project, "post_to"))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "127.8.8.8"])
def test_this_machine(set_up: SetUp, host: str) -> None:
    """On the machine itself nothing can be read on the way: forms can be tried, and a warning says what they are."""
    finding = one(set_up(*feedback(f"post_to: http://{host}:8000/form")))
    assert (finding.rule, finding.level) == ("form-on-this-machine", Level.WARNING)


def test_answers_that_go_nowhere(set_up: SetUp) -> None:
    """A form without any address is named."""
    project = set_up(*feedback())
    finding = one(project)
    assert (finding.rule, finding.line) == ("form-nowhere", line_of(project, "feedback:"))


@pytest.mark.parametrize("privacy", ['""', "{cy: Ni sy'n ei ddarllen.}", "{en: '  '}"])
def test_no_word_on_privacy(set_up: SetUp, privacy: str) -> None:
    """Readers are told in the language of the site who reads what they write, or nothing is published."""
    project = set_up(*feedback(f"post_to: {HTTPS}", privacy=privacy))
    finding = one(project)
    assert (finding.rule, finding.level, finding.line) == ("form-privacy", Level.ERROR, line_of(project, "privacy:"))


def test_privacy_in_one_language_only(set_up: SetUp) -> None:
    """A warning names the languages in which readers would have to read another one."""
    finding = one(set_up(*feedback(f"post_to: {HTTPS}", privacy="The team reads it.")))
    assert (finding.rule, finding.level) == ("form-privacy-language", Level.WARNING)
    assert "cy, ur" in finding.message


@pytest.mark.parametrize("left_out", ["keep_months", "privacy"])
def test_what_no_form_goes_without(sample: Path, left_out: str) -> None:
    """Who reads answers, and how long they are kept, must be said: else the settings are wrong."""
    lines = [line for line in feedback(f"post_to: {HTTPS}") if left_out not in line]
    path = sample / "mkdocs.yml"
    path.write_text(path.read_text("utf-8") + "".join(f"      {line}\n" for line in lines), encoding="utf-8")
    project, findings = load_project(sample)
    assert project is None
    assert [(one.rule, left_out in one.message, one.line is not None) for one in findings] == [
        ("missing-key", True, True)
    ]


def test_the_check_of_a_project_has_it(set_up: SetUp, sample: Path) -> None:
    """`check` reports it, with the file named from the project."""
    project = set_up(*feedback("post_to: http://council.example/"))
    found = [one for one in check(sample).findings if one.rule == "form-address"]
    assert [(str(one.file), one.line) for one in found] == [("mkdocs.yml", line_of(project, "post_to"))]


def test_the_origins_for_a_security_policy(set_up: SetUp) -> None:
    """A policy must allow each program that takes answers, once, without its path; e-mail is none of them."""
    other = ("reading_confirmation:", *feedback(f"post_to: {HTTPS}/read?list=1")[1:])
    project = set_up(*feedback(f"post_to: {HTTPS}"), *other)
    assert form_origins(project.settings) == ("https://forms.council.example",)
    assert form_origins(Settings()) == ()
    assert form_origins(Settings.model_validate({"feedback": {"keep_months": 1, "privacy": "We do."}})) == ()
