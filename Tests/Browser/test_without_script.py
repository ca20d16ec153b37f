"""With scripts off nothing is lost but theme, live filter and search."""

TEXT = "() => document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim()"
LINKS = "() => [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))"


def test_text_and_links_are_there_without_script(browser, address, kinds, language):
    plain = browser.new_context(java_script_enabled=False).new_page()
    scripted = browser.new_context().new_page()
    faults = []
    for kind, path in kinds.items():
        for page in (plain, scripted):
            page.goto(f"{address}/{language}/{path}", wait_until="load")
        if plain.evaluate(TEXT) != scripted.evaluate(TEXT):
            faults.append(f"{kind}: the text differs")
        if plain.evaluate(LINKS) != scripted.evaluate(LINKS):
            faults.append(f"{kind}: the links differ")
    plain.context.close()
    scripted.context.close()
    assert not faults, "\n".join(faults)


def test_switches_work_without_script(open_page, kinds):
    page, _ = open_page(f"zh-hant/{kinds['sources/one']}", java_script_enabled=False)
    page.locator("label:has(#density-none)").click()
    line = page.locator(".text .m").first.evaluate("element => getComputedStyle(element).textDecorationLine")
    assert line == "none"


def test_search_leads_to_the_index_without_script(open_page):
    page, _ = open_page("zh-hant/index.html", java_script_enabled=False)
    page.locator("#q").fill("a")
    page.locator(".search button").click()
    assert "/index/index.html?q=a" in page.url
