"""Compare scoring and explaining the pages of a project with plain textstat on the same text.

Run as `python tests/benchmark/scoring.py [FOLDER]`, with the folder of a project (default: this repository).
Plain textstat computes the metrics that its README lists. Each run starts with nothing measured; the last
row is a second build, in which no page has changed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import textstat

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.readability.explain import fixes_to_target, hard_words, pushes
from charterpress.readability.measures import syllables
from charterpress.readability.measuring import Measures
from charterpress.readability.page import PageText
from charterpress.readability.rules import check_verdict
from charterpress.readability.sentences import split_sentences
from charterpress.readability.verdict import judge
from charterpress.reading import source_pages

METRICS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "difficult_words",
    "linsear_write_formula",
    "gunning_fog",
    "text_standard",
)
RUNS = 5


def main(root: Path) -> None:
    """Print the medians of both."""
    project, _ = load_project(root)
    if project is None:
        sys.exit(f"{root / 'mkdocs.yml'} is wrong")
    pages = [page for page in source_pages(load_library(project.docs), project) if page.language == "en"]
    if not pages:
        sys.exit(f"{root} has no English pages")
    kept = Measures()
    judge_all(pages, project, kept)
    rows = {
        "plain textstat: its metrics": lambda: plain(pages),
        "charterpress: score and reasons": lambda: explain(pages, project, Measures()),
        "charterpress: all rules, wording too": lambda: judge_all(pages, project, Measures()),
        "the same, when nothing has changed": lambda: judge_all(pages, project, Measures(kept=kept.used)),
    }
    plain(pages)  # so that both have their dictionaries in memory
    times: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(RUNS):
        for name, work in rows.items():
            times[name].append(seconds(work))
    print(f"{len(pages)} English pages and leaflets, median of {RUNS} runs")
    for name, found in times.items():
        print(f"  {name:<40} {1000 * median(found) / len(pages):7.2f} ms a page")


def explain(pages: Sequence[PageText], project: Project, measures: Measures) -> None:
    """Score each page and say which sentences and words to mend, and how many are enough."""
    forget()
    for page in pages:
        verdict = judge(page, project.settings.readability, measures)
        pushes(verdict)
        hard_words(verdict, measures)
        fixes_to_target(verdict)


def judge_all(pages: Sequence[PageText], project: Project, measures: Measures) -> None:
    """Do all that a check does with each page: sentences, paragraphs, abbreviations, jargon, wording."""
    forget()
    for page in pages:
        verdict = judge(page, project.settings.readability, measures)
        list(check_verdict(verdict, project.settings.readability, measures))


def plain(pages: Sequence[PageText]) -> None:
    """Do what a user of plain textstat does with a page."""
    forget()
    for page in pages:
        text = "\n".join(unit.text for unit in page.units if unit.scored)
        for metric in METRICS:
            getattr(textstat, metric)(text)


def forget() -> None:
    """Empty the caches of both, since each run must do the work again."""
    split_sentences.cache_clear()
    syllables.cache_clear()
    for module in [module for name, module in sys.modules.items() if name.startswith("textstat.")]:
        for value in list(vars(module).values()):
            if hasattr(value, "cache_clear") and value.__name__ != "get_cmudict":
                value.cache_clear()


def seconds(work: Callable[[], None]) -> float:
    """Return how long a piece of work takes on the clock."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
