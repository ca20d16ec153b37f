"""YAML and files: bombs, clashes, names, links, rights, and where the site goes."""
import os

from bed import BAD, EITHER, GOOD, Folder, Link, Mode

ONE = {"sources/a.md": "林遠在遠山科技。\n"}


def front(yaml, body="正文。\n"):
    return {"sources/a.md": "---\n%s\n---\n%s" % (yaml, body)}


def add(bed):
    yaml(bed)
    clashes(bed)
    names(bed)
    links(bed)
    rights(bed)
    outputs(bed)


def yaml(bed):
    bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        "%s: &%s [%s]\n" % (chr(98 + i), chr(98 + i), ",".join(["*" + chr(97 + i)] * 10)) for i in range(9))
    for name, text, expect, said in [
        ("alias bomb", bomb, BAD, "yaml-(nodes|aliases)"),
        ("mapping bomb", "a: &a {x: 1, y: 2}\n" + "".join("%s: &%s {p: *%s, q: *%s}\n" % (chr(98 + i), chr(98 + i), chr(97 + i), chr(97 + i)) for i in range(24)), BAD, "yaml-(nodes|aliases)"),
        ("merge keys", "a: &a {title: x}\nb: {<<: [*a, *a, *a]}\ntitle: 甲", EITHER, ""),
        ("a merge of itself", "a: &a {<<: *a}", BAD, ""), ("an alias of itself", "title: &a [*a]", BAD, ""),
        ("an anchor given twice", "title: &a 甲\nauthor: &a 乙\npublisher: *a", EITHER, ""),
        ("duplicate keys", "title: 甲\ntitle: 乙", BAD, "given twice"), ("duplicate keys in quotes", "title: 甲\n\"title\": 乙", BAD, "given twice"),
        ("duplicate keys by escape", "title: 甲\n\"ti\\u0074le\": 乙", BAD, "given twice"), ("duplicate keys in a list", "original: {title: a, title: b}", BAD, "given twice"),
        ("tags", "title: !!python/object:os.system ls\ndate: !!binary Zm9v", EITHER, ""), ("local tags", "title: !foo 甲", EITHER, ""),
        ("set tag", "title: !!set {a, b}", EITHER, ""), ("float tag", "title: !!float .nan", EITHER, ""), ("timestamps", "title: 2001-12-14t21:59:43.10-05:00", GOOD, ""),
        ("tabs", "title:\t甲\n\tauthor: 乙", EITHER, ""), ("a tab that indents", "original:\n\ttitle: 甲", BAD, "tab"),
        ("a number as key", "1: 甲", EITHER, ""), ("null as key", "~: 甲", EITHER, ""), ("empty key", ": 甲", EITHER, ""), ("a list as key", "? [a, b]\n: c", BAD, ""),
        ("booleans", "title: yes\nauthor: NO\npublisher: on", GOOD, ""), ("numbers", "title: 0x1F\nauthor: 1e400\npublisher: 1_000", GOOD, ""),
        ("null values", "title: ~\nauthor:\npublisher: null\ndate: ~", EITHER, ""), ("block scalars", "title: |2-\n    甲\n  乙", EITHER, ""),
        ("a huge indentation indicator", "title: |99\n 甲", BAD, ""), ("directives", "%YAML 9.9\n---\ntitle: 甲", EITHER, ""), ("tag directives", "%TAG ! tag:x,2000:\n---\ntitle: !a 甲", EITHER, ""),
        ("two documents", "title: 甲\n...\ntitle: 乙", EITHER, ""), ("deep lists", "title: " + "[" * 5_000 + "]" * 5_000, BAD, ""), ("deep mappings", "title: " + "{a: " * 5_000 + "}" * 5_000, BAD, ""),
        ("deep block lists", "title:\n" + "- " * 5_000 + "a", BAD, ""), ("open brackets", "title: " + "[" * 100_000, BAD, ""), ("open braces", "{" * 100_000, BAD, ""),
        ("question marks", "? " * 20_000, BAD, ""), ("colons", ": " * 20_000, BAD, ""), ("dashes", "- " * 20_000, BAD, ""), ("quote marks", "'" * 99_999, BAD, ""),
        ("a long key", "a" * 100_000 + ": b", EITHER, ""), ("a long key in quotes", '"' + "a" * 5_000 + '": b', EITHER, ""), ("20,000 keys", "\n".join("k%d: v" % i for i in range(20_000)), EITHER, ""),
        ("150,000 list items", "aliases: [" + "a," * 150_000 + "]", EITHER, ""), ("comments only", "# 甲", GOOD, ""), ("nothing", "", GOOD, ""),
        ("a list", "- 甲\n- 乙", BAD, ""), ("a word", "甲", BAD, ""), ("a number", "1", BAD, ""), ("percent encoded", "title: %3Cscript%3E", EITHER, ""),
        ("unprintable", "title: \"\\x01\\a\\e[31m\"", EITHER, ""), ("line separators", "title: 甲\u2028author: 乙", EITHER, ""), ("a byte order mark inside", "\ufefftitle: 甲", EITHER, ""),
        ("a drop of all numbers", "drop: [1-9223372036854775807]", EITHER, ""), ("a drop that overflows", "drop: [1-99999999999999999999]", EITHER, ""), ("a drop from high to low", "drop: [9-1]", EITHER, ""),
        ("a drop of zero", "drop: [0]", EITHER, ""), ("a negative drop", "drop: [-5]", EITHER, ""), ("a drop of words", "drop: [甲]", EITHER, ""), ("a wide drop", "drop: [1-2000000000]", EITHER, ""),
        ("many drops", "drop: [" + ",".join("%d-%d" % (i, i + 5) for i in range(20_000)) + "]", EITHER, ""),
        ("unknown language", "lang: xx", EITHER, ""), ("a slug up", "slug: ../../x", BAD, ""), ("an absolute slug", "slug: /etc/x", BAD, ""), ("an empty slug", "slug: ''", EITHER, ""), ("a slug of a device", "slug: con", EITHER, ""),
        ("a long slug", "slug: " + "a" * 300, EITHER, ""), ("a slug of dots", "slug: ..", BAD, ""), ("a siglum of markup", "siglum: <b>", EITHER, ""), ("a long siglum", "siglum: " + "甲" * 5_000, EITHER, ""),
    ]:
        bed.add("yaml: " + name, front(text), expect, said)
        if name in ("alias bomb", "mapping bomb", "deep lists", "duplicate keys", "tags", "an alias of itself", "open brackets", "a list"):
            for path in ["zhujie.yml", "glossary.yml", "decisions.yml", "figures.yml", "contradictions.yml", "sources/a.yml"]:
                if (name, path) == ("a list", "decisions.yml") or (name, path) == ("a list", "contradictions.yml"): continue
                bed.add("yaml: %s in %s" % (name, path), {**ONE, path: text + "\n"}, expect if name not in ("tags",) else EITHER)
            bed.add("yaml: %s in a picture" % name, {**ONE, "report/01-a.md": "# 章\n\n```stack\n%s\n```\n" % text}, BAD if expect == BAD else EITHER)
    for name, text in [("unclosed", "---\ntitle: 甲\n正文。\n"), ("only opened", "---\n"), ("only opened, no line end", "---"), ("four dashes", "----\ntitle: 甲\n---\n文\n"), ("dashes and space", "--- \ntitle: 甲\n---  \n文\n"),
                       ("closed by dots", "---\ntitle: 甲\n...\n文\n"), ("twice", "---\ntitle: 甲\n---\n---\ntitle: 乙\n---\n文\n"), ("nothing after", "---\ntitle: 甲\n---"), ("a blank line before", "\n---\ntitle: 甲\n---\n文\n"),
                       ("toml", "+++\ntitle = '甲'\n+++\n文\n"), ("json", "{\"title\": \"甲\"}\n\n文\n"), ("full-width dashes", "－－－\ntitle: 甲\n－－－\n文\n")]:
        bed.source("front matter: " + name, text)
    bed.add("front matter of 3 MB", front("title: " + "甲" * 1_000_000), BAD, "yaml-size")
    bed.add("a key nobody knows, 1,000 times", front("\n".join("titel%d: 甲" % i for i in range(1_000))))
    bed.add("aliases over the limit", {**ONE, "entities/people/a.md": "---\nnames: {zh: 林遠}\naliases: [%s]\n---\n" % ",".join("名%d號" % i for i in range(2_000))}, BAD, "aliases")


def clashes(bed):
    entity = "---\nnames: {zh: %s}\n---\n"
    bed.add("one id in two folders", {**ONE, "entities/people/a.md": entity % "林遠", "entities/products/a.md": entity % "晨星"}, BAD, "a")
    bed.add("ids that differ by case", {**ONE, "entities/people/lin.md": entity % "林遠", "entities/people/Lin.md": entity % "林大遠"}, BAD)
    bed.add("ids that differ by normalization", {**ONE, "entities/people/jose\u0301.md": entity % "林遠", "entities/people/josé.md": entity % "林大遠"}, BAD)
    bed.add("one id by front matter", {**ONE, "entities/people/a.md": "---\nid: x\nnames: {zh: 林遠}\n---\n", "entities/people/b.md": "---\nid: x\nnames: {zh: 晨星}\n---\n"}, BAD, "x")
    for bad in ["A", "a b", "a/b", "../a", "/a", "", "-", "--", "é", "甲", "a.b", "con", "nul", "com1", "a" * 300, "<b>", "a\u200bb", "index", "404", ".", "a%2fb", "a_b", "1", "a-"]:
        bed.add("an entity called %r" % bad[:20], {**ONE, "entities/people/a.md": "---\nid: \"%s\"\nnames: {zh: 林遠}\n---\n" % bad})
    bed.add("sources that differ by case", {"sources/a.md": "甲。\n", "sources/A.md": "乙。\n"}, GOOD)
    bed.add("sources that differ by normalization", {"sources/é.md": "甲。\n", "sources/e\u0301.md": "乙。\n"}, BAD, "rename")
    bed.add("sources that differ by width", {"sources/ａ.md": "甲。\n", "sources/a.md": "乙。\n"}, GOOD)
    bed.add("one source as md and txt", {"sources/a.md": "甲。\n", "sources/a.txt": "乙。\n"}, BAD)
    bed.add("one source in two folders", {"sources/x/a.md": "甲。\n", "sources/y/a.md": "乙。\n"})
    bed.add("one slug twice", {"sources/a.md": "---\nslug: x\n---\n甲。\n", "sources/b.md": "---\nslug: x\n---\n乙。\n"}, BAD)
    bed.add("a slug that another name makes", {"sources/a.md": "---\nslug: b\n---\n甲。\n", "sources/b.md": "乙。\n"})
    bed.add("one siglum twice", {"sources/a.md": "---\nsiglum: 甲\n---\n甲。\n", "sources/b.md": "---\nsiglum: 甲\n---\n乙。\n"}, BAD)
    bed.add("a siglum that is another's name", {"sources/a.md": "---\nsiglum: b\n---\n甲。\n", "sources/b.md": "乙。\n"}, BAD)
    bed.add("chapters of one number", {**ONE, "report/01-a.md": "# 甲\n", "report/01-b.md": "# 乙\n", "report/1-c.md": "# 丙\n"})
    bed.add("chapters of one name", {**ONE, "report/01-a.md": "# 甲\n", "report/02-a.md": "# 乙\n"})
    bed.add("chapters with odd numbers", {**ONE, "report/99999999999999999999-a.md": "# 甲\n", "report/-1-b.md": "# 乙\n", "report/c.md": "# 丙\n", "report/٣-d.md": "# 丁\n"})
    bed.add("extensions in capitals", {"sources/a.MD": "甲。\n", "sources/b.Txt": "乙。\n", "sources/c.YML": "title: 丙\n"})
    bed.add("a translation of nothing", {**ONE, "sources/b.en.md": "x\n"})
    bed.add("a sidecar of nothing", {**ONE, "sources/b.yml": "title: 乙\n"})
    bed.add("a sidecar beside front matter", {**front("title: 甲"), "sources/a.yml": "title: 乙\n"})
    bed.add("a translation of a translation", {**ONE, "sources/a.en.md": "x\n", "sources/a.en.en.md": "y\n"})


def names(bed):
    for name in ["con.md", "NUL.txt", "aux", "com1.md", "lpt9.txt", "prn.tar.md", "a .md", " a.md", "a..md", "...md", "..md", "a\u202eb.md", "a\nb.md", "a\tb.md", "a\\b.md",
                 "a:b.md", "a*b?.md", "a<b>.md", "a\"b'.md", "a|b.md", "%2e%2e.md", "%.md", "a%00b.md", "~.md", "-rf.md", "--help.md", "$(id).md", "`id`.md", ";id.md", "&amp;.md",
                 "{{title}}.md", "字" * 80 + ".md", "𠮷.md", "👨‍👩‍👧.md", "e\u0301.md", "index.md", "404.md", "index.html.md", ".hidden.md", "#a#.md", "a.md~", "İ.md", "ß.md", "ﬁ.md", "a\u00adb.md",
                 "\u200b.md", "林遠 (2).md", "x" * 250 + ".md", "javascript:alert(1).md", "<script>zjx()</script>.md", "' onzjx='1.md", "\" onzjx=\"1.md", "a#b.md", "a?b.md", "a&b.md", "a;b.md", "a+b.md"]:
        if "/" in name:
            name = name.replace("/", "∕")
        bed.add("a source called %r" % name[:30], {**ONE, "sources/" + name: "林遠的[文](a.md)。\n"})
    bed.add("an entity file with an odd name", {**ONE, "entities/people/<b>林遠.md": "---\nid: x\nnames: {zh: 林遠}\n---\n"})
    bed.add("a name that is not UTF-8", {**ONE, b"sources/\xff\xfe.md": "甲。\n"})
    bed.add("a folder name that is not UTF-8", {**ONE, b"sources/\xff/b.md": "甲。\n"})
    for path in ["sources/a.md", "sources/b.md", "zhujie.yml", "glossary.yml", "figures.yml", "decisions.yml", "entities/people/a.md", "report/01-a.md", "sources/b.yml", "sources", "entities", "report", "entities/people"]:
        inside = {} if path in ("sources/a.md", "sources") else dict(ONE)
        if path in ("sources", "entities", "report", "entities/people"):
            bed.add("a file called %s" % path, {**inside, path: "甲\n"}, BAD if path == "sources" else EITHER)
        else:
            bed.add("a folder called %s" % path, {**inside, path + "/x.md": "甲。\n"})
            bed.add("an empty folder called %s" % path, {**inside, path: Folder()})
            bed.add("an empty file called %s" % path, {**inside, path: ""})
            bed.add("a file of one line end called %s" % path, {**inside, path: "\n"})
    bed.add("nothing at all", {}, BAD)
    bed.add("an empty folder of sources", {"sources": Folder()}, GOOD, "no source document")
    bed.add("only files of other kinds", {"sources/a.docx": "甲", "sources/b.html": "<p>甲</p>"}, GOOD, "no source document")
    bed.add("only hidden files", {"sources/.a.md": "甲", "sources/a.md~": "甲"}, GOOD, "no source document")
    bed.add("no seeds", {}, BAD, seeds="nowhere")
    bed.add("seeds that are a file", {}, BAD, seeds="file.md", beside={"file.md": "甲"})
    bed.add("deep folders", {"/".join(["sources"] + ["d"] * 100) + "/a.md": "甲。\n"}, BAD, "folder-depth")


def links(bed):
    secret = {"secret/passwd.md": "密碼 hunter2 遠山\n", "secret/x.yml": "title: hunter2\n"}
    for name, link in [("a file outside", "../../secret/passwd.md"), ("an absolute file", "/etc/passwd"), ("a device", "/dev/zero"), ("a terminal", "/dev/stdin"),
                       ("itself", "b.md"), ("nothing", "gone.md"), ("a folder", "."), ("the folder around", ".."), ("root", "/"), ("proc", "/proc/self/environ"), ("a file inside", "a.md")]:
        bed.add("a link to %s" % name, {**ONE, "sources/b.md": Link(link)}, EITHER, beside=secret)
    bed.add("a link to a folder outside", {**ONE, "sources/x": Link("../../secret")}, EITHER, "outside", beside=secret)
    bed.add("sources that are a link outside", {"sources": Link("../secret")}, BAD, beside=secret)
    bed.add("entities that are a link outside", {**ONE, "entities": Link("../secret")}, EITHER, beside=secret)
    bed.add("a configuration that is a link outside", {**ONE, "zhujie.yml": Link("../secret/x.yml")}, EITHER, "outside", beside=secret)
    bed.add("a sidecar that is a link outside", {**ONE, "sources/a.yml": Link("../../secret/x.yml")}, EITHER, "outside", beside=secret)
    bed.add("links in a ring", {**ONE, "sources/b.md": Link("c.md"), "sources/c.md": Link("b.md")})
    bed.add("folders in a ring", {**ONE, "sources/x/y": Link("../../sources"), "sources/z": Link("x")})
    bed.add("a folder linked to itself", {**ONE, "sources/loop": Link("loop")})
    bed.add("one folder by many links", {**ONE, "sources/d/b.md": "乙。\n", **{"sources/l%d" % i: Link("d") for i in range(30)}})
    bed.add("links that multiply", {**ONE, **{"sources/d%d/%s" % (i, half): Link("../d%d" % (i + 1)) for i in range(20) for half in "xy"}, "sources/d20/b.md": "乙。\n"})
    bed.add("a pipe", {**ONE}, EITHER, before=lambda root: os.mkfifo(root + "/seeds/sources/b.md"))
    bed.add("a pipe as configuration", {**ONE}, EITHER, before=lambda root: os.mkfifo(root + "/seeds/zhujie.yml"))
    bed.add("seeds that are a link", {}, GOOD, seeds="link", beside={"link": Link("real"), "real/sources/a.md": "甲。\n"})


def rights(bed):
    for path in ["sources/a.md", "sources/b.txt", "zhujie.yml", "entities/people/a.md", "figures.yml", "report/01-a.md", "sources/a.yml"]:
        content = ONE["sources/a.md"] if path.startswith("sources") and not path.endswith("yml") else "title: 甲\n"
        bed.add("an unreadable %s" % path, {**ONE, path: Mode(content, 0o000)}, BAD, "cannot be|denied", nobody=True)
    for path in ["sources", "sources/x", "entities", "entities/people", "report"]:
        bed.add("an unreadable folder %s" % path, {**ONE, path: Folder(0o000)} if path != "sources" else {path: Folder(0o000)}, BAD, "cannot be|denied", nobody=True)
    bed.add("a folder that may be listed and not entered", {**ONE}, BAD, nobody=True, before=lambda root: os.chmod(root + "/seeds/sources", 0o444))
    bed.add("seeds that may not be entered", {**ONE}, BAD, nobody=True, before=lambda root: os.chmod(root + "/seeds", 0o000))


def outputs(bed):
    for name, output in [("equal to the seeds", "seeds"), ("inside the seeds", "seeds/site"), ("inside the sources", "seeds/sources/site"), ("around the seeds", "."), ("around by dots", "seeds/.."), ("equal by dots", "site/../seeds"),
                         ("equal with a slash", "seeds/"), ("equal with slashes", ".//seeds//."), ("deep inside", "seeds/a/b/c/d"), ("root", "/")]:
        bed.add("an output %s" % name, ONE, BAD, output=output)
    bed.add("an output that is a link to the seeds", ONE, BAD, beside={"site": Link("seeds")})
    bed.add("an output below a link to the seeds", ONE, BAD, output="link/site", beside={"link": Link("seeds")})
    bed.add("an output that is a link to a folder", ONE, EITHER, beside={"site": Link("real"), "real": Folder()})
    bed.add("an output that is a link to nothing", ONE, EITHER, beside={"site": Link("gone")})
    bed.add("an output that is a link to itself", ONE, BAD, beside={"site": Link("site")})
    bed.add("an output that is a file", ONE, BAD, beside={"site": "somebody's\n"})
    bed.add("an output below a file", ONE, BAD, output="file/site", beside={"file": "somebody's\n"})
    bed.add("an output that is a device", ONE, BAD, output="/dev/null")
    bed.add("an output in a folder that is not there", ONE, GOOD, output="a/b/c/site")
    bed.add("an output with a long name", ONE, EITHER, output="s" * 255)
    bed.add("an output with too long a name", ONE, BAD, output="s" * 256)
    bed.add("an output with an odd name", ONE, GOOD, output="--- 'a' \"b\" <c> $d 字")
    bed.add("an output full of somebody's files", ONE, GOOD, beside={"site/notes.txt": "mine\n", "site/.git/config": "mine\n", "site/zh-hant/mine.html": "mine\n", "site/CNAME": "example.org\n"})
    for path in ["index.html", "zh-hant/index.html", "assets/zhujie.css", "zh-hant", "404.html/x", ".zhujie-manifest", ".zhujie-manifest/x"]:
        bed.add("somebody's %s in the way" % path, ONE, BAD if path != "404.html/x" else EITHER, beside={"site/" + path: "mine\n"})
    bed.add("somebody's link in the way", ONE, BAD, beside={"site/zh-hant": Link("../elsewhere"), "elsewhere/x": "mine\n"})
    bed.add("somebody's link to a page", ONE, BAD, beside={"site/index.html": Link("../elsewhere.html"), "elsewhere.html": "mine\n"})
    bed.add("a manifest that names files outside", ONE, BAD, beside={"site/.zhujie-manifest": "zhujie-manifest 1\n../precious\n/etc/hostname\nx/../../precious\n", "precious": "mine\n"})
    bed.add("a manifest full of markup", ONE, BAD, beside={"site/.zhujie-manifest": "<script>\n" * 1_000})
    bed.add("a staging folder that is a link", ONE, EITHER, beside={".site.zhujie-staging": Link("elsewhere"), "elsewhere/x": "mine\n"})
    bed.add("an output that may not be written", ONE, BAD, nobody=True, beside={"site": Folder(0o555), "x": "y"}, before=lambda root: os.chmod(root, 0o555))
    bed.add("an output whose folder may not be written", ONE, BAD, output="closed/site", nobody=True, beside={"closed": Folder(0o555)})
    bed.add("a full disk", {"sources/a.txt": "遠山科技收入三千億元。\n" * 3_000}, BAD, output="disk/site", disk=256 << 10)
    bed.add("files that may not grow", {"sources/a.txt": "遠山科技收入三千億元。\n" * 3_000}, BAD, largest_file=64 << 10)
    bed.add("templates that are not there", ONE, BAD, arguments=["--templates", "nowhere"])
    bed.add("templates that are a file", ONE, BAD, arguments=["--templates", "file"], beside={"file": "x"})
    for name, text in [("unclosed", "{{#page}}"), ("wrong end", "{{#a}}{{/b}}"), ("open braces", "{{" * 10_000), ("closing braces", "}}" * 10_000), ("deep sections", "{{#a}}" * 5_000 + "{{/a}}" * 5_000),
                       ("itself", "{{> page}}"), ("a partial that is not there", "{{> nowhere}}"), ("an unknown name", "{{nosuchname}}"), ("three braces", "{{{title}}}"), ("other delimiters", "{{=<% %>=}}<% title %>"),
                       ("not UTF-8", b"\xff\xfe{{title}}"), ("nothing", ""), ("lambda", "{{#wrapped}}x{{/wrapped}}"), ("inheritance", "{{<page}}{{$a}}x{{/a}}{{/page}}"), ("a comment", "{{! x"), ("a huge comment", "{{!" + "x" * 1_000_000 + "}}")]:
        for file in ["partials/document.mustache", "source.mustache"]:
            bed.add("a template: %s in %s" % (name, file), ONE, EITHER, arguments=["--templates", "theme"], beside={"theme/" + file: text})
    bed.add("a template that is a link outside", ONE, EITHER, arguments=["--templates", "theme"], beside={"theme/page.mustache": Link("/etc/passwd")})
    bed.add("a template folder in a ring", ONE, EITHER, arguments=["--templates", "theme"], beside={"theme/x": Link("."), "theme/y": Link("/")})
