"""Find the pictures that a project's settings name, and have each judged and made ready."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from charterpress.content.leafletsettings import PictureOptions
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.leaflets.formats.library import formats_of
from charterpress.leaflets.formats.shapes import Flowing
from charterpress.leaflets.pictures.values import ROOMS, Name, Picture, Pictures, Shines

MOST_PAGE_BYTES = 100_000
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

Place = tuple[str, str]
"""The keys under which the settings speak of a picture."""
SITE_LOGO: Place = ("look", "logo")

_WORDS: dict[Name, str] = {"logo": "the logo", "cover_picture": "the cover picture"}


def has_pictures(project: Project) -> bool:
    """Tell whether a project's leaflets have pictures."""
    return project.settings.leaflets.enabled and any(_named(project, name) for name in ROOMS)


def picture_files(project: Project) -> tuple[Path, ...]:
    """Return the files that a project's pictures are made from, whether they are there or not."""
    found = (_named(project, name) for name in ROOMS)
    files = [file for one in found if one is not None for file in (one[0].file, one[0].press_file)]
    if (logo := project.settings.look.logo) is not None:
        files += [logo.file, logo.dark_file]
    return tuple(project.root / file for file in dict.fromkeys(files) if file is not None)


def _named(project: Project, name: Name) -> tuple[PictureOptions, Place] | None:
    """Return what the settings say of a picture, and where: leaflets without a logo of their own have the site's."""
    own: PictureOptions | None = getattr(project.settings.leaflets, name)
    if own is not None:
        return own, ("leaflets", name)
    if not project.knows("leaflets", name):
        return None
    shared = project.settings.look.logo
    return (shared.picture(), SITE_LOGO) if name == "logo" and shared is not None else None


def load_pictures(
    project: Project, least: float, apart: Apart, shines: Shines | None = None
) -> tuple[Pictures, tuple[Finding, ...]]:
    """Return the pictures that can be used, and everything that is wrong with any; `least` is in pixels an inch.

    `shines` tells what can be seen through, where the printer takes no such thing.
    """
    if not has_pictures(project):
        return (), ()
    pictures: list[Picture] = []
    findings: list[Finding] = []
    for name in ROOMS:
        if (named := _named(project, name)) is not None:
            picture, found = _Shelf(project, name, *named, shines=shines).take(least, apart)
            pictures += [picture] if picture is not None else []
            findings += found
    return tuple(pictures), tuple(findings)


def load_logo(project: Project, apart: Apart) -> tuple[float | None, tuple[Finding, ...]]:
    """Return how many times as wide as high the logo of the site is, and what is wrong with it; None without a logo.

    It is judged as the logo of leaflets is. What they find wrong with the same file is not said again.
    """
    logo = project.settings.look.logo
    if logo is None:
        return None, ()
    named = _named(project, "logo")
    said = project.settings.leaflets.enabled and named is not None and named[1] == SITE_LOGO
    light = _Shelf(project, "logo", logo.picture(), SITE_LOGO, printed=False)
    picture, found = light.take(0, apart)
    wrong = [*(() if said else found), *(light.check_page_kind() if picture is not None else ())]
    if logo.dark_file is not None:
        dark = replace(light, options=logo.picture(logo.dark_file), keys={"file": "dark_file"})
        other, found = dark.take(0, apart)
        wrong += [finding for finding in found if finding.rule != "picture-alt"]
        wrong += dark.check_page_kind() if other is not None else ()
    return (picture.ratio if picture is not None else None), tuple(wrong)


@dataclass(frozen=True)
class _Shelf:
    """Take one picture from where the settings say it is.

    `keys` says under which key of the settings a file is named, where not its own; without `printed` nothing goes to
    press.
    """

    project: Project
    name: Name
    options: PictureOptions
    place: Place
    keys: Mapping[str, str] = field(default_factory=dict)
    printed: bool = True
    shines: Shines | None = None

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

        printed = self.printed and any(not isinstance(shape, Flowing) for shape in formats_of(self.project))
        given = Given(self.name, self._words(), file, press, self.options.convert, printed, least, self.shines)
        done = apart(partial(make_ready, given))
        if done is None:
            message = "the picture took too long to read, or too much memory"
            finding = Finding("picture-too-large", message, "Simplify it, or save it as a PNG.")
            return None, (*found, replace(finding, file=self._path("file")))
        picture, told = done
        found += [self._placed(key, finding) for key, finding in told]
        return picture, tuple(found)

    def check_page_kind(self) -> Iterator[Finding]:
        """Yield that a file is not of a kind that pages can show, or that it is too heavy for every page to load."""
        data, _ = self._read("file")
        if not data:
            return
        start, ending = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip(), self._path("file").suffix
        if not (ending == ".svg" and start[:1] == b"<") and not (ending == ".png" and start[1:4] == b"PNG"):
            message = f"pages show '.svg' and '.png' files, and '{self.options.file}' is neither"
            yield self._at("file", Finding("picture-kind", message, "Export the logo as an SVG or a PNG file."))
        elif len(data) > MOST_PAGE_BYTES:
            message = f"every page loads the logo, and it has {len(data):,} bytes; the limit is {MOST_PAGE_BYTES:,}"
            hint = "Simplify it, or save a smaller copy: 400 pixels in width are plenty on a page."
            yield self._at("file", Finding("picture-too-large", message, hint))

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
        if finding.rule == "picture-see-through" and self.place == SITE_LOGO:
            hint = "Save it without see-through parts, or give leaflets a 'logo' of their own with a 'press_file'."
            finding = replace(finding, hint=hint)
        if finding.rule in {"picture-colours", "picture-see-through"} and key == "file":
            return self._at("file", finding)
        return replace(finding, file=self._path(key))

    def _at(self, key: str, finding: Finding) -> Finding:
        line, column = self.project.picture_place(self.place, self.keys.get(key, key))
        return replace(finding, file=self.project.config_file, line=line, column=column)
