"""Read the profiles of printers: what a print shop asks of a file; shipped ones, and those of a project."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from charterpress.content.model.base import Model
from charterpress.content.settings import Project
from charterpress.content.validate import validate
from charterpress.content.yamlfile import load_yaml
from charterpress.findings import Finding

SHIPPED = Path(str(files("charterpress.preflight"))) / "profiles"
FOLDER = "printers"
"""Where a project keeps profiles of its own, below its root."""

Millimetres = Annotated[float, Field(ge=0, le=50)]
Length = Annotated[float, Field(gt=0, le=2000)]
Word = Annotated[str, Field(min_length=1)]
_ROUNDING = 0.01


class Sheet(Model):
    """Describe a format: the trimmed sheet, and where it is folded."""

    name: str = Field(min_length=1, description="A short name, such as 'trifold'.")
    title: str = Field(min_length=1, description="What the print shop calls it.")
    width: Length = Field(description="The trimmed width in mm, before folding.")
    height: Length = Field(description="The trimmed height in mm, before folding.")
    pages: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        default=None, description="How many pages an imposed file has; left out: any number."
    )
    folded: tuple[Length, Length] | None = Field(
        default=None, description="Width and height in mm of the finished piece; left out: it is not folded."
    )
    fold: str = Field(default="none", description="How it is folded, in words for the print shop.")
    panels: tuple[tuple[Length, ...], ...] = Field(
        default=(),
        description="The widths of the panels in mm, from left to right, a list a page; mirrored for right-to-left.",
    )
    order: tuple[tuple[Annotated[int, Field(ge=1, le=1000)], ...], ...] = Field(
        default=(), description="Which panel in reading order, from 1, stands where; for languages from left to right."
    )
    panel_names: tuple[tuple[Word, ...], ...] = Field(
        default=(), description="What each panel is called, in the same order; left out: they are numbered."
    )
    sides: tuple[Word, ...] = Field(
        default=(),
        description="What each side of the sheet is called, such as 'Outside'; left out: pages are numbered.",
    )
    stitched: bool = Field(
        default=False,
        description="Whether sheets are laid in one another, folded in the middle and stapled: a page is two pages.",
    )

    @model_validator(mode="after")
    def _agree(self) -> Sheet:
        counts = [len(side) for side in self.panels]
        for side in self.panels:
            if abs(sum(side) - self.width) > _ROUNDING:
                widths = " + ".join(f"{width:g}" for width in side)
                message = f"panels of {widths} mm do not add up to {self.width:g} mm"
                raise ValueError(message)
        if self.order and [len(side) for side in self.order] != counts:
            message = "'order' needs a number for each width in 'panels', list by list"
            raise ValueError(message)
        numbers = sorted(number for side in self.order for number in side)
        if numbers != list(range(1, len(numbers) + 1)):
            message = f"'order' needs each number from 1 to {len(numbers)} once"
            raise ValueError(message)
        if self.panels and self.pages not in {None, len(self.panels)}:
            message = f"'pages' is {self.pages}, and 'panels' has {len(self.panels)} lists, one a page"
            raise ValueError(message)
        if self.panel_names and [len(side) for side in self.panel_names] != counts:
            message = "'panel_names' needs a name for each width in 'panels', list by list"
            raise ValueError(message)
        if self.panels and self.stitched:
            message = "a sheet has 'panels' or is 'stitched', not both"
            raise ValueError(message)
        return self

    def panels_on(self, pages: int) -> tuple[tuple[float, ...], ...]:
        """Return the widths of the panels, from left to right, of each of so many pages; () where it is not folded."""
        return ((self.width / 2, self.width / 2),) * pages if self.stitched else self.panels

    def order_on(self, pages: int) -> tuple[tuple[int, ...], ...]:
        """Return which panels stand on each of so many pages, for languages from left to right; () where unknown."""
        if not self.stitched:
            return self.order
        # On the outside of a sheet the later page is on the left, on its inside on the right.
        pairs = ((at + 1, 2 * pages - at) for at in range(pages))
        return tuple((last, first) if first % 2 else (first, last) for first, last in pairs)

    @property
    def widths(self) -> frozenset[float]:
        """Return how wide pages are in a file that has them one by one."""
        return frozenset(width for side in self.panels_on(1) for width in side)

    def takes(self, number: int, *, whole: bool) -> bool:
        """Tell whether a file of whole sheets, or of pages one by one, may have so many pages."""
        if self.stitched:
            return number % (2 if whole else 4) == 0
        wanted = self.wanted(whole=whole)
        return wanted is None or number == wanted

    def wanted(self, *, whole: bool) -> int | None:
        """Return how many pages a file has, where that is fixed."""
        return self.pages if whole or not self.panels else sum(map(len, self.panels))


class Printer(Model):
    """Describe what a printer asks of a file."""

    title: str = Field(min_length=1, description="What people call the printer or the way of printing.")
    paper: str = Field(default="", description="The paper, for the job ticket.")
    caliper: Annotated[float, Field(gt=0, le=1)] = Field(
        default=0.13, description="How thick one sheet of that paper is, in mm: pages of a booklet move by it."
    )
    standard: Literal["X-4", "X-1a"] = Field(description="The part of PDF/X that a file must be marked as.")
    imposition: Literal["imposed", "single", "any"] = Field(
        default="any", description="Whether pages are whole sheets, or panels and pages one by one."
    )
    marks: Literal["needed", "refused", "any"] = Field(
        default="any", description="Whether crop marks must, or must not, stand outside the bleed."
    )
    bleed: Millimetres = Field(description="How far colour must run over the trim, in mm.")
    safe_zone: Millimetres = Field(description="How far text must keep from trim and folds, in mm.")
    ink_limit: Annotated[float, Field(ge=100, le=400)] = Field(
        description="The most ink that may lie on one spot, as the sum of all plates in per cent."
    )
    image_resolution: Annotated[float, Field(ge=0, le=5000)] = Field(
        description="The least resolution of photographs where they are placed, in pixels an inch."
    )
    line_resolution: Annotated[float, Field(ge=0, le=10000)] = Field(
        description="The least resolution of images of one bit, in pixels an inch."
    )
    small_text: Annotated[float, Field(ge=0, le=100)] = Field(
        default=12, description="Below this size, in points, dark text must be of black ink alone."
    )
    spot_colours: bool = Field(default=False, description="Whether inks other than the four are taken.")
    transparency: bool = Field(description="Whether the file may leave transparency to the printer.")
    tolerance: Annotated[float, Field(ge=0, le=5)] = Field(
        default=0.1, description="How far a measure may be off, in mm."
    )
    sheets: tuple[Sheet, ...] = Field(min_length=1, description="The formats that are taken.")

    @field_validator("sheets")
    @classmethod
    def _differ(cls, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
        names = [sheet.name for sheet in sheets]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            message = f"two formats are called '{twice[0]}'"
            raise ValueError(message)
        return sheets

    def sheet(self, name: str | None) -> Sheet | None:
        """Return the format with a name, or None where there is none."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def printer_names(root: Path | None = None) -> dict[str, Path]:
    """Return the file of every profile by its name; those of the project in `root` go before ours."""
    folders = [SHIPPED] if root is None else [SHIPPED, root / FOLDER]
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.yml"))}


def unknown_printer(name: str, root: Path | None = None) -> tuple[str, str] | None:
    """Return what is wrong with a name that no profile has, and what to do; None where one has it."""
    known = printer_names(root)
    if name in known:
        return None
    close = get_close_matches(name, known, n=1)
    guess = f"Did you mean '{close[0]}'? " if close else ""
    return f"no printer profile is called '{name}'", f"{guess}Known profiles: {', '.join(sorted(known))}."


def printer_of(project: Project) -> tuple[Printer | None, tuple[Finding, ...]]:
    """Return what the printer asks for that a project's leaflets are made for, and what is wrong with its profile."""
    name = project.settings.leaflets.printer
    if not project.settings.leaflets.enabled or not project.knows("leaflets", "printer"):
        return None, ()
    problem = unknown_printer(name, project.root)
    if problem is not None:
        return None, (project.finding("unknown-printer", *problem, "leaflets", "printer"),)
    return load_printer(name, project.root)


def load_printer(name: str, root: Path | None = None) -> tuple[Printer | None, tuple[Finding, ...]]:
    """Return a profile, or what is wrong with its file; a name that nobody knows is a finding, too."""
    problem = unknown_printer(name, root)
    if problem is not None:
        return None, (Finding("unknown-printer", *problem),)
    file = load_yaml(printer_names(root)[name])
    if file.data is None or file.findings:
        return None, file.findings
    return validate(Printer, file, file.data)
