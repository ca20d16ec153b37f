"""A strict reader of built sites: what a page may hold whatever its sources brought."""
import json
import os
import re
import unicodedata
import xml.parsers.expat
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
FORBIDDEN = {"style", "iframe", "frame", "object", "embed", "applet", "template", "math", "portal", "noscript", "textarea",
             "animate", "set", "animatetransform", "foreignobject", "image", "xmp", "plaintext", "listing", "marquee"}
ADDRESSES = {"href", "src", "action", "formaction", "cite", "poster", "data", "srcset", "xlink:href", "background", "ping", "manifest", "longdesc"}
SCHEMES = {"http", "https", "mailto", "tel", ""}
DATA_BLOCKS = {"application/ld+json", "application/json"}
TEXT_FILES = (".html", ".md", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".webmanifest", ".atom")
DEVICES = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.I)
BAD_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
OPENING, CLOSING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
# A start tag as our writers spell it; anything else is not theirs.
TAG = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:\s+[A-Za-z_:][A-Za-z0-9_:.-]*(?:="[^"<>]*")?)*)\s*(/?)>""")


class Page(HTMLParser):
    def __init__(self, path, find):
        super().__init__(convert_charrefs=True)
        self.path, self.find = path, find
        self.open, self.ids, self.links, self.text, self.seen = [], set(), [], [], set()
        self.block = ""

    def fault(self, what):
        self.find("%s:%d: %s" % (self.path, self.getpos()[0], what))

    def handle_starttag(self, tag, attributes):
        self.rel = dict(attributes).get("rel") or ""
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.fault("<%s> has an attribute twice" % tag)
        values = {name: value or "" for name, value in attributes}
        if tag in FORBIDDEN or "zjx" in tag:
            self.fault("<%s> stands on a page" % tag)
        # The page for missing addresses is shown at any depth, where only its own folder's address makes links right.
        if tag == "base" and (os.path.basename(self.path) != "404.html" or self.open != ["html", "head"]
                              or not re.match(r"/(?![/\\])", values.get("href", ""))
                              or not values["href"].endswith("/" + self.path[:-len("404.html")])):
            self.fault("<base href=%r> stands on a page" % values.get("href", "")[:80])
        for name, value in values.items():
            if (tag, name) != ("base", "href"):
                self.attribute(tag, name, value)
        if tag == "script":
            kind = values.get("type", "")
            if not ("src" in values or kind in DATA_BLOCKS):
                self.fault("an inline script")
        if tag == "meta" and "http-equiv" in values and values["http-equiv"].lower() != "content-security-policy":
            self.fault("a meta http-equiv=%s" % values["http-equiv"])
        if tag in ("meta", "link", "title") and "body" in self.open and "svg" not in self.open:
            self.fault("<%s> in the body" % tag)
        if "id" in values:
            if values["id"] in self.ids or not values["id"] or re.search(r"\s", values["id"]):
                self.fault("id %r is given twice, empty, or holds space" % values["id"])
            self.ids.add(values["id"])
        if tag == "a" and "a" in self.open:
            self.fault("a link in a link")
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):
            self.open.append(tag)

    def attribute(self, tag, name, value):
        if name.startswith("on") or name in ("style", "srcdoc") or "zjx" in name:
            self.fault("%s= on <%s>" % (name, tag))
        if name in ("class", "data-zjx") and "zjx" in value:
            self.fault("%s=%r" % (name, value))
        if BAD_CHARACTER.search(value):
            self.fault("a control character in %s=" % name)
        if name in ADDRESSES:
            cleaned = re.sub(r"[\x00-\x20]", "", value)
            scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", cleaned)
            if (scheme.group(1).lower() if scheme else "") not in SCHEMES:
                self.fault("%s=%r" % (name, value[:80]))
            if tag in ("script", "link", "img", "source", "video", "audio", "use") and (scheme or cleaned.startswith("//")) and not self.named(tag):
                self.fault("<%s %s=%r> leaves the site" % (tag, name, value[:80]))
            if scheme is None and cleaned.startswith(("//", "/\\", "\\")):
                self.fault("%s=%r leaves the site without a scheme" % (name, value[:80]))
            self.links.append((self.getpos()[0], value))

    def named(self, tag):
        """Links that name where a page is published load nothing."""
        return tag == "link" and self.rel in ("canonical", "alternate")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.fault("</%s> where %s is open" % (tag, self.open[-1:] or "nothing"))
            if tag not in self.open:
                return
            while self.open[-1] != tag:
                self.open.pop()
        self.open.pop()
        if tag == "script":
            self.block = ""

    def handle_data(self, data):
        if self.open[-1:] == ["script"]:
            if data.strip():
                try:
                    json.loads(data)
                except ValueError as error:
                    self.fault("a data block does not parse: %s" % error)
                if "<" in data:
                    self.fault("“<” in a data block")
            return
        if BAD_CHARACTER.search(data):
            self.fault("a control character in text")
        self.text.append(data)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_comment(self, data):
        if data != " raw HTML omitted ":
            self.fault("a comment: %r" % data[:40])

    def handle_decl(self, declaration):
        if declaration.lower() != "doctype html" or self.getpos()[0] != 1:
            self.fault("a declaration: %r" % declaration[:40])

    def handle_pi(self, data):
        self.fault("an instruction: %r" % data[:40])

    unknown_decl = handle_decl


def strict_tags(path, text, find):
    """Every “<” begins a tag in the writers' own spelling; there is no bare “>”."""
    text = text.replace("<!-- raw HTML omitted -->", "")
    text = re.sub(r'(<script type="application/(?:ld\+)?json"[^>]*>).*?</script>', r"\1</script>", text, flags=re.S)
    end = 0
    for match in TAG.finditer(text):
        between = text[end:match.start()]
        if "<" in between.replace("<!doctype html>", "", 1) or ">" in between.replace("<!doctype html>", "", 1):
            find("%s: a bare angle bracket near %r" % (path, between[-60:]))
            return
        end = match.end()
    for match in re.finditer(r"&(?!(?:amp|lt|gt|quot|#39|#x27|#[0-9]+|#x[0-9A-Fa-f]+|nbsp);)", text):
        find("%s: a bare ampersand near %r" % (path, text[match.start():match.start() + 30]))
        return


def faults(root):
    """What is wrong with the site in a folder, as lines of text; and the text of its pages."""
    found, texts, pages, files = [], [], {}, {}
    for folder, folders, names in os.walk(root):
        for name in folders + names:
            path = os.path.relpath(os.path.join(folder, name), root)
            if name.startswith(".zhujie"):
                continue
            if (len(name.encode(errors="replace")) > 255 or re.search(r'[<>:"|?*\\\x00-\x1f\x7f]', name) or name[-1] in " ." or DEVICES.match(name)):
                found.append("%s: a name that not every host can hold" % path)
            status = os.lstat(os.path.join(folder, name))
            if name in names:
                files[path] = status.st_size
                if status.st_mode & 0o7777 != 0o644:
                    found.append("%s: mode %o" % (path, status.st_mode & 0o7777))
            elif status.st_mode & 0o7777 != 0o755:
                found.append("%s: mode %o" % (path, status.st_mode & 0o7777))
    folded = {}
    for path in files:
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
        if key in folded:
            found.append("%s and %s are one file elsewhere" % (path, folded[key]))
        folded[key] = path
    if not any(path.endswith("index.html") for path in files):
        found.append("no page at all")
    for path in sorted(files):
        if not path.endswith(TEXT_FILES):
            continue
        with open(os.path.join(root, path), "rb") as file:
            raw = file.read()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            found.append("%s: not UTF-8: %s" % (path, error))
            continue
        if path.endswith(".html"):
            page = Page(path, found.append)
            page.feed(text)
            page.close()
            if page.open:
                found.append("%s: %s not closed" % (path, page.open))
            strict_tags(path, text, found.append)
            pages[path] = page
            texts.append("".join(page.text))
        elif path.endswith((".md", "llms.txt")):
            # Copies for programs, which may turn them into HTML again.
            for match in re.finditer(r"(?<!\\)(?:\\\\)*<(?!(?i:https?):)|(?<!\\)\]\((?!(?i:https?|mailto|tel):)[A-Za-z][A-Za-z0-9+.-]{0,20}:", text):
                found.append("%s: markup in a copy near %r" % (path, text[max(match.start() - 20, 0):match.start() + 30]))
                break
        elif path.endswith(".js") and path.startswith("search/"):
            # A part of the index: one call of one function, with a name and with data.
            call = re.fullmatch(r'zhujie[A-Za-z]+\("([a-z0-9/-]+)",(.*)\);?\n?', text, re.S)
            try:
                json.loads(call.group(2) if call else "-")
            except ValueError as error:
                found.append("%s: more than a call with data: %s" % (path, error))
        elif path.endswith(".json"):
            try:
                json.loads(text)
            except ValueError as error:
                found.append("%s: %s" % (path, error))
        elif path.endswith((".xml", ".svg", ".atom")):
            try:
                xml.parsers.expat.ParserCreate().Parse(raw, True)
            except xml.parsers.expat.ExpatError as error:
                found.append("%s: %s" % (path, error))
            if re.search(r"<(script|style|foreignObject)|<[^>]*(\son\w+|zjx)=", re.sub(r'"[^"<]*"', '""', text)):
                found.append("%s: something that runs" % path)
    for path, page in pages.items():
        for line, link in page.links:
            parts = urlsplit(link) if "[" not in link else None
            if parts is None or parts.scheme or parts.netloc:
                continue
            target = os.path.normpath(os.path.join(os.path.dirname(path), unquote(parts.path))) if parts.path else path
            if target.startswith("..") or target not in files:
                found.append("%s:%d: a link to nothing: %r" % (path, line, link[:80]))
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
                found.append("%s:%d: a link to no such place: %r" % (path, line, link[:80]))
    return found, texts
