#!/bin/sh
# Measures the conversion against its peers on the same texts in one run: `make bench-script`.
#
# Speed is processor time of one thread; then the peak memory of a stream of a gigabyte, and the time from the start of
# the process to the end of one converted kilobyte. Peers come from PyPI, pinned, into .cache/bench.
set -eu
cd "$(dirname "$0")/.."
scripts/tables.sh
swift build -c release --product ScriptBenchmark ${ZHUJIE_SWIFT_FLAGS:-} >&2
bench="$(swift build -c release --show-bin-path ${ZHUJIE_SWIFT_FLAGS:-})/ScriptBenchmark"

cache=.cache/bench
mkdir -p "$cache"
if [ ! -x "$cache/venv/bin/python" ] || ! "$cache/venv/bin/python" -c "import opencc, zhconv_rs" 2> /dev/null; then
  python3 -m venv "$cache/venv"
  "$cache/venv/bin/pip" install --quiet opencc==1.4.2 zhconv-rs==0.4.2
fi
python3 Tests/Benchmarks/Script/corpus.py "$cache" "${SIZE:-20}" Tests/ZhujieScriptTests/Cases/conversion.tsv \
  $(find seeds -name '*.txt' -o -name '*.md' 2> /dev/null | sort)

for kind in sentences words; do
  "$bench" convert zh-Hans < "$cache/$kind.txt" > "$cache/$kind-hans.txt"
  "$bench" convert zh-Hant < "$cache/$kind-hans.txt" > "$cache/$kind-hant.txt"
  echo "== $kind"
  for target in zh-Hant zh-Hant-TW zh-Hant-HK; do "$bench" time $target "$cache/$kind-hans.txt" 3; done
  "$bench" time zh-Hans "$cache/$kind-hant.txt" 3
  "$cache/venv/bin/python" Tests/Benchmarks/Script/peers.py "$cache/$kind-hans.txt" "$cache/$kind-hant.txt"
done

echo "== memory and start"
"$bench" stream zh-Hant "$cache/sentences-hans.txt" $((1000 / ${SIZE:-20}))
head -c 1020 "$cache/sentences-hans.txt" > "$cache/kilobyte.txt"
"$bench" start zh-Hant "$cache/kilobyte.txt"
