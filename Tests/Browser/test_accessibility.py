"""axe-core on every kind of page, and the keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(browser, address, kinds, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    faults = []
    page = context.new_page()
    for kind, path in [*kinds.items(), ("chooser", None)]:
        page.goto(f"{address}/index.html" if path is None else f"{address}/{language}/{path}", wait_until="load")
        for violation in Axe().run(page, options=OPTIONS).response["violations"]:
            nodes = [node["html"][:140] + " " + " ".join(node["target"]) for node in violation["nodes"][:2]]
            faults.append(f"{kind}: {violation['id']} ({len(violation['nodes'])}): {' | '.join(nodes)}")
    context.close()
    assert not faults, "\n".join(faults)


# What the keyboard must reach: all that can be acted on and is seen. A group of radio buttons is one stop.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  return !(element.type === "radio" && !element.checked);
}).length"""
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shown = element.type === "radio" ? element.closest("label") : element;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  window.reached ??= new Set();
  window.reached.add(element);
  return {
    html: element.outerHTML.slice(0, 120),
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: (() => {
      const x = Math.min(Math.max(box.left + 2, 1), innerWidth - 2), y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2);
      const top = document.elementFromPoint(x, y);
      return !!top && !!top.closest("nav.pages") && !shown.closest("nav.pages");
    })(),
  };
}"""


@pytest.mark.parametrize("kind", ["index", "sources/one", "people/one/least", "timeline", "404"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_everything(open_page, kinds, kind, width):
    page, _ = open_page(f"en/{kinds[kind]}", width=width)
    expected = page.evaluate(STOPS)
    faults = []
    for _ in range(min(expected + 5, 150)):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus is None:
            break
        if not focus["outline"] or not focus["seen"] or focus["covered"]:
            faults.append(str(focus))
    reached = page.evaluate("window.reached.size")
    assert not faults, "\n".join(faults[:5])
    assert reached >= min(expected, 140), f"{reached} of {expected} were reached"


def test_the_first_stop_leads_past_the_navigation(open_page, language):
    page, _ = open_page(f"{language}/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
