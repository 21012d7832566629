"""Hold every page of the reference site, in every language, against the Nu checker."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bootstrap import CHECKER
from npm_packages import Pin, fetch_file, kept, pinned, take_file

Sites = dict[str, tuple[Path, str]]

JAR = kept(pinned("vnu-jar"), CHECKER)

FALSE_ALARMS = {
    r"Resource violates Content Security Policy \(meta tag\): "
    r"(external (?:stylesheet|script)|image) “[^”:]*” blocked by .*": (
        "The checker reads files, and 'self' is nobody there. On a server, browsers load these; test_nothing_from_"
        "elsewhere.py holds that no browser refuses anything. Addresses of other sites do not match."
    ),
    r"Inline script violates Content Security Policy \(meta tag\): .*": (
        "It counts application/ld+json as a script. No browser runs it, and the policy is not asked: the same test."
    ),
}
"""What the checker says though nothing is wrong, and why."""


def messages(*folders: Path) -> list[dict[str, str]]:
    """Return what the checker says of the HTML files in folders."""
    assert shutil.which("java"), (
        "There is no Java. Run scripts/test.py, which installs it, or apt-get install default-jre-headless."
    )
    assert JAR.is_file(), f"There is no Nu checker at {JAR}. Run scripts/test.py, which fetches it."
    command = ["java", "-jar", str(JAR), "--skip-non-html", "--format", "json", *map(str, folders)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    found: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    return found


def test_every_page_is_valid(kind_sites: Sites) -> None:
    """No page has an error, nor a warning that is not a false alarm; all languages and kinds of pages are there."""
    folders = [folder.resolve() for folder, _ in kind_sites.values()]
    assert min(len(list(folder.rglob("*.html"))) for folder in folders) > 8
    assert sum(len(list(folder.rglob("*.html"))) for folder in folders) > 200
    faults = [
        f"{said.get('url', '').partition('/site/')[2]}, line {said.get('lastLine')}: {said['message']}"
        for said in messages(*folders)
        if not any(re.fullmatch(alarm, said["message"]) for alarm in FALSE_ALARMS)
    ]
    assert not faults, "\n".join(faults)


def test_a_broken_page_is_found(tmp_path: Path) -> None:
    """What no browser complains about is an error here, and a policy that refuses another site is no false alarm."""
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>'
        '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
        '<script src="https://elsewhere.example/a.js"></script></head><body><h1>x</h1><p><div>x</div></p></body></html>'
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    said = messages(tmp_path)
    assert any(each["type"] == "error" and "“p”" in each["message"] for each in said)
    policy = [each["message"] for each in said if "Content Security Policy" in each["message"]]
    assert policy
    assert not any(re.fullmatch(alarm, each) for alarm in FALSE_ALARMS for each in policy)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    """What npm brought is used only if it has the sum that we wrote down; nothing of it is kept otherwise."""
    packed = tmp_path / "vnu-jar.tgz"
    packed.write_bytes(b"half a file")
    target = tmp_path / "cache" / "vnu.jar"
    with pytest.raises(SystemExit, match=r"is not the one that requirements/npm\.txt names"):
        take_file(pinned("vnu-jar"), CHECKER, packed, target)
    assert not target.parent.exists()


def test_what_is_kept_is_not_fetched_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file is there, neither npm nor a network is needed; where both are missing, the message says so."""
    monkeypatch.setenv("PATH", "")
    pin = Pin("vnu-jar", "1")
    with pytest.raises(SystemExit, match="apt-get install npm"):
        fetch_file(pin, CHECKER, tmp_path)
    there = kept(pin, CHECKER, tmp_path)
    there.parent.mkdir()
    there.write_bytes(b"")
    assert fetch_file(pin, CHECKER, tmp_path) == there


def test_the_pin_has_a_sum() -> None:
    """The checker is pinned to the letter, and no address of a registry stands beside it."""
    assert re.fullmatch("[0-9a-f]{128}", pinned("vnu-jar").sha512)
    assert pinned("lighthouse").version
    with pytest.raises(SystemExit, match=r"npm\.txt does not name left-pad"):
        pinned("left-pad")
