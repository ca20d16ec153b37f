"""Builds the same corpus with zhujie (core and full) and with the Hugo side of ../shared/bench, in turn, and prints a
table of processor seconds, wall seconds, peak memory, files and bytes, with ratios to the peer's same step.

    bench.py BINARY SHARED_BENCH CACHE [DOCUMENTS…] [--rounds N]

Of several rounds, in every other of which the peer goes first, the medians are printed, of ratios those of each round.

Corpora are kept under CACHE, out of git. Times are those of the processes alone; the load of the machine is printed beside
them, since wall time follows it. Outputs are removed when all sizes are measured: ext4 without a journal passes over the places of
files that were removed in the last minutes one by one, and whoever makes files then pays for it.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time


def timed(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit("%s failed: %s" % (command[0], errors.decode(errors="replace")[-2000:]))
    return {"wall": time.monotonic() - start, "cpu": usage.ru_utime + usage.ru_stime, "rss_kb": usage.ru_maxrss}


def stamps(folder):
    return {path: path.stat().st_ctime_ns for path in folder.rglob("*") if path.is_file()}


def ours(binary, corpus, output, only):
    """The lines of cold, again and touch, with how many files each wrote."""
    command = [binary, "build", "--quiet", "--seeds", str(corpus), "--output", str(output)] + only
    source = sorted((corpus / "sources").iterdir())[len(list((corpus / "sources").iterdir())) // 2]
    kept = source.read_bytes()
    before = {}
    for step in ("cold", "again", "touch"):
        if step == "touch":
            source.write_bytes(kept + "\n補記一句。\n".encode())
        try:
            line = timed(command)
        finally:
            source.write_bytes(kept)
        after = stamps(output)
        size = sum(path.stat().st_size for path in after)
        pages = sum(path.suffix == ".html" for path in after)
        changed = sum(before.get(path) != stamp for path, stamp in after.items())
        yield dict(line, step=step, files=len(after), pages=pages, bytes=size, changed=changed)
        before = after


def peers(shared, cache, corpus, work):
    """The lines of the peer's steps."""
    run = subprocess.run(
        ["bash", str(shared / "peer_hugo.sh"), str(cache / "venv"), str(corpus), str(work)],
        check=True, capture_output=True, text=True)
    for line in map(json.loads, run.stdout.splitlines()):
        yield dict(line, changed=line["files"])


def one_round(binary, shared, cache, corpus, number, done):
    """The lines of one round by who and step, each with its ratios to the peer's same step."""
    name = "%s-%d" % (corpus.name.removeprefix("corpus-"), number)
    lines = {}
    # Each goes first in turn: whoever comes second finds a disk on which the other has removed files.
    for who in ("peer", "core", "full") if number % 2 == 0 else ("core", "full", "peer"):
        output = cache / ("%s-%s" % (who, name))
        shutil.rmtree(output, ignore_errors=True)
        done.append(output)
        steps = (
            peers(shared, cache, corpus, output) if who == "peer"
            else ours(binary, corpus, output, ["--only", "core"] if who == "core" else [])
        )
        lines.update(((who, line["step"]), line) for line in steps)
    for (who, step), line in lines.items():
        peer = lines["peer", step]
        line.update({key + "_ratio": line[key] / peer[key] for key in ("cpu", "wall", "rss_kb")})
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("documents", nargs="*", type=int, default=[1000])
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    cache, done = arguments.cache, []
    cache.mkdir(parents=True, exist_ok=True)
    print("| documents | who | step | CPU s | ÷ peer | least – most | wall s | ÷ peer | peak MB | ÷ peer | files | written | pages | MB | load |")
    print("| --- " * 15 + "|")
    for size in arguments.documents:
        corpus = cache / ("corpus-%d" % size)
        if not corpus.exists():
            subprocess.run(
                [sys.executable, str(arguments.shared / "make_corpus.py"), str(corpus), "-n", str(size), "--flavor", "both"],
                check=True, stdout=subprocess.DEVNULL)
        rounds = [
            one_round(arguments.binary, arguments.shared, cache, corpus, number, done)
            for number in range(arguments.rounds)
        ]
        for who, step in sorted(rounds[0], key=lambda line: ("peer", "core", "full").index(line[0])):
            lines = [lines[who, step] for lines in rounds]
            middle = {key: statistics.median(line[key] for line in lines) for key in lines[0] if key != "step"
                      and isinstance(lines[0][key], (int, float))}
            ratios = [line["cpu_ratio"] for line in lines]
            print("| %d | %s | %s | %.2f | %.3f | %.3f – %.3f | %.2f | %.3f | %.0f | %.3f | %d | %d | %d | %.1f | %.1f |" % (
                size, who, step, middle["cpu"], middle["cpu_ratio"], min(ratios), max(ratios), middle["wall"],
                middle["wall_ratio"], middle["rss_kb"] / 1024, middle["rss_kb_ratio"], middle["files"], middle["changed"],
                middle["pages"], middle["bytes"] / 1e6, os.getloadavg()[0]), flush=True)
    for folder in done:
        shutil.rmtree(folder, ignore_errors=True)


main()
