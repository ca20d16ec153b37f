# make site    the release binary and the report of seeds/ in site/
# make test    every test
# make build   the release binary alone
# Each target installs what is missing and says so. All are safe to run again.

SHELL := /bin/bash
SWIFT_FLAGS := --static-swift-stdlib --explicit-target-dependency-import-check error -Xlinker -s
APT := pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev
TABLES := Sources/CScriptTables/tables.bin

.PHONY: site build test tables packages test-swift format check clean

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

test: test-swift

# A folder of its own: other flags in the release build's folder would rebuild everything.
test-swift: packages tables
	swift build --build-tests --scratch-path .build-test --explicit-target-dependency-import-check error
	swift test --skip-build --scratch-path .build-test

format:
	swift format --in-place --parallel --recursive Sources Tests Package.swift

check:
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

clean:
	rm -rf .build .build-test .cache $(TABLES)
