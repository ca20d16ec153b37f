"""A site built from seeds/ into a temporary folder, on loopback, in Debian's Chromium."""

import shutil
import urllib.parse

import pytest
from playwright.sync_api import sync_playwright

import site_under_test as site


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The folder of the built site."""
    output = tmp_path_factory.mktemp("zhujie") / "site"
    site.build(output)
    yield output
    shutil.rmtree(output.parent, ignore_errors=True)


@pytest.fixture(scope="session")
def address(folder):
    """The address of the site, without a slash at its end."""
    server = site.serve(folder)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    executable = shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
        )
        yield browser
        browser.close()


class Watch:
    """What a page complains about, and what it asks of the network."""

    def __init__(self, page, address):
        self.errors = []
        self.requests = []
        host = urllib.parse.urlsplit(address).netloc

        def asked(request):
            self.requests.append(request.url)
            if urllib.parse.urlsplit(request.url).netloc != host:
                self.errors.append(f"a request outside the site: {request.url}")

        def said(message):
            if message.type in ("error", "warning"):
                self.errors.append(f"{message.type} in the console: {message.text}")

        page.on("request", asked)
        page.on("console", said)
        page.on("pageerror", lambda error: self.errors.append(f"error in a script: {error}"))
        page.on("response", lambda response: response.status >= 400 and self.errors.append(f"{response.status}: {response.url}"))


@pytest.fixture
def open_page(browser, address):
    """Opens a path of the site in a window of its own: `page, watch = open_page("en/index.html", width=390)`."""
    contexts = []

    def open_page(path, width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        watch = Watch(page, address)
        page.goto(f"{address}/{path}", wait_until="load")
        return page, watch

    yield open_page
    for context in contexts:
        context.close()


def pytest_generate_tests(metafunc):
    if "language" in metafunc.fixturenames:
        metafunc.parametrize("language", site.LANGUAGES)


@pytest.fixture(scope="session")
def kinds(folder):
    return site.kinds(folder)
