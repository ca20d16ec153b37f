"""Every kind of page, at three widths, in both colour schemes and three languages."""

import pytest

import site_under_test as site
from conftest import Watch

# Layout shifts and everything that is wider than the window, with what causes it.
SHIFTS = """
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
TOO_WIDE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return "";
  const inside = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (["auto", "scroll", "hidden"].includes(getComputedStyle(up).overflowX)) return true;
    }
    return false;
  };
  for (const element of document.querySelectorAll("body *")) {
    if (element.getBoundingClientRect().right > root.clientWidth + 0.5 && !inside(element)) {
      return `${root.scrollWidth} > ${root.clientWidth}: ${element.outerHTML.slice(0, 160)}`;
    }
  }
  return `${root.scrollWidth} > ${root.clientWidth}`;
}"""


@pytest.mark.parametrize("width", site.WIDTHS)
def test_pages_fit_and_stay_still(browser, address, kinds, language, width):
    faults = []
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="light")
    context.add_init_script(SHIFTS)
    for kind, path in kinds.items():
        page = context.new_page()
        watch = Watch(page, address)
        page.goto(f"{address}/{language}/{path}", wait_until="load")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            if too_wide := page.evaluate(TOO_WIDE):
                faults.append(f"{kind} {scheme}: scrolls sideways, {too_wide}")
            if (shifts := page.evaluate("window.shifts")) > 0.01:
                faults.append(f"{kind} {scheme}: shifts by {shifts:.3f}")
        faults += [f"{kind}: {error}" for error in watch.errors]
        # HTML, style sheet and script; the icon is the browser's own wish.
        # A page with pictures of data asks for their styles too.
        asked = [url for url in watch.requests if not url.endswith(("icon.svg", "pictures.css"))]
        if len(asked) > 3:
            faults.append(f"{kind}: {len(asked)} requests, {asked}")
        page.close()
    context.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", site.WIDTHS)
def test_chooser_fits(open_page, width):
    page, watch = open_page("index.html", width=width)
    assert page.evaluate(TOO_WIDE) == ""
    assert not watch.errors
    assert page.locator("main a").count() == 3


def test_printed_pages_have_no_colour_and_no_navigation(browser, address, kinds, language):
    context = browser.new_context(viewport={"width": 660, "height": 940}, color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    faults = []
    for kind, path in kinds.items():
        page.goto(f"{address}/{language}/{path}", wait_until="load")
        if page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != "rgb(255, 255, 255)":
            faults.append(f"{kind}: the paper is not white")
        if page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(0, 0, 0)":
            faults.append(f"{kind}: the title is not black")
        if page.locator("nav.pages, .search, .languages, .theme, .crumbs, .switch").filter(visible=True).count():
            faults.append(f"{kind}: what leads elsewhere is printed")
    page.goto(f"{address}/{language}/{kinds['sources/one']}", wait_until="load")
    assert page.locator(".pn").first.is_visible()
    assert page.locator(".margin .gist").first.is_visible()
    assert len(page.pdf(format="A4")) > 50_000
    context.close()
    assert not faults, "\n".join(faults)
