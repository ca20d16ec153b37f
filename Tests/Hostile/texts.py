"""Text that is not what it says: encodings, controls, and characters at the edges of Unicode."""
from bed import BAD, EITHER, GOOD

PROSE = "林遠說，這是我們在晨星的第一年，大家都很高興。他的話不多，可是有人聽。\n\n第二段也是這樣的文字，沒有什麼不同。\n"
SIMPLIFIED = "林远说，这是我们在晨星的第一年，大家都很高兴。他的话不多，可是有人听。\n\n第二段也是这样的文字，没有什么不同。\n"


def add(bed):
    valid = PROSE.encode()
    for name, bad in [
        ("a lone continuation byte", b"\x80"), ("an overlong slash", b"\xc0\xaf"), ("a lone lead byte", b"\xe6"),
        ("0xFF", b"\xff"), ("0xFE", b"\xfe"), ("a surrogate", b"\xed\xa0\x80"), ("a pair of surrogates", b"\xed\xa0\xbd\xed\xb8\x80"),
        ("above U+10FFFF", b"\xf4\x90\x80\x80"), ("five bytes", b"\xf8\x88\x80\x80\x80"), ("an overlong NUL", b"\xc0\x80"),
        ("overlong three", b"\xe0\x80\xaf"), ("overlong four", b"\xf0\x80\x80\xaf"),
    ]:
        for where, content in [("first", bad + valid), ("inside", valid[:33] + bad + valid[33:]), ("last", valid + bad)]:
            offset = {"first": 0, "inside": 33, "last": len(valid)}[where]
            bed.add("invalid UTF-8, %s, %s" % (name, where), {"sources/a.md": content}, BAD, r"byte %d\b" % offset)
    broken = valid[:33] + b"\xff"
    for path in ["sources/a.txt", "sources/a.yml", "entities/people/a.md", "report/01-a.md", "zhujie.yml", "glossary.yml",
                 "decisions.yml", "figures.yml", "contradictions.yml", "sources/a.en.md"]:
        files = {"sources/a.md": PROSE} if path != "sources/a.txt" else {}
        files[path] = broken
        bed.add("invalid UTF-8 in %s" % path, files, BAD, r"byte 33\b")
    for name, text in [("traditional", PROSE), ("simplified", SIMPLIFIED)]:
        for encoding, mark in [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""), ("utf-16-be", b""),
                               ("gb18030", b""), ("big5", b""), ("utf-32-le", b"\xff\xfe\0\0"), ("utf-32-be", b"\0\0\xfe\xff"),
                               ("euc-jp", b""), ("shift-jis", b""), ("utf-7", b""), ("utf-8", b"\xef\xbb\xbf"),
                               ("utf-8", b"\xef\xbb\xbf\xef\xbb\xbf")]:
            try:
                content = mark + text.encode(encoding)
            except UnicodeEncodeError:
                continue
            label = "%s in %s%s" % (name, encoding, " with a mark of %d bytes" % len(mark) if mark else "")
            shown = text[:4] if encoding in ("gb18030", "big5", "utf-16-le", "utf-16-be") else ""
            said = r"GB18030|UTF-16|Big5|not UTF-8|NUL" if shown else ""
            bed.add(label + " (txt)", {"sources/a.txt": content}, EITHER, said, shown=shown)
            bed.add(label + " (md)", {"sources/a.md": content}, EITHER, said, shown=shown)
    bed.add("UTF-16 of ASCII", {"sources/a.txt": "Hello, a report.\n".encode("utf-16-le")}, BAD)
    bed.add("UTF-16 with half a character", {"sources/a.txt": b"\xff\xfe" + PROSE.encode("utf-16-le")[:-1]}, BAD)
    bed.add("UTF-16 with a lone surrogate", {"sources/a.txt": b"\xff\xfe\x3d\xd8\x41\0"}, BAD)
    bed.add("a mark of UTF-16 alone", {"sources/a.txt": b"\xff\xfe"})
    bed.add("a mark of UTF-8 alone", {"sources/a.txt": b"\xef\xbb\xbf"})
    bed.add("short GB18030", {"sources/a.txt": "林远".encode("gb18030")}, BAD, r"byte 0\b")
    bed.add("GB18030 front matter", {"sources/a.md": ("---\ntitle: 一年\n---\n" + SIMPLIFIED).encode("gb18030")}, said="GB18030|not UTF-8")
    bed.add("two encodings in one file", {"sources/a.txt": PROSE.encode() + SIMPLIFIED.encode("gb18030")}, BAD, "byte")
    bed.add("GB18030 with a broken byte", {"sources/a.txt": SIMPLIFIED.encode("gb18030") + b"\xff\xff"}, BAD, "byte")
    bed.add("a picture called txt", {"sources/a.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20}, BAD)
    bed.add("gzip called md", {"sources/a.md": b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + bytes(range(255, 0, -1)) * 9}, BAD)

    for path in ["sources/a.md", "sources/a.txt"]:
        for name, text in [("alone", "\0"), ("inside", "甲\0乙\n"), ("last", "甲乙\n\0"), ("in a link", "[甲](a\0b)\n")]:
            bed.add("NUL %s, %s" % (name, path), {path: text}, BAD, "U\\+0000")
    bed.source("NUL in front matter", "---\ntitle: 甲\0乙\n---\n正文。\n", BAD)
    bed.source("escaped NUL in front matter", '---\ntitle: "甲\\0乙"\n---\n正文。\n')
    bed.source("escaped surrogate in front matter", '---\ntitle: "甲\\uD83D乙"\n---\n正文。\n')
    bed.source("escape above Unicode in front matter", '---\ntitle: "甲\\U00110000乙"\n---\n正文。\n')
    bed.source("a numeric entity of NUL", "甲&#0;乙 &#xD800; &#x110000; &#99999999999; &#x80; &nosuch; &lt;script&gt;zjx()&lt;/script&gt;\n", GOOD)
    bed.source("control characters by entity", "甲&#1;&#8;&#27;&#x7f;&#x85;&#x202e;乙&#xFFFE;&#xFFFF;\n", GOOD)

    for name, end in [("CRLF", "\r\n"), ("CR", "\r"), ("LF CR", "\n\r"), ("CR CR LF", "\r\r\n"), ("U+2028", "\u2028"), ("U+2029", "\u2029"),
                      ("U+0085", "\x85"), ("vertical tab", "\v"), ("form feed", "\f")]:
        bed.both("lines end in %s" % name, ("---\ntitle: 一年\n---\n# 甲\n\n" + PROSE + "- 一\n- 二\n\n| a | b |\n|---|---|\n| 1 | 2 |\n").replace("\n", end))
    for scalar in [0x01, 0x07, 0x08, 0x0B, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200C,
                   0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202D, 0x202E, 0x2060, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068, 0x206A,
                   0x3000, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC, 0xFFFD, 0xFFFE, 0xFDD0, 0x1D173,
                   0x1FFFE, 0xE0001, 0xE0041, 0xE0100, 0xE000, 0xF0000, 0x10FFFF]:
        character = chr(scalar)
        text = "---\ntitle: 一%s年\n---\n# 甲%s乙\n\n林%s遠在遠山%s科技。[文%s字](https://example.org/%s) `碼%s` **重%s點**\n" % ((character,) * 8)
        warned = scalar in (0x202A, 0x202B, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x200B, 0x200E, 0x200F, 0x1B)
        bed.source("U+%04X everywhere" % scalar, text, said="U\\+%04X" % scalar if warned else "")
    bed.both("direction controls left open", "\u202e\u2067林遠\n\n遠山\u202d科技\n\n\u2066\u2066\u2066甲\n", GOOD, "U\\+202E")
    bed.both("many direction controls", "\u202e林\u202c" * 20_000 + "\n", GOOD)
    bed.both("supplementary Han", "𠮷野家的𪚥與𰻝𰻝麵、𲎯和𱁬，𠀀𪜀𫠠𫝀𮯰𰀀𱍐。\n", GOOD, shown="𠮷野家")
    bed.both("ideographic descriptions", "⿰木林⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻⿰木⿱日月的⿾⿿㇯字。⿰\n", GOOD, shown="⿰木林")
    bed.both("combining marks", "林" + "\u0301" * 5_000 + "遠，e\u0301 é，か\u3099 が。\n", GOOD)
    bed.both("a text of combining marks", "\u0301\u0302\u20dd\u3099" * 100 + "\n", GOOD)
    bed.add("NFC and NFD names", {"sources/a.md": "José 與 Jose\u0301 是一個人。\n",
                                  "entities/people/jose.md": "---\nnames: {en: José, zh: 何塞}\naliases: [Jose\u0301]\n---\n"})
    bed.both("compatibility ideographs", "金樂不 金樂不 說 ｱ ㈱ ﷽\n", GOOD)
    bed.both("emoji sequences", "👨‍👩‍👧‍👦🏳️‍🌈🇹🇼👍🏽️⃣ 林遠👍🏽\n", GOOD, shown="👨‍👩‍👧‍👦")
    bed.both("hangul, kana, hebrew, arabic", "한국어 カタカナ שלום العربية 林遠\n", GOOD)
    bed.both("white space only", " \t\u3000\u00a0\n \n", said="empty|no text|no paragraphs|none")
    bed.both("no end of line", "甲", GOOD)
    bed.both("every scalar below U+3000", "".join(chr(c) for c in range(0x20, 0x3000) if not 0x7F <= c < 0xA0) + "\n")
    bed.both("one of each block", "".join(chr(c) + " " for c in range(0x3000, 0x110000, 97) if not 0xD800 <= c < 0xE000) + "\n")
