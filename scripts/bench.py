"""Measure how long builds take, beside plain MkDocs on the same text; `--help` says what can be chosen."""

from __future__ import annotations

import sys

from bootstrap import ROOT, run, set_up, set_up_pango

if __name__ == "__main__":
    leaflets = "--leaflets" in sys.argv
    set_up("bench" if leaflets else "run")
    if leaflets:
        set_up_pango()
    sys.exit(run(ROOT / "tests" / "benchmark", *sys.argv[1:]))
