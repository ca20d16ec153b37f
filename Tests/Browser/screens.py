"""Pictures of the twelve kinds of page at 1280 and 390 pixels, into screens/. `make screens`.

LANGUAGES (zh-hant) and SCHEMES (light) may name more: LANGUAGES="zh-hant zh-hans en" SCHEMES="light dark" make screens
"""

import os
import pathlib
import shutil
import tempfile

from playwright.sync_api import sync_playwright

import site_under_test as site

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = {
    "home": "index", "chapter": "report/one", "source": "sources/one", "person": "people/one",
    "organization": "organizations/one", "product": "products/one", "event": "events/one", "timeline": "timeline",
    "figures": "figures", "network": "network", "index": "index/index.html", "quality": "quality",
}


def main():
    screens = ROOT / "screens"
    shutil.rmtree(screens, ignore_errors=True)
    screens.mkdir()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = pathlib.Path(temporary) / "site"
        site.build(folder)
        server = site.serve(folder)
        paths = site.kinds(folder)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for language in os.environ.get("LANGUAGES", "zh-hant").split():
            for scheme in os.environ.get("SCHEMES", "light").split():
                for number, (name, kind) in enumerate(KINDS.items(), 1):
                    path = "index.html" if name == "home" else paths.get(kind, kind)
                    path = path if path.endswith(".html") else path + "/index.html"
                    for width in (1280, 390):
                        page = browser.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme)
                        page.goto(f"http://127.0.0.1:{server.server_port}/{language}/{path}", wait_until="load")
                        page.screenshot(path=str(screens / f"{number:02}-{name}-{language}-{scheme}-{width}.png"))
                        page.close()
        browser.close()
        server.shutdown()
    print(f"{len(list(screens.glob('*.png')))} pictures in screens/")


if __name__ == "__main__":
    main()
