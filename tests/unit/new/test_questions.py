"""Test what is asked before something is made, and what is said of answers that cannot be used."""

from __future__ import annotations

import pytest

from charterpress.findings import CharterpressError
from charterpress.new.questions import Question, are_codes, is_email, one_of, settle

QUESTIONS = (
    Question("title", "What is it called?"),
    Question("by", "Who?"),
    Question("email", "Which address?", "", is_email),
    Question("force", "How binding?", "law", one_of(["law", "advice"])),
)


def test_answers() -> None:
    """What is given is put on one line; what is not gets the usual answer."""
    given = {"title": " Our\n plan ", "by": "Us", "email": None}
    assert settle(QUESTIONS, given) == {"title": "Our plan", "by": "Us", "email": "", "force": "law"}


def test_all_at_once() -> None:
    """All that is missing and all that is wrong is in one message, by the names of the options."""
    with pytest.raises(CharterpressError) as raised:
        settle(QUESTIONS, {"by": "  ", "email": "nobody", "force": "lax"})
    assert str(raised.value) == (
        "These are missing: --title, --by. "
        "--email: 'nobody' is no e-mail address. Write one such as families@littleham.example. "
        "--force: 'lax' is none of law, advice."
    )


@pytest.mark.parametrize(
    ("codes", "wrong"),
    [("cy, pl ur", None), ("cy zh-Hans", None), ("cy x_y", "x_y"), ("EN", "EN"), ("cy Urdu", "Write its code: ur.")],
)
def test_codes_of_languages(codes: str, wrong: str | None) -> None:
    """Several codes may be given, with commas or spaces between them; the first that is none is named."""
    said = are_codes(codes)
    assert said is None if wrong is None else wrong in str(said)
