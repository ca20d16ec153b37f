#!/bin/sh
# Brings the dictionaries that the script tables are compiled from, and compiles them.
#
# OpenCC 1.4.2 (Apache-2.0) and jieba 0.42.1 (MIT) come as source distributions from PyPI, pinned by
# their checksums, or from the files named by OPENCC_SDIST and JIEBA_SDIST. Only their dictionaries and
# OpenCC's test cases are unpacked, into .cache/. Safe to run again; quick when nothing changed.
set -eu

cd "$(dirname "$0")/.."
cache=.cache/tables
mkdir -p "$cache"

# fetch NAME VERSION SHA256 FILE-OR-EMPTY VARIABLE: puts the distribution at $cache/NAME-VERSION.tar.gz
fetch() {
  target="$cache/$1-$2.tar.gz"
  if [ -f "$target" ] && echo "$3  $target" | sha256sum -c --status; then return; fi
  if [ -n "$4" ]; then
    if [ ! -f "$4" ]; then echo "tables: $5 names $4, which is not a file." >&2; exit 1; fi
    if ! echo "$3  $4" | sha256sum -c --status; then
      echo "tables: $4 is not the source distribution of $1 $2 (its SHA-256 differs)." >&2; exit 1
    fi
    cp "$4" "$target.part"
  else
    echo "tables: downloading $1 $2 from PyPI" >&2
    rm -rf "$cache/download"
    if command -v pip3 > /dev/null && pip3 download --quiet --no-deps \
        --no-binary "$1" -d "$cache/download" "$1==$2" > /dev/null 2>&1 \
        && [ -f "$cache/download/$1-$2.tar.gz" ]; then
      mv "$cache/download/$1-$2.tar.gz" "$target.part"
    else
      echo "tables: the source distribution of $1 $2 could not be downloaded from PyPI." >&2
      echo "tables: without a network, set $5 to the file $1-$2.tar.gz." >&2
      exit 1
    fi
    rm -rf "$cache/download"
  fi
  if ! echo "$3  $target.part" | sha256sum -c --status; then
    rm -f "$target.part"
    echo "tables: what PyPI sent for $1 $2 is not the pinned file (its SHA-256 differs)." >&2; exit 1
  fi
  mv "$target.part" "$target"
}

opencc_version=1.4.2
jieba_version=0.42.1
fetch opencc $opencc_version 47977905f131d7d9cfcec29fba5d841154907e1da73103105a4a68744e0f4f1a \
  "${OPENCC_SDIST:-}" OPENCC_SDIST
# Two files may lie in one folder: then naming the first is enough.
if [ -n "${OPENCC_SDIST:-}" ] && [ -z "${JIEBA_SDIST:-}" ]; then
  beside="$(dirname "$OPENCC_SDIST")/jieba-$jieba_version.tar.gz"
  if [ -f "$beside" ]; then JIEBA_SDIST="$beside"; fi
fi
fetch jieba $jieba_version 055ca12f62674fafed09427f176506079bc135638a14e23e25be909131928db2 \
  "${JIEBA_SDIST:-}" JIEBA_SDIST

opencc="$cache/opencc-$opencc_version"
jieba="$cache/jieba-$jieba_version"
if [ ! -f "$opencc/.unpacked" ]; then
  tar -xzf "$cache/opencc-$opencc_version.tar.gz" -C "$cache" --wildcards \
    "opencc-$opencc_version/data/dictionary/*.txt" "opencc-$opencc_version/test/testcases/*"
  touch "$opencc/.unpacked"
fi
if [ ! -f "$jieba/.unpacked" ]; then
  tar -xzf "$cache/jieba-$jieba_version.tar.gz" -C "$cache" "jieba-$jieba_version/jieba/dict.txt"
  touch "$jieba/.unpacked"
fi

# Nothing to do where the compiler and all it reads are as they were.
stamp="$cache/compiled"
tables=Sources/CScriptTables/tables.bin
now=$(cat Sources/TableCompiler/*.swift Sources/TableCompiler/Lexicon/* Sources/ZhujieTables/*.swift scripts/tables.sh \
  | sha256sum | cut -d' ' -f1)
if [ -f "$tables" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now $(sha256sum < "$tables")" ]; then exit 0; fi

# SwiftPM wants the C target's embedded file to exist before anything is built.
[ -f "$tables" ] || : > "$tables"
swift build -c release --product compile-tables ${ZHUJIE_SWIFT_FLAGS:-}
"$(swift build -c release --show-bin-path ${ZHUJIE_SWIFT_FLAGS:-})/compile-tables" \
  --opencc "$opencc/data/dictionary" --jieba "$jieba/jieba/dict.txt" \
  --lexicon Sources/TableCompiler/Lexicon --output "$tables"
echo "$now $(sha256sum < "$tables")" > "$stamp"
