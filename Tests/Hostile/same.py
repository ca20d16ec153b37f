#!/usr/bin/env python3
"""Builds the sample project under circumstances that must not matter, and compares every byte, name and mode.

    same.py [--program FILE]

Number of jobs, locale, time zone, clock, file order, working directory, name and device of the folders, umask, environment,
closed streams. Exit status: 0 all equal, 1 not.
"""
import argparse
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = ROOT + "/Sources/CStarters/projects/sample/seeds"


def copy(source, target, backwards=False):
    """A copy whose files are made in order of name, or backwards: then folders list them otherwise."""
    for folder, folders, names in os.walk(source):
        folders.sort(reverse=backwards)
        here = os.path.join(target, os.path.relpath(folder, source))
        os.makedirs(here, exist_ok=True)
        for name in sorted(names, reverse=backwards):
            shutil.copyfile(os.path.join(folder, name), os.path.join(here, name))
    return target


def picture(site):
    """Every file of a site: its path, permissions and bytes."""
    seen = {}
    for folder, _, names in os.walk(site):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                seen[os.path.relpath(path, site)] = (stat.S_IMODE(os.lstat(path).st_mode), hashlib.sha256(file.read()).hexdigest())
    return seen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=os.environ.get("ZHUJIE", ROOT + "/.build/release/zhujie"))
    program = os.path.abspath(parser.parse_args().program)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="zhujie-same-") as base:
        seeds = copy(SAMPLE, base + "/project/seeds")
        count = 0

        def build(what, expected, seeds=seeds, arguments=(), cwd=base, environment=None, umask=0o022, site=None, before=None, wrap=()):
            nonlocal count, failed
            count += 1
            site = site or "%s/site%d" % (base, count)
            if before:
                before(site)
            env = {"PATH": os.environ["PATH"], "HOME": base, **(environment or {})}
            run = subprocess.run([*wrap, program, "build", "--seeds", seeds, "--output", site, *arguments], cwd=cwd, env=env,
                                 stdin=subprocess.DEVNULL, capture_output=True, preexec_fn=lambda: os.umask(umask))
            found = picture(os.path.join(cwd, site)) if run.returncode == 0 else {}
            different = sorted(path for path in {*found, *(expected or found)} if found.get(path) != (expected or found).get(path))
            if run.returncode != 0 or not found or different:
                failed += 1
                print("FAILED %s: exit %d; %s %s" % (what, run.returncode, different[:5], run.stderr.decode()[-200:]))
            return found

        first = build("as it is", None)
        for jobs in (1, 2, 3, 7, 64):
            build("%d jobs" % jobs, first, arguments=["--jobs", str(jobs)])
        for locale in ("C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "zh_TW.Big5", "de_DE", "ar_SA.UTF-8", "nonsense"):
            build("locale " + locale, first, environment={"LANG": locale, "LC_ALL": locale, "LANGUAGE": locale})
        for zone in ("UTC", "Asia/Taipei", "Pacific/Kiritimati", "America/St_Johns", "nonsense", ":/etc/passwd"):
            build("time zone " + zone, first, environment={"TZ": zone})
        for mask in (0o000, 0o077, 0o027, 0o777):
            build("umask %03o" % mask, first, umask=mask)
        build("files made backwards", first, seeds=copy(SAMPLE, base + "/backwards/seeds", backwards=True))
        if os.path.isdir("/dev/shm"):
            with tempfile.TemporaryDirectory(prefix="zhujie-same-", dir="/dev/shm") as memory:
                build("in memory", first, seeds=copy(SAMPLE, memory + "/seeds", backwards=True), site=memory + "/site")
        build("a relative folder", first, seeds="seeds", cwd=base + "/project")
        build("a folder with slashes and dots", first, seeds="./../project//seeds/./", cwd=base + "/project")
        build("inside the seeds", first, seeds=".", cwd=seeds)
        build("a folder of another name", first, seeds=copy(SAMPLE, base + "/字 a&b/<x>"))
        build("an odd environment", first, environment={"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "3", "TMPDIR": "/nowhere", "SOURCE_DATE_EPOCH": "1"})
        for number in (0, 1, 2):
            build("stream %d closed" % number, first, wrap=["sh", "-c", 'exec "$@" %d>&-' % number, "sh"])
        build("over a site of today", first, site=base + "/site1")
        build("anew over a site of today", first, site=base + "/site1", arguments=["--clean"])
        build("over a site of another project", first, site=base + "/other", before=lambda site: subprocess.run(
            [program, "build", "--quiet", "--seeds", ROOT + "/Sources/CStarters/projects/plain/seeds", "--output", site], capture_output=True))
        old = copy(SAMPLE, base + "/old/seeds")
        for folder, _, names in os.walk(old):
            for name in names:
                os.utime(os.path.join(folder, name), (0, 0))
        build("files of 1970", first, seeds=old)
    print("%d builds, %d differ" % (count, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
