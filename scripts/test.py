"""Set up what the tests need and run all of them; words after the command go to pytest."""

from __future__ import annotations

import os
import sys

from bootstrap import ROOT, run, say, set_up, set_up_browser, set_up_checker, set_up_gettext, set_up_poppler

if __name__ == "__main__":
    os.chdir(ROOT)
    set_up("test")
    os.environ["CHARTERPRESS_BROWSER"] = set_up_browser()
    set_up_gettext()
    set_up_poppler()
    set_up_checker()
    say("Checking the code …")
    checks = [run("-m", "ruff", "check", "--no-cache"), run("-m", "ruff", "format", "--check"), run("-m", "mypy")]
    say("Running the tests …")
    tests = run("-m", "pytest", "-n", "auto", "--dist", "loadfile", *sys.argv[1:])
    sys.exit(max(*map(abs, checks), abs(tests)))
