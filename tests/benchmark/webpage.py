"""Write the leaflet that charterpress has set as HTML and CSS, for WeasyPrint: the same words, fonts and sizes.

The size of the text is the one that charterpress has found, so that WeasyPrint need not search for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fontTools.ttLib import TTFont

from charterpress.languages.fonts import LATIN, FontFamily, fonts_for
from charterpress.leaflets.inks import Channels
from charterpress.leaflets.setting import Look, Setting

USED_WEIGHTS = (400, 600, 700)

Data = Mapping[str, Any]
"""What a template of Typst reads, or a part of it: names and texts as in `leaflets/blocks.py`."""

STYLES = """
@page {{ size: 100mm 210mm; margin: 10.5mm 7.5mm 8mm; background: {bar} no-repeat -7.5mm -10.5mm / 100mm 210mm }}
@page front {{ margin: 102mm 7.5mm 8mm; background: {cover} no-repeat -7.5mm -102mm / 100mm 210mm }}
@page back {{
  margin: 10.5mm 7.5mm 22mm; background: {foot} no-repeat -7.5mm -10.5mm / 100mm 210mm;
  @bottom-left {{ content: {organisation}; font: 500 10.5pt {headings}; color: {paper}; white-space: nowrap }}
}}
body {{ margin: 0; font: {size}pt/1.16 {text}; color: {ink}; hyphens: none; orphans: 2; widows: 2 }}
.front {{ page: front; font-size: 11pt }}
.flow {{ page: flow; break-before: page; break-after: page }}
.back {{ page: back; font-size: 10pt }}
h1, h2, h3 {{ font-family: {headings}; line-height: 1.1; break-after: avoid; margin: 0 }}
h1 {{ font-size: 23pt; font-weight: 600; color: {brand}; margin-bottom: 5mm }}
h2 {{ font-size: 1.32em; font-weight: 600; color: {brand}; margin: 0.9em 0 0.4em }}
h3 {{
  font-size: 1.02em; font-weight: 600; padding: 0.35em 0.5em; border-radius: 0.25em; margin: 0.8em 0 0.5em;
  color: {brand}; background: {brand_tint};
}}
.ring h3 {{ color: {accent}; background: {accent_tint} }}
.back h2 {{ font-size: 1.2em }}
p {{ margin: 0 0 0.5em }}
p.leads {{ break-after: avoid }}
ul, ol {{ margin: 0.3em 0; padding-inline-start: 1.05em }}
li {{ margin-bottom: 0.2em; break-inside: avoid }}
li p {{ margin: 0.1em 0 0 }}
li::marker {{ color: {brand} }}
.ring li::marker {{ color: {accent} }}
.ring ul {{ list-style: circle }}
.square ul {{ list-style: square }}
strong {{ font-weight: 650 }}
sup {{ font-size: 0.7em; line-height: 1 }}
a {{ color: inherit; text-decoration: underline }}
.notes {{ font-size: {small}pt }}
.notice {{ border: 0.7pt solid {accent}; background: {accent_tint}; border-radius: 1.2mm; padding: 2.2mm 2.6mm;
  margin-top: 4mm; font-size: 9.5pt; font-weight: 600 }}
.whole {{ background: {brand_tint}; border-radius: 2mm; padding: 4mm; margin: 4mm 0 }}
.whole img {{ width: 28mm; height: 28mm; background: {paper}; padding: 2mm; float: left; margin-right: 4mm }}
.whole .address {{ clear: both; direction: ltr; font-weight: 600; color: {brand} }}
"""


def write_webpage(path: Path, setting: Setting, look: Look) -> None:
    """Write `path`, and beside it `style.css`, which is the same for every leaflet of its size."""
    path.write_text("".join(_page(setting.data)), "utf-8")
    path.with_suffix(".css").write_text(_styles(setting, look), "utf-8")


def _styles(setting: Setting, look: Look) -> str:
    fonts = fonts_for(setting.locale) or LATIN
    # The shades of the design 'calm', in which both sides set.
    shades = {"brand_soft": "brand 45", "brand_tint": "brand 12", "accent_tint": "accent 12"}
    colours = {name: name for name in ("ink", "paper", "brand", "accent")} | shades
    palette = {name: _colour(look.palette.shade(shade)) for name, shade in colours.items()}
    values = {
        **palette,
        "size": look.size,
        "small": max(0.9 * look.size, look.minimum),
        "text": ", ".join(f'"{family.name}"' for family in fonts.text),
        "headings": ", ".join(f'"{family.name}"' for family in fonts.headings),
        "organisation": f'"{setting.data["author"]}"',
        "bar": _picture(_bar(palette["brand"])),
        "foot": _picture(_bar(palette["brand"]) + _foot(palette["brand"])),
        "cover": _picture(_cover(palette)),
    }
    faces = "".join(face for family in fonts.families for face in _faces(family))
    return faces + STYLES.format_map(values)


def _faces(family: FontFamily) -> Iterator[str]:
    for path in family.paths:
        with TTFont(path, lazy=True) as font:
            variable, weight, slanted = "fvar" in font, font["OS/2"].usWeightClass, "Italic" in path.stem
        if variable or weight in USED_WEIGHTS:
            weights, style = "100 900" if variable else str(weight), "italic" if slanted else "normal"
            source = f'font-family: "{family.name}"; src: url("{path.as_uri()}")'
            yield f"@font-face {{ {source}; font-weight: {weights}; font-style: {style} }}\n"


def _colour(channels: Channels) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in channels)


def _picture(drawing: str) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 210">{drawing}</svg>'
    return f'url("data:image/svg+xml,{quote(svg)}")'


def _bar(colour: str) -> str:
    return f'<rect width="100" height="4.5" fill="{colour}"/>'


def _foot(colour: str) -> str:
    return f'<rect y="193" width="100" height="17" fill="{colour}"/>'


def _cover(palette: Mapping[str, str]) -> str:
    circles = (("34", "45", "29", "brand_soft"), ("66", "45", "29", "accent"), ("50", "290", "200", "paper"))
    drawn = "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{palette[name]}"/>' for x, y, r, name in circles)
    return f'<rect width="100" height="97" fill="{palette["brand"]}"/>{drawn}'


def _page(data: Data) -> Iterator[str]:
    language = data["language"] + (f"-{data['region']}" if data["region"] else "")
    yield f'<!DOCTYPE html><html lang="{language}" dir="{data["direction"]}"><head><meta charset="utf-8">'
    yield f'<title>{escape(data["title"])}</title><meta name="author" content="{escape(data["author"])}">'
    yield f'<meta name="description" content="{escape(data["description"])}"></head><body>'
    yield from _front(data["front"])
    yield '<section class="flow">'
    called = [key for block in data["flow"] if block["kind"] == "notes" for key, _ in block["items"]]
    for block in data["flow"]:
        yield from _block(block, called)
    yield "</section>"
    yield from _back(data)
    yield "</body></html>"


def _front(front: Data) -> Iterator[str]:
    parties = "&emsp;".join(f"<strong>{_runs(party['name'])}</strong>" for party in front["parties"])
    yield f'<section class="front"><h1>{_runs(front["title"])}</h1><p>{parties}</p><p>{_runs(front["summary"])}</p>'
    yield from (f'<p class="notice">{_runs(notice)}</p>' for notice in front["notices"])
    yield f"<p>{escape(front['organisation'])}</p></section>"


def _block(block: Data, called: list[str]) -> Iterator[str]:
    kind = block["kind"]
    if kind == "heading":
        yield f"<h2>{_runs(block['runs'], called)}</h2>"
    elif kind == "paragraph":
        yield f'<p class="{_class_of(block)}">{_runs(block["runs"], called)}</p>'
    elif kind == "bullets":
        yield f"<ul>{''.join(_items(block['items'], called))}</ul>"
    elif kind == "side":
        yield f'<div class="{block["shape"]}"><h3>{_runs(block["title"], called)}</h3>'
        if block["lead_in"] is not None:
            yield f'<p class="leads">{_runs(block["lead_in"], called)}</p>'
        yield f"<ul>{''.join(_items(block['items'], called))}</ul></div>"
    elif kind == "notes":
        notes = "".join(f"<li>{_runs(runs, called)}</li>" for _, runs in block["items"])
        yield f'<div class="notes"><h2>{escape(block["title"])}</h2><ol>{notes}</ol></div>'


def _class_of(paragraph: Data) -> str:
    return "leads" if paragraph["leads"] else "text"


def _items(items: Iterable[Data], called: list[str]) -> Iterator[str]:
    for item in items:
        yield f"<li>{_runs(item['runs'], called)}"
        for part in item["parts"]:
            label = f"<strong>{escape(part['label'])}</strong> " if part["label"] is not None else ""
            yield f"<p>{label}{_runs(part['runs'], called)}</p>"
        if item["items"]:
            yield f"<ul>{''.join(_items(item['items'], called))}</ul>"
        yield "</li>"


def _back(data: Data) -> Iterator[str]:
    back = data["back"]
    yield '<section class="back">'
    if back["contacts"]:
        yield f"<h2>{escape(back['contacts_title'])}</h2>"
        for name, lines in back["contacts"]:
            yield f"<p><strong>{_runs(name)}</strong>{''.join(f'<br>{_runs(line)}' for line in lines)}</p>"
    yield f'<div class="whole"><img alt="{escape(data["code"]["alt"])}" src="{_code(data["code"])}">'
    yield f"<p><strong>{escape(back['whole'])}</strong></p><p>{escape(back['scan'])}</p>"
    yield f'<p class="address">{_runs(back["address"])}</p></div>'
    if back["about"]:
        yield f"<h2>{escape(back['about_title'])}</h2>"
        yield from (f"<p>{_runs(runs)}</p>" for runs in back["about"])
    yield "</section>"


def _code(code: Data) -> str:
    size = code["size"]
    dark = "".join(f"M{column} {row}h{length}v1h-{length}z" for row, column, length in code["runs"])
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{dark}"/></svg>'
    return f"data:image/svg+xml,{quote(svg)}"


def _runs(runs: Iterable[Data], called: list[str] | None = None) -> str:
    return "".join(_run(run, called or []) for run in runs)


def _run(run: Data, called: list[str]) -> str:
    words = escape(run["text"])
    if run["strong"]:
        words = f"<strong>{words}</strong>"
    if run["emphasis"]:
        words = f"<em>{words}</em>"
    if run["language"] is not None:
        words = f'<span lang="{run["language"]}">{words}</span>'
    if run["href"] is not None:
        words = f'<a href="{escape(run["href"])}">{words}</a>'
    if run["note"] in called:
        words += f"<sup>{called.index(run['note']) + 1}</sup>"
    return words
