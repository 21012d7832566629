"""Know which signs belong to a word: Python's own word borders fall inside of Bengali and Gurmukhi words."""

from __future__ import annotations

import re

PART = r"\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
"""What a word is made of, as the inside of a character class: letters, digits, and the marks that belong to them."""

WORD = re.compile(rf"[{PART}]+(?:['’][{PART}]+)*")
"""A word, with the apostrophes inside of it; a number is one, too."""
