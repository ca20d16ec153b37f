"""Writes the texts of the script benchmark, the same bytes each time.

usage: corpus.py OUT MEGABYTES CASES SEED...

news    the sentences of the seeds in random order: running text, which says many things more than once.
words   words of jieba's list drawn by how often texts use them, with marks and figures between them: nothing repeats,
        which is the worst case for any memory.
mixed   the sentences of the seeds among the development cases: Markdown, code, addresses, Japanese, and lines of both
        scripts.
"""

import itertools
import random
import re
import sys

out, size, cases, seeds = sys.argv[1], int(sys.argv[2]) * 1_000_000, sys.argv[3], sys.argv[4:]


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def sentences(text):
    return [s.strip() for s in re.split(r"(?<=[。！？!?\n])", text) if len(s.strip()) > 4]


def write(name, line):
    """Writes lines that `line` makes until the text has its size."""
    count = 0
    with open(f"{out}/{name}.txt", "w", encoding="utf-8") as file:
        while count < size:
            text = line() + "\n"
            file.write(text)
            count += len(text.encode())


random.seed(1)
prose = sentences("\n".join(read(path) for path in seeds))
examples = [line.split("\t")[2] for line in read(cases).splitlines() if line.count("\t") > 2]
# What opens and never closes would protect all that follows.
examples = [text for text in examples if not re.search("```|~~~|<pre|<script|<style|<!--", text)]
write("news", lambda: "".join(random.choices(prose, k=random.randint(3, 7))))
write("mixed", lambda: "".join(random.choices(prose + examples, k=random.randint(3, 7))))

words, weights = [], []
for line in read(".cache/tables/jieba-0.42.1/jieba/dict.txt").splitlines():
    word, frequency, _ = line.split(" ")
    if all("\u4e00" <= c <= "\u9fff" for c in word):
        words.append(word)
        weights.append(int(frequency))
cumulative = list(itertools.accumulate(weights))


def clause():
    figure = f" {random.randint(1, 3000)} " if random.random() < 0.15 else ""
    drawn = random.choices(words, cum_weights=cumulative, k=random.randint(3, 9))
    drawn.insert(random.randint(0, len(drawn)), figure)
    return "".join(drawn).strip() + random.choice("，。；")


write("words", lambda: "".join(clause() for _ in range(random.randint(2, 6))))
