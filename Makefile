# make site    the release binary and the report of seeds/ in site/
# make test    every test: Swift's, then the built site in a real browser
# make build   the release binary alone
# make test-hostile   hostile projects, built by the release binary; see SECURITY.md
# make test-sanitized make fuzz   the tests under sanitizers, and libFuzzer over what reads input
# Each target installs what is missing and says so. All are safe to run again.

SHELL := /bin/bash
SWIFT_FLAGS := --static-swift-stdlib --explicit-target-dependency-import-check error -Xlinker -s
APT := pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev
BROWSER_APT := chromium fonts-noto-cjk default-jre-headless python3-venv
BROWSER := .cache/browser
TABLES := Sources/CScriptTables/tables.bin

.PHONY: site build test tables packages test-swift test-hostile test-sanitized fuzz fuzzer test-browser browser-packages screens bench bench-annotation bench-script format check clean

site: build
	.build/release/zhujie build --seeds seeds --output site
	@echo "Open site/index.html in a browser, or publish the folder site/ to any static host."

build: packages tables
	swift build -c release --product zhujie $(SWIFT_FLAGS)

# Debian packages that are missing; as root, or with sudo.
packages:
	@wanted="$(APT)"; command -v pip3 > /dev/null || wanted="$$wanted python3-pip"; \
	missing=""; for package in $$wanted; do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "install ok installed" || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing$$missing"; \
	  as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	  $$as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq $$missing; fi

# The dictionaries, pinned and checked, compiled into one file.
tables: packages
	ZHUJIE_SWIFT_FLAGS="$(SWIFT_FLAGS)" scripts/tables.sh

# One after the other, also with make -j: both want every core.
test: test-swift
	$(MAKE) test-browser

# A folder of its own: other flags in the release build's folder would rebuild everything.
test-swift: packages tables
	swift build --build-tests --scratch-path .build-test --explicit-target-dependency-import-check error
	swift test --skip-build --scratch-path .build-test

# Hostile projects, built by the release program: one of HOSTILE_EVERY, and with HOSTILE=--slow the large ones too.
HOSTILE_EVERY ?= 3
test-hostile: build
	python3 Tests/Hostile/run.py --every $(HOSTILE_EVERY) $(HOSTILE)
	python3 Tests/Hostile/same.py

# Reading under the address sanitizer, what runs in several threads under the thread sanitizer. Each has a folder of its own.
# What measures time is left out: under a sanitizer everything is slow.
SANITIZED_ADDRESS := ZhujieTextTests|ZhujieScriptTests|ZhujieMarkdownTests|ZhujieInputTests|ZhujieAnnotationTests|ZhujieEntitiesTests
SANITIZED_THREAD := ZhujieBuildTests|ZhujieSiteTests|ZhujieServerTests|ZhujieSearchTests
SANITIZED_SKIP := ZhujieMarkdownTests.large|HostileTextTests/growth
test-sanitized: packages tables
	ASAN_OPTIONS=detect_leaks=0 swift test --scratch-path .build-address --sanitize=address --filter '$(SANITIZED_ADDRESS)' --skip '$(SANITIZED_SKIP)'
	swift test --scratch-path .build-thread --sanitize=thread --filter '$(SANITIZED_THREAD)' --skip 'IncrementalBuildTests/randomEdits'

# libFuzzer over what reads input, one subject after the other; see Tests/Fuzz/README.md.
SECONDS_EACH ?= 30
SUBJECTS ?=
fuzz: fuzzer
	Tests/Fuzz/run.sh $(SECONDS_EACH) $(SUBJECTS)

# Optimized, with the address sanitizer, and with the doors open that tests use. swiftc heeds the last -sanitize alone, and
# `swift build` puts its own in an order that changes from run to run; so the last one, given by us, names both.
fuzzer: packages tables
	ZHUJIE_FUZZ=1 swift build -c release --product zhujie-fuzz --scratch-path .build-fuzz --sanitize=fuzzer --sanitize=address \
	  -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing --explicit-target-dependency-import-check error

# The built site in Debian's Chromium. Playwright is told where that is and downloads no browser.
test-browser: build browser-packages
	$(BROWSER)/bin/python -m pytest -c Tests/Browser/pytest.ini --rootdir Tests/Browser Tests/Browser

# Pictures of twelve kinds of page into screens/; LANGUAGES and SCHEMES may name more than Traditional Chinese in light.
screens: build browser-packages
	$(BROWSER)/bin/python Tests/Browser/screens.py

# Debian packages, then the Python packages of Tests/Browser/requirements.txt in a folder of their own.
browser-packages:
	@$(MAKE) --no-print-directory packages APT="$(BROWSER_APT)"
	@if ! cmp -s Tests/Browser/requirements.txt $(BROWSER)/installed.txt; then \
	  echo "Installing the Python packages of Tests/Browser/requirements.txt into $(BROWSER)"; \
	  rm -rf $(BROWSER) && python3 -m venv $(BROWSER) && \
	  $(BROWSER)/bin/pip install --quiet --disable-pip-version-check -r Tests/Browser/requirements.txt && \
	  cp Tests/Browser/requirements.txt $(BROWSER)/installed.txt; fi

# Beside the Hugo side of ../shared/bench, on corpora made there; DOCUMENTS="1000 10000" for more.
PEER ?= ../shared/bench
ROUNDS ?= 3
DOCUMENTS ?= 1000
bench: build
	python3 Tests/Benchmarks/Site/bench.py .build/release/zhujie $(PEER) .cache/bench $(DOCUMENTS) --rounds $(ROUNDS)

# How fast names, figures and quotations are found, beside pyahocorasick and ahocorasick-rs on the same data.
BENCH := .cache/bench
bench-annotation: tables
	swift build -c release --product matching-benchmark $(SWIFT_FLAGS)
	@test -x $(BENCH)/bin/python || (python3 -m venv $(BENCH) && $(BENCH)/bin/pip install --quiet --disable-pip-version-check -r Tests/Benchmarks/Matching/requirements.txt)
	.build/release/matching-benchmark --write $(BENCH)/data
	$(BENCH)/bin/python Tests/Benchmarks/Matching/peers.py $(BENCH)/data

# The conversion beside OpenCC 1.4.2, zhconv-rs and Debian's libopencc; takes some minutes.
bench-script:
	@$(MAKE) --no-print-directory packages APT="$(APT) python3-venv libopencc1.1 libopencc-data"
	ZHUJIE_SWIFT_FLAGS="$(SWIFT_FLAGS)" scripts/bench-script.sh

format:
	swift format --in-place --parallel --recursive Sources Tests Package.swift

check:
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

clean:
	rm -rf .build .build-test .build-address .build-thread .build-fuzz .cache $(TABLES)
