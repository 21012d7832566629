"""Find the pictures that a project's settings name, and have each judged and made ready."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from charterpress.content.leafletsettings import PictureOptions
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.leaflets.formats.library import formats_of
from charterpress.leaflets.formats.shapes import Flowing
from charterpress.leaflets.pictures.values import ROOMS, Name, Picture, Pictures

MOST_BYTES = 100_000_000
"""No picture of 50 megapixels needs more."""
LEAST_RESOLUTION = 250.0
"""Pixels an inch, where no printer is known that asks for others: 1.6 times a screen of 60 lines a cm."""
SECONDS = 30.0
MEMORY = 3_000_000_000
"""What making a picture ready may take; one of 50 megapixels takes half of it."""

Ready = tuple[Picture | None, tuple[tuple[str, Finding], ...]]
Apart = Callable[[Callable[[], Ready]], Ready | None]
"""Does a piece of work where it can harm nothing; None where it took too long or too much."""

_WORDS: dict[Name, str] = {"logo": "the logo", "cover_picture": "the cover picture"}


def has_pictures(project: Project) -> bool:
    """Tell whether a project's leaflets have pictures."""
    leaflets = project.settings.leaflets
    return leaflets.enabled and (leaflets.logo is not None or leaflets.cover_picture is not None)


def picture_files(project: Project) -> tuple[Path, ...]:
    """Return the files that a project's pictures are made from, whether they are there or not."""
    leaflets = project.settings.leaflets
    named = [one for one in (leaflets.logo, leaflets.cover_picture) if one is not None]
    return tuple(project.root / file for one in named for file in (one.file, one.press_file) if file is not None)


def load_pictures(project: Project, least: float, apart: Apart) -> tuple[Pictures, tuple[Finding, ...]]:
    """Return the pictures that can be used, and everything that is wrong with any; `least` is in pixels an inch."""
    if not has_pictures(project):
        return (), ()
    pictures: list[Picture] = []
    findings: list[Finding] = []
    for name in ROOMS:
        options: PictureOptions | None = getattr(project.settings.leaflets, name)
        if options is not None:
            picture, found = _Shelf(project, name, options).take(least, apart)
            pictures += [picture] if picture is not None else []
            findings += found
    return tuple(pictures), tuple(findings)


@dataclass(frozen=True)
class _Shelf:
    """Take one picture from where the settings say it is."""

    project: Project
    name: Name
    options: PictureOptions

    def take(self, least: float, apart: Apart) -> tuple[Picture | None, tuple[Finding, ...]]:
        found = list(self._check_words())
        file, wrong = self._read("file")
        found += wrong
        press, wrong = self._read("press_file") if self.options.press_file is not None else (None, ())
        found += wrong
        if file is None or (press is None and self.options.press_file is not None):
            return None, tuple(found)
        # Only who has pictures waits for the packages that open them.
        from charterpress.leaflets.pictures.readying import Given, make_ready  # noqa: PLC0415 - see above

        printed = any(not isinstance(shape, Flowing) for shape in formats_of(self.project))
        given = Given(self.name, self._words(), file, press, self.options.convert, printed, least)
        done = apart(partial(make_ready, given))
        if done is None:
            message = "the picture took too long to read, or too much memory"
            finding = Finding("picture-too-large", message, "Simplify it, or save it as a PNG.")
            return None, (*found, replace(finding, file=self._path("file")))
        picture, told = done
        found += [self._placed(key, finding) for key, finding in told]
        return picture, tuple(found)

    def _words(self) -> tuple[tuple[str, str], ...]:
        """Return the words by language, those of the project's own language first."""
        own = self.project.default_language
        return tuple(sorted(self.options.words_in(own).items(), key=lambda pair: (pair[0] != own, pair[0])))

    def _check_words(self) -> Iterator[Finding]:
        if self.name == "logo" and not self._words():
            hint = "Add 'alt:' with what the logo says, for example the name of your organisation."
            message = "the logo has no words for readers who cannot see it"
            yield self._at("alt", Finding("picture-alt", message, hint))

    def _read(self, key: str) -> tuple[bytes | None, tuple[Finding, ...]]:
        named = str(getattr(self.options, key))
        try:
            path = self._path(key)
            if not path.is_relative_to(self.project.root):
                hint = "Copy the picture into the project, and name that file."
                return None, (self._at(key, Finding("picture-place", f"'{named}' is outside the project", hint)),)
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                return None, (self._missing(key, f"'{named}' is not a file"),)
            if status.st_size > MOST_BYTES:
                message = f"the file has {status.st_size:,} bytes; the limit is {MOST_BYTES:,}"
                finding = Finding("picture-too-large", message, "Save a smaller copy.", file=path)
                return None, (finding,)
            return path.read_bytes(), ()
        except FileNotFoundError:
            return None, (self._missing(key, f"there is no file '{named}'"),)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it cannot be opened"
            return None, (self._missing(key, f"'{named}' cannot be read: {reason}"),)

    def _missing(self, key: str, message: str) -> Finding:
        hint = "Name a file of the project as it stands, from the folder of mkdocs.yml: capital letters count."
        return self._at(key, Finding("picture-missing", f"{_WORDS[self.name]} is not there: {message}", hint))

    def _path(self, key: str) -> Path:
        """Return where a file really is: a link leads out of the project as a path with dots does."""
        return (self.project.root / str(getattr(self.options, key))).resolve()

    def _placed(self, key: str, finding: Finding) -> Finding:
        """Return a finding with its file: the settings where they mend it, else the picture itself."""
        if finding.rule == "picture-colours" and key == "file":
            return self._at("file", finding)
        return replace(finding, file=self._path(key))

    def _at(self, key: str, finding: Finding) -> Finding:
        line, column = self.project.picture_place(self.name, key)
        return replace(finding, file=self.project.config_file, line=line, column=column)
