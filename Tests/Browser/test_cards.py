"""The card of an entity: what a page says of it, shown beside any link to it without a request."""

import pytest

# A link whose entity has no note in the margin beside it.
LINK = ".text .row p a.m"


@pytest.fixture
def source(open_page, kinds):
    return open_page(f"zh-hant/{kinds['sources/one']}")


def test_a_card_shows_under_the_mouse_without_a_request(source):
    page, watch = source
    link = page.locator(LINK).first
    link.hover()
    page.wait_for_selector(".card:not([hidden])")
    name = page.locator(".card b").inner_text()
    assert name and page.locator(".card span").inner_text()
    assert link.get_attribute("aria-describedby") == "card"
    # The page, its style sheet and its script; a browser may ask for the icon when it likes.
    assert len([url for url in watch.requests if not url.endswith("icon.svg")]) == 3 and not watch.errors


def test_a_card_can_be_pointed_at_and_stays(source):
    page, _ = source
    page.locator(LINK).first.hover()
    page.wait_for_selector(".card:not([hidden])")
    page.locator(".card b").hover()
    page.wait_for_timeout(600)
    assert page.locator(".card").is_visible()
    page.mouse.move(2, 2)
    page.wait_for_selector(".card", state="hidden")


def test_escape_takes_a_card_away(source):
    page, _ = source
    page.locator(LINK).first.hover()
    page.wait_for_selector(".card:not([hidden])")
    page.keyboard.press("Escape")
    assert not page.locator(".card").is_visible()


def test_a_card_shows_on_focus_of_the_keyboard_and_goes_with_it(source):
    page, _ = source
    page.locator(".pn").first.focus()
    page.keyboard.press("Tab")
    assert page.locator(".card").is_visible()
    box = page.locator(".card").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 1280
    page.locator("h1").evaluate("() => document.activeElement.blur()")
    assert not page.locator(".card").is_visible()


def test_a_finger_gets_the_link_itself(open_page, kinds):
    page, _ = open_page(f"zh-hant/{kinds['sources/one']}", width=390, has_touch=True, is_mobile=True)
    page.locator(LINK).first.tap()
    page.wait_for_url(lambda url: "/sources/" not in url)


def test_every_card_says_what_its_page_is_called(open_page, kinds, language):
    page, _ = open_page(f"{language}/{kinds['sources/one']}")
    mute = page.evaluate("""() => {
      const said = new Set([...document.querySelectorAll(".gist b > a")].map((link) => link.href));
      return [...new Set([...document.querySelectorAll(".text a.m")].map((link) => link.href))].filter((href) => !said.has(href));
    }""")
    assert not mute, mute


def test_margin_notes_are_open_beside_the_text_and_folded_below_it(open_page, kinds):
    path = f"zh-hant/{kinds['sources/one']}"
    wide, _ = open_page(path)
    note, text = wide.locator(".margin .gist").first.bounding_box(), wide.locator(".block:has(> .margin) p").first.bounding_box()
    assert note["x"] >= text["x"] + text["width"] and abs(note["y"] - text["y"]) < 40
    narrow, _ = open_page(path, width=390)
    assert not narrow.locator(".margin .gist").first.is_visible()
    narrow.locator(".margin summary").first.click()
    assert narrow.locator(".margin .gist").first.is_visible()


def test_notes_are_no_longer_than_their_text(open_page, kinds, language):
    page, _ = open_page(f"{language}/{kinds['sources/one']}")
    longer = page.evaluate("""() => [...document.querySelectorAll(".block:has(> .margin)")].filter((block) => {
      const margin = block.querySelector(".margin").getBoundingClientRect().height;
      return margin > block.firstElementChild.getBoundingClientRect().height + 60;
    }).map((block) => block.innerText.slice(0, 40))""")
    assert len(longer) <= 2, longer
