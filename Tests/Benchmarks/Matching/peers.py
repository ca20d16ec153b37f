"""Finds the same names in the same text with pyahocorasick and ahocorasick-rs.

    pip install -r requirements.txt
    swift run -c release matching-benchmark --write DIR && python3 peers.py DIR
"""
import sys
import time

import ahocorasick
import ahocorasick_rs

folder = sys.argv[1]
text = open(folder + "/text.txt", encoding="utf-8").read()
names = open(folder + "/names.txt", encoding="utf-8").read().split("\n")
size = len(text.encode("utf-8"))


def report(what, seconds, found):
    print(f"{what:42} {size:10d} {seconds * 1000:8.1f} {size / 1e6 / seconds:8.1f} {found:8d}")


automaton = ahocorasick.Automaton()
for index, name in enumerate(names):
    automaton.add_word(name, index)
automaton.make_automaton()
start = time.process_time()
found = sum(1 for _ in automaton.iter_long(text))
report("pyahocorasick, iter_long", time.process_time() - start, found)

for kind in ("ContiguousNFA", "DFA"):
    matcher = ahocorasick_rs.AhoCorasick(
        names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=getattr(ahocorasick_rs.Implementation, kind))
    start = time.process_time()
    found = len(matcher.find_matches_as_indexes(text))
    report(f"ahocorasick-rs, {kind}", time.process_time() - start, found)
