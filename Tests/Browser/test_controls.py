"""Theme, density and columns: they work, and are remembered."""

from playwright.sync_api import expect


def test_the_theme_is_switched_and_remembered(open_page, kinds):
    page, watch = open_page("zh-hant/index.html", color_scheme="light")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.locator("button.theme").click()
    dark = page.evaluate(ground)
    assert light != dark
    page.goto(page.url.replace("zh-hant/index.html", f"zh-hant/{kinds['sources/one']}"))
    assert page.evaluate(ground) == dark
    page.locator("button.theme").click()
    assert page.evaluate(ground) == light
    assert not watch.errors


def test_density_is_switched_and_remembered(open_page, kinds):
    page, _ = open_page(f"zh-hant/{kinds['sources/one']}")
    line = "getComputedStyle(document.querySelector('.text .m')).textDecorationLine"
    assert page.evaluate(line) == "underline"
    page.locator("label:has(#density-none)").click()
    assert page.evaluate(line) == "none"
    page.reload()
    assert page.evaluate(line) == "none"
    assert not page.locator(".pn").first.is_visible()


def test_columns_are_switched_and_remembered(open_page, kinds, language):
    page, _ = open_page(f"{language}/{kinds['sources/one']}")
    assert not page.locator(".second").first.is_visible()
    page.locator("label:has(#columns-parallel)").click()
    first = page.locator(".block:has(> .second) > :first-child").first.bounding_box()
    second = page.locator(".second").first.bounding_box()
    assert abs(first["y"] - second["y"]) < 24 and second["x"] > first["x"] + first["width"] - 1
    page.reload()
    assert page.locator(".second").first.is_visible()


def test_the_index_narrows(open_page, kinds, language):
    page, _ = open_page(f"{language}/{kinds['index']}")
    item = page.locator("[data-index] li").first
    key = item.get_attribute("data-k").split("|")[0]
    page.locator("#q").fill("zzzzqqqq")
    expect(page.locator("[data-index] li:visible")).to_have_count(0)
    page.locator("#q").fill(key)
    expect(item).to_be_visible()
    assert page.locator("[data-index] li[hidden]").count() > 0


def test_a_slash_goes_to_the_search_box(open_page):
    page, _ = open_page("en/index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
