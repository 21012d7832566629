"""Run builds as whole processes and take their time."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import plain
import structured
from articles import Article, make_articles
from tongues import LANGUAGES, MORE_LANGUAGES


@dataclass(frozen=True)
class Size:
    """Say how large a synthetic site is."""

    documents: int
    languages: int

    def __str__(self) -> str:
        """Return the size in words."""
        return f"{self.documents} documents in {self.languages} languages"

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the languages, English first."""
        return (*LANGUAGES, *MORE_LANGUAGES)[: self.languages]


@dataclass(frozen=True)
class Tool:
    """Name a way to build a site: how its source is written and changed, and the command that builds it."""

    name: str
    command: tuple[str, ...]
    write: Callable[[Path, Sequence[Article], Sequence[str]], None]
    change: Callable[[Path, Article, str], None]


CHARTERPRESS = Tool(
    "charterpress",
    (sys.executable, "-m", "charterpress", "build"),
    structured.write_project,
    structured.change_document,
)
PLAIN = Tool(
    "plain MkDocs",
    (sys.executable, "-m", "mkdocs", "build", "--quiet"),
    plain.write_project,
    plain.change_document,
)


@dataclass
class Times:
    """Collect what several runs of one build took; `seconds` is on the clock, `work` on all processors."""

    seconds: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Return the median of the seconds on the clock."""
        return statistics.median(self.seconds)

    @property
    def median_work(self) -> float:
        """Return the median of the seconds on all processors."""
        return statistics.median(self.work)


@dataclass
class Site:
    """Hold a synthetic site on disk, made for one tool."""

    tool: Tool
    size: Size
    root: Path
    articles: Sequence[Article]
    cold: Times = field(default_factory=Times)
    warm: Times = field(default_factory=Times)

    def build_cold(self) -> None:
        """Build with neither results nor caches of an earlier build."""
        for name in ("site", "print", "reports", ".cache"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        self._build(self.cold)

    def build_warm(self, words: str) -> None:
        """Change one document and build again, with the results and caches of the build before."""
        article = next(article for article in self.articles if article.kind == "guide")
        self.tool.change(self.root, article, words)
        self._build(self.warm)

    @property
    def pages(self) -> int:
        """Count the pages that were built; those that only charterpress has are left out."""
        built = (self.root / "site").rglob("*.html")
        extra = {"search", "translations", "codes", "data"}
        return sum(1 for path in built if path.name != "404.html" and path.parent.name not in extra)

    def _build(self, times: Times) -> None:
        started, before = time.perf_counter(), spent()
        done = subprocess.run(self.tool.command, cwd=self.root, capture_output=True, text=True, check=False)
        times.seconds.append(time.perf_counter() - started)
        times.work.append(spent() - before)
        if done.returncode != 0:
            sys.exit(f"{self.tool.name} could not build the synthetic site:\n{done.stdout}{done.stderr}")


def spent() -> float:
    """Return the processor seconds of all processes that were run and have ended."""
    times = os.times()
    return times.children_user + times.children_system


def make_site(tool: Tool, size: Size, folder: Path) -> Site:
    """Write a synthetic site for a tool into a folder of its own."""
    articles = make_articles(size.documents)
    root = folder / f"{tool.name}, {size}"
    tool.write(root, articles, size.codes)
    return Site(tool, size, root, articles)
