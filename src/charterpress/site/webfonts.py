"""Make web fonts of the same files that the leaflets are set in: subset, compressed, served by the site."""

from __future__ import annotations

import hashlib
import io
import logging
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from charterpress.languages.fonts import LATIN, FontFamily, FontSet, OwnFamily, fonts_for
from charterpress.languages.locales import Locale

NAMES = "Language names"
"""The family of the small faces with which each language is named on the pages of the others."""
_OURS: Mapping[str, FontSet] = {}
_VARIABLE = (400, 700)
# Two weights a family are enough, and quick to load on a phone.
_WEIGHTS = {"Regular": 400, "Bold": 700}

# What fonttools warns of in the fonts that we ship, nobody who builds a site can mend.
logging.getLogger("fontTools").setLevel(logging.ERROR)


@dataclass(frozen=True)
class FontFace:
    """Name one font file of a family, the weights that it has and the characters that it is for."""

    family: str
    source: Path
    weights: str
    characters: str

    @property
    def file_name(self) -> str:
        """Return a name that changes when the font or the choice of characters does."""
        stamp = hashlib.sha256(self.source.read_bytes() + self.characters.encode()).hexdigest()[:10]
        return f"{self.source.stem.partition('[')[0].lower()}-{stamp}.woff2"

    def compress(self) -> bytes:
        """Return the font as WOFF2, cut to its characters and weights."""
        # Most builds find their fonts made, and need not wait for this.
        import uharfbuzz  # noqa: PLC0415 - see above
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - the same

        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(self.source))
        wanted = uharfbuzz.SubsetInput()
        wanted.unicode_set.set(_code_points(self.characters))
        least, _, most = self.weights.partition(" ")
        if most:
            wanted.set_axis_range(face, "wght", float(least), float(most))
        # Without the time of writing, the same font gives the same bytes.
        font = TTFont(io.BytesIO(uharfbuzz.subset(face, wanted).blob.data), recalcTimestamp=False)
        font.flavor = "woff2"
        buffer = io.BytesIO()
        font.save(buffer)
        return buffer.getvalue()


def faces_of(family: FontFamily) -> tuple[FontFace, ...]:
    """Return the upright faces of a family: one variable file, or one file a weight."""
    if isinstance(family, OwnFamily):
        spans = [(path, " ".join(map(str, dict.fromkeys(weights)))) for path, weights in family.faces]
        return tuple(FontFace(family.name, path, span, family.characters) for path, span in spans)
    upright = [path for path in family.paths if "Italic" not in path.name]
    variable = [path for path in upright if "[" in path.name]
    if variable:
        return (FontFace(family.name, variable[0], "{} {}".format(*_VARIABLE), family.characters),)
    static = [(path, _WEIGHTS.get(path.stem.rpartition("-")[2])) for path in upright]
    return tuple(FontFace(family.name, path, str(weight), family.characters) for path, weight in static if weight)


def faces_for(locales: Iterable[Locale], chosen: Mapping[str, FontSet] = _OURS) -> tuple[FontFace, ...]:
    """Return every face that a site in these locales needs; `chosen` has fonts other than ours, by language."""
    locales = tuple(locales)
    families = dict.fromkeys(family for locale in locales for family in _fonts(locale, chosen).families)
    return (*(face for family in families for face in faces_of(family)), *_name_faces(locales))


def _fonts(locale: Locale, chosen: Mapping[str, FontSet]) -> FontSet:
    return chosen.get(locale.code) or fonts_for(locale) or LATIN


def first_faces(fonts: FontSet) -> tuple[FontFace, ...]:
    """Return the faces that the top of every page is set in: the one for text, and the bold one for headings."""
    text = min(faces_of(fonts.text[0]), key=_heaviest)
    headings = max(faces_of(fonts.headings[0]), key=_heaviest)
    return tuple(dict.fromkeys((text, headings)))


def _heaviest(face: FontFace) -> int:
    return int(face.weights.rpartition(" ")[2])


def _name_faces(locales: Iterable[Locale]) -> Iterator[FontFace]:
    """Yield small faces with the letters of the languages' names: every page lists them, whatever its own script."""
    letters: dict[str, set[str]] = {}
    first: dict[str, FontFamily] = {}
    for locale in locales:
        if locale.script != "Latn" and (fonts := fonts_for(locale)) is not None:
            letters.setdefault(locale.script, set()).update(locale.name.replace(" ", ""))
            # Two fonts for one script would tear joined letters apart.
            first.setdefault(locale.script, fonts.text[0])
    for script, family in first.items():
        characters = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(letters[script]))
        yield replace(faces_of(family)[-1], family=NAMES, weights="400", characters=characters)


def keep_font(face: FontFace, cache: Path) -> bytes:
    """Return the web font of a face, which is made only where `cache` does not hold it.

    Where the cache can't be written to, or is full, the font is made each time.
    """
    kept = cache / face.file_name
    if kept.is_file():
        return kept.read_bytes()
    font = face.compress()
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        # A build that is stopped leaves no half font behind.
        with tempfile.NamedTemporaryFile(dir=cache, delete=False) as file:
            part = Path(file.name)
            try:
                file.write(font)
                file.flush()
                part.replace(kept)
            except OSError:
                part.unlink(missing_ok=True)
                raise
    return font


def write_webfonts(folder: Path, locales: Sequence[Locale], cache: Path, chosen: Mapping[str, FontSet] = _OURS) -> None:
    """Write the fonts that the locales need, and `fonts.css`, into `folder`; `cache` saves the work."""
    folder.mkdir(parents=True, exist_ok=True)
    rules: list[str] = []
    for face in faces_for(locales, chosen):
        (folder / face.file_name).write_bytes(keep_font(face, cache))
        rules.append(_font_face(face))
    rules.extend(_stacks(locale, _fonts(locale, chosen)) for locale in locales)
    (folder / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")


def _font_face(face: FontFace) -> str:
    # Every phone has Latin letters: where ours come late, the page keeps those that it has shown, and nothing jumps.
    # Letters of other scripts it may lack, so these are put in whenever they come.
    display = "optional" if face.characters == LATIN.text[0].characters else "swap"
    return (
        f'@font-face{{font-family:"{face.family}";src:url("{face.file_name}") format("woff2");'
        f"font-weight:{face.weights};font-style:normal;font-display:{display};unicode-range:{face.characters}}}"
    )


def _stacks(locale: Locale, fonts: FontSet) -> str:
    text, headings = (
        ", ".join(f'"{name}"' for name in (*(family.name for family in families), NAMES))
        for families in (fonts.text, fonts.headings)
    )
    return f":root:lang({locale.code}){{--cp-font-text:{text}, sans-serif;--cp-font-headings:{headings}, sans-serif}}"


def _code_points(ranges: str) -> set[int]:
    points: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        points |= set(range(int(first, 16), int(last or first, 16) + 1))
    return points
