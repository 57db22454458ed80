# jobtop: see README.md for what these do.
.DEFAULT_GOAL := build
.PHONY: setup build demo test lint format conformance bench install

SWIFT ?= swift
PREFIX ?= /usr/local
RELEASE := -c release --static-swift-stdlib --product jobtop
STRICT := -Xswiftc -warnings-as-errors
PACKAGES := libncurses-dev libcurl4-openssl-dev libarchive-dev libsimdjson-dev tmux openssl procps

setup:
	@./Scripts/setup $(PACKAGES)

build: setup
	$(SWIFT) build $(RELEASE)

demo: build
	@exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/jobtop" --demo

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

test: setup lint
	$(SWIFT) build $(STRICT) --build-tests
	$(SWIFT) test $(STRICT) --skip-build

conformance: build
	@./conformance/run "$$($(SWIFT) build $(RELEASE) --show-bin-path)/jobtop"

install: build
	install -D -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/jobtop" "$(DESTDIR)$(PREFIX)/bin/jobtop"
