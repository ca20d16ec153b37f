#!/usr/bin/env python3
"""Builds every project of the hostile bed with the release program and says what went wrong.

    run.py [--program FILE] [--only TEXT] [--slow] [--jobs N] [--every N] [--keep] [--list] [PART…]

Each must end in a good site, or in exit 1 with an error that names its place: never in a signal, in over 20 seconds, in over
2 GB, or in a byte outside its output. Only the standard library is used. Exit status: 0 all hold, 1 not, 2 misuse.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

import edges
import entities
import files
import injections
import pages
import shapes
import texts
from bed import BAD, GOOD, MISUSE, Bed, Folder, Link, Mode

PARTS = {"texts": texts, "shapes": shapes, "files": files, "entities": entities, "injections": injections, "edges": edges}
SECONDS, MEGABYTES = 20, 2_000
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FINDING = re.compile(r"^(?P<path>[^\n]*?)(?::(?P<line>[0-9]+):(?P<column>[0-9]+))?: (?P<severity>error|warning|note): .+ \[[a-z][a-z0-9.-]+\]$")
UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
NOBODY = 65534


def make(case, root):
    """Writes the project of a case."""
    os.mkdir(root + "/seeds")
    locked = []
    entries = [(("seeds/" if isinstance(path, str) else b"seeds/") + path, content) for path, content in case.files.items()]
    for path, content in entries + list(case.beside.items()):
        full = os.path.join(os.fsencode(root), os.fsencode(path))
        os.makedirs(os.path.dirname(full), exist_ok=True)
        if isinstance(content, Link):
            os.symlink(content.target, full)
        elif isinstance(content, Folder):
            os.makedirs(full, exist_ok=True)
            locked.append((full, content.mode))
        else:
            data = content.content if isinstance(content, Mode) else content
            with open(full, "wb") as file:
                file.write(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
            if isinstance(content, Mode):
                locked.append((full, content.mode))
    if case.nobody and os.geteuid() == 0:
        for folder, folders, names in os.walk(root):
            os.chown(folder, NOBODY, NOBODY)
            for name in names:
                os.lchown(os.path.join(folder, name), NOBODY, NOBODY)
    for full, mode in locked:
        os.chmod(full, mode)
    if case.before:
        case.before(root)


def picture(root, output):
    """Everything below a folder but the output: names, kinds, permissions, times and bytes."""
    seen = {}
    apart = os.path.realpath(os.path.join(root, output))
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if os.path.realpath(os.path.join(folder, name)) != apart]
        for name in folders + names:
            path = os.path.join(folder, name)
            status = os.lstat(path)
            fact = [stat.S_IFMT(status.st_mode), stat.S_IMODE(status.st_mode)]
            if stat.S_ISLNK(status.st_mode):
                fact.append(os.readlink(path))
            elif stat.S_ISREG(status.st_mode):
                # Of files that are large for nothing, the size and the beginning.
                with open(path, "rb") as file:
                    fact += [status.st_mtime_ns, status.st_size, hashlib.sha256(file.read(1 << 28)).hexdigest()]
            seen[path] = tuple(fact)
    return seen


def limits(case):
    def apply():
        os.umask(0o077)
        if case.largest_file:
            resource.setrlimit(resource.RLIMIT_FSIZE, (case.largest_file, case.largest_file))
    return apply


def run(arguments, case, root, program, seconds):
    """Exit code, output, error, seconds and megabytes of one run."""
    options = {}
    if case.nobody and os.geteuid() == 0:
        options = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    with open(root + ".out", "w+b") as out, open(root + ".err", "w+b") as err:
        start = time.monotonic()
        process = subprocess.Popen([program] + arguments, cwd=root, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                   preexec_fn=limits(case), start_new_session=True, **options)
        late = False
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - start > seconds:
                late = True
                os.killpg(process.pid, signal.SIGKILL)
                _, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.004)
        process.returncode = os.waitstatus_to_exitcode(status)
        spent = time.monotonic() - start
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read())
    return (None if late else process.returncode), texts[0], texts[1], spent, usage.ru_maxrss / 1024


def judge(case, program, keep, again=False):
    """What is wrong with a case, and what it cost."""
    folder = tempfile.mkdtemp(prefix="zhujie-hostile-", dir=judge.base)
    root = folder + "/root"
    os.mkdir(root)
    faults = []
    mounted = False
    try:
        os.chmod(folder, 0o755)
        make(case, root)
        if case.disk:
            os.mkdir(root + "/disk")
            mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%d" % case.disk, "tmpfs", root + "/disk"], capture_output=True).returncode == 0
            if not mounted:
                return [], 0, 0, "skipped: no right to mount"
        before = picture(root, case.output)
        code, out, err, spent, memory = run(["build", "--seeds", case.seeds, "--output=" + case.output] + case.arguments, case, root, program, SECONDS * 2)
        said = err.decode("utf-8", "replace")
        site = os.path.join(root, case.output)
        if (code is None or spent > SECONDS) and not again:
            # The machine may have had other things to do: late is who is late twice.
            return judge(case, program, keep, True)
        if code is None or spent > SECONDS:
            faults.append("took over %d seconds (%.1f)" % (SECONDS, spent))
        elif code < 0:
            faults.append("died of signal %d: %s" % (-code, said[-300:]))
        elif code not in ((64,) if case.expect == MISUSE else case.exits):
            faults.append("exit %d: %s" % (code, said[-300:]))
        if memory > MEGABYTES:
            faults.append("took %d MB" % memory)
        if (case.expect == GOOD and code == 1) or (case.expect == BAD and code == 0):
            faults.append("%s was expected: %s" % (case.expect, said[-400:]))
        if case.said and not re.search(case.said, said):
            faults.append("nothing like /%s/ was said: %s" % (case.said, said[-400:]))
        if UNPRINTABLE.search(said):
            faults.append("controls reach the terminal: %r" % said[-400:])
        if "hunter2" in said or b"hunter2" in out:
            faults.append("a file from outside is shown")
        if picture(root, case.output) != before:
            after = picture(root, case.output)
            changed = sorted(path for path in set(before) | set(after) if before.get(path) != after.get(path))
            parents = os.path.join(root, case.output)
            # The staging folder is ours by its name: what a killed build left there, the next one removes.
            changed = [path for path in changed if not parents.startswith(path + "/") and not (path not in after and "zhujie-staging" in path)]
            if changed:
                faults.append("outside the output: %s" % changed[:5])
        if case.expect == MISUSE and os.path.lexists(site) and case.output:
            faults.append("misuse, and a site is written")
        if code == 1:
            findings = [FINDING.match(line) for line in said.splitlines()]
            if not any(found and found["severity"] == "error" and found["path"] for found in findings):
                faults.append("no `path:line:column: error: … [code]`: %s" % said[-400:])
        elif code == 0:
            wrong, shown = pages.faults(site)
            faults += wrong[:8]
            if case.shown and not any(case.shown in text for text in shown):
                faults.append("no page shows “%s”" % case.shown)
            if any("hunter2" in text for text in shown):
                faults.append("a file from outside is published")
        if spent < 2 and not case.arguments and not mounted:
            checked, listed, _, _, _ = run(["check", "--seeds", case.seeds, "--format", "json"], case, root, program, SECONDS)
            rows = []
            for line in listed.splitlines():
                try:
                    rows.append(json.loads(line))
                except ValueError:
                    faults.append("check: no JSON: %r" % line[:200])
            if any(not row.get("code") or not row.get("message") for row in rows):
                faults.append("check: a finding without code or message")
            errs = [row for row in rows if row.get("severity") == "error"]
            if checked not in (0, 1) or (checked == 1) != bool(errs):
                faults.append("check: exit %s with %d errors" % (checked, len(errs)))
        return faults, spent, memory, ""
    finally:
        if mounted:
            subprocess.run(["umount", root + "/disk"])
        if keep and faults:
            print("kept: %s" % folder)
        else:
            subprocess.run(["chmod", "-R", "u+rwX", folder], stderr=subprocess.DEVNULL)
            shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=os.environ.get("ZHUJIE", ROOT + "/.build/release/zhujie"))
    parser.add_argument("--only", default="")
    parser.add_argument("--slow", action="store_true", help="with the cases that take seconds, or nothing but them with --only")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one project of N")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="some parts of the bed only")
    options = parser.parse_args()

    bed = Bed()
    for name, part in PARTS.items():
        if name in options.parts or not options.parts:
            part.add(bed)
    chosen = [case for case in bed.cases if options.only in case.name and (options.slow or not case.slow)][::options.every]
    if options.list:
        print("\n".join(case.name for case in chosen))
        return 0
    if not os.access(options.program, os.X_OK):
        print("There is no program at %s; make build." % options.program, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="zhujie-bed-") as base:
        os.chmod(base, 0o755)
        # Where nobody may run it, too.
        program = shutil.copy(options.program, base + "/zhujie")
        os.chmod(program, 0o755)
        judge.base = base
        start = time.monotonic()
        failed, skipped, worst, most = 0, 0, (0, ""), (0, "")
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for case, (faults, spent, memory, note) in zip(chosen, pool.map(lambda case: judge(case, program, options.keep), chosen)):
                worst, most = max(worst, (spent, case.name)), max(most, (memory, case.name))
                skipped += bool(note)
                if faults:
                    failed += 1
                    print("FAILED %s" % ascii(case.name) if UNPRINTABLE.search(case.name) else "FAILED " + case.name)
                    for fault in faults:
                        print("    " + fault.replace("\n", "\n        "))
                    sys.stdout.flush()
    print("%d projects, %d failed, %d skipped, %.0f s; longest %.1f s (%s), largest %d MB (%s)" % (
        len(chosen), failed, skipped, time.monotonic() - start, *worst, *most))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
