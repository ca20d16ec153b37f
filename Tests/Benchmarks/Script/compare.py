"""Times this program and its peers on the same texts in one run, and prints a table.

usage: compare.py BENCHMARK FOLDER TEXT...

Each TEXT is a pair of files in FOLDER, TEXT-hans.txt and TEXT-hant.txt. Speed is megabytes a second of processor time
of one thread, the best of three rounds; in each round all programs take their turn, so that what else the machine does
meets all of them. libopencc, which is some thirty times slower, gets a tenth of the text.
"""

import ctypes
import ctypes.util
import subprocess
import sys
import time

import opencc
import zhconv_rs

ROUNDS = 3
DIRECTIONS = [
    # ours, OpenCC's configuration, zhconv-rs's name, the text it starts from
    ("zh-Hant", "s2t", "zh-hant", "hans"),
    ("zh-Hant-TW", "s2tw", "zh-tw", "hans"),
    ("zh-Hant-HK", "s2hk", "zh-hk", "hans"),
    ("zh-Hans", "t2s", "zh-hans", "hant"),
]


def speed(convert, text):
    size = len(text.encode()) / 1e6
    start = time.process_time()
    convert(text)
    return size / (time.process_time() - start)


def ours(program, target, path):
    printed = subprocess.run([program, "time", target, path, "1"], capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in (line.split() for line in printed.splitlines())}


def libopencc(configuration):
    """The conversion of Debian's library; None where it is not installed."""
    name = ctypes.util.find_library("opencc")
    if name is None:
        return None
    library = ctypes.CDLL(name)
    library.opencc_open.restype = ctypes.c_void_p
    library.opencc_convert_utf8.restype = ctypes.c_void_p
    library.opencc_convert_utf8.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    library.opencc_convert_utf8_free.argtypes = [ctypes.c_void_p]
    handle = library.opencc_open(f"{configuration}.json".encode())
    if handle in (None, ctypes.c_void_p(-1).value):
        return None

    def convert(text):
        data = text.encode()
        library.opencc_convert_utf8_free(library.opencc_convert_utf8(handle, data, len(data)))

    return convert


def main(program, folder, texts):
    print("| text | direction | ours | with alignment | zhconv-rs | OpenCC 1.4.2 | libopencc | × zhconv-rs | × OpenCC |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for name in texts:
        for target, configuration, other, source in DIRECTIONS:
            path = f"{folder}/{name}-{source}.txt"
            with open(path, encoding="utf-8") as file:
                text = file.read()
            converter = opencc.OpenCC(configuration)
            library = libopencc(configuration)
            best = dict.fromkeys(["stream", "aligned", "zhconv", "opencc", "library"], 0.0)
            for _ in range(ROUNDS):
                round = ours(program, target, path)
                round["zhconv"] = speed(lambda t: zhconv_rs.zhconv(t, other), text)
                round["opencc"] = speed(converter.convert, text)
                if library is not None:
                    round["library"] = speed(library, text[: len(text) // 10])
                best = {key: max(best[key], round.get(key, 0.0)) for key in best}
            ratios = best["stream"] / best["zhconv"], best["stream"] / best["opencc"]
            columns = [best["stream"], best["aligned"], best["zhconv"], best["opencc"]]
            print(
                f"| {name} | {configuration} | " + " | ".join(f"{value:.0f}" for value in columns)
                + f" | {best['library']:.1f} | {ratios[0]:.2f} | {ratios[1]:.1f} |",
                flush=True,
            )


main(sys.argv[1], sys.argv[2], sys.argv[3:])
