"""Check that a translation says the terms as the terminology of its language has them."""

from __future__ import annotations

from collections.abc import Iterator

from charterpress.content.inline import plain_text
from charterpress.findings import Level
from charterpress.languages.checks.faults import Fault
from charterpress.languages.terminology import Terminology


def check_terms(source: str, translation: str, terminology: Terminology) -> Iterator[Fault]:
    """Yield each term of the source that the translation says in another way than the terminology."""
    said = plain_text(translation)
    for term, found in terminology.terms_in(plain_text(source)):
        # A name that holds a term, such as that of a body, may stay as it is.
        kept_name = found[:1].isupper() and found in said
        if not kept_name and not term.is_said_in(said):
            message = f"'{term.source}' is not translated as the terminology has it: {term.preferred}"
            hint = "Use that word, or add the form to terminology.po: forms are parted by |, and * is any ending."
            yield Fault("po-term", message, hint, Level.WARNING)
