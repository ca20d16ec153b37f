#!/usr/bin/env python3
"""Annotates an archive with Spark: `zhujie annotate` as a pure map over a list of files.

    scripts/archive.py --seeds seeds --output out list.txt            a file a line; results in out/part-*
    scripts/archive.py --seeds seeds --output out --check list.txt    the same, then compared with one process

Needs PySpark (pip install pyspark==3.5.5) and Java (apt install default-jre-headless). docs/archive.md tells more.
"""

import argparse
import glob
import itertools
import os
import shlex
import subprocess
import sys
import time


def annotate(arguments):
    """The command that reads a list of files and writes what is found in them, each line with its file."""
    seeds = os.path.abspath(arguments.seeds)
    return [os.path.abspath(arguments.zhujie), "annotate", "--quiet", "--seeds", seeds, "--files-from", "-"]


def run_cluster(arguments):
    from pyspark import SparkConf, SparkContext

    # The workers run the same Python as this script.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    configuration = SparkConf().setMaster(arguments.master).setAppName("zhujie-archive")
    context = SparkContext(conf=configuration)
    context.setLogLevel("ERROR")
    files = context.textFile("file://" + os.path.abspath(arguments.list), arguments.partitions)
    # With checkCode a fault in one part fails the job instead of leaving a gap.
    found = files.pipe(shlex.join(annotate(arguments)), checkCode=True)
    found.saveAsTextFile("file://" + os.path.abspath(arguments.output))
    context.stop()


def compare(arguments):
    """Whether the parts, one after the other, are what one process writes."""
    parts = sorted(glob.glob(os.path.join(glob.escape(arguments.output), "part-*")))
    lines = itertools.chain.from_iterable(open(part, "rb") for part in parts)
    with open(arguments.list, "rb") as names:
        process = subprocess.Popen(annotate(arguments), stdin=names, stdout=subprocess.PIPE)
        count = 0
        for ours, theirs in itertools.zip_longest(process.stdout, lines):
            count += 1
            if ours != theirs:
                process.kill()
                sys.exit(f"line {count} differs:\none process: {ours!r}\nSpark:       {theirs!r}")
    if process.wait() != 0:
        sys.exit("one process failed")
    return count, len(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--zhujie", default=".build/release/zhujie", help="the program, at the same path on every machine")
    parser.add_argument("--seeds", default="seeds", help="the project whose names are looked for, at the same path everywhere")
    parser.add_argument("--output", required=True, help="a folder that is not there yet")
    parser.add_argument("--master", default="local-cluster[2,1,1024]", help="the cluster")
    parser.add_argument("--partitions", type=int, default=16, help="how many processes the list is shared out to")
    parser.add_argument("--check", action="store_true", help="compare with one process, line for line")
    parser.add_argument("list", help="the files, one a line, as the machines see them")
    arguments = parser.parse_args()

    start = time.time()
    run_cluster(arguments)
    print(f"Spark, {arguments.master}: {time.time() - start:.1f} s")
    if arguments.check:
        start = time.time()
        lines, parts = compare(arguments)
        print(f"one process: {time.time() - start:.1f} s")
        print(f"equal: {lines} lines in {parts} parts")


if __name__ == "__main__":
    main()
