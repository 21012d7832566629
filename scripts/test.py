"""Set up what the tests need and run all of them; words after the command go to pytest."""

from __future__ import annotations

import os
import sys

from bootstrap import ROOT, read_words, run, say, set_up, set_up_browser, set_up_checker, set_up_gettext, set_up_poppler

if __name__ == "__main__":
    if {"-h", "--help"} & set(sys.argv):
        read_words(__doc__, "words", "What pytest takes, such as -k promise or a file of tests; left out: all tests.")
    os.chdir(ROOT)
    set_up("test")
    os.environ["CHARTERPRESS_BROWSER"] = set_up_browser()
    set_up_gettext()
    set_up_poppler()
    set_up_checker()
    say("Checking the code …")
    checks = [run("-m", "ruff", "check", "--no-cache"), run("-m", "ruff", "format", "--check"), run("-m", "mypy")]
    say("Running the tests …")
    tests = run("-m", "pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", *sys.argv[1:])
    sys.exit(max(*map(abs, checks), abs(tests)))
