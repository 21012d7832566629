"""Measure how long builds take, beside plain MkDocs on the same text; `--help` says what can be chosen."""

from __future__ import annotations

import sys

from bootstrap import ROOT, run, set_up

if __name__ == "__main__":
    set_up("run")
    sys.exit(run(ROOT / "tests" / "benchmark", *sys.argv[1:]))
