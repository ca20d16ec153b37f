"""Search: what is named is found first, any words are found in either script, and every result is where it says."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe

import named_queries
from test_accessibility import OPTIONS
from test_layout import TOO_WIDE
from test_places import LANDED

PANEL = ".results:not([hidden])"
# The first query, with everything it makes the page fetch, as a host sends it.
FIRST_QUERY = 40 * 1024


def ask(page, query):
    """Types a query and waits until what is shown answers it."""
    page.locator("#q").fill("")
    page.locator(PANEL).wait_for(state="detached")
    page.locator("#q").fill(query)
    page.wait_for_selector(PANEL)
    return [link.get_attribute("href") for link in page.locator(".results a").all()]


def test_thirty_named_queries_find_their_entity_first(open_page, folder, language):
    queries = named_queries.queries(folder, 30)
    assert len(queries) == 30 and len({form for form, _, _ in queries}) >= 6
    page, watch = open_page(f"{language}/timeline/index.html")
    faults = []
    for form, query, entity in queries:
        links = ask(page, query)
        if not links or not links[0].endswith(f"/{language}/{entity}/index.html"):
            faults.append(f"{form} {query}: {links[:1]} instead of {entity}")
    assert not faults, "\n".join(faults)
    assert not watch.errors


def test_a_result_says_why_it_matched(open_page, folder, language):
    page, _ = open_page(f"{language}/index.html")
    initials = next(query for form, query, _ in named_queries.queries(folder, 30) if form == "initials")
    ask(page, initials)
    first = page.locator(".results a").first.inner_text()
    assert {"en": "initials"}.get(language, "拼音首字母") in first


@pytest.mark.parametrize("script", ["zh-hant", "zh-hans"])
def test_words_of_a_paragraph_find_it_in_either_script(open_page, folder, language, script):
    page, watch = open_page(f"{language}/index.html")
    faults = []
    substrings = named_queries.substrings(folder, script, 12)
    assert len(substrings) == 12
    for source, anchor, words in substrings:
        links = ask(page, words)
        if not any(link.endswith(f"/{language}/sources/{source}/index.html#{anchor}") for link in links):
            faults.append(f"{words} of {source}#{anchor}: {links[:3]}")
        elif not page.locator(f".results a[href$='{anchor}'] mark").first.inner_text():
            faults.append(f"{words}: nothing is marked")
    assert not faults, "\n".join(faults)
    assert not watch.errors


def test_every_result_lands_on_what_it_shows(open_page, folder, language):
    page, _ = open_page(f"{language}/index.html")
    results = {}
    for source, _, words in named_queries.substrings(folder, "zh-hans", 6):
        ask(page, words[:2])
        if page.locator(".results button").is_visible():
            page.locator(".results button").click()
            page.locator(".results a[aria-selected=true]").wait_for()
        for link in page.locator(".results a:has(mark)").all():
            results[link.get_attribute("href")] = link.locator("mark").first.inner_text()
    assert len(results) > 10
    faults = []
    for link, mark in results.items():
        page.goto(link, wait_until="load")
        anchor = link.partition("#")[2]
        if fault := anchor and page.evaluate(LANDED, anchor):
            faults.append(f"{link} {fault}")
        if named_queries.letters(mark) not in named_queries.letters(page.locator("main").inner_text()):
            faults.append(f"{link} does not show {mark}")
    assert not faults, f"{len(faults)} of {len(results)}\n" + "\n".join(faults[:10])


def test_latin_words_are_found(open_page, folder, language):
    page, _ = open_page(f"{language}/index.html")
    for source, anchor, words in named_queries.english(folder, 6):
        links = ask(page, words)
        assert any(link.endswith(f"/{language}/sources/{source}/index.html#{anchor}") for link in links), words


def test_nothing_found_is_said(open_page, language):
    page, _ = open_page(f"{language}/index.html")
    assert ask(page, "zzzzqqqq") == []
    assert page.locator(".search [role=status]").inner_text()


def test_the_first_query_is_light(browser, address, folder, language):
    sizes = []
    for _, query, _ in named_queries.queries(folder, 30)[::3]:
        context = browser.new_context()
        page = context.new_page()
        asked = []
        page.goto(f"{address}/{language}/timeline/index.html", wait_until="load")
        page.on("request", lambda request: asked.append(request.url))
        ask(page, query)
        files = [(folder / url.removeprefix(address + "/")).read_bytes() for url in asked]
        sizes.append((sum(len(gzip.compress(file, 6)) for file in files), sum(map(len, files)), query))
        context.close()
    print(f"{language}: the heaviest first query, gzip and raw: {max(sizes)}")
    assert max(sizes)[0] <= FIRST_QUERY


def test_no_page_asks_for_the_search_before_it_is_used(open_page, language):
    page, watch = open_page(f"{language}/index.html")
    page.locator("#q").focus()
    assert not [url for url in watch.requests if "search" in url]


def test_keys(open_page, folder):
    page, _ = open_page("en/index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    ask(page, named_queries.substrings(folder, "zh-hant", 1)[0][2][:2])
    box = page.locator("#q")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.get_attribute("id") == active
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == page.locator("[role=option]").last.get_attribute("id")
    page.keyboard.press("Escape")
    assert not page.locator(PANEL).count() and box.get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    target = page.locator("[role=option][aria-selected=true]").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_enter_opens_the_first_result_at_once(open_page, folder, language):
    form, query, entity = named_queries.queries(folder, 30)[0]
    page, _ = open_page(f"{language}/index.html")
    ask(page, "a")
    page.locator("#q").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/{entity}/index.html")


def test_every_part_of_a_query_is_in_what_it_finds(open_page, folder):
    page, _ = open_page("zh-hant/index.html")
    source, anchor, words = named_queries.substrings(folder, "zh-hant", 1)[0]
    assert any(link.endswith(anchor) for link in ask(page, f"{words[4:]} {words[:2]}"))
    assert not [link for link in ask(page, f"{words} zzzzqqqq") if "#" in link]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_with_results_open(open_page, folder, language, scheme, width):
    page, _ = open_page(f"{language}/sources/index.html", width=width, color_scheme=scheme)
    ask(page, named_queries.queries(folder, 30)[0][1])
    page.keyboard.press("ArrowDown")
    assert page.evaluate(TOO_WIDE) == ""
    violations = Axe().run(page, options=OPTIONS).response["violations"]
    assert not violations, [(violation["id"], violation["nodes"][0]["html"][:200]) for violation in violations]


def test_the_disk_needs_no_server(browser, folder, language):
    context = browser.new_context()
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((folder / language / "timeline" / "index.html").as_uri(), wait_until="load")
    form, query, entity = named_queries.queries(folder, 30)[0]
    assert ask(page, query)[0].endswith(f"/{language}/{entity}/index.html")
    assert any("#" in link for link in ask(page, named_queries.substrings(folder, "zh-hant", 1)[0][2]))
    assert not errors
    context.close()


def test_files_that_cannot_be_read_are_told(open_page):
    page, _ = open_page("en/index.html")
    page.route("**/search/terms/**", lambda route: route.abort())
    page.locator("#q").fill("cloud")
    page.wait_for_selector(PANEL)
    assert "cannot be read" in page.locator(".results").inner_text()
