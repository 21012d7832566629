"""Give the tests of the languages what judges PO files, and Polish plural forms."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def msgfmt() -> Callable[[Path], str]:
    """Return what gives all that GNU gettext says about a PO or POT file: nothing, where it is right."""
    program = shutil.which("msgfmt")
    if program is None:
        pytest.fail("msgfmt is missing: install gettext (apt-get install gettext), or run python3 scripts/test.py")

    def complaints(path: Path) -> str:
        command = [program, "--check", "--output-file=/dev/null", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0 or done.stderr, f"msgfmt says nothing about {path}"
        return done.stdout + done.stderr

    return complaints


@pytest.fixture
def polish(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes a PO file of Polish interface words; a text of two has three plural forms."""
    rule = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    head = f'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Plural-Forms: {rule}\\n"\n'

    def write(words: dict[str | tuple[str, str], str | tuple[str, ...]], path: Path | None = None) -> Path:
        parts = [head]
        for source, translation in words.items():
            one, many = (source, None) if isinstance(source, str) else source
            parts.append(f'\nmsgid "{one}"\n' + (f'msgid_plural "{many}"\n' if many is not None else ""))
            if isinstance(translation, str):
                parts.append(f'msgstr "{translation}"\n')
            else:
                parts.extend(f'msgstr[{form}] "{words}"\n' for form, words in enumerate(translation))
        target = path or tmp_path / "words.po"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("".join(parts), encoding="utf-8")
        return target

    return write
