#!/bin/sh
# Measures the conversion against its peers on the same texts in one run: `make bench-script`.
#
# Speed is processor time of one thread, in a table; then the peak memory of a stream of a gigabyte through the real
# command, and the time from the start of its process to the end of one converted kilobyte. Peers come from PyPI, pinned,
# into .cache/bench. SIZE is the size of each text in megabytes, 20 unless it is set.
set -eu
cd "$(dirname "$0")/.."
scripts/tables.sh
swift build -c release --product ScriptBenchmark ${ZHUJIE_SWIFT_FLAGS:-} >&2
swift build -c release --product zhujie ${ZHUJIE_SWIFT_FLAGS:-} >&2
binaries="$(swift build -c release --show-bin-path ${ZHUJIE_SWIFT_FLAGS:-})"
bench="$binaries/ScriptBenchmark"
size="${SIZE:-20}"

here=Tests/Benchmarks/Script
cache=.cache/bench
mkdir -p "$cache"
if ! cmp -s $here/requirements.txt "$cache/installed.txt"; then
  rm -rf "$cache/venv"
  python3 -m venv "$cache/venv"
  "$cache/venv/bin/pip" install --quiet --disable-pip-version-check -r $here/requirements.txt
  cp $here/requirements.txt "$cache/installed.txt"
fi
"$cache/venv/bin/python" $here/corpus.py "$cache" "$size" Tests/ZhujieScriptTests/Cases/conversion.tsv \
  $(find seeds/sources -name '*.txt' -o -name '*.md' | sort)

# The texts are of both scripts: each is converted to Simplified, and from there to Traditional.
for text in news words mixed; do
  "$bench" convert zh-Hans < "$cache/$text.txt" > "$cache/$text-hans.txt"
  "$bench" convert zh-Hant < "$cache/$text-hans.txt" > "$cache/$text-hant.txt"
done
"$cache/venv/bin/python" $here/compare.py "$bench" "$cache" news words mixed

echo
times=$((1000 / size))
"$bench" memory "$binaries/zhujie" "$cache/news-hans.txt" "$times"
head -c 1020 "$cache/news-hans.txt" > "$cache/kilobyte.txt"
"$bench" start "$binaries/zhujie" "$cache/kilobyte.txt"
