"""Say what the forms on the pages of one language show, and what they send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from charterpress.content.formsettings import ConfirmationOptions, FeedbackOptions, FormOptions
from charterpress.content.inline import plain_text
from charterpress.content.model import Document
from charterpress.content.model.text import Text
from charterpress.content.settings import Project
from charterpress.languages.locales import Locale
from charterpress.languages.words import Words
from charterpress.site.addresses import FOLDER_OF_KIND, SiteMap, path_of

THANKS = "thanks"
"""Where a program that takes answers may lead readers: a page a language, and one below a page with own words."""


@dataclass(frozen=True)
class Choice:
    """Name an answer: what is sent, what readers see, and the link to a ready e-mail with it, if there is one."""

    value: str
    label: str
    href: str | None = None


@dataclass(frozen=True)
class Form:
    """Hold what a form shows; `hidden` is sent with what people write, and `kept` says how long that is kept."""

    post_to: str | None
    email: str | None
    question: str
    choices: tuple[Choice, ...]
    hidden: tuple[tuple[str, str], ...]
    privacy: Text
    kept: str


@dataclass(frozen=True)
class Forms:
    """Give the forms of a page in one language; without settings there are none."""

    project: Project
    sitemap: SiteMap
    locale: Locale
    words: Words

    @property
    def thanks_needed(self) -> bool:
        """Tell whether a program takes answers, and needs pages that it can lead to."""
        return any(self._posts(form) for form in (self._feedback, self._confirmation))

    def has_own_thanks(self, document: Document) -> bool:
        """Tell whether a page thanks in words of its own."""
        return document.feedback is not None and self._posts(self._feedback)

    def feedback(self, document: Document) -> Form | None:
        """Return the question whether a page helped, or None where it does not ask."""
        options, own = self._feedback, document.feedback
        if options is None or (own is None and FOLDER_OF_KIND.get(document.kind) not in options.pages):
            return None
        _ = self.words
        question = own.question if own is not None else _("Did this page help you?")
        answers = {"yes": _("Yes"), "partly": _("In part"), "no": _("No")}
        email = None if options.post_to else self._email(options)

        def body(value: str, label: str) -> Sequence[str]:
            better = [_("What would make it better?"), "", "", ""]
            return (f"{plain_text(question)} {label}", "", *better, *self._signature(document, value))

        choices = tuple(
            Choice(value, label, email and mail_link(email, self._subject(document, label), body(value, label)))
            for value, label in answers.items()
        )
        thanks = f"{path_of(document)}/{THANKS}" if self.has_own_thanks(document) else THANKS
        return self._form(options, document, question, choices, ("feedback", thanks))

    def confirmation(self, document: Document) -> Form | None:
        """Return the form by which staff confirm that they have read a page, or None where it has none."""
        options, own = self._confirmation, document.reading_confirmation
        if options is None or (own is None and FOLDER_OF_KIND.get(document.kind) not in options.pages):
            return None
        _ = self.words
        purposes = {
            "induction": _("Induction of new staff"),
            "supervision": _("Supervision"),
            "cpd": _("Continuing professional development"),
            "team-discussion": _("Team discussion"),
        }
        if own is not None:
            purposes = {plain_text(purpose): purpose for purpose in own.purposes}
        email = None if options.post_to else self._email(options)

        def body(value: str, label: str) -> Sequence[str]:
            asked = [f"{_(word)}: " for word in ("Your name", "Your role", "Date")]
            return (
                _("I have read this chapter."),
                f"{_('Why did you read it?')} {label}",
                *asked,
                "",
                *self._signature(document, value),
            )

        subject = self._subject(document, _("I have read this chapter."))
        choices = tuple(
            Choice(value, label, email and mail_link(email, subject, body(value, plain_text(label))))
            for value, label in purposes.items()
        )
        text = own.text if own is not None else _("Staff can confirm here that they have read this chapter.")
        return self._form(options, document, text, choices, ("reading-confirmation", THANKS))

    @property
    def _feedback(self) -> FeedbackOptions | None:
        return self.project.settings.feedback

    @property
    def _confirmation(self) -> ConfirmationOptions | None:
        return self.project.settings.reading_confirmation

    def _posts(self, options: FormOptions | None) -> bool:
        return options is not None and options.post_to is not None

    def _email(self, options: FormOptions) -> str | None:
        return options.email or (None if options.post_to else self.project.settings.contact_email)

    def _form(
        self,
        options: FormOptions,
        document: Document,
        question: str,
        choices: tuple[Choice, ...],
        sent: tuple[str, str],
    ) -> Form:
        default = self.project.default_language
        privacy = options.privacy_in(self.locale.code, default) or ("", default)
        return Form(
            options.post_to,
            self._email(options),
            question,
            choices,
            tuple(self._hidden(document, *sent)),
            Text(*privacy),
            self.words.plural(
                "We delete it after one month.",
                "We delete it after {number} months.",
                options.keep_months,
                number=self.locale.number(options.keep_months),
            ),
        )

    def _hidden(self, document: Document, form: str, thanks: str) -> Iterator[tuple[str, str]]:
        yield "form", form
        yield "document", document.id
        yield "title", plain_text(document.title)
        yield "version", document.version or ""
        yield "language", self.locale.code
        yield "page", self._address(path_of(document))
        if (after := self.sitemap.url(self.locale.code, thanks)) is not None:
            yield "next", after

    def _address(self, path: str) -> str:
        """Return the full address of a page, or its address below the site's root where the site has none."""
        return self.sitemap.url(self.locale.code, path) or f"/{self.sitemap.address(self.locale.code, path)}/"

    def _subject(self, document: Document, said: str) -> str:
        return f"{plain_text(document.title)} ({self.locale.english_name}): {said}"

    def _signature(self, document: Document, value: str) -> Sequence[str]:
        """Return the lines that say to those who read the e-mail, in any language, what it is about."""
        known = [document.id, document.version, self.locale.code, value]
        return ("--", " / ".join(part for part in known if part), self._address(path_of(document)))


def mail_link(address: str, subject: str, lines: Sequence[str]) -> str:
    """Return a link that opens an e-mail with subject and text ready (RFC 6068: lines end with CR and LF)."""
    body = quote("\r\n".join(lines), safe="")
    return f"mailto:{quote(address, safe='@+')}?subject={quote(subject, safe='')}&body={body}"
