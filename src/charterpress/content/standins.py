"""Say what a project goes on with where a setting is wrong, so that nothing is found only because of that."""

from __future__ import annotations

from charterpress.content.salvage import ANY, Pattern, Rules
from charterpress.content.yamlfile import Value

_EXEMPTION = ("readability", "exemptions", ANY)

_STAND_INS: dict[Pattern, Value | None] = {
    # Every text is easy enough.
    ("readability", "grades"): {"families": "20", "practitioners": "20"},
    ("readability", "grades", ANY): "20",
    ("readability", "targets"): None,
    ("readability", "targets", ANY): None,
    ("readability", "sentence_words"): "60",
    ("readability", "sentence_words_warning"): "60",
    ("readability", "paragraph_words"): "500",
    ("readability", "sentence_words_in", ANY): "60",
    # An exemption holds, and waives all that it may have been meant to.
    (*_EXEMPTION, "until"): "9999-12-31",
    (*_EXEMPTION, "reason"): "-",
    (*_EXEMPTION, "unit"): None,
    (*_EXEMPTION, "rules"): None,
    # Nobody is asked for leaflets, for a record of addresses, or for a decision.
    ("leaflets", "enabled"): "false",
    ("addresses", "frozen"): "false",
    ("adaptations", "grace_days"): "3650",
}

RULES = Rules(
    _STAND_INS,
    whole=frozenset(
        {
            ("feedback",),
            ("reading_confirmation",),
            ("security", "allow"),
            ("security",),
            ("look", "fonts"),
            ("look", "logo"),
            ("leaflets", "fonts"),
            ("leaflets", "logo"),
            ("leaflets", "cover_picture"),
        }
    ),
)
"""What the options of the plugin `charterpress` are salvaged by."""
