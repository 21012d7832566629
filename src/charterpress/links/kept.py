"""Keep what asking gave for a day, so that nobody is asked twice for one answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from charterpress.links.asking import Outcome, Verdict

A_DAY = 24 * 60 * 60


def kept_path(root: Path) -> Path:
    """Return the file that keeps outcomes for the project in `root`."""
    return root / ".cache" / "charterpress" / "links.json"


def load_kept(path: Path, now: float) -> dict[str, tuple[float, Outcome]]:
    """Return the outcomes that are not older than a day, each with its time in seconds; a damaged file has none."""
    try:
        found = json.loads(path.read_text("utf-8"))
        kept = {
            str(url): (float(at), Outcome(Verdict(verdict), reason, status, final))
            for url, (at, verdict, reason, status, final) in found.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    return {url: (at, outcome) for url, (at, outcome) in kept.items() if 0 <= now - at < A_DAY}


def save_kept(path: Path, kept: Mapping[str, tuple[float, Outcome]]) -> None:
    """Write outcomes with their times; beside its place first, so that the file is never half there."""
    rows = {url: [at, each.verdict, each.reason, each.status, each.final] for url, (at, each) in sorted(kept.items())}
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    temporary.replace(path)
