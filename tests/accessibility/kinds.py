"""Name a page of every kind: what is tested on each of these holds for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CODES = ("", "cy", "pl", "ro", "so", "pa", "bn", "ur", "ar")
FORMS, MOVED, EXEMPTED = "forms-for-readers-and-staff", "moved-and-removed", "exempted-text"
ADAPTED = "adapted-charter"
EXAMPLES = (FORMS, MOVED, EXEMPTED, ADAPTED)
"""Examples in tests/examples/valid/, for the kinds of pages that the reference site does not have."""


@dataclass(frozen=True)
class Kind:
    """Name a page by its address below its language, the site it is on (none: the reference site), and its templates.

    `shows` finds on the page what its last template puts there.
    """

    address: str
    templates: tuple[str, ...]
    shows: str
    site: str = ""


KINDS = (
    Kind("", ("base.html", "main.html", "home.html"), ".cp-page--home .cp-cards"),
    Kind("charters/mutual-expectations/", ("parts.html", "charter.html"), ".cp-promise"),
    Kind("charters/send-partnership/", ("charter.html",), ".cp-ladder, .cp-cornerstones, .cp-promise"),
    Kind("guidance/partnership-with-parents/", ("forms.html", "guidance.html"), ".cp-provision"),
    Kind("guides/parents-in-assessments/", ("guide.html",), ".cp-answer"),
    Kind("themes/participation/", ("theme.html",), ".cp-gathered, .cp-promise"),
    Kind("charters/", ("section.html",), ".cp-cards"),
    Kind("glossary/", ("glossary.html",), ".cp-words--glossary"),
    Kind("search/", ("search.html",), "#cp-results"),
    Kind("search/?q=18", ("search.html",), "#cp-results"),
    Kind("search/?q=xylophone", ("search.html",), "#cp-results"),
    Kind("about/", ("main.html",), "#cp-content p"),
    Kind("accessibility/", ("statement.html",), "#cp-content h2"),
    Kind("data/", ("data.html",), ".cp-files"),
    Kind("formats/", ("formats.html",), ".cp-formats"),
    Kind("charters/parents-deserve/codes/", ("codes.html",), ".cp-code"),
    Kind("404.html", ("404.html",), ".md-button"),
    Kind("editors/translations/", ("board.html",), ".cp-board"),
    Kind("together/", ("signpost.html",), "h1 a"),
    Kind("charters/forum-promise/", ("forms.html",), "form textarea", FORMS),
    Kind("guidance/meetings/", ("forms.html",), "form input[type=date]", FORMS),
    Kind("thanks/", ("thanks.html",), "#cp-content a", FORMS),
    Kind("charters/forum-promise/", ("gone.html",), ".cp-gone", MOVED),
    Kind("charters/toy-library/", ("tombstone.html",), "#cp-content a", MOVED),
    Kind("accessibility/", ("exemptions.html",), "#cp-exemptions", EXEMPTED),
    Kind("charters/northshire/", ("ours.html",), ".cp-promise details", ADAPTED),
    Kind("charters/northshire/changes/", ("changes.html",), "ins", ADAPTED),
    Kind("themes/respect/", ("theme.html", "ours.html"), ".cp-promise details", ADAPTED),
)


def kinds_in(site: Path, code: str, name: str = "") -> Iterator[Kind]:
    """Yield the kinds of pages that a built site has in a language; `name` is that of the example."""
    for kind in KINDS:
        path = site / code / kind.address.partition("?")[0]
        if kind.site == name and (path if path.suffix else path / "index.html").is_file():
            yield kind
