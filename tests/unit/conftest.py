"""Make small projects on disk for the tests, and check the reference site once for all of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from charterpress.check import Checked, check
from charterpress.content.library import load_library
from charterpress.content.texts import texts_of
from charterpress.languages.reviews import sign

READER, READ_ON = "A native reader", date(2026, 5, 1)
SAMPLE = Path(__file__).parent / "sample"
REPOSITORY = Path(__file__).resolve().parents[2]

HEADER = 'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRY = "\n{flag}msgctxt {context}\nmsgid {source}\nmsgstr {translation}\n"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return the folder of a small project: a charter, guidance, a guide and a theme, in English."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample project"))


@pytest.fixture
def edit(sample: Path) -> Callable[[str, str, str], int]:
    """Return what puts new words in the place of old ones in a file, and tells on which line they stand."""

    def edit_file(name: str, old: str, new: str) -> int:
        path = sample / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return edit_file


@pytest.fixture
def write_po(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes a PO file with entries of (context, source, translation).

    The flag `reviewed` signs each translation; other flags stand as they are.
    """

    def write(*entries: tuple[str, str, str], locale: str = "cy", flag: str = "", path: Path | None = None) -> Path:
        target = path or tmp_path / f"some.{locale}.po"
        target.parent.mkdir(parents=True, exist_ok=True)
        parts = [HEADER.format(locale=locale)]
        flags = [each for each in flag.split(", ") if each and each != "reviewed"]
        for entry in entries:
            context, source, translation = (json.dumps(text, ensure_ascii=False) for text in entry)
            mark = f"# {sign(READER, READ_ON, *entry[1:])}\n" if "reviewed" in flag else ""
            mark += f"#, {', '.join(flags)}\n" if flags else ""
            parts.append(ENTRY.format(flag=mark, context=context, source=source, translation=translation))
        target.write_text("".join(parts), encoding="utf-8")
        return target

    return write


@pytest.fixture
def translate_sample(sample: Path, write_po: Callable[..., Path]) -> Callable[..., Path]:
    """Return what translates a document of the sample by putting the language's code behind each text.

    `words` has other translations for some source texts; an empty one leaves the text untranslated.
    """

    def write(locale: str, key: str, words: Mapping[str, str] | None = None, flag: str = "") -> Path:
        document = load_library(sample / "docs").documents[key]
        texts = texts_of(document)
        assert set(words or {}) <= {text.text for text in texts}
        entries = [(t.context, t.text, (words or {}).get(t.text, f"{t.text} ({locale})")) for t in texts]
        return write_po(*entries, locale=locale, flag=flag, path=sample / "i18n" / locale / f"{key}.po")

    return write


@pytest.fixture(scope="session")
def reference() -> Checked:
    """Return the reference site of this repository, checked."""
    return check(REPOSITORY)
