"""Queries for the search, taken from the built site and its seeds: nothing here knows whom the report is about."""

import html
import pathlib
import re
import unicodedata

SEEDS = pathlib.Path(__file__).resolve().parents[2] / "seeds"
FORMS = ("traditional", "simplified", "english", "pinyin", "toned", "joined", "initials", "alias")


def field(text, name):
    """A field of a file's front matter as it is written."""
    found = re.search(rf"^{name}: *(.+)$", text, re.M)
    return found.group(1).strip().strip("\"'") if found else ""


def name_in(text, language):
    found = re.search(rf"[{{ ]{language}: *\"?([^,}}\"]+)", field(text, "names"))
    return found.group(1).strip() if found else ""


def letters(text):
    return re.sub(r"[\W_]", "", text).lower()


def without_tones(pinyin):
    return "".join(mark for mark in unicodedata.normalize("NFD", pinyin) if not unicodedata.combining(mark)).lower()


def initials(pinyin, name):
    """The first letter of each syllable, where there are as many as characters."""
    syllables = re.findall(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]+(?:ng?(?![aeiou])|r(?![aeiou]))?", without_tones(pinyin))
    return "".join(syllable[0] for syllable in syllables) if len(syllables) == len(name) > 1 else ""


def entities(folder):
    """Each entity as its page below a language and what it is called, by form."""
    index = (folder / "zh-hant" / "index" / "index.html").read_text(encoding="utf-8")
    keys = {}
    for item in re.findall(r"<li data-k=\"([^\"]*)\">(.*?)</li>", index, re.S):
        page = re.search(r'href="\.\./([^"]+)/index\.html"', item[1]).group(1)
        keys[page] = html.unescape(item[0]).split("|")
    found = []
    for file in sorted(SEEDS.glob("entities/*/*.md")):
        if file.name.endswith(".en.md"):
            continue
        text = file.read_text(encoding="utf-8")
        page = f"{file.parent.name}/{field(text, 'id')}"
        toned = field(text, "pinyin")
        name = name_in(text, "zh-Hant") or name_in(text, "zh-Hans")
        names = {
            "traditional": name_in(text, "zh-Hant"), "simplified": name_in(text, "zh-Hans"), "english": name_in(text, "en"),
            "toned": toned, "pinyin": without_tones(toned), "joined": letters(without_tones(toned)), "initials": initials(toned, name),
            "alias": next(iter(re.findall(r"^ +- +([^{\[\s].*)$", text, re.M)), ""),
        }
        found.append((page, names, keys[page]))
    return found


def queries(folder, count):
    """Form, query and page of entities that no other entity shares the query with, the forms in turn."""
    known = entities(folder)
    result = []
    for turn in range(len(known)):
        for place, form in enumerate(FORMS):
            page, names, _ = known[(turn * 7 + place * 11) % len(known)]
            query = names[form]
            key = letters(query)
            others = [letters(other) for other_page, other_names, keys in known if other_page != page for other in [*keys, *other_names.values()]]
            shared = any(other.startswith(key) if form == "initials" else other == key for other in others)
            if len(key) > 1 and not shared and all(query != asked for _, asked, _ in result):
                result.append((form, query, page))
    # As many of each form as there are.
    chosen = []
    while len(chosen) < count and result:
        for form in FORMS:
            first = next((entry for entry in result if entry[0] == form), None)
            if first:
                result.remove(first)
                chosen.append(first)
    return chosen[:count]


def rows(folder, language):
    """Source, anchor and text of each paragraph of the sources, as a language shows them."""
    for file in sorted((folder / language / "sources").glob("*/index.html")):
        text = file.read_text(encoding="utf-8")
        for anchor, body in re.findall(r'<div class="row" id="([^"]+)">(.*?)</p>', text, re.S):
            yield file.parent.name, anchor, html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<a class=\"pn\".*?</a>", "", body)))


def substrings(folder, language, count):
    """Runs of six Han out of the middle of paragraphs, each in one paragraph only."""
    every = list(rows(folder, language))
    found = []
    for source, anchor, text in every[:: max(1, len(every) // (3 * count))]:
        runs = re.findall(r"[\u4e00-\u9fff]{6}", text[len(text) // 3 :])
        if runs and sum(runs[0] in other for _, _, other in every) == 1:
            found.append((source, anchor, runs[0]))
    return found[:count]


def english(folder, count):
    """Three words in a row out of English paragraphs, each in one paragraph only."""
    every = list(rows(folder, "en"))
    found = []
    for source, anchor, text in every[:: max(1, len(every) // (3 * count))]:
        runs = re.findall(r"[A-Za-z]{4,} [a-z]{4,} [a-z]{4,}", text[len(text) // 3 :])
        if runs and sum(all(word in other for word in runs[0].split()) for _, _, other in every) == 1:
            found.append((source, anchor, runs[0]))
    return found[:count]
