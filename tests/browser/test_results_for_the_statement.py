"""Measure a site as scripts/accessibility.py does, and read what it writes as charterpress does."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from whole_site import main, measured, results_of

from charterpress.content.testresults import NAME, load_results

DAY = dt.date(2026, 11, 28)
PAGE = '<!doctype html><html lang="en"><title>{0}</title><main><h1>{0}</h1>{1}</main></html>'
PICTURE = '<img src="data:,">'


def test_what_was_found_is_what_the_statement_reads(
    browser: Browser, serve: Callable[[Path], AbstractContextManager[str]], tmp_path: Path
) -> None:
    """Each rule is counted once a place, though a page is seen twice, with the criteria that it is about."""
    site = tmp_path / "site"
    (site / "two").mkdir(parents=True)
    (site / "index.html").write_text(PAGE.format("One", PICTURE + PICTURE.replace(",", ",b")), encoding="utf-8")
    (site / "two" / "index.html").write_text(PAGE.format("Two", PICTURE), encoding="utf-8")
    with serve(site) as address:
        tool, pages, found = measured(browser, address, site)
    written = json.dumps(results_of(tool, pages, found, DAY))
    (tmp_path / NAME).write_text(written, encoding="utf-8")
    results, findings = load_results(tmp_path, DAY)
    assert findings == ()
    assert results is not None
    assert results.tool.startswith("axe-core 4.")
    assert (results.date, results.pages) == (DAY, 2)
    assert [(each.rule, each.wcag, each.count) for each in results.open] == [("image-alt", ("1.1.1",), 3)]


def test_a_project_without_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing was built, the command says what to do and writes nothing."""
    monkeypatch.setattr("sys.argv", ["whole_site.py", str(tmp_path)])
    assert main() == 2
    assert "run charterpress build first" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
