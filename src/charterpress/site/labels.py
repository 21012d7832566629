"""Name the interface words that belong to values of the model."""

from __future__ import annotations

from collections.abc import Mapping

from charterpress.content.model.guidance import Duty, Force
from charterpress.languages.words import Words


def force_labels(_: Words) -> Mapping[Force, str]:
    """Return what each kind of instrument is called."""
    return {
        Force.LAW: _("Law"),
        Force.STATUTORY_GUIDANCE: _("Guidance that the law backs"),
        Force.LOCAL_PROCEDURE: _("Local rules for staff"),
        Force.ADVICE: _("Advice"),
    }


def duty_labels(_: Words) -> Mapping[Duty, str]:
    """Return what each strength of a provision is called."""
    return {Duty.MUST: _("Must"), Duty.SHOULD: _("Should"), Duty.MAY: _("May")}


def change_labels(_: Words) -> Mapping[str, str]:
    """Return what stands before each kind of change to a charter."""
    return {
        "replace": _("Our words:"),
        "add": _("Added by us:"),
        "remove": _("Left out:"),
        "reorder": _("In another order:"),
    }


def section_texts(_: Words) -> Mapping[str, tuple[str, str]]:
    """Return the title and the summary of each section of the site."""
    return {
        "charters": (_("Charters"), _("What families and services promise each other.")),
        "guides": (_("Family guides"), _("Short answers to questions that parents ask.")),
        "guidance": (_("Rules and guidance"), _("What the rules say, in plain words.")),
        "themes": (_("Themes"), _("One theme at a time: what every charter here says on it.")),
        "search": (_("Search"), _("Type a word at the top of the page.")),
        "data": (_("Open data"), _("Take the texts of this site and use them in programs and work of your own.")),
        "formats": (_("Leaflets and formats"), _("Every leaflet in this language, to read or to print.")),
        "glossary": (_("Word list"), _("What the words on these pages mean.")),
    }
