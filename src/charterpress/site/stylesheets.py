"""Take out of a theme's style sheets what no page of a site can use: an old phone need not load and read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from charterpress.site.facts import PageFacts

THEME_SHEETS = "assets/stylesheets/*.min.css"

_MARKS = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|/\*.*?\*/|url\([^"')]*\)|[{};]""", re.DOTALL)
_PARTS = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[(),;]""", re.DOTALL)
_IN_BRACKETS = re.compile(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_ATTRIBUTE = re.compile(r"""\[([\w-]+)(?:[~|^$*]?=["']?([^"'\]]*)["']?)?[^\]]*\]""")
_NAME = re.compile(r"(::?[\w-]+)|([.#]?)((?:[\w-]|\\.)+)")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("@media", "@supports", "@layer", "@container")
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class _Block:
    """Hold a rule: what stands before its braces, and between them; a bare statement has no body."""

    head: str
    body: str | None


def trim_stylesheets(site: Path, pages: Iterable[PageFacts], overrides: Path | None = None) -> None:
    """Trim the theme's style sheets in the folder of a site to what its pages can use; a project's own stay whole."""
    names = frozenset().union(*(page.names for page in pages))
    # What a script may put into a page is among its words.
    said = frozenset(word for path in site.rglob("*.js") for word in _WORD.findall(path.read_text("utf-8")))
    sheets = sorted(site.glob(THEME_SHEETS))
    ours = [path for path in sheets if overrides is None or not (overrides / path.relative_to(site)).is_file()]
    trimmed = {path: trimmed_rules(path.read_text("utf-8"), names, said) for path in ours}
    others = [path.read_text("utf-8") for path in sorted(site.rglob("*.css")) if path not in trimmed]
    for path, css in without_lone_variables(trimmed, others).items():
        path.write_text(css, encoding="utf-8")


def trimmed_rules(css: str, names: frozenset[str], said: frozenset[str] = frozenset()) -> str:
    """Return a style sheet without the rules that name something that is in no page, nor said by a script."""
    return "".join(_kept(css, names, said))


def _kept(css: str, names: frozenset[str], said: frozenset[str]) -> Iterator[str]:
    for block in _blocks(css):
        if block.body is None:
            yield f"{block.head};"
        elif block.head.startswith(_GROUPS):
            inner = trimmed_rules(block.body, names, said)
            if inner:
                yield f"{block.head}{{{inner}}}"
        elif block.head.startswith("@"):
            yield f"{block.head}{{{block.body}}}"
        else:
            selectors = [each for each in _split(block.head, ",") if _may_match(each, names, said)]
            if selectors:
                yield f"{','.join(selectors)}{{{block.body}}}"


def _may_match(selector: str, names: frozenset[str], said: frozenset[str]) -> bool:
    for key, value in _ATTRIBUTE.findall(selector):
        if key.startswith("data-md-") and value and f"[{key}={value}]" not in names and value not in said:
            return False
    bare = _ATTRIBUTE.sub("", _IN_BRACKETS.sub("", selector))
    for pseudo, kind, name in _NAME.findall(bare):
        plain = name.replace("\\", "")
        if not pseudo and f"{kind}{plain}" not in names and plain not in said:
            return False
    return True


def without_lone_variables(sheets: dict[Path, str], others: Iterable[str]) -> dict[Path, str]:
    """Return style sheets without the custom properties that nothing in them or in other sheets refers to."""
    elsewhere = {name for css in others for name in _VARIABLE.findall(css)}
    while True:
        used = elsewhere.union(*(_VARIABLE.findall(css) for css in sheets.values()))
        fewer = {path: _only(css, used) for path, css in sheets.items()}
        if fewer == sheets:
            return sheets
        sheets = fewer


def _only(css: str, used: set[str]) -> str:
    kept = []
    for block in _blocks(css):
        if block.body is None:
            kept.append(f"{block.head};")
            continue
        if block.head.startswith(_GROUPS):
            body = _only(block.body, used)
        elif "--" in block.body:
            lines = _split(block.body, ";")
            body = ";".join(line for line in lines if not line.startswith("--") or line.partition(":")[0] in used)
        else:
            body = block.body
        if body:
            kept.append(f"{block.head}{{{body}}}")
    return "".join(kept)


def _blocks(css: str) -> Iterator[_Block]:
    depth = start = opened = 0
    for mark in _MARKS.finditer(css):
        sign = mark[0]
        if sign.startswith("/*") and not depth and not css[start : mark.start()].strip():
            start = mark.end()
        elif sign == "{":
            opened = mark.end() if not depth else opened
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                yield _Block(css[start : opened - 1].strip(), css[opened : mark.start()].strip())
                start = mark.end()
        elif sign == ";" and not depth:
            yield _Block(css[start : mark.start()].strip(), None)
            start = mark.end()


def _split(text: str, sign: str) -> list[str]:
    """Return the parts between signs that stand outside of brackets and quotation marks."""
    parts, depth, start = [], 0, 0
    for mark in _PARTS.finditer(text):
        depth += (mark[0] == "(") - (mark[0] == ")")
        if mark[0] == sign and not depth:
            parts.append(text[start : mark.start()].strip())
            start = mark.end()
    return [part for part in (*parts, text[start:].strip()) if part]
