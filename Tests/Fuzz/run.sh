#!/usr/bin/env bash
# Fuzzes subjects one after the other: run.sh SECONDS [SUBJECT…]; without subjects, all of them.
#
# What libFuzzer learns is kept in .cache/fuzz. An input that fails is written there as SUBJECT-crash-… (or -timeout-, -oom-): make it
# small, give it a unit test, repair what it shows.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=$1
shift
subjects=${*:-markdown front-matter conversion annotation quantities templates pictures values decoding requests site}
fuzzer=.build-fuzz/release/zhujie-fuzz
# The fuzzer keeps what failed; Swift's own report of a crash would only take time.
export SWIFT_BACKTRACE=enable=no
# A Swift program frees at its end what it holds for good.
export ASAN_OPTIONS=detect_leaks=0
trap 'rm -rf /dev/shm/zhujie-fuzz-*' EXIT
failed=0
for subject in $subjects; do
  learnt=.cache/fuzz/$subject
  log=.cache/fuzz/$subject.log
  mkdir -p "$learnt"
  length=2000
  if [ "$subject" = site ]; then length=6000; fi
  if FUZZ_SUBJECT=$subject "$fuzzer" "$learnt" Tests/Fuzz/Seeds -dict=Tests/Fuzz/words.dict -max_total_time="$seconds" -max_len=$length \
      -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 -artifact_prefix=".cache/fuzz/$subject-" > "$log" 2>&1 \
      && ! grep -q "instrumented for coverage" "$log"; then
    echo "fuzz: $subject: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $seconds s, none fails"
  else
    failed=1
    echo "fuzz: $subject FAILED; from $log:"
    tail -n 40 "$log"
  fi
done
exit $failed
