"""Test what the pages of an adapted charter say of what is ours in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from charterpress.check import Checked, check
from charterpress.languages.words import load_words
from charterpress.leaflets.faces import CHANGES as PRINTED
from charterpress.site.addresses import CHANGES, site_map
from charterpress.site.environment import page_environment
from charterpress.site.page import Page
from charterpress.site.render import PageRenderer
from charterpress.site.signposts import render_signposts

from .conftest import Element

Read = Callable[..., Element]
EXAMPLES = Path(__file__).parents[2] / "examples" / "valid"
ADAPTATION = "docs/charters/northshire.yml"
CHARTER, CHANGED = "charters/northshire", "charters/northshire/changes"
THEME = "themes/respect"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the example that rewrites, adds and removes promises."""
    return Path(shutil.copytree(EXAMPLES / "adapted-charter", tmp_path / "a project"))


def rendered(root: Path) -> tuple[dict[str, dict[str, Page]], Checked]:
    """Return the pages of a project by language and address, and what was checked."""
    checked = check(root)
    assert checked.project is not None, checked.findings
    assert [finding for finding in checked.findings if finding.level == "error"] == []
    sitemap, environment = site_map(checked.languages, checked.project), page_environment(None)
    pages = {}
    for code, library in checked.languages.items():
        made = PageRenderer(library, load_words(code), sitemap, environment).pages()
        pages[code] = {page.path: page for page in made}
        assert set(pages[code]) <= set(sitemap.pages)
    return pages, checked


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Put new words in the place of old ones in a file of a project."""
    text = (root / name).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    (root / name).write_text(text.replace(old, new), "utf-8")


def said(page: Page) -> str:
    """Return what a page says, with single spaces."""
    return Markup(re.sub(r"<(?=p|li|h\d)", " <", page.body)).striptags()  # noqa: S704 - it is read, never shown


def part(page: Element, identifier: str) -> Element:
    """Return the element of a page that has an id."""
    [found] = [one for one in page.walk() if one.attributes.get("id") == identifier]
    return found


def of_class(page: Element, name: str) -> list[Element]:
    """Return the elements of a page that have a class."""
    return [one for one in page.walk() if name in one.attributes.get("class", "").split()]


def tags(page: Element, *names: str) -> list[Element]:
    """Return the elements of a page by their names."""
    return [one for one in page.walk() if one.tag in names]


def changes_in(page: Element) -> dict[str, Element]:
    """Return the changes of a page by what was changed, in their order."""
    return {one.attributes["aria-labelledby"]: one for one in of_class(page, "cp-change")}


def test_a_promise_says_that_it_is_ours(project: Path, read_html: Read) -> None:
    """What was changed or added says so, with the original, the reason and who agreed it; nothing else does."""
    page = read_html(rendered(project)[0]["en"][CHARTER].body)
    marks = {identifier: of_class(part(page, identifier), "cp-ours") for identifier in ("listen-first", "call-back")}
    assert sum(map(len, marks.values())) == len(of_class(page, "cp-ours")) == 2
    [ours], [added] = marks["listen-first"], marks["call-back"]
    assert ours.tag == added.tag == "details"
    assert "open" not in ours.attributes
    said = [one.text for identifier in marks for one in of_class(part(page, identifier), "cp-ours__mark")]
    assert said == ["Our words", "Added by us"]
    assert [one.text for one in ours.children[0].children] == ["See the original"]
    assert "Listen to you before we decide." in ours.text
    assert "Parents told us that they hear nothing once we have decided." in ours.text
    assert "Northshire Families Forum agreed this on 1 September 2026." in ours.text
    assert [one.text for one in added.children[0].children] == ["See why"]
    assert "on 8 September 2026" in added.text
    assert [link.attributes["href"] for link in tags(ours, "a")] == ["changes/#listen-first"]


def test_the_page_of_a_theme_says_it_too(project: Path, read_html: Read) -> None:
    """Where a theme gathers promises, each has the mark that it has in its charter, and links lead to that charter."""
    edit(
        project,
        ADAPTATION,
        "because: Parents told us that",
        'because: "[Plain words](#plain-words): parents told us that',
    )
    edit(project, ADAPTATION, "once we have decided.\n", 'once we have decided."\n')
    pages, _ = rendered(project)
    for code in ("en", "cy"):
        charter, theme = (read_html(pages[code][path].body, code) for path in (CHARTER, THEME))
        for name in ("cp-ours__mark", "cp-ours"):
            marks = [[one.text for one in of_class(page, name)] for page in (charter, theme)]
            assert marks[0] == marks[1]
            assert len(marks[0]) == 2
    theme = read_html(pages["en"][THEME].body)
    [ours, _] = of_class(theme, "cp-ours")
    assert "open" not in ours.attributes
    assert [link.attributes["href"] for link in tags(ours, "a")] == [
        "../../charters/northshire/#plain-words",
        "../../charters/northshire/changes/#listen-first",
    ]
    [promise] = [one for one in of_class(theme, "cp-promise") if ours in one.children]
    assert promise.text.startswith("Listen to you before and after we decide.")
    assert "Based on: Working together · What we changed and why" in said(pages["en"][THEME])


def test_the_page_of_codes_says_it_too(project: Path, read_html: Read) -> None:
    """Beside its code a promise has the mark that it has in its charter; nothing else has one."""
    page = read_html(rendered(project)[0]["en"][f"{CHARTER}/codes"].body)
    codes = of_class(page, "cp-code")
    assert len(codes) > len(of_class(page, "cp-ours__mark"))
    assert {
        tags(code, "a")[0].attributes["href"]: [mark.text for mark in marks]
        for code in codes
        if (marks := of_class(code, "cp-ours__mark"))
    } == {"listen-first.svg": ["Our words"], "call-back.svg": ["Added by us"]}


def test_the_original_is_never_without_its_terms(project: Path, read_html: Read) -> None:
    """The original of a promise has its exception and its time limit, and calls no footnote of the page."""
    change = (
        "  - replace: share-reports\n    text: Show you each report.\n    without: [unless]\n    because: It is fair.\n"
    )
    edit(project, ADAPTATION, "changes:\n", f"changes:\n{change}")
    pages, _ = rendered(project)
    [mark] = of_class(part(read_html(pages["en"][CHARTER].body), "share-reports"), "cp-ours")
    for words in ("before we share it.", "We will not do so if", "three working days", "when the report is ready."):
        assert words in mark.text
    assert tags(mark, "sup") == []
    rows = changes_in(read_html(pages["en"][CHANGED].body))["share-reports"]
    assert [one.text for one in tags(rows, "del") if "risk" in one.text] == [
        "We will not do so if it could put a child at risk. (taken out: )"
    ]


def test_the_charter_says_what_it_is_based_on(project: Path, read_html: Read) -> None:
    """Near its top the page names the charter that was changed, its version, publisher and licence, and how much."""
    page = rendered(project)[0]["en"][CHARTER]
    [based] = of_class(read_html(page.body), "cp-based")
    assert "This charter is based on Working together, version 1.1." in said(page)
    assert "Publisher: Exampleton Council. Licence: CC BY 4.0." in said(page)
    assert "We changed one promise. We added one promise. We left out one promise. We changed the order." in said(page)
    assert said(page).index("This charter is based on") < said(page).index("What the council does")
    links = [link.attributes["href"] for link in tags(based, "a")]
    assert links == ["https://creativecommons.org/licenses/by/4.0/", "changes/"]


def test_the_page_of_changes_has_them_all_in_order(project: Path, read_html: Read) -> None:
    """Every change is there in the order of the charter, also what was removed, each with its reason."""
    page = read_html(rendered(project)[0]["en"][CHANGED].body)
    changes = changes_in(page)
    assert list(changes) == ["council-respect", "listen-first", "call-back", "be-on-time"]
    assert all("Why:" in one.text and "agreed this on" in one.text for one in changes.values())
    assert [one.text for one in tags(page, "h2")] == ["Respect", "Names that we put in"]
    before, after = tags(changes["council-respect"], "ol")
    assert [len(one.children) for one in (before, after)] == [4, 4]
    assert before.children[0].text == "Listen to you before we decide."
    assert after.children[0].text.startswith("Use plain words")
    assert "Come on time." in changes["be-on-time"].text
    assert "Northshire Families Forum The parent carer forum that speaks for families there." in page.text


def test_words_are_marked_by_more_than_colour(project: Path, read_html: Read) -> None:
    """What was put in is in <ins>, with words for those who hear the page; what is the same has no mark."""
    page = read_html(rendered(project)[0]["en"][CHANGED].body)
    [inserted] = tags(changes_in(page)["listen-first"], "ins", "del")
    assert (inserted.tag, inserted.text) == ("ins", "and after (put in: )")
    assert [one.attributes["class"] for one in inserted.children] == ["cp-hidden", "cp-hidden"]
    assert len(of_class(page, "cp-legend")) == 1


def test_texts_with_little_in_common_stand_whole(project: Path, read_html: Read) -> None:
    """Where hardly a word is the same, both are shown without marks, and no legend explains any."""
    edit(project, ADAPTATION, "Listen to you before and after we decide.", "Hear every family out.")
    (project / "i18n/cy/northshire.po").write_text("", "utf-8")
    page = read_html(rendered(project)[0]["en"][CHANGED].body)
    assert tags(page, "del", "ins") == of_class(page, "cp-legend") == []
    both = changes_in(page)["listen-first"].text
    assert "The original: Listen to you before we decide. Our words: Hear every family out." in both


def test_an_old_link_to_a_removed_promise_finds_it(project: Path, read_html: Read) -> None:
    """Its address is on the charter's page for good, with its words and why it was left out."""
    pages, checked = rendered(project)
    gone = part(read_html(pages["en"][CHARTER].body), "be-on-time")
    assert "Calling back matters more to us." in gone.text
    assert "Left out: Come on time. Why: Calling back matters more to us." in said(pages["en"][CHARTER])
    assert "be-on-time" in checked.addresses.now[CHARTER]
    assert checked.addresses.now[CHANGED] == ()


def test_every_language_has_the_page(project: Path, read_html: Read) -> None:
    """In Welsh it is in Welsh; an original without a translation says that it is in English."""
    po = "shared/i18n/cy/working-together.po"
    edit(project, po, 'msgid "Come on time."\nmsgstr "Dod ar amser."\n', 'msgid "Come on time."\nmsgstr ""\n')
    page = read_html(rendered(project)[0]["cy"][CHANGED].body, "cy")
    changes = changes_in(page)
    assert "Gwrando arnoch chi cyn i ni benderfynu." in changes["listen-first"].text
    assert [one.text.partition(" (")[0] for one in tags(changes["listen-first"], "ins")] == ["ac ar ôl"]
    [english] = [one for one in changes["be-on-time"].walk() if one.tag == "span" and one.lang == "en"]
    assert (english.text, english.dir) == ("Come on time.", "ltr")
    assert "Fforwm Teuluoedd Northshire" in page.text


def test_an_adaptation_of_an_adaptation_names_both(project: Path, read_html: Read) -> None:
    """The chain is told, the nearest first; what is on this site is linked. Another order of themes is told, too."""
    text = (project / ADAPTATION).read_text("utf-8").partition("adapts:")[0].replace("id: northshire", "id: oxley")
    text += "names: {forum: Oxley Forum}\nadapts: northshire@1.0\nagreed_by: Oxley <b>Forum</b>\n"
    text += "changes:\n  - reorder: themes\n    order: [sharing, respect]\n    because: News comes first.\n"
    (project / "docs/charters/oxley.yml").write_text(text, "utf-8")
    pages = rendered(project)[0]["en"]
    page = read_html(pages["charters/oxley"].body)
    [based] = of_class(page, "cp-based")
    assert "This charter is based on Working together in Northshire, version 1.0." in said(pages["charters/oxley"])
    assert "That one is based on Working together, version 1.1." in said(pages["charters/oxley"])
    assert tags(based, "a")[0].attributes["href"] == "../northshire/"
    assert of_class(page, "cp-ours") == []
    changes = read_html(pages["charters/oxley/changes"].body)
    [themes] = changes_in(changes).values()
    before, after = ([one.text for one in order.children] for order in tags(themes, "ol"))
    assert (before, after) == (["Respect", "Sharing news"], ["Sharing news", "Respect"])
    assert "Oxley <b>Forum</b> agreed this." in themes.text, "a name is no HTML"
    # What the first adaptation left out was never in what this one is based on.
    assert of_class(page, "cp-left-out") == []
    # A theme with promises of both tells whose words are whose.
    theme = read_html(pages[THEME].body)
    gathered = {one.attributes["aria-labelledby"]: of_class(one, "cp-ours") for one in tags(theme, "section")}
    assert {key: len(found) for key, found in gathered.items() if key.startswith("cp-from-")} == {
        "cp-from-northshire": 2,
        "cp-from-oxley": 0,
    }


def test_who_only_puts_names_in_says_so(tmp_path: Path, read_html: Read) -> None:
    """The page has the names, the permission where there is no licence, and a short address for paper, in Urdu too."""
    root = shutil.copytree(EXAMPLES / "adapted-names", tmp_path / "names")
    pages, checked = rendered(root)
    page = read_html(pages["en"]["charters/brookfield/changes"].body)
    told = said(pages["en"]["charters/brookfield/changes"])
    assert "We changed no promise. We only put our own names in." in told
    assert "The committee of Fernvale Parents Forum gave permission to change it on 4 May 2026:" in told
    assert changes_in(page) == {}
    assert "بروک فیلڈ فیملیز فورم" in read_html(pages["ur"]["charters/brookfield/changes"].body, "ur", "rtl").text
    assert checked.project is not None
    sitemap = site_map(checked.languages, checked.project)
    made = dict(render_signposts(checked.languages["ur"], sitemap, page_environment(None)))
    assert set(made) == {"promise", "promise/changes"}
    assert 'url=../../charters/brookfield/changes/"' in made["promise/changes"]
    assert PRINTED == CHANGES, "what paper says is where the page is"


def test_a_charter_of_our_own_has_none_of_it(renderers: Callable[..., dict[str, PageRenderer]]) -> None:
    """Where nothing was adapted there is no page of changes, and no word of any."""
    pages = list(renderers()["en"].pages())
    assert any(page.path == "charters/family" for page in pages)
    assert [page.path for page in pages if page.path.endswith(CHANGES)] == []
    assert all("cp-based" not in page.body and "cp-ours" not in page.body for page in pages)


def test_what_follows_a_new_version_says_so(project: Path, read_html: Read) -> None:
    """When the shared charter moves on, originals are those of the version that was changed; the page says so."""
    kept = project / "adapted" / "working-together@1.1.yml"
    kept.parent.mkdir(exist_ok=True)
    shared = project / "shared/docs/charters/working-together.yml"
    kept.write_text(shared.read_text("utf-8"), "utf-8")
    edit(project, "shared/docs/charters/working-together.yml", 'version: "1.1"', 'version: "1.2"')
    edit(project, "shared/docs/charters/working-together.yml", "Listen to you before we decide.", "Listen to you well.")
    edit(project, ADAPTATION, "agreed: 2026-09-01\n", "agreed: 2026-09-01\ndecide_by: 2099-01-01\n")
    page = rendered(project)[0]["en"][CHANGED]
    assert "version 1.1. Publisher: Exampleton Council." in said(page)
    assert "What we did not change is from version 1.2." in said(page)
    assert "Listen to you before we decide." in changes_in(read_html(page.body))["listen-first"].text
