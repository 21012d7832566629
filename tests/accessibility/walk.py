"""Walk through an open page with the Tab key, and note where the focus stops and how that looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# When the next key goes down, the page has settled: it has scrolled to the control, and drawn its outline.
WATCH = """
(() => {
  const luminance = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const contrast = (a, b) => {
    const [high, low] = [luminance(channels(a)), luminance(channels(b))].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  // The outline stands outside of the control: what is around it is the ground.
  const ground = element => {
    for (let each = element.parentElement; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor, found = channels(colour);
      if (found.length < 4 || found[3] === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  window.cpShown = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && element.getClientRects().length > 0;
  // A link that shows once it has the focus is a control as well.
  window.cpControls = () => [...document.querySelectorAll(controls)]
    .filter(each => each.tabIndex >= 0 && !each.disabled)
    .filter(each => each.checkVisibility({visibilityProperty: true}) && each.getClientRects().length > 0)
    .filter(each => each.type !== "radio" || each === document.querySelector(`input[name="${each.name}"]`));
  window.cpStops = [];
  addEventListener("keydown", event => {
    const element = document.activeElement;
    if (event.key !== "Tab" || !element || element === document.body) return;
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    const middle = element.getClientRects()[0] || box;
    const top = document.elementFromPoint(middle.x + middle.width / 2, middle.y + middle.height / 2);
    cpStops.push({
      index: cpControls().indexOf(element),
      name: element.outerHTML.slice(0, 120),
      shown: cpShown(element) && box.width > 1 && box.height > 1
        && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
      covered: !(top && (element.contains(top) || top.contains(element))),
      // The browser's own mark, where a page leaves it as it is, is two rings of together 3 px.
      outline: {none: 0, auto: 3}[style.outlineStyle] ?? parseFloat(style.outlineWidth),
      contrast: contrast(style.outlineColor, ground(element)),
    });
  }, true);
})()
"""


@dataclass(frozen=True)
class Stop:
    """Hold a stop: its place among the controls in the order of the page, and how the focus shows there."""

    index: int
    name: str
    shown: bool
    covered: bool
    outline: float
    contrast: float


def walk(page: Page) -> tuple[tuple[Stop, ...], int]:
    """Return where Tab stops from the top of the open page to its end, and how many controls can be reached."""
    page.evaluate(WATCH)
    number: int = page.evaluate("cpControls().length")
    # One more than there are controls; some, such as a date, are several stops.
    for _ in range(number + 1):
        page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body && cpStops.length < 3 * cpControls().length + 9"):
        last: int = page.evaluate("cpControls().indexOf(document.activeElement)")
        if last == 0:
            break
        page.keyboard.press("Tab")
    found: list[dict[str, Any]] = page.evaluate("cpStops")
    return tuple(Stop(**stop) for stop in found), number


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what a selector names has the focus; fail when the keyboard does not reach it."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    message = f"the keyboard does not reach {selector}"
    raise AssertionError(message)
