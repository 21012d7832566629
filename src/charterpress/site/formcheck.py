"""Judge where the forms of a site send what people write, and name the addresses for a site's security policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from charterpress.content.formsettings import FormOptions
from charterpress.content.settings import LANGUAGES, Project, Settings
from charterpress.findings import Finding, Level, shortened
from charterpress.languages.pseudo import PSEUDO_LOCALES


def forms_of(settings: Settings) -> dict[str, FormOptions]:
    """Return the forms that are set up, by their key in the settings."""
    found = {"feedback": settings.feedback, "reading_confirmation": settings.reading_confirmation}
    return {key: form for key, form in found.items() if form is not None}


def form_origins(settings: Settings) -> tuple[str, ...]:
    """Return where forms post to, other than the site: what `form-action` of a Content-Security-Policy must allow."""
    parts = [urlsplit(form.post_to) for form in forms_of(settings).values() if form.post_to is not None]
    return tuple(sorted({f"{part.scheme}://{part.netloc}" for part in parts}))


def check_forms(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with the settings of forms, each at its line of mkdocs.yml."""
    for key, form in forms_of(project.settings).items():
        if form.post_to is not None:
            yield from _check_address(project, key, form.post_to)
        elif form.email is None and project.settings.contact_email is None and project.knows("contact_email"):
            message = f"'{key}' does not say where answers go"
            hint = "Add 'post_to:' with an https address, or 'email:' with an e-mail address."
            yield project.finding("form-nowhere", message, hint, key)
        # Which languages it should be in is not known, otherwise.
        yield from _check_privacy(project, key, form) if project.knows(*LANGUAGES) else ()


def _check_address(project: Project, key: str, address: str) -> Iterator[Finding]:
    shown, parts = shortened(address), _parts(address)
    if parts is None:
        message = f"'{shown}' is no address that a form can send to"
        hint = "Write a full web address such as https://forms.council.example/charters, without name, password or '#'."
        yield project.finding("form-address", message, hint, key, "post_to")
    elif parts.scheme == "http" and _is_this_machine(parts.hostname or ""):
        message = f"'{shown}' is this machine: forms work here, and for nobody else"
        hint = "Before you publish, write the https address of the program that takes the answers."
        finding = project.finding("form-on-this-machine", message, hint, key, "post_to")
        yield replace(finding, level=Level.WARNING)
    elif parts.scheme != "https":
        message = f"'{shown}' is not https: others could read on the way what people write"
        hint = "Write an address that starts with https://. Ask whoever runs the program if you have none."
        yield project.finding("form-address", message, hint, key, "post_to")


def _parts(address: str) -> SplitResult | None:
    """Return an address taken apart, or None where it is none, or more than one."""
    if not address.isascii() or any(sign.isspace() or sign in "<>\"'\\;," for sign in address):
        return None
    try:
        parts = urlsplit(address)
        if not parts.hostname or parts.port == 0:
            return None
    except ValueError:
        return None
    return None if parts.username is not None or parts.fragment or parts.scheme not in {"http", "https"} else parts


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _check_privacy(project: Project, key: str, form: FormOptions) -> Iterator[Finding]:
    default = project.default_language
    if form.privacy_in(default, default) is None:
        message = f"'{key}' does not say in '{default}' who reads the answers"
        hint = f"Write under 'privacy:' a sentence in '{default}': who reads the answers, and what for."
        yield project.finding("form-privacy", message, hint, key, "privacy")
        return
    readers = [code for code in project.locales if code not in PSEUDO_LOCALES]
    if lacking := [code for code in readers if (form.privacy_in(code, default) or ("", ""))[1] != code]:
        message = f"'privacy' of '{key}' is not there in: {', '.join(lacking)}; these pages show it in '{default}'"
        hint = f"Write a sentence a language: 'privacy:' with a line '{default}: …' and a line '{lacking[0]}: …' below."
        yield replace(project.finding("form-privacy-language", message, hint, key, "privacy"), level=Level.WARNING)
