"""What stands between the other parts: encodings of every file, wrong files in odd places, drawings at their limits, and
misuse of the command line."""
import os
import socket

from bed import BAD, EITHER, GOOD, MISUSE, Folder, Link, Mode

N = 100_000
ONE = {"sources/a.md": "林遠在遠山科技工作。\n\n收入三千億元。\n"}
LIN = {"entities/people/lin-yuan.md": "---\nnames: {zh: 林遠}\naliases: [林總]\n---\n人。\n"}


def add(bed):
    encodings(bed)
    shapes(bed)
    yaml(bed)
    places(bed)
    entities(bed)
    pictures(bed)
    injections(bed)
    misuse(bed)


def encodings(bed):
    files = {
        "zhujie.yml": "title: {zh: 遠山的一年與晨星的發佈, en: A year}\n", "entities/people/lin-yuan.md": "---\nnames: {zh: 林遠}\n---\n一個人，他在遠山科技工作。\n",
        "report/01-a.md": "# 章\n\n這是第一章的文字，說的是一個人。\n", "sources/a.en.md": "Lin works at “Far Hill”.\n\nRevenue — 三千億.\n", "sources/a.yml": "title: 我們的第一年\n",
        "glossary.yml": "rules:\n- {from: 遠山, to: 远山}\n", "decisions.yml": "- {quote: 林遠, is: nobody}\n", "figures.yml": "figures:\n- {id: a, metric: 收入, statements: [{value: 三千億元, source: [a, 2]}]}\n",
        "contradictions.yml": "- {id: x, question: 誰, entities: [], statements: []}\n", "confirmed.yml": "# 讀過\n{}\n",
    }
    for path, text in files.items():
        for encoding, mark in [("gb18030", b""), ("big5", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b""), ("utf-8", b"\xef\xbb\xbf")]:
            try:
                content = mark + text.encode(encoding)
            except UnicodeEncodeError:
                continue
            bed.add("%s in %s%s" % (path, encoding, " with a mark" if mark else ""), {**ONE, path: content})
        bed.add("NUL in %s" % path, {**ONE, path: text + "\0"}, BAD)
        bed.add("%s of 20 MB" % path, {**ONE, path: text + "# " + "甲" * 7_000_000 + "\n"}, BAD)
    for name, content in [("Latin-1", "café, naïve\n".encode("latin-1")), ("Windows-1252", "“quoted” — text\n".encode("cp1252")), ("ISO-2022-JP", "林遠\n".encode("iso-2022-jp")),
                          ("HZ", "林远\n".encode("hz")), ("Shift-JIS in a word", "日本\n".encode("shift-jis")), ("KOI8", "Привет\n".encode("koi8-r")), ("GB18030 at the end of a long text", ("甲。\n\n" * 50_000).encode() + "林远".encode("gb18030")),
                          ("half a character at the end", "林遠".encode()[:-1]), ("one byte", b"\x80"), ("two bytes", b"\xa4\xa4"), ("EBCDIC", "Hello, a report.\n".encode("cp500")), ("0x00 to 0xFF", bytes(range(256)))]:
        bed.add("a text in %s" % name, {"sources/a.txt": content})


def shapes(bed):
    for name, text in {
        "nested strong emphasis": "*a **a " * 65_000 + "b" + " a** a*" * 65_000, "closers without openers": "a_ " * 65_000, "openers without closers": "_a " * 65_000, "link closers": "a]" * 65_000, "link openers": "[a" * 65_000,
        "mismatched openers and closers": "*a_ " * 50_000, "multiples of three": "a**b" + "c* " * 50_000, "link openers and emphasis closers": "[ a_" * 50_000, "brackets and parentheses": "[ (](" * 80_000, "hard emphasis": "**x [a*b**c*](d)" * 5_000,
        "nested brackets": "[" * 50_000 + "a" + "]" * 50_000, "quotations in brackets": "((> " * 50_000 + "a", "deep lists": "".join("  " * i + "* a\n" for i in range(1_000)), "backslashes in links": "[" + "\\" * 50_000 + "](" + "\\" * 50_000 + ")",
        "distinct references": "".join("[r%d]: /u%d\n" % (i, i) for i in range(N)) + "\n" + "[r%d] " % 5 * 1_000, "uses of a reference that is not there": "[nosuch][reference] " * 30_000, "unclosed links with pointed brackets": "[a](<b" * 30_000, "unclosed links": "[a](b" * 30_000,
        "unclosed comments": "</" + "<!--" * 300_000, "comments in words": "a <!-- b " * 50_000, "empty lines in a deep list": "- " * 90 + "x" + "\n" * 30_000, "empty lines in a quoted list": "> " + "- " * 90 + "x\n" + ">\n" * 30_000, "emphasis in a deep quotation": ">" * 95 + "a*" * N,
        "distinct footnotes": "".join("甲[^%d]。\n\n" % i for i in range(20_000)) + "".join("[^%d]: 注\n\n" % i for i in range(20_000)), "footnotes in footnotes": "甲[^0]\n\n" + "".join("[^%d]: 注[^%d]\n\n" % (i, i + 1) for i in range(5_000)), "a footnote of itself": "甲[^a]\n\n[^a]: 注[^a]\n",
        "footnote uses": "甲[^a]" * 20_000 + "\n\n[^a]: 注\n", "a table of 500 columns": "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|b" * 500 + "|\n", "a table of 2,000 columns": "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n", "tables in a list": "- |a|b|\n  |-|-|\n  |c|d|\n" * 3_000, "a table of links": "|a|\n|-|\n" + "|[x](y) `|` \\| **b**|\n" * 3_000,
        "code in each word": "`a`" * 50_000, "dollars": "$a$ " * 50_000, "at signs": "a@b.c" * 50_000, "schemes": "a:b:c:" * 50_000, "www in each word": "www.a.b " * 20_000, "addresses with parentheses": "(https://a.example/b(c)) " * 10_000, "colons and brackets": "[a]:" * N,
        "html blocks of seven kinds": "<script>\n\n<pre>\n\n<!-- a\n\n<?b\n\n<!C\n\n<![CDATA[\n\n<div>\n\n<x>\n\n" * 2_000, "attributes": "<a " + "b=c " * 50_000 + ">", "an unclosed attribute": "<a b='" * 30_000, "entities of every length": "".join("&" + "a" * (i % 40) + ";" for i in range(20_000)), "numeric entities": "".join("&#%d;" % i for i in range(20_000)),
        "hard line ends": "\\\n" * N, "white space at line ends": ("甲" + " " * 500 + "\n") * 1_000, "white space": " " * 1_000_000 + "甲", "wide spaces": "\u3000" * 300_000 + "甲", "line ends": "\n" * 1_000_000 + "甲", "form feeds": "\f\n" * N, "dashes and equals": "a\n---\n===\n***\n" * 20_000, "setext of one paragraph": "甲\n" * 50_000 + "---",
        "one letter lines": "a\n" * 300_000, "numbers of lists": "".join("%d) a\n%d. b\n" % (i, i) for i in range(10_000)), "indented code in lists": "- a\n\n      b\n\n" * 10_000, "fences in fences": "".join("`" * (3 + i % 50) + "a\n" for i in range(5_000)), "citations, one a paragraph": "林遠[@a 1]\n\n" * 10_000, "marks of emphasis between characters": "林*" * 50_000, "every mark once": "*_`~[]()<>!|#-+=\\&:;\"'" * 5_000,
    }.items():
        bed.source("pattern: " + name, text + "\n")
    bed.source("a million lines of one character", "甲\n" * 1_000_000, slow=True)
    bed.source("a million paragraphs", "甲\n\n" * 1_000_000, slow=True)
    bed.text("a million paragraphs of bare text", "甲。\n\n" * 1_000_000, slow=True)
    bed.source("100,000 entities and definitions", "&amp;" * N + "\n\n" + "".join("[^%d]: 注\n" % i for i in range(N)), slow=True)
    for name, text in {"Han": "春天來了花開了，" * 400_000, "names": "林遠說林總，" * 500_000, "figures": "收入三千億元，" * 450_000}.items():
        for path, head in [("entities/people/b.md", "---\nnames: {zh: 晨星}\n---\n"), ("report/01-a.md", "# 章\n\n"), ("sources/a.en.md", "")]:
            bed.add("10 MB of %s in %s" % (name, path), {**ONE, **LIN, path: head + text + "\n"}, slow=True)
    for name, text in {"title": "---\ntitle: %s\n---\n甲。\n" % ("題" * 300_000), "publisher": "---\npublisher: %s\n---\n甲。\n" % ("社" * 300_000), "siglum": "---\nsiglum: %s\n---\n甲。\n" % ("題" * 100_000), "address": "---\nurl: https://example.org/%s\n---\n甲。\n" % ("a" * 1_000_000),
                       "heading": "# %s\n\n甲。\n" % ("題" * 1_000_000), "link": "[甲](https://example.org/%s)\n" % ("a" * 1_000_000), "word": "a" * 1_000_000 + "\n", "footnote": "甲[^a]\n\n[^a]: %s\n" % ("注" * 1_000_000), "cell": "|a|\n|-|\n|%s|\n" % ("甲" * 1_000_000), "code span": "`%s`\n" % ("甲" * 1_000_000),
                       "code block": "```\n%s\n```\n" % ("甲\n" * 1_000_000), "image": "![%s](a.png)\n" % ("甲" * 1_000_000), "citation": "甲[@%s 1]\n" % ("a" * 1_000_000), "number of a citation": "甲[@a %s]\n" % ("9" * 1_000_000), "footnote name": "甲[^%s]\n" % ("a" * 1_000_000), "fence": "```%s\n甲\n```\n" % ("a" * 1_000_000)}.items():
        bed.source("a %s of megabytes" % name, text)
    bed.add("a site title of 1 MB", {**ONE, "zhujie.yml": "title: %s\n" % ("題" * 300_000)})
    bed.entity("a name of 1 MB", "names: {zh: %s}" % ("林" * 300_000))
    bed.entity("an alias of 1 MB", "names: {zh: 林遠}\naliases: [%s]" % ("林" * 300_000))
    bed.entity("an English name of 1 MB", "names: {zh: 林遠, en: %s}" % ("a " * 500_000))
    bed.entity("a name that is a whole paragraph", "names: {zh: 林遠在遠山科技工作}", text="林遠在遠山科技工作\n\n林遠在遠山科技工作。\n")
    bed.add("900 rules of 900 words each", {**ONE, "entities/people/a.md": "---\nnames: {zh: 林遠}\naliases:\n%s\n---\n" % "\n".join("- {text: 林%d, requires: [%s]}" % (i, ",".join("詞%d" % j for j in range(100))) for i in range(900))})
    bed.add("2,000 names that overlap", {"sources/a.md": "甲乙丙丁" * 5_000 + "\n", **{"entities/people/p%d.md" % i: "---\nnames: {zh: %s}\n---\n" % ("甲乙丙丁" * 200)[i % 4:i % 4 + 2 + i // 4] for i in range(500)}})


def yaml(bed):
    for name, text in {
        "languages of none": "languages: []", "unknown languages": "languages: [xx, zh-Hant]", "one language thrice": "languages: [en, en, en]", "languages that are a number": "languages: 5", "languages that are a mapping": "languages: {en: 1}", "languages of markup": "languages: ['<b>']",
        "sources that are not there": "sources: [nowhere]", "one source twice": "sources: [a, a]", "sources that are a number": "sources: 5", "sources that are nested": "sources: [[a], {b: c}, ~]", "limits that are a list": "limits: []", "limits that are a number": "limits: 5", "an unknown limit": "limits: {nosuch: 5}",
        "a limit of not a number": "limits: {file-size: .nan}", "an endless limit": "limits: {file-size: .inf}", "a limit with a unit": "limits: {file-size: 1 ZiB}", "a limit of a huge unit": "limits: {file-size: 99999999999 GiB}", "a limit of half a byte": "limits: {file-size: 0.5}", "a limit given twice": "limits: {files: 1, files: 2}",
        "a title that is a list": "title: [甲]", "a title in unknown languages": "title: {xx: 甲}", "a title that is empty": "title: ''", "a title of a line end": "title: \"甲\\n乙\"", "a licence that is a mapping": "licence: {a: b}", "unknown keys": "titel: 甲\nbase_url: x\n", "an address with a password": "base-url: https://a:b@example.org/",
        "an address with a query": "base-url: https://example.org/?a=b", "an address with a fragment": "base-url: https://example.org/#a", "an address of spaces": "base-url: '  '", "an address that is a list": "base-url: [a]", "an address with a line end": "base-url: \"https://example.org/\\r\\nSet-Cookie: zjx\"", "10,000 levels": "title: " + "[" * 10_000 + "]" * 10_000,
        "10,000 levels of blocks": "".join(" " * i + "a:\n" for i in range(2_000)), "a file of one brace": "{", "a file of one quote": "'", "a file of an alias": "*a", "a file of an anchor": "&a", "a file of a tag": "!a", "a file of a pipe": "|", "a file of two hyphens": "--", "a file of a percent sign": "%", "a file of an at sign": "@", "a file of a back tick": "`", "two documents": "a: b\n---\nc: d",
        "a document end": "...\n", "numbers as keys": "1: 2\n1.5: 3\ntrue: 4\n~: 5", "very many limits": "limits: {" + ", ".join("k%d: 1" % i for i in range(5_000)) + "}",
    }.items():
        bed.add("zhujie.yml: " + name, {**ONE, "zhujie.yml": text + "\n"})
    for key, values in {"date": ["2025-02-30", "0000", "99999", "-1", "2025-00-00", ".nan", ".inf", "1e9", "[2025]", "{a: b}", "!!timestamp 2025-13-45", "2025-06-31T25:61:61Z", "'\"><script>zjx()</script>'"],
                        "lang": ["[zh]", "'\"><script>zjx()</script>'", "zh-Hant-XX", "''", "5", "zh_Hant"], "publish": ["5", "[full]", "'<b>'", "none", "excerpts"],
                        "drop": ["5", "[1-]", "[-]", "[--1]", "[1-2-3]", "['1 - 2']", "[1.5]", "[1e3]", "[0x10]", "[9-1, -5, 99999999999]", "[~]", "[[1]]", "{1: 2}", "all", "[1-1000000000000]", "[１-２]"],
                        "original": ["[]", "5", "{url: 'java\\tscript:zjx()'}", "{title: [a]}", "{date: 2025-02-30}", "~"], "author": ["[a, b]", "{zh: a}", "[]", "~"], "slug": ["[a]", "5", "index", "a/b", "-", "'.'", "A", "字", "nul.txt", "'a.'"]}.items():
        for value in values:
            bed.source("front matter, %s is %s" % (key, value[:40]), "---\n%s: %s\n---\n林遠說。\n\n第二段。\n" % (key, value))
    bed.source("a line of dashes in a block scalar", "---\ntitle: |\n  甲\n---\n  乙\n---\n正文。\n")
    bed.source("front matter of 100,000 lines", "---\n" + "# 甲\n" * N + "title: 乙\n---\n正文。\n")
    bed.source("front matter of lone carriage returns", "---\rtitle: 甲\r---\r正文。\r", GOOD)
    for name, text in {"a word": "甲", "a list of nothing": "[]", "a number": "5", "another sort": "a: [1, 2]", "deep": "[" * 500, "unknown sources": "nowhere: {paragraphs: []}", "addresses of markup": "a: {paragraphs: [{address: '<script>zjx()</script>', digest: '\"'}]}", "wrong types": "sources: 5\na: [[[]]]\nversion: -1"}.items():
        bed.add("confirmed.yml: " + name, {**ONE, "report/01-a.md": "# 章\n\n文[@a 1]。\n", "confirmed.yml": text + "\n"})
    for citation in ["[@a 0]", "[@a 99999999999999999999]", "[@a 5-2]", "[@]", "[@ ]", "[@a]", "[@a -1]", "[@a 1-]", "[@a 1,,2]", "[@a 1;]", "[@a 1; @]", "[@a 1.5]", "[@a １]", "[@a 一]", "[@a\u00a01]", "[@a 1\n]", "[@<b> 1]", "[@../a 1]", "[@a 1](javascript:zjx())", "![@a 1](x)", "`[@a 1]`", "[[@a 1]]", "\\[@a 1]", "[@a 1-9223372036854775807]",
                     "[@a 1, 1, 1, 1]", "[@A 1]", "[@a#1 1]", "[@" + "a" * 5_000 + " 1]", "[@a " + "1" * 5_000 + "]"]:
        bed.add("a citation %s" % ascii(citation[:40]), {**ONE, "report/01-a.md": "# 章\n\n文%s。\n" % citation})
    for name, text in {"figures of cycles": "figures:\n- {id: a, metric: x, statements: [{value: 1億元, source: [a, 2]}]}\nchecks:\n- that: a ≈ b\n- that: b ≈ a\n- that: a / (a - a) ≈ 1\n- that: 1 / 0 > 0\n- that: 0 / 0 ≈ 0\n", "figures that are a list": "- a\n", "figures with no statements": "figures: [{id: a}]\n", "figures of subjects that are not there": "figures: [{id: a, metric: x, subject: nowhere, statements: []}]\n",
                       "1,000 figures": "figures:\n" + "".join("- {id: f%d, metric: 收入, statements: [{value: 三千億元, source: [a, 2]}]}\n" % i for i in range(1_000)) + "checks:\n" + "".join("- that: f%d ≈ f%d\n" % (i, i + 1) for i in range(900)), "an id of markup": "figures: [{id: '<b>', metric: x, statements: [{value: 1, source: [a, 1]}]}]\n", "a period that is none": "figures: [{id: a, metric: x, period: 2025-02-30, statements: [{value: 三千億元, source: [a, 2]}]}]\n"}.items():
        bed.add("figures.yml: " + name, {**ONE, "figures.yml": text})
    for name, text in {"a decision about itself": "- {quote: 林遠, is: lin-yuan, is-not: lin-yuan}\n", "a decision of a paragraph": "- {quote: 林遠在遠山科技工作。, reads: ''}\n", "before and after": "- {quote: 林遠, before: 林遠, after: 林遠, is: nobody}\n", "of white space": "- {quote: ' ', reads: '  '}\n", "of markup": "- {quote: 林遠, reads: '<script>zjx()</script>'}\n- {quote: '<b>', is: nobody}\n", "a long one": "- {quote: 林遠, reads: %s}\n" % ("林" * 300_000),
                       "in nowhere": "- {quote: 林遠, in: nowhere, is: lin-yuan}\n", "a mapping": "quote: 林遠\nis: lin-yuan\n", "overlapping": "- {quote: 林遠在, reads: 林沅在}\n- {quote: 遠在, reads: 沅在}\n- {quote: 林遠在遠山, is: lin-yuan}\n", "a speaker that is nobody's": "- {quote: 林遠, speaker: nowhere}\n"}.items():
        bed.add("decisions.yml: " + name, {**ONE, **LIN, "decisions.yml": text})
    for name, text in {"a word": "甲", "rules that are text": "rules: 甲", "a target that is none": "rules: [{from: 甲, to: 乙, target: xx}]", "of a source that is not there": "sources: {nowhere: [{from: 甲, to: 乙}]}", "a long word": "rules: [{from: %s, to: 乙}]" % ("甲" * 500), "from one to two": "rules: [{from: 林, to: 森}, {from: 林, to: 木}]", "to markup": "rules: [{from: 林, to: \"\\\"><zjx>\"}]", "to a control": "rules: [{from: 林, to: \"\\x1b[31m\\u202e\"}]"}.items():
        bed.add("glossary.yml: " + name, {**ONE, **LIN, "glossary.yml": text + "\n"})


def places(bed):
    """Where files lie, and what else lies there."""
    def grow(path, size=10 << 30):
        return lambda root: (os.makedirs(os.path.dirname(root + "/" + path), exist_ok=True), open(root + "/" + path, "ab").truncate(size))

    def sock(path):
        def make(root):
            here = os.getcwd()
            with socket.socket(socket.AF_UNIX) as it:
                folder = os.open(os.path.dirname(root + "/" + path), os.O_RDONLY)
                it.bind("/proc/self/fd/%d/%s" % (folder, os.path.basename(path)))
                os.close(folder)
            assert os.getcwd() == here
        return make

    for path in ["sources/b.md", "sources/b.txt", "zhujie.yml", "entities/people/a.md", "report/01-a.md", "figures.yml", "sources/a.yml", "confirmed.yml"]:
        bed.add("10 GB of nothing as %s" % path, ONE, BAD, before=grow("seeds/" + path))
        bed.add("a socket as %s" % path, ONE, EITHER, before=lambda root, path=path: (os.makedirs(os.path.dirname(root + "/seeds/" + path), exist_ok=True), sock("seeds/" + path)(root)))
        bed.add("a pipe as %s" % path, ONE, EITHER, before=lambda root, path=path: (os.makedirs(os.path.dirname(root + "/seeds/" + path), exist_ok=True), os.mkfifo(root + "/seeds/" + path)))
    for path in [".zhujie-manifest", ".zhujie-record", ".zhujie-report.tsv", ".zhujie-annotations"]:
        bed.add("a pipe as the site's %s" % path, ONE, EITHER, before=lambda root, path=path: (os.makedirs(root + "/site"), os.mkfifo(root + "/site/" + path)))
        bed.add("10 GB of nothing as the site's %s" % path, ONE, EITHER, before=grow("site/" + path))
        bed.add("a device as the site's %s" % path, ONE, EITHER, beside={"site/" + path: Link("/dev/zero")})
        bed.add("a folder as the site's %s" % path, ONE, EITHER, beside={"site/" + path: Folder()})
        for name, junk in [("markup", "<script>zjx()</script>\n" * 5_000), ("bytes", bytes(range(256)) * 500), ("tabs", "\t" * N + "\n"), ("lines", "\n" * N), ("numbers", "zhujie-report 999999999999999999999\n-1\t-1\t-1\n"), ("nothing", "")]:
            bed.add("a site's %s full of %s" % (path, name), ONE, EITHER, beside={"site/" + path: junk})
    for name, beside in {"a file": {".site.zhujie-staging": "mine\n"}, "somebody's folder": {".site.zhujie-staging/mine.txt": "mine\n"}, "a deep folder": {".site.zhujie-staging/" + "/".join(["d"] * 200) + "/mine": "mine\n"}, "a link to nothing": {".site.zhujie-staging": Link("gone")}, "a link to the seeds": {".site.zhujie-staging": Link("seeds")}}.items():
        bed.add("a staging folder that is %s" % name, ONE, EITHER, beside=beside)
    bed.add("a staging folder that is a pipe", ONE, EITHER, before=lambda root: os.mkfifo(root + "/.site.zhujie-staging"))
    for output in ["site/.", "site/../site", "./site//", "site/", "a/../site", "-", "site\n", "字", " ", "site/con", "%s" % ("d/" * 500 + "site")]:
        bed.add("an output written %r" % output[:20], ONE, EITHER, output=output)
    bed.add("no output", ONE, MISUSE, output="")
    for path in ["entities/a.md", "entities/robots/a.md", "entities/people/x/a.md", "Entities/people/a.md", "entities/People/a.md", "entities/people/a.txt", "entities/people/A.MD", "entities/people/.md", "report/a.md", "report/-.md", "report/00-.md", "report/01-con.md", "report/01-字.md", "report/01-<b>.md", "report/x/01-a.md", "report/01-a.txt", "Sources/b.md", "sources/.md", "sources/.en.md", "sources/b.en.txt",
                 "sources/b.zh.md", "sources/b.EN.md", "sources/a.en.yml", "sources/b.md.md", "sources/b.yaml", "zhujie.yaml", "ZHUJIE.YML", "x.md", "templates/x.mustache", ".git/config", "sources/node_modules/x/y.md", "sources/<b>/" + "c.md", "sources/a b/c d.md", "sources/\u202e/c.md", "sources/con/c.md", "sources/..a/c.md", "sources/" + "字" * 80 + "/" + "字" * 80 + "/c.md"]:
        bed.add("something at %s" % ascii(path[:60]), {**ONE, path: "---\nnames: {zh: 晨星}\n---\n[甲](a.md)\n"})
    bed.add("addresses that meet", {"sources/%s.md" % name: "甲%d。\n" % i for i, name in enumerate(["a", "A", "a-2", "a 2", "a_2", "a.2", "Ａ", "á", "-a", "a-", "a--2", "字", "字2", "source", "1", "01"])}, GOOD)
    bed.add("two hard links", ONE, GOOD, before=lambda root: os.link(root + "/seeds/sources/a.md", root + "/seeds/sources/b.md"))
    bed.add("a chain of 100 links", {**ONE, **{"sources/l%d.md" % i: Link("l%d.md" % (i + 1)) for i in range(100)}, "sources/l100.md": "甲。\n"})
    bed.add("5,000 folders", {**ONE, **{"sources/d%d/x.txt" % i: "甲。\n" for i in range(5_000)}}, slow=True)
    bed.add("links of every spelling", {**ONE, "sources/b.md": "".join("[甲](<%s>)\n\n" % link for link in [
        "a.md", "./a.md", "a.md#p1", "a.md#nosuch", "a.md?x=1", "A.md", "../sources/a.md", "/sources/a.md", "..%2fsources%2fa.md", "a%2Emd", "%61.md", "a.md%00", "a.md%0a", "../../../../../etc/passwd", "../../../etc/passwd.md", "b.md", "#", "", "?", ".", "..", "/", "a.md/", "a.md/..", "nosuch.md", "../entities/people/lin-yuan.md", "lin-yuan", "../report/01-a.md", "file.pdf", "\\a.md", "a\\b.md",
        "a.md:x", "a:md", "%E6%9E%97.md", "%ff%fe.md", "a.md#%3Cscript%3E", "a.md#\"x", "a.md#'><b>", "//a.md", "///a.md", "./javascript:zjx()", "a.md javascript:zjx()"]), **LIN, "report/01-a.md": "# 章\n\n[甲](../sources/a.md) [乙](01-a.md) [丙](02-b.md)\n"})
    bed.add("sources that no rights hide", {**ONE, "sources/b.md": Mode("甲。\n", 0o200)}, BAD, nobody=True)
    bed.add("a disk that is full at the end", {"sources/%d.md" % i: "遠山科技收入三千億元。\n\n" * 20 for i in range(20)}, BAD, output="disk/site", disk=700 << 10)
    bed.add("a disk of nothing", ONE, BAD, output="disk/site", disk=4 << 10)


def entities(bed):
    def two(a, b, text="林遠在遠山科技工作。AX、ＡＸ、ax。\n"):
        return {"sources/a.md": text, "entities/people/a.md": "---\n%s\n---\n" % a, "entities/organizations/b.md": "---\n%s\n---\n" % b}

    for name, files in {
        "one alias by width": two("names: {zh: 林遠}\naliases: [AX]", "names: {zh: 遠山科技}\naliases: [ＡＸ]"), "one alias by case": two("names: {zh: 林遠}\naliases: [Ax]", "names: {zh: 遠山科技}\naliases: [aX]"), "one alias by script": two("names: {zh: 林遠}\naliases: [远总]", "names: {zh: 遠山科技}\naliases: [遠總]"),
        "one alias by normalization": two("names: {zh: 林遠}\naliases: [é]", "names: {zh: 遠山科技}\naliases: [e\u0301]"), "one alias by hidden characters": two("names: {zh: 林遠}\naliases: [林\u200b總]", "names: {zh: 遠山科技}\naliases: [林總]"), "names that begin in each other": two("names: {zh: 林遠在}", "names: {zh: 遠在遠山}"),
        "one English name": two("names: {zh: 林遠, en: Far Hill}", "names: {zh: 遠山科技, en: far hill}"), "a name that is its own alias in the other script": two("names: {zh-Hant: 林遠}\naliases: [林远]", "names: {zh: 遠山科技}"), "names that differ by script in wrong keys": two("names: {zh-Hans: 林遠, zh-Hant: 林远}", "names: {zh: 遠山科技}"), "no name at all": two("pinyin: Lín", "names: {zh: 遠山科技}"),
        "rules that hold each other": two("names: {zh: 林遠}\naliases: [{text: 科技, requires: [遠山科技]}]", "names: {zh: 遠山科技}\naliases: [{text: 林總, requires: [林總]}]"), "excludes without end": two("names: {zh: 林遠}\naliases: [{text: 林, excludes: [林遠, 林, '']}]", "names: {zh: 遠山科技}"),
    }.items():
        bed.add("entities: " + name, files)
    chain = {"sources/a.md": "遠山一部。\n"}
    for i in range(2_000):
        chain["entities/organizations/o%d.md" % i] = "---\nnames: {zh: 遠山%d部}\nrelations: [{is: part-of, target: o%d}]\n---\n" % (i, min(i + 1, 1_999))
    bed.add("2,000 organizations inside each other", chain, slow=True)
    bed.add("200 organizations inside each other", {key: value for key, value in chain.items() if not key.endswith("md") or len(key) < 32 and "o1" in key or key == "sources/a.md"})
    bed.add("1,000 people at one organization", {**ONE, "entities/organizations/far.md": "---\nnames: {zh: 遠山科技}\n---\n", **{"entities/people/p%d.md" % i: "---\nnames: {zh: 林%d號}\nroles: [{title: 工程師, at: far, from: 2020, source: [a, 1]}]\n---\n" % i for i in range(1_000)}}, slow=True)
    bed.add("events of ten thousand years", {**ONE, **{"entities/events/e%d.md" % i: "---\nnames: {zh: 事%d號}\ndate: %s\n---\n" % (i, date) for i, date in enumerate(["0001", "9999-12-31", "0001-01-01/9999-12-31", "../9999", "0001/..", "1582-10-10", "2000-02-29", "1900-02-28"])}})
    bed.add("1,000 events of one day", {**ONE, **{"entities/events/e%d.md" % i: "---\nnames: {zh: 事%d號}\ndate: 2025-03-13\n---\n" % i for i in range(1_000)}}, slow=True)


def pictures(bed):
    many = "\n".join("- {text: 甲%d, date: 20%02d-01, value: %d}" % (i, i % 100, i) for i in range(2_000))
    deep = "".join("%s- text: 甲\n%s  members:\n" % ("  " * i, "  " * i) for i in range(14)) + "  " * 14 + "- 乙\n"
    for name, (kind, text) in {
        "a timeline of nothing": ("timeline", "events: []"), "a timeline of 2,000": ("timeline", "events:\n" + many), "a timeline of all time": ("timeline", "events: [{text: 甲, date: 0001}, {text: 乙, date: 9999-12-31}, {text: 丙, date: ../2020}, {text: 丁, date: 2020/..}]"), "a timeline of one": ("timeline", "events: [{text: 甲, date: 2025-03-13}]"),
        "a timeline of one day": ("timeline", "events: [" + "{text: 甲, date: 2025-03-13}," * 200 + "]"), "a timeline without dates": ("timeline", "events: [甲, 乙]"), "a timeline backwards": ("timeline", "events: [{text: 甲, date: 2025/2020}]"), "long labels": ("timeline", "events: [" + "{text: %s, date: 2025}," % ("長" * 2_000) * 20 + "]"),
        "a chart of huge numbers": ("chart", "bars: [{text: 甲, value: %s}, {text: 乙, value: -%s}]" % ("9" * 300, "9" * 300)), "a chart of 400 digits": ("chart", "bars: [{text: 甲, value: %s}]" % ("9" * 400)), "a chart of small numbers": ("chart", "bars: [{text: 甲, value: 0.%s1}]" % ("0" * 300)), "a chart of zeros": ("chart", "bars: [{text: 甲, value: 0}, {text: 乙, value: 0}]"),
        "a chart of minus": ("chart", "bars: [{text: 甲, value: -1}, {text: 乙, value: -0}]"), "a chart of no numbers": ("chart", "bars: [{text: 甲, value: .nan}, {text: 乙, value: .inf}]"), "a chart of exponents": ("chart", "bars: [{text: 甲, value: 1e308}]"), "a chart of ranges": ("chart", "bars: [{text: 甲, value: [5, 1]}, {text: 乙, value: []}, {text: 丙, value: [1, 2, 3]}]"),
        "a chart of 2,000": ("chart", "bars:\n" + many), "a chart of words": ("chart", "bars: [{text: 甲, value: 一}]"), "a chart without bars": ("chart", "unit: 元"), "a stack of nothing": ("stack", "layers: []"), "a stack of 2,000": ("stack", "layers:\n" + many), "a stack of many members": ("stack", "layers: [{text: 甲, members: [%s]}]" % ",".join("成員%d" % i for i in range(1_000))),
        "a network of itself": ("network", "links: [{from: lin-yuan, to: lin-yuan}]"), "a network of strangers": ("network", "links: [{from: nowhere, to: nobody}]"), "a network of one": ("network", "nodes: [lin-yuan]"), "a network of nothing": ("network", "nodes: []\nlinks: []"), "a network with all links twice": ("network", "nodes: [lin-yuan, lin-yuan]\nlinks: [" + "{from: lin-yuan, to: lin-yuan, text: 甲}," * 500 + "]"), "a network of relations": ("network", "nodes: [lin-yuan]\nlinks: relations"), "a network of togetherness": ("network", "nodes: [lin-yuan]\nlinks: together"),
        "a deep tree": ("members", "form: tree\nmembers:\n" + deep), "a wide tree": ("members", "form: tree\nmembers: [" + ",".join("甲%d" % i for i in range(2_000)) + "]"), "a tree of nothing": ("members", "form: tree\nmembers: []"), "a cycle of none": ("members", "form: cycle\nmembers: []"), "a cycle of one": ("members", "form: cycle\nmembers: [甲]"), "a cycle of two": ("members", "form: cycle\nmembers: [甲, 乙]"),
        "a cycle of 1,000": ("members", "form: cycle\nmembers: [" + ",".join("甲%d" % i for i in range(1_000)) + "]"), "steps of 1,000": ("members", "form: steps\nmembers: [" + ",".join("甲%d" % i for i in range(1_000)) + "]"), "a table of 1,000 columns": ("members", "form: table\ncolumns: [%s]\nrows: [{text: 甲, cells: [%s]}]" % (",".join("甲" for _ in range(1_000)), ",".join("乙" for _ in range(1_000)))),
        "a table whose rows do not fit": ("members", "form: table\ncolumns: [甲]\nrows: [{text: 甲, cells: [乙, 丙, 丁]}, {text: 乙, cells: []}]"), "a matrix of nulls": ("members", "form: matrix\ncolumns: [甲, 乙]\nrows: [{text: 甲, cells: [~, ~]}]"), "a form that is none": ("members", "form: spiral\nmembers: [甲]"), "a cast of nobody": ("cast", "people: []"), "a cast of strangers": ("cast", "people: [nobody, {entity: nowhere}]"),
        "a cast of 1,000": ("cast", "people: [" + "lin-yuan," * 1_000 + "]"), "figures of 1,000": ("figures", "figures: [" + "{value: 35億元, text: 甲, check: one}," * 1_000 + "]"), "figures of an unknown check": ("figures", "figures: [{value: 35億元, check: nosuch}]"), "figures of long values": ("figures", "figures: [{value: %s, text: 甲}]" % ("9" * 10_000)), "an empty block": ("stack", ""), "a list for a block": ("stack", "- 甲"), "a comment for a block": ("chart", "# 甲"), "citations of zero": ("cast", "people: [{entity: lin-yuan, source: [a, 0]}]"),
    }.items():
        bed.add("picture: " + name, {**ONE, **LIN, "report/01-a.md": "# 章\n\n```%s\n%s\n```\n" % (kind, text)})
    bed.add("300 pictures", {**ONE, **LIN, "report/01-a.md": "# 章\n\n" + "```chart\nbars: [{text: 甲, value: 1}]\n```\n\n" * 300})
    bed.add("pictures everywhere", {**LIN, "sources/a.md": "林遠。\n\n> ```chart\n> bars: [{text: 甲, value: 1}]\n> ```\n\n- ```cast\n  people: [lin-yuan]\n  ```\n", "entities/people/b.md": "---\nnames: {zh: 晨星}\n---\n```stack\nlayers: [甲]\n```\n", "entities/people/b.en.md": "```stack\nlayers: [甲]\n```\n"})


def injections(bed):
    for payload in ["</script><script>zjx()</script>", "\u2028zjx()//", "\");zjx();(\"", "');zjx();('", "\\\");zjx();//", "*/zjx();/*", "<!--<script>", "]]>", "${zjx()}", "`${zjx()}`", "%3Cscript%3E", "\\u003cscript\\u003e", "&lt;img src=x onerror=zjx()&gt;", "javascript:zjx()", "[甲](javascript:zjx())", "![甲](data:text/html,zjx)", "<javascript:zjx()>", "{{title}} {{{title}}} {{#title}}", "<%= zjx %>", "#{zjx}", "=cmd|' /C calc'!A0", "../../../etc/passwd", "\x7f\x9b31m", "\u061c\u200f\u202e", "\ufeff<script>", "＂onzjx=＂", "ʺ onzjx=", "\U000e0022zjx"]:
        q = '"' + payload.replace("\\", "\\\\").replace('"', '\\"') + '"'
        bed.add("in all that is searched: %s" % ascii(payload[:40]), {
            "zhujie.yml": "title: %s\nbase-url: https://example.org/\n" % q, "sources/a.md": "---\ntitle: %s\npublisher: %s\nauthor: %s\n---\n# %s\n\n林遠%s說。\n\n- %s\n\n| %s |\n|---|\n" % (q, q, q, payload, payload, payload, payload.replace("|", "\\|")),
            "sources/b.txt": "%s\n\n正文%s。\n" % (payload, payload), "entities/people/lin-yuan.md": "---\nnames: {zh: 林遠, en: %s}\npinyin: %s\naliases: [%s]\nroles: [{title: %s}]\n---\n人%s。\n" % (q, q, q, q, payload),
            "entities/events/launch.md": "---\nnames: {zh: 晨星發佈, en: %s}\ndate: 2025-03-13\n---\n%s\n" % (q, payload), "report/01-a.md": "---\ntitle: %s\n---\n# %s\n\n文%s[@a 1]。\n" % (q, payload, payload)})
    for path in ["sources/<b>.md", "sources/a\"b.md", "sources/'.md", "sources/{{title}}.md", "sources/javascript:zjx().md", "sources/<!--.md", "sources/]]>.md", "sources/&lt;.md", "sources/%3Cscript%3E.md", "sources/<script>zjx()<∕script>.md"]:
        bed.add("a name that is shown: %s" % path, {path: "林遠。\n\n![甲](b.png)\n\n[@a 999]\n", "zhujie.yml": "base-url: https://example.org/\n"})


def misuse(bed):
    for arguments in [["--jobs", "0"], ["--jobs", "-1"], ["--jobs", "99999999999999999999"], ["--jobs", "x"], ["--jobs", ""], ["--base-url", "javascript:zjx()"], ["--base-url", ""], ["--base-url", "//example.org"], ["--nosuch"], ["--format", "xml"], ["extra"], ["--seeds"], ["--color", "mauve"], ["--only", "nosuch"], ["--templates", ""], ["--seeds", ""]]:
        bed.add("misuse: %s" % " ".join(arguments), ONE, MISUSE, arguments=arguments)
    for arguments in [["--jobs", "1"], ["--jobs", "1000000"], ["--jobs", "3", "--jobs", "2"], ["--strict"], ["--clean"], ["--quiet"], ["--verbose"], ["--timings"], ["--format", "json"], ["--json"], ["--color", "always"], ["--base-url", "https://a:b@example.org/"], ["--base-url", "HTTPS://EXAMPLE.ORG"], ["--base-url", "https://example.org/" + "a" * 5_000], ["--base-url", "https://例え.jp/字"], ["--base-url", "https://example.org/\"><script>zjx()</script>"]]:
        bed.add("used as %s" % " ".join(arguments)[:60], {**ONE, **LIN}, EITHER if "--base-url" in arguments else GOOD, arguments=arguments, exits=(0, 1, 64) if "--base-url" in arguments else (0, 1))
