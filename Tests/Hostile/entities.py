"""Entities: names that no index likes, clashes, circles, dates, and very many of all."""
from bed import BAD, EITHER, GOOD

TEXT = "林遠在遠山科技工作，a.b*c 與 $1 與 😀 與 <b>林總</b>，老林說。A, AB and a.\n"


def person(yaml, body=""):
    return "---\nnames: {zh: 林遠}\n%s\n---\n%s\n" % (yaml, body)


def add(bed):
    for name, alias in {
        "empty": "", "a space": " ", "a wide space": "\u3000", "a line end": "\\n", "a tab": "\\t", "zero width": "\u200b", "one Han character": "林", "one letter": "a", "one digit": "1", "a full stop": "。",
        "punctuation": "，。、", "a hyphen": "-", "a regular expression": ".*", "a bad regular expression": "[(", "a character class": "[\\\\s\\\\S]*", "braces": "{{林}}", "a dollar": "$1", "a backslash": "\\\\", "stars": "**", "an emoji": "😀",
        "a joined emoji": "👨‍👩‍👧", "a flag": "🇹🇼", "a modifier": "👍🏽", "a combining mark": "\u0301", "markup": "<b>林總</b>", "a script": "<script>zjx()</script>", "an attribute": "x' onzjx='1", "Markdown": "**林總**", "a link": "[林](http://example.org)",
        "a citation": "[@a 1]", "itself": "林遠", "the other script": "林远", "part of the name": "遠", "a very long one": "林" * 5_000, "a sentence": "林遠在遠山科技工作", "a number": "2024", "an amount": "三千億元", "a date": "2024年3月5日", "a percent": "11.3%",
        "NUL": "林\\0遠", "a direction control": "林\u202e遠", "a soft hyphen": "林\u00ad遠", "variants": "林遠\U000E0100", "compatibility": "\uf9f4遠", "fullwidth letters": "ＡＩ", "circled": "①", "ligature": "ﬁ", "dotted I": "İ", "sharp s": "ß", "kelvin": "K",
        "decomposed": "e\u0301", "Hangul": "한국", "kana": "カ", "supplementary Han": "𠮷", "private use": "\ue000", "a noncharacter": "\ufdd0", "U+10FFFF": "\U0010ffff", "U+2028": "林\u2028遠", "only vowels": "ａ", "quotes": "\\\"林\\\"", "an entity reference": "&amp;lin;", "an address": "https://example.org/",
    }.items():
        yaml = 'aliases: ["%s"]' % alias
        bed.entity("alias: " + name, "names: {zh: 林遠}\n" + yaml, text=TEXT + alias.replace("\\\\", "\\") .replace("\\0", "")+ "\n")
        bed.entity("name: " + name, 'names: {zh: "%s", en: "%s"}' % (alias, alias), text=TEXT + "\n")
    for name, yaml in {
        "aliases are a mapping": "aliases: {a: b}", "aliases are text": "aliases: 林總", "aliases are null": "aliases: ~", "aliases are nested": "aliases: [[[林總]]]", "an alias without text": "aliases: [{role: x}]", "an alias of null": "aliases: [~, ~]",
        "an alias that requires nothing": "aliases: [{text: 林總, requires: []}]", "an alias that requires nothing much": "aliases: [{text: 林總, requires: ['']}]", "an alias that excludes itself": "aliases: [{text: 林總, excludes: [林總]}]",
        "an alias that excludes a regular expression": "aliases: [{text: 林總, excludes: ['.*', '(', '']}]", "an alias of a source that is not there": "aliases: [{text: 林總, sources: [nowhere]}]", "an alias given 500 times": "aliases: [" + "林總," * 500 + "]",
        "a kind that is none": "kind: robot", "a kind of another folder": "kind: product", "a kind that is a list": "kind: [person]", "names are text": "names: 林遠", "names are a list": "names: [林遠]", "names are null": "names: ~", "names in unknown languages": "names: {xx: 林遠}",
        "pinyin of markup": "pinyin: <b>x</b>", "pinyin that is long": "pinyin: " + "a" * 50_000, "same-as markup": "same-as: ['<b>', 'javascript:zjx()', 'https://example.org/\"><b>']", "same-as a scheme": "same-as: ['javascript:zjx()']", "same-as unknown": "same-as: ['x:y', ':', '']",
        "a role at nothing": "roles: [{title: x, at: nowhere}]", "a role at itself": "roles: [{title: x, at: lin-yuan}]", "a role without title": "roles: [{at: lin-yuan}]", "a role from later": "roles: [{title: x, from: 2025, to: 2024}]", "roles are text": "roles: x", "a role with a bad source": "roles: [{title: x, source: [nowhere, 1]}]",
        "a role with source zero": "roles: [{title: x, source: [a, 0]}]", "a role with a source too far": "roles: [{title: x, source: [a, 999999999999999999999]}]", "a role with a range upside down": "roles: [{title: x, source: [a, 5-1]}]", "a role with an endless range": "roles: [{title: x, source: [a, 1-9223372036854775807]}]",
        "a relation to itself": "relations: [{is: part-of, target: lin-yuan}]", "a relation to nothing": "relations: [{is: part-of, target: nowhere}]", "a relation of markup": "relations: [{is: '<b>zjx</b>', target: lin-yuan}]", "a relation without target": "relations: [{is: part-of}]", "relations that are numbers": "relations: [1, 2]",
        "1,000 relations": "relations: [" + "{is: part-of, target: lin-yuan}," * 1_000 + "]", "1,000 roles": "roles: [" + "{title: x}," * 1_000 + "]", "unknown keys": "nmaes: {zh: x}\nkidn: person",
    }.items():
        base = "" if name.startswith("names are") or name.startswith("names in") else "names: {zh: 林遠}\n"
        bed.entity("entity: " + name, base + yaml, text=TEXT)
    for date in ["2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-01-00", "0000", "9999-99-99", "-2024", "99999", "20240229", "2024-Q5", "2024-Q0", "2024/2023", "../..", "2024/..", "../2024", "..", "", "~", "?", "2024~?%", "2024-1-1", "甲", "2024-02-29T25:61",
                 "２０２４", "[2024, 2025]", "{a: b}", "1e4", "0x7E8", ".inf", "2024-W05", "Y170000002", "2024-21", "156X", "2024-03-13/2024-03-13/2024", "<b>", "2024-03-13\u200b", "9" * 5_000, "2024-" * 1_000, "2024-02-29/2023-02-29"]:
        bed.add("an event of %r" % date[:24], {"sources/a.md": TEXT, "entities/events/e.md": "---\nnames: {zh: 晨星發佈會}\ndate: %s\n---\n" % date})
        bed.add("a source of %r" % date[:24], {"sources/a.md": "---\ndate: %s\n---\n今年2月，林遠說。\n" % date})
    bed.add("an event of a day that does not exist", {"sources/a.md": TEXT, "entities/events/e.md": "---\nnames: {zh: 晨星發佈會}\ndate: 2025-02-29\n---\n"}, BAD, "2025-02-29")
    two = lambda a, b: {"sources/a.md": "林總說晨星。\n\n老林說晨星。\n", "entities/people/a.md": person(a), "entities/people/b.md": "---\nnames: {zh: 晨星}\n%s\n---\n" % b}
    bed.add("one alias of two", two("aliases: [林總]", "aliases: [林總]"), BAD, "林總")
    bed.add("one alias of two in two scripts", two("aliases: [林總]", "aliases: [林总]"), BAD)
    bed.add("one alias of two with one rule", two("aliases: [林總]", "aliases: [{text: 林總, requires: [晨星]}]"))
    bed.add("one alias of two with two rules", two("aliases: [{text: 林總, requires: [晨星]}]", "aliases: [{text: 林總, requires: [晨星]}]"))
    bed.add("an alias that is another's name", two("aliases: [晨星]", ""), BAD)
    bed.add("one alias of 500", {"sources/a.md": "林總說。\n", **{"entities/people/p%d.md" % i: "---\nnames: {zh: 林遠%d號}\naliases: [{text: 林總, requires: [說]}]\n---\n" % i for i in range(500)}})
    for names in (["a"], ["a", "b"], ["a", "b", "c"]):
        for key in ("part-of", "successor-of", "built-on", "invested-in"):
            files = {"sources/a.md": "林遠。\n"}
            for i, one in enumerate(names):
                files["entities/organizations/%s.md" % one] = "---\nnames: {zh: 遠山%s部}\nrelations: [{is: %s, target: %s}]\n---\n[[%s]] 見遠山a部。\n" % (one, key, names[(i + 1) % len(names)], one)
            bed.add("a circle of %d by %s" % (len(names), key), files)
    bed.add("decisions in circles", {"sources/a.md": "林遠說。\n", "entities/people/a.md": person(""), "decisions.yml": "- {quote: 林遠, is: a}\n- {quote: 林遠, is-not: a}\n- {quote: 林遠, reads: 林遠遠}\n- {quote: 林遠遠, reads: 林遠}\n- {quote: 林遠, is: nobody}\n"})
    bed.add("glossary in circles", {"sources/a.md": "甲乙丙。\n", "glossary.yml": "rules:\n- {from: 甲, to: 乙}\n- {from: 乙, to: 丙}\n- {from: 丙, to: 甲}\n- {from: 甲, to: 甲甲甲甲}\n"})
    bed.add("a glossary of nothing", {"sources/a.md": "甲乙丙。\n", "glossary.yml": "rules:\n- {from: '', to: 乙}\n- {from: 乙, to: ''}\n- {from: ' ', to: x}\n"})
    bed.add("a glossary of markup", {"sources/a.md": "甲乙丙。\n", "glossary.yml": "rules:\n- {from: 甲, to: '<script>zjx()</script>'}\n- {from: 乙, to: '</p><b onzjx=1>'}\n"})
    bed.add("a glossary that grows", {"sources/a.md": "甲" * 10_000 + "\n", "glossary.yml": "rules:\n- {from: 甲, to: %s}\n" % ("乙" * 2_000)}, slow=True)
    bed.add("10,000 rules of a glossary", {"sources/a.md": "甲乙丙。\n", "glossary.yml": "rules:\n" + "".join("- {from: 甲%d, to: 乙%d}\n" % (i, i) for i in range(10_000))})
    bed.add("a decision of one character", {"sources/a.md": "甲" * 20_000 + "\n", "decisions.yml": "- {quote: 甲, reads: 乙}\n"})
    bed.add("2,000 decisions", {"sources/a.md": "".join("第%d號。\n\n" % i for i in range(2_000)), "decisions.yml": "".join("- {quote: 第%d號, reads: 第%d号}\n" % (i, i) for i in range(2_000))})
    bed.add("decisions that are empty", {"sources/a.md": "甲。\n", "decisions.yml": "- {quote: '', is: a}\n- {}\n- ~\n- {quote: 甲}\n- {quote: 甲, is: [a]}\n- {quote: 甲, is: nobody, is-not: a, reads: ''}\n"})
    for name, that in {"itself": "a = a", "division by zero": "a / 0 ≈ a", "division by nothing": "a / (a - a) < 1", "parentheses": "(" * 5_000 + "a" + ")" * 5_000 + " < 1", "open": "(" * 50_000, "a long sum": "a" + " + a" * 20_000 + " > 0", "a product": "a" + " * a" * 5_000 + " > 0",
                       "large numbers": "9" * 5_000 + " > a", "minus signs": "- " * 10_000 + "a > 0", "nothing": "", "no sign": "a", "three terms": "a < a < a", "unknown": "b < a", "percent": "%%% < a", "signs": "≈", "points": "1.2.3 < a"}.items():
        bed.add("a check of %s" % name, {"sources/a.md": "收入30億元。\n", "figures.yml": "figures:\n- {id: a, metric: 收入, statements: [{value: 30億元, source: [a, 1]}]}\nchecks:\n- that: '%s'\n" % that})
    for value in ["", "甲", "999999999999999999999999999999999999萬億億億億元", "0億元", "-1億元", "1e999元", "3億元至1億元", "<b>30億元</b>", "[30億元]", "30億元 30億元", "三" * 5_000]:
        bed.add("a figure of %r" % value[:20], {"sources/a.md": "收入30億元。\n", "figures.yml": "figures:\n- {id: a, metric: 收入, statements: [{value: '%s', source: [a, 1]}, {value: 30億元, source: [a, 99]}]}\n" % value})
    bed.add("figures of one id", {"sources/a.md": "收入30億元。\n", "figures.yml": "figures:\n- {id: a, metric: x, statements: [{value: 30億元, source: [a, 1]}]}\n- {id: a, metric: y, statements: [{value: 30億元, source: [a, 1]}]}\n"})
    bed.add("contradictions of nobody", {"sources/a.md": "甲。\n", "contradictions.yml": "- {id: x, question: ?, entities: [nowhere], statements: []}\n- {id: x}\n- ~\n"})
    # Many.
    many = ",".join("名%d號" % i for i in range(900))
    bed.add("100,000 aliases", {"sources/a.md": TEXT, **{"entities/people/p%d.md" % i: "---\nnames: {zh: 林遠%d}\naliases: [%s]\n---\n" % (i, ",".join("林%d之%d" % (i, j) for j in range(900))) for i in range(112)}}, slow=True)
    bed.add("100,000 aliases of one", {"sources/a.md": TEXT, "zhujie.yml": "limits: {aliases: 200000, yaml-size: 100000000, yaml-nodes: 1000000}\n", "entities/people/a.md": person("aliases: [%s]" % ",".join("林%d號" % i for i in range(100_000)))}, slow=True)
    bed.add("100,000 aliases of one, refused", {"sources/a.md": TEXT, "entities/people/a.md": person("aliases: [%s]" % ",".join("林%d號" % i for i in range(100_000)))}, BAD)
    bed.add("aliases within each other", {"sources/a.md": "林" * 2_000 + "\n", "entities/people/a.md": person("aliases: [%s]" % ",".join("林" * i for i in range(2, 600)))})
    bed.add("aliases with one beginning", {"sources/a.md": ("林" * 50 + "遠") * 500 + "\n", "entities/people/a.md": person("aliases: [%s]" % ",".join("林" * 50 + chr(0x4E00 + i) for i in range(900)))})
    bed.add("2,000 entities", {"sources/a.md": "".join("林%d號。\n\n" % i for i in range(2_000)), **{"entities/people/p%d.md" % i: "---\nnames: {zh: 林%d號}\n---\n林%d號的事。\n" % (i, i) for i in range(2_000)}}, slow=True)
    bed.add("one name 50,000 times", {"sources/a.md": "林遠說。" * 50_000 + "\n", "entities/people/a.md": person("")}, slow=True)
