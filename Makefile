# jobtop: see README.md for what these do.
.DEFAULT_GOAL := build
.PHONY: setup build demo test lint format texts conformance bench instructions soak fuzz sanitize portable install install-files uninstall dist \
deb reproducible

SWIFT ?= swift
PREFIX ?= /usr/local
# Whether messages are coloured is part of what a build is made with: one in a terminal and one without would redo each other.
# The same sources make the same bytes in any folder (docs/INSTALL.md says what each of these is for).
SAME := -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=." -Xcc "-ffile-prefix-map=$(CURDIR)=." -Xcxx "-ffile-prefix-map=$(CURDIR)=." \
-Xswiftc -Xfrontend -Xswiftc -no-clang-module-breadcrumbs
RESOURCES = $(shell $(SWIFT) -print-target-info 2>/dev/null | sed -n 's|.*"runtimeResourcePath" *: *"\(.*\)".*|\1|p')
# lld, which most toolchains bring along, writes the addresses to relocate in a tenth of the room and the same machine code once:
# the program is 1.9 MB smaller. Another linker only makes it larger. Which one links is part of what a build is made with, too.
LLD = $(wildcard $(RESOURCES)/../../bin/ld.lld)
OPTIMISED = -c release --static-swift-stdlib --no-color-diagnostics $(SAME) $(if $(LLD),-Xswiftc -use-ld=lld)
RELEASE = $(OPTIMISED) --product jobtop $(if $(LLD),-Xlinker --icf=all -Xlinker -z -Xlinker pack-relative-relocs) \
-Xlinker "--version-script=$(CURDIR)/Scripts/exported-symbols" -Xlinker -z -Xlinker now
STRICT := -Xswiftc -warnings-as-errors
# Debian's Swift has the module that Testing and Foundation make together, but not its library. Nothing here uses it.
OVERLAYS = $(if $(wildcard $(RESOURCES)/linux/lib_Testing_Foundation.*),,-Xswiftc -Xfrontend -Xswiftc -disable-cross-import-overlays)
# The C++ library is not among them: its number is the compiler's choice (Scripts/setup).
PACKAGES := libncurses-dev libcurl4-openssl-dev libarchive-dev libsimdjson-dev tmux openssl procps

setup:
	@SWIFT="$(SWIFT)" ./Scripts/setup $(PACKAGES)

# The program names its commit; another commit compiles one small file again (Sources/CBuild).
build: setup
	JOBTOP_COMMIT="$$(./Scripts/commit)" $(SWIFT) build $(RELEASE)

demo: build
	@exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/jobtop" --demo

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	@./Scripts/check-language

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

# What the documents take from the program: the list of texts, the tables of keys, the pictures of pages. Read the difference.
texts: setup
	$(SWIFT) build --build-tests
	-RECORD_PICTURES=1 RECORD_DOCUMENTS=1 $(SWIFT) test --skip-build --no-parallel --filter 'PictureTests|SettingsPageTests|DocumentTests|ManualTests|CommandOutputTests'
	-RECORD_DOCUMENTS=1 $(SWIFT) test --skip-build --no-parallel --filter TextsTests

test: setup lint
	$(SWIFT) build $(STRICT) $(OVERLAYS) --build-tests
	# Some tests wait for sockets and terminals and so hold a thread each, of which Swift has as many as there are cores.
	# What failed is said again at the end, behind tens of thousands of lines, and with it the runner's own summary.
	@report="$$(mktemp -d)"; trap 'rm -rf "$$report"' EXIT; \
	{ $(SWIFT) test $(STRICT) $(OVERLAYS) --skip-build --no-parallel 2>&1; echo $$? >"$$report/status"; } | tee "$$report/lines"; \
	status="$$(cat "$$report/status")"; [ "$$status" -eq 0 ] || grep '^[^ ]*✘' "$$report/lines"; exit "$$status"

# Make it as long as you like: make soak POLLS=100000 SEED=7
POLLS ?= 20000
SEED ?= 1
soak: setup
	$(SWIFT) build $(OPTIMISED) --product soak
	@exec "$$($(SWIFT) build $(OPTIMISED) --show-bin-path)/soak" $(POLLS) $(SEED)

# libFuzzer tries as many inputs as asked for on each target: make fuzz INPUTS=1000000. gold cannot link what it needs.
# Swift and the C++ of ours alike are led by the code they reach and run under the address sanitizer. What is freed is kept from
# being used again up to 16 MiB, so that the limit of memory is about ours; leaks are not reported, for the runtime's own are.
# Swift's backtraces read the memory of the process that ends, which the address sanitizer would report in their place.
INPUTS ?= 20000
FUZZER := -c release --product fuzz -Xswiftc -sanitize=fuzzer,address -Xcxx -fsanitize=fuzzer-no-link,address \
-Xswiftc -use-ld=lld --scratch-path .build-fuzz
CORPUS := Tests/ReliabilityTests/Corpus
fuzz: setup
	FUZZING=1 $(SWIFT) build $(FUZZER)
	@found="$$(mktemp -d)"; trap 'rm -rf "$$found"' EXIT; for target in answers texts results rows; do \
	mkdir "$$found/$$target" && SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16 \
	.build-fuzz/release/fuzz $$target \
	-runs=$(INPUTS) -seed=1 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
	-artifact_prefix=.build-fuzz/ "$$found/$$target" $(CORPUS)/$$target || exit 1; done

# All tests but those of the built program, and a soak, under the address and the thread sanitizer. Their own handlers would hide
# ours for crashes, and leaks are reported of the test library alone. The suppressed reports are explained in their file. Make the
# soak longer: make sanitize SANITIZED_POLLS=600. It does not judge memory here, for the allocator is the sanitizer's.
SANITIZED_POLLS ?= 120
SANITIZED := $(STRICT) --no-parallel --skip EndToEndTests
# At the end of a process with more than one thread the thread sanitizer sleeps, to see races there: for a second, if not told
# otherwise. That is as long as a program may take that a signal has asked to leave, and then its own alarm ends it (Signals).
ENDING := atexit_sleep_ms=200
HANDLERS := handle_segv=0:handle_abort=0:handle_sigill=0:handle_sigbus=0:handle_sigfpe=0:use_sigaltstack=0
ASAN := ASAN_OPTIONS=detect_leaks=0
TSAN := TSAN_OPTIONS="suppressions='$(CURDIR)/Scripts/thread-sanitizer.txt':$(ENDING)"
sanitize: setup
	$(SWIFT) build $(STRICT) --build-tests --sanitize=address --scratch-path .build-asan
	$(ASAN):$(HANDLERS) $(SWIFT) test $(SANITIZED) --skip-build --sanitize=address --scratch-path .build-asan
	$(ASAN) .build-asan/debug/soak $(SANITIZED_POLLS) $(SEED)
	$(SWIFT) build $(STRICT) --build-tests --sanitize=thread --scratch-path .build-tsan
	$(TSAN):$(HANDLERS) $(SWIFT) test $(SANITIZED) --skip-build --sanitize=thread --scratch-path .build-tsan
	$(TSAN) .build-tsan/debug/soak $(SANITIZED_POLLS) $(SEED)

# On other Debians, in new roots that this makes as root: make portable ROOTS="trixie sid"
ROOTS ?= bookworm trixie sid
portable:
	@SWIFT="$(SWIFT)" ./Scripts/portable $(ROOTS)

conformance: build
	@./Tests/Conformance/run "$$($(SWIFT) build $(RELEASE) --show-bin-path)/jobtop"

# Measures jobtop and its alternatives from outside and writes docs/PERFORMANCE.md; about seven minutes after the builds. On a
# machine that does something else besides, only the order of size is right. Try it out with: make bench SECONDS=5
SECONDS ?= 60
ALTERNATIVES := htop jq curl procps
SDK := .build/light/bin/python
bench: build $(SDK)
	@SWIFT="$(SWIFT)" ./Scripts/setup $(PACKAGES) $(ALTERNATIVES)
	for product in results-bench fetch-bench light-bench; do $(SWIFT) build $(OPTIMISED) --product $$product || exit 1; done
	@bin="$$($(SWIFT) build $(OPTIMISED) --show-bin-path)"; "$$bin/light-bench" "$$bin" $(SDK) docs/PERFORMANCE.md $(SECONDS)

# What the steps of the program's work cost in instructions, beside what they cost when that was last written down.
instructions:
	@SWIFT="$(SWIFT)" ./Scripts/setup $(PACKAGES) valgrind
	$(SWIFT) build $(OPTIMISED) --product core-bench
	@./Scripts/check-instructions "$$($(SWIFT) build $(OPTIMISED) --show-bin-path)/core-bench"

# The official client and the library that draws what it brings.
$(SDK): Tests/Conformance/requirements.txt
	@python3 -m venv .build/light || { echo "bench needs python3 with venv: apt-get install python3-venv" >&2; exit 1; }
	@.build/light/bin/pip install --quiet --requirement Tests/Conformance/requirements.txt rich && touch $(SDK)

# Where `make install` puts what. STRIP= keeps the debug symbols, as the Debian package needs it.
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
DOCDIR ?= $(PREFIX)/share/doc/jobtop
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d
UNITDIR ?= $(PREFIX)/lib/systemd/user
UNITS := jobtop-metrics.service jobtop-watch@.service
STRIP ?= strip
DOCS ?= LICENSE NOTICE README.md CHANGELOG.md
INSTALLED := $(BINDIR)/jobtop $(MANDIR)/man1/jobtop.1 $(BASHDIR)/jobtop $(ZSHDIR)/_jobtop $(FISHDIR)/jobtop.fish \
$(addprefix $(UNITDIR)/,$(UNITS))

install: build install-files

# What is built already. Completions come from the program itself; bash reads its file, and never runs it, so that it has no #! line.
install-files:
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)/jobtop"; \
	put() { mkdir -p "$(DESTDIR)$$(dirname "$$1")" && cat >"$(DESTDIR)$$1" && chmod 644 "$(DESTDIR)$$1"; }; \
	install -D -m 755 "$$bin" "$(DESTDIR)$(BINDIR)/jobtop" && \
	./Scripts/without-hashes "$(DESTDIR)$(BINDIR)/jobtop" && \
	{ [ -z "$(STRIP)" ] || $(STRIP) "$(DESTDIR)$(BINDIR)/jobtop"; } && \
	put "$(MANDIR)/man1/jobtop.1" <docs/jobtop.1 && \
	"$$bin" --generate-completion-script bash | sed '1{/^#!/d}' | put "$(BASHDIR)/jobtop" && \
	"$$bin" --generate-completion-script zsh | put "$(ZSHDIR)/_jobtop" && \
	"$$bin" --generate-completion-script fish | put "$(FISHDIR)/jobtop.fish" && \
	for unit in $(UNITS); do sed "s|/usr/bin/jobtop|$(BINDIR)/jobtop|" "systemd/$$unit" | put "$(UNITDIR)/$$unit" || exit 1; done && \
	for file in $(DOCS); do put "$(DOCDIR)/$$file" <"$$file" || exit 1; done

uninstall:
	@for file in $(INSTALLED) $(addprefix $(DOCDIR)/,$(DOCS)); do rm -f "$(DESTDIR)$$file"; done
	@rmdir "$(DESTDIR)$(DOCDIR)" 2>/dev/null || :

VERSION = $(shell sed -n 's/.*number = "\(.*\)".*/\1/p' Sources/jobtop/Version.swift)
ARCHIVE = .build/jobtop-$(VERSION).tar.gz

# The committed sources as an archive that names its commit, with the versions of the packages, so that it builds the same.
dist:
	@[ -e Package.resolved ] || $(SWIFT) package resolve
	@mkdir -p .build && git -c tar.umask=0022 archive --prefix=jobtop-$(VERSION)/ --add-file=Package.resolved HEAD | gzip -9n >$(ARCHIVE)
	@echo "$(ARCHIVE)"

# A Debian package below .build/deb. Swift itself is the one of this machine, and the packages it fetched are those in .build.
PACKAGING := debhelper dpkg-dev chrpath lintian
SMALL_ENOUGH := 25000000
deb:
	@SWIFT="$(SWIFT)" ./Scripts/setup $(PACKAGES) $(PACKAGING)
	@rm -rf .build/deb && mkdir -p .build/deb
	SWIFT="$(SWIFT)" dpkg-buildpackage -b -us -uc --buildinfo-option=-u.build/deb --buildinfo-file=.build/deb/jobtop.buildinfo \
	--changes-option=-u.build/deb --changes-file=.build/deb/jobtop.changes
	@debian/rules clean >/dev/null
	lintian --pedantic --fail-on error,warning,pedantic .build/deb/jobtop.changes
	@size="$$(dpkg-deb --fsys-tarfile .build/deb/jobtop_*.deb | tar -xO ./usr/bin/jobtop | wc -c)"; \
	echo "The stripped program has $$size bytes."; [ -z "$(LLD)" ] || [ "$$size" -lt $(SMALL_ENOUGH) ] || \
	{ echo "deb: that is more than $(SMALL_ENOUGH); docs/PERFORMANCE.md says what makes it small" >&2; exit 1; }
	@ls -l .build/deb

# Builds and installs twice, from two new clones in folders with different names, and compares the bytes of all files.
reproducible:
	@SWIFT="$(SWIFT)" ./Scripts/reproducible
