"""Links to paragraphs land on them."""

import urllib.parse

import site_under_test as site

# Whether the target of the address is a paragraph that a reader sees below the sticky navigation.
LANDED = """(id) => {
  const target = document.getElementById(id);
  if (!target) return "is not on the page";
  const box = target.getBoundingClientRect();
  const bar = document.querySelector("nav.pages").getBoundingClientRect().bottom;
  if (!target.innerText.trim()) return "is empty";
  if (box.height < 8 || box.width < 8) return "has no size";
  if (!target.checkVisibility({ visibilityProperty: true })) return "is hidden";
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  if (box.top < bar - 1 || (box.top > innerHeight * 0.5 && !atEnd) || box.top > innerHeight) return `stands at ${box.top}`;
  return "";
}"""


def test_every_anchor_lands(browser, address, folder, language):
    """Whatever a page of this language leads to: paragraphs by citations and concordances, figures, contradictions, days."""
    links = set()
    for file in sorted((folder / language).rglob("index.html")):
        page = str(file.relative_to(folder))
        links.update(site.places(folder, page))
    assert sum("/sources/" in link for link in links) > 50
    context = browser.new_context(viewport={"width": 820, "height": 900})
    page = context.new_page()
    faults = []
    for link in sorted(links):
        # The same page again only scrolls, as for a reader who follows a link on it.
        page.goto(f"{address}/{link}", wait_until="load")
        fault = page.evaluate(LANDED, urllib.parse.unquote(link.split("#")[1]))
        if fault:
            faults.append(f"{link} {fault}")
    context.close()
    assert not faults, f"{len(faults)} of {len(links)}\n" + "\n".join(faults[:12])


def test_printed_numbers_are_addresses(open_page, kinds, language):
    path = f"{language}/{kinds['sources/one']}"
    page, _ = open_page(path + "#p7")
    assert page.locator("#p7").evaluate("e => { const t = e.getBoundingClientRect().top; return t > 0 && t < innerHeight; }")
    assert page.locator("#p7").inner_text() == "7"


def test_a_language_link_keeps_the_paragraph(open_page, kinds):
    page, _ = open_page(f"zh-hant/{kinds['sources/one']}")
    rows = page.locator(".row[id]")
    wanted = rows.nth(rows.count() // 2).get_attribute("id")
    page.evaluate("id => document.getElementById(id).scrollIntoView()", wanted)
    page.locator(".languages a[hreflang=en]").evaluate("link => link.click()")
    page.wait_for_url("**/en/**")
    assert page.url.endswith("#" + wanted)
    assert page.evaluate(LANDED, wanted) == ""
