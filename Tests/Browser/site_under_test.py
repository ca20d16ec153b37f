"""The built site as the tests see it: its folder, its pages by kind, and a server on loopback."""

import functools
import http.server
import os
import pathlib
import posixpath
import re
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = ("zh-hant", "zh-hans", "en")
WIDTHS = (390, 820, 1280)


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def end_headers(self):
        for name, value in self.extra_headers():
            self.send_header(name, value)
        super().end_headers()

    def extra_headers(self):
        """What `_headers` asks hosts to send with every page, so that the tests see the site under its own policy."""
        lines = (pathlib.Path(self.directory) / "_headers").read_text(encoding="utf-8").splitlines()
        return [line.strip().split(": ", 1) for line in lines if line.startswith("  ")]


def build(output, seeds=ROOT / "seeds"):
    """Builds a project with the templates of the repository. ZHUJIE names the program where it is not the release build."""
    program = os.environ.get("ZHUJIE", str(ROOT / ".build/release/zhujie"))
    command = [program, "build", "--seeds", str(seeds), "--output", str(output)]
    command += ["--templates", str(ROOT / "Templates"), "--quiet"]
    subprocess.run(command, check=True)


def serve(folder):
    """Serves a folder on a free port of 127.0.0.1 and returns the server."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def kinds(folder):
    """The path of one page of each kind below a language: of many alike the heaviest, and of entities the lightest too."""
    root = pathlib.Path(folder) / LANGUAGES[0]
    found = {}
    for page in sorted(root.rglob("*.html")):
        parts = page.relative_to(root).parts
        many = len(parts) == 3
        kind = parts[0].removesuffix(".html") + ("/one" if many else "")
        found.setdefault(kind, []).append(page)
    result = {}
    for kind, pages in found.items():
        pages.sort(key=lambda page: (page.stat().st_size, str(page)))
        result[kind] = str(pages[-1].relative_to(root))
        if kind in ("people/one", "organizations/one", "products/one", "events/one"):
            result[kind + "/least"] = str(pages[0].relative_to(root))
    return result


def places(folder, page):
    """The places on other pages that a page leads to, as paths below the site with their anchors."""
    text = (pathlib.Path(folder) / page).read_text(encoding="utf-8")
    links = set(re.findall(r'href="([^"#:]+#[^"]+)"', text))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) for link in links}
