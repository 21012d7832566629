"""The comparison with plain MkDocs goes on comparing like with like while both sides change."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parent.parent / "benchmark"


def test_both_sides_build_the_same_pages(tmp_path: Path) -> None:
    """A small comparison runs to its end, which it does only when both sites have the same number of pages."""
    figures = tmp_path / "figures.json"
    command = (sys.executable, BENCHMARK, "--quick", "--languages", "2", "--json", figures)
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(figures.read_text("utf-8"))
    assert told["growth"][0]["pages"] > 20
