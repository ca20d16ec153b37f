"""Times the peers on the texts that are given, processor time of one thread, best of three.

usage: peers.py SIMPLIFIED TRADITIONAL
"""

import ctypes
import ctypes.util
import sys
import time


def measure(name, direction, convert, text):
    best = min(timed(convert, text) for _ in range(3))
    print(f"{name} {direction}: {len(text.encode()) / 1e6 / best:.1f} MB/s")


def timed(convert, text):
    start = time.process_time()
    convert(text)
    return time.process_time() - start


with open(sys.argv[1], encoding="utf-8") as file:
    simplified = file.read()
with open(sys.argv[2], encoding="utf-8") as file:
    traditional = file.read()

import opencc
import zhconv_rs

for name, text in (("s2t", simplified), ("s2tw", simplified), ("s2hk", simplified), ("t2s", traditional)):
    measure("OpenCC 1.4.2", name, opencc.OpenCC(name).convert, text)
for name, text in (("zh-hant", simplified), ("zh-tw", simplified), ("zh-hk", simplified), ("zh-hans", traditional)):
    measure("zhconv-rs", name, lambda t, n=name: zhconv_rs.zhconv(t, n), text)

library = ctypes.util.find_library("opencc")
if library is None:
    print("libopencc: not installed (apt-get install libopencc1.1 opencc)")
else:
    lib = ctypes.CDLL(library)
    lib.opencc_open.restype = ctypes.c_void_p
    lib.opencc_convert_utf8.restype = ctypes.c_void_p
    lib.opencc_convert_utf8.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    lib.opencc_convert_utf8_free.argtypes = [ctypes.c_void_p]
    # It is some thirty times slower: a tenth of the text says enough.
    for name, text in (("s2t", simplified), ("t2s", traditional)):
        handle = lib.opencc_open(f"{name}.json".encode())
        if handle in (None, ctypes.c_void_p(-1).value):
            print(f"libopencc {name}: its data are not installed")
            continue
        part = text[: len(text) // 10]

        def convert(t, h=handle):
            data = t.encode()
            lib.opencc_convert_utf8_free(lib.opencc_convert_utf8(h, data, len(data)))

        measure("libopencc (Debian)", name, convert, part)
