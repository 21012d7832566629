"""Say what must be known before something is made: plain questions, with an answer where a good one is likely."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from charterpress.content.model.text import Email, Identifier, LanguageTag, ShortAddress, WebAddress
from charterpress.findings import CharterpressError, shortened
from charterpress.languages.locales import code_of

Check = Callable[[str], str | None]
"""Says what is wrong with an answer, or nothing."""


def no_check(_answer: str) -> None:
    """Take any answer."""


@dataclass(frozen=True)
class Question:
    """Ask for one thing. `default` is what an empty answer means; None where there must be one.

    `name` is also that of the option that answers it; in capitals, that of the word behind the command.
    """

    name: str
    words: str
    default: str | None = None
    check: Check = no_check

    @property
    def option(self) -> str:
        """Return how the answer is given on the command line."""
        return self.name if self.name.isupper() else f"--{self.name}"


def settle(questions: Sequence[Question], given: Mapping[str, str | None]) -> dict[str, str]:
    """Return an answer to every question without asking anybody; all that is missing or wrong is named at once."""
    answers = {question.name: tidy(given.get(question.name)) or question.default for question in questions}
    missing = [question for question in questions if answers[question.name] is None]
    wrong = [f"{q.option}: {said}" for q in questions if (answer := answers[q.name]) and (said := q.check(answer))]
    parts = [f"These are missing: {', '.join(question.option for question in missing)}."] if missing else []
    if parts or wrong:
        raise CharterpressError(" ".join([*parts, *wrong]))
    return {name: answer for name, answer in answers.items() if answer is not None}


def tidy(answer: str | None) -> str:
    """Return an answer on one line."""
    return " ".join((answer or "").split())


def _as(model: Any, complaint: str) -> Check:  # noqa: ANN401 - an annotated type has no type
    adapter = TypeAdapter(model)

    def check(answer: str) -> str | None:
        try:
            adapter.validate_python(answer)
        except ValidationError:
            return complaint.format(answer=shortened(answer))
        return None

    return check


is_email = _as(Email, "'{answer}' is no e-mail address. Write one such as families@littleham.example.")
is_address = _as(WebAddress, "'{answer}' is no web address. Write one that starts with https://.")
is_id = _as(Identifier, "'{answer}' is no id. Use lower-case letters, digits and hyphens, as in 'working-together'.")
is_short = _as(ShortAddress, "'{answer}' is no short address. Use one or two plain words, as in 'together'.")
_is_code = _as(LanguageTag, "'{answer}' is no code of a language. Write codes such as cy or zh-Hans.")


def are_codes(answer: str) -> str | None:
    """Check the codes of languages, with spaces or commas between them; for a name its code is given."""
    wrong = next((code for code in answer.replace(",", " ").split() if _is_code(code)), None)
    known = code_of(wrong) if wrong is not None else None
    if known is not None:
        return f"'{shortened(wrong or '')}' is the name of a language. Write its code: {known}."
    return _is_code(wrong) if wrong is not None else None


def one_of(values: Sequence[str]) -> Check:
    """Return a check for one of several words."""

    def check(answer: str) -> str | None:
        return None if answer in values else f"'{shortened(answer)}' is none of {', '.join(values)}."

    return check
