"""Bring the catalogues of interface words up to date, after a word was added or changed."""

from __future__ import annotations

import sys

from bootstrap import read_words, run, set_up

UPDATE = """
import sys
from charterpress.languages.interface import update_interface
from charterpress.languages.words import FOLDER
for locale in sys.argv[1:] or sorted(path.stem for path in FOLDER.glob("*.po")):
    print(update_interface(locale))
"""

if __name__ == "__main__":
    locales = read_words(__doc__, "locale", "The tag of a language, such as cy; left out: every language.")
    set_up("run")
    sys.exit(run("-c", UPDATE, *locales))
