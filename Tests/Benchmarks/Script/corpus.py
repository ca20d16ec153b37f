"""Writes the texts of the script benchmark, the same bytes each time.

usage: corpus.py OUT MEGABYTES FILE...

sentences.txt holds the sentences of the files in random order: news as it is, which says many things more
than once. words.txt holds words of jieba's list drawn by their frequency, with marks between them: nothing in it
repeats, which is the worst case for any memory.
"""

import itertools
import random
import re
import sys

out, size, files = sys.argv[1], int(sys.argv[2]) * 1_000_000, sys.argv[3:]
random.seed(1)

text = ""
for name in files:
    with open(name, encoding="utf-8") as file:
        for line in file:
            fields = line.split("\t")
            text += fields[2] + "\n" if len(fields) > 3 else line
sentences = [s.strip() for s in re.split(r"(?<=[。！？!?\n])", text) if len(s.strip()) > 4]
count = 0
with open(out + "/sentences.txt", "w", encoding="utf-8") as file:
    while count < size:
        line = "".join(random.choice(sentences) for _ in range(random.randint(3, 7))) + "\n"
        file.write(line)
        count += len(line.encode())

words, weights = [], []
with open(".cache/tables/jieba-0.42.1/jieba/dict.txt", encoding="utf-8") as file:
    for line in file:
        word, frequency, _ = line.split(" ")
        if all("\u4e00" <= c <= "\u9fff" for c in word):
            words.append(word)
            weights.append(int(frequency))
cumulative = list(itertools.accumulate(weights))
count = 0
with open(out + "/words.txt", "w", encoding="utf-8") as file:
    while count < size:
        line = ""
        for _ in range(random.randint(2, 6)):
            line += "".join(random.choices(words, cum_weights=cumulative, k=random.randint(3, 9))) + random.choice("，。；")
        file.write(line + "\n")
        count += len(line.encode()) + 1
