"""Builds the same corpus with zhujie (core and full) and with the Hugo side of ../shared/bench, in turn, and prints a
table of processor seconds, wall seconds, peak memory, files and bytes, with ratios to the peer's same step.

    bench.py BINARY SHARED_BENCH CACHE [DOCUMENTS…]

Corpora are kept under CACHE, out of git. Times are those of the processes alone; the load of the machine is printed beside
them, since wall time follows it. Outputs are removed when all sizes are measured: ext4 without a journal passes over the places of
files that were removed in the last minutes one by one, and whoever makes files then pays for it.
"""
import json
import os
import pathlib
import shutil
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


def main():
    binary, shared, cache = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    sizes = [int(size) for size in sys.argv[4:]] or [1000]
    cache.mkdir(parents=True, exist_ok=True)
    done = []
    print("| documents | who | step | CPU s | ÷ peer | wall s | peak MB | ÷ peer | files | written | pages | MB | load |")
    print("| --- " * 13 + "|")
    for size in sizes:
        corpus = cache / ("corpus-%d" % size)
        if not corpus.exists():
            made = [sys.executable, str(shared / "make_corpus.py"), str(corpus), "-n", str(size), "--flavor", "both"]
            subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        work = cache / ("peer-%d" % size)
        run = subprocess.run(
            ["bash", str(shared / "peer_hugo.sh"), str(cache / "venv"), str(corpus), str(work)],
            check=True, capture_output=True, text=True)
        done.append(work)
        peer = {line["step"]: line for line in map(json.loads, run.stdout.splitlines())}
        rows = [("peer", step, dict(line, changed=line["files"])) for step, line in peer.items()]
        for name, only in (("core", ["--only", "core"]), ("full", [])):
            output = cache / ("site-%s-%d" % (name, size))
            shutil.rmtree(output, ignore_errors=True)
            rows += [(name, line["step"], line) for line in ours(binary, corpus, output, only)]
            done.append(output)
        for name, step, line in rows:
            print("| %d | %s | %s | %.2f | %.3f | %.2f | %.0f | %.3f | %d | %d | %d | %.1f | %.1f |" % (
                size, name, step, line["cpu"], line["cpu"] / peer[step]["cpu"], line["wall"], line["rss_kb"] / 1024,
                line["rss_kb"] / peer[step]["rss_kb"], line["files"], line["changed"], line["pages"],
                line["bytes"] / 1e6, os.getloadavg()[0]), flush=True)
    for folder in done:
        shutil.rmtree(folder, ignore_errors=True)


main()
