"""Size and shape: what makes parsers slow, deep or large."""
from bed import BAD, EITHER, GOOD

N = 100_000


def add(bed):
    han = "遠山科技在二〇二四年收入超過三千億元，比去年增長百分之十一。"
    for name, unit in [("Han", "春天來了花開了，"), ("figures", "收入三千億元，"), ("dates", "在2024年3月5日，"), ("percents", "增長11.3%，"),
                       ("names", "林遠說林總，"), ("quotations", "「他說『好』」，"), ("Latin", "hello world "), ("digits", "1234567890 "),
                       ("Han numbers", "三千四百五十六萬七千八百九十"), ("everything", han)]:
        length = 10_000_000 // len(unit.encode())
        entity = {"entities/people/lin-yuan.md": "---\nnames: {zh: 林遠}\naliases: [林總]\n---\n"}
        bed.add("a paragraph of 10 MB of %s" % name, {"sources/a.md": unit * length + "\n", **entity}, slow=True)
        bed.add("a paragraph of 100 kB of %s" % name, {"sources/a.txt": unit * (length // 100) + "\n", **entity}, GOOD)
    bed.source("10 MB in one word", "x" * 10_000_000, slow=True)
    bed.text("10 MB in one number", "9" * 10_000_000, slow=True)
    bed.text("10 MB of one Han digit", "九" * 3_333_333, slow=True)
    bed.both("a line of 100 MB", "字" * 34_000_000 + "\n", BAD, "file-size", slow=True)
    bed.add("a line of 100 MB that is allowed", {"sources/a.txt": "字" * 34_000_000 + "\n", "zhujie.yml": "limits: {file-size: 200000000}\n"}, BAD, "paragraph-bytes", slow=True)
    bed.both("a paragraph longer than is allowed", "甲。\n\n" + "字" * 4_300_000 + "\n", BAD, r"a\.\w+:3:1: error: .*paragraph-bytes")
    bed.add("a file of 100 MB in 100 paragraphs", {"sources/a.txt": ("字" * 333_333 + "\n\n") * 100, "zhujie.yml": "limits: {file-size: 200000000}\n"}, slow=True)
    bed.add("a million lines", {"sources/a.txt": "甲\n" * 1_000_000}, slow=True)
    bed.source("100,000 paragraphs", "甲。\n\n" * N, slow=True)
    bed.source("100,000 headings", "# 甲\n\n" * N, slow=True)
    bed.source("20,000 headings of one name", "## 林遠\n\n文\n\n" * 20_000)
    for name, text in {
        "quotations": ">" * N + "a", "quotations with spaces": "> " * N + "a", "brackets": "[" * N + "a" + "]" * N,
        "opening brackets": "[" * N, "closing brackets": "]" * N, "image brackets": "![" * N, "parentheses": "[a](" * N,
        "emphasis": "*a **b " * (N // 2) + "c" + " b** a*" * (N // 2), "underscores": "_a " * N + "b" + " a_" * N,
        "stars": "*" * N + "a" + "*" * N, "stars and underscores": "*_" * N + "a", "tildes": "~~a " * N,
        "lists in a line": "- " * N + "a", "numbered lists in a line": "1. " * N + "a",
        "lists in lines": "".join(" " * min(2 * i, 400) + "- a\n" for i in range(2_000)),
        "lists and quotations": "> - " * (N // 2) + "a", "code spans": "`" * N + "a", "code spans of every length": "".join("`" * i + "a" for i in range(1, 1_200)),
        "entities": "&" * N, "named entities": "&amp;" * N, "escapes": "\\" * N, "tags": "<a" * N, "open tags": "<a " * N,
        "comments": "<!-- " * N, "declarations": "<!A " * N, "CDATA": "<![CDATA[" * N, "instructions": "<?a " * N,
        "addresses": "<http://" * N, "bare addresses": "http://a." * N, "www": "www.a" + ")" * N, "www and brackets": "www.a(" * N,
        "mail": "a@" * N, "mail dots": "a." * N + "@b", "footnotes": "[^a]" * N, "footnote definitions": "".join("[^%d]: x\n" % i for i in range(20_000)),
        "nested footnotes": "[^a]: " * N, "references": "[a]: /x\n" * N, "uses of a reference": "[a]" * N + "\n\n[a]: /" + "x" * 1_000,
        "a long reference": "[a]" * 10_000 + "\n\n[a]: /x '" + "t" * 140_000 + "'\n",
        "link titles": "[a](b 'c" * N, "image of images": "![a" * 20_000 + "](b)" * 20_000, "links": "[遠山](https://example.org/a) " * N,
        "empty links": "[](a) " * N, "images": "![a](b.png) " * 1_500, "autolinks": "<https://example.org/> " * 20_000, "hard breaks": "a  \n" * N, "backslash breaks": "a\\\n" * N,
        "rules": "***\n" * N, "setext headings": "a\n=\n" * 30_000, "html blocks": "<div>\n" * N, "fences": "```\n" * N,
        "unclosed fence": "```" + "x\n" * N, "long fence": "`" * N + "\na\n", "tildes fence": "~" * N + "\na\n", "indents": "    a\n" * N,
        "tabs": "\t" * N + "a", "tabs and quotes": "\t>" * N, "one pipe a line": "|\n" * N, "dashes": "-" * N, "hashes": "#" * N + " a", "equals": "=" * N, "colons": ":" * N + "\n",
        "a table of 100,000 columns": "|a" * N + "|\n" + "|-" * N + "|\n", "a table of 400 columns": "|a" * 400 + "|\n" + "|-" * 400 + "|\n" + "|b|\n" * 400,
        "a table of 100,000 rows": "|a|b|\n|-|-|\n" + "|c|d|\n" * N, "a table in each line": "|a|\n|-|\n\n" * 20_000,
        "nested table pipes": "|" * N + "\n" + "|-" * 100 + "\n", "escaped pipes": "|a|\n|-|\n|" + "\\|" * N + "|\n",
        "citations": "[@a 1]" * 20_000, "open citations": "[@a " * N, "citation ranges": "[@a 1-999999999999]\n", "citation lists": "[@a " + "1," * N + "1]\n",
        "basis markers": "[¶ " * N, "list items": "- a\n" * N, "numbered items": "".join("%d. a\n" % (i % 999_999_999) for i in range(30_000)), "a huge list number": "999999999999999999. a\n123456789) b\n",
        "alternating lists": "- a\n\n1. b\n\n" * 10_000, "loose nested quotes": "> a\n\n" * 30_000, "lazy quotes": ">" * 90 + "a\n" + "b\n" * N,
        "deep lazy lists": "".join("  " * i + "- a\n" for i in range(90)) + "b\n" * 10_000, "task lists": "- [ ] a\n" * 30_000, "strikethrough": "~~a~~ " * 30_000,
        "quotation marks": "「" * N + "a", "nested quotation marks": "「『" * (N // 2) + "a" + "』」" * (N // 2), "curly quotes": "“" * N, "book titles": "《" * N + "》" * N,
    }.items():
        bed.source("shape: " + name, text + "\n", slow=name in ("links", "citations"))
    for name, text in {
        "fullwidth digits": "１" * N, "Han digits": "一二三四五六七八九〇" * 5_000, "powers": "萬億" * 20_000, "tens": "十" * N, "hundreds": "一百" * 20_000,
        "zeros": "零" * N, "a number of 100,000 digits with a unit": "1" * N + "億元", "points": "1.1" * N, "commas": "1,111" * 20_000, "hyphens": "1-" * N,
        "percent signs": "%" * N, "fractions": "三分之" * 20_000, "dates": "2024-" * 20_000, "slashes": "1/" * N, "year signs": "年月日" * 20_000,
        "ranges": "1—" * 20_000, "range of ranges": "1至2至" * 20_000, "tildes": "1~2~" * 20_000, "hedges": "超過近約" * 10_000, "money signs": "$¥€" * 20_000,
        "exponents": "1e999999999 1E-99999 10^99999", "years": "99999999999年 -1年 0年 0000年00月00日 9999年99月99日 2024年2月30日 西元前99999999999999999999年",
        "durations": "99999999999999999999年 三十萬億億億億億天 1e400天", "quarters": "2024年第999999999999季度 5Q24 Q9 2024",
        "lunar": "農曆閏十三月三十一 甲子年正月三十二", "signs": "+-+-" * 20_000, "negative": "負" * 20_000 + "一", "decimals": "0." + "0" * N + "1%",
        "multiples": "十倍百倍" * 20_000, "vague": "數十百千萬億" * 10_000, "relative dates": "去年今年明年上個月" * 10_000, "centuries": "99999999世紀 二十一世紀九十年代",
        "int64": "9223372036854775807元 9223372036854775808元 -9223372036854775809元 18446744073709551616億元",
    }.items():
        bed.text("figures: " + name, text + "\n")
    for name, text in {"figure": "1億元", "date": "2024年3月", "name": "林遠", "quotation": "「甲」", "citation": "[@a 1]", "footnote": "[^1]", "link": "[甲](b.md)"}.items():
        bed.add("a heading full of each %s" % name, {"sources/a.md": "# " + text * 5_000 + "\n\n[^1]: 注\n",
                                                     "entities/people/lin-yuan.md": "---\nnames: {zh: 林遠}\n---\n"})
    bed.add("3,000 sources", {"sources/s%d.txt" % i: "遠山科技。\n" for i in range(3_000)}, slow=True)
    bed.add("300 chapters", {"sources/a.md": "甲。\n", **{"report/%d-c%d.md" % (i, i): "# 章\n\n文[@a 1]。\n" for i in range(300)}}, slow=True)
    bed.add("one raised limit of each", {"sources/a.md": ">" * 150 + "a\n", "zhujie.yml": "limits:\n  container-markers: 200\n"}, GOOD)
    bed.add("a limit lowered", {"sources/a.md": ">" * 50 + "a\n", "zhujie.yml": "limits: {container-markers: 20}\n"}, BAD, "container-markers")
    for limit in ["file-size", "total-size", "files", "folder-depth", "yaml-size", "yaml-depth", "yaml-nodes", "yaml-text", "yaml-aliases", "aliases", "document-bytes", "paragraph-bytes",
                  "container-markers", "table-columns", "table-cells", "reference-bytes", "closing-parentheses", "openers", "tildes", "depth"]:
        for value in ["0", "-1", "99999999999999999999999", "1e99", "many", "[1]", "9223372036854775807", "1"]:
            bed.add("limit %s is %s" % (limit, value), {"sources/a.md": "> - *甲*[乙](c)\n", "zhujie.yml": "limits: {%s: %s}\n" % (limit, value)})
