"""axe-core on every kind of page, and the keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

import site_under_test as site

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
STOPS = """window.stops = [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.id === "main") return false;
  return !(element.type === "radio" && !element.checked);
})"""
# What is wrong with the element that has the focus, and which of the stops it is.
FOCUSED = """() => {
  const element = document.activeElement;
  const shown = element.type === "radio" ? element.closest("label") : element;
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + 2, 1), innerWidth - 2), y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2);
  const top = document.elementFromPoint(x, y);
  let fault = "";
  if (element.tabIndex < 0) fault = "is left out by the keyboard";
  else if (element.tabIndex > 0) fault = "is out of order";
  else if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) fault = "does not show the focus";
  else if (!(box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth)) fault = "is not in the window";
  else if (top && top.closest("nav.pages") && !shown.closest("nav.pages")) fault = "is below the navigation";
  return [window.stops.indexOf(element), fault && `${element.outerHTML.slice(0, 120)} ${fault}`];
}"""
# Every stop has the focus once, as the keyboard would give it.
FOCUS_EACH = "(focused) => { const ask = eval(focused); return window.stops.map((stop) => { stop.focus({ focusVisible: true }); return ask(); }); }"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_everything(browser, address, kinds, width):
    """Each stop is in the order of the page and shows its focus; so many steps of the Tab key go from one to the next."""
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    faults = []
    for number, (kind, path) in enumerate(kinds.items()):
        language = site.LANGUAGES[number % 3]
        page.goto(f"{address}/{language}/{path}", wait_until="load")
        count = page.evaluate(f"({STOPS}).length")
        found = page.evaluate(FOCUS_EACH, FOCUSED)
        wrong = [fault for _, fault in found if fault]
        if wrong or [place for place, _ in found] != list(range(count)):
            faults.append(f"{kind} {language}: {wrong[:3] or 'not every stop takes the focus'}")
        # From the first stop on, and back over the last ones to the first.
        for start, key, step, steps in ((0, "Tab", 1, min(30, count - 1)), (count - 1, "Shift+Tab", -1, min(12, count - 1))):
            page.evaluate("(at) => window.stops[at].focus({ focusVisible: true })", start)
            for at in range(1, steps + 1):
                page.keyboard.press(key)
                place, fault = page.evaluate(FOCUSED)
                if fault or place != start + step * at:
                    faults.append(f"{kind} {language}: {key} leads to stop {place} and not {start + step * at} of {count}. {fault}")
                    break
    context.close()
    assert not faults, "\n".join(faults)


def test_the_first_stop_leads_past_the_navigation(open_page, language):
    page, _ = open_page(f"{language}/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
