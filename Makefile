# copydesk: `make report` builds the program and writes Reports/ from seeds/; `make test` builds and
# passes all tests. Each first sees to what it needs.

PREFIX ?= /usr/local
SWIFT ?= swift
# On Linux Swift's libraries go into the program: it starts in half the time, and runs without Swift.
STATIC_SWIFT = $(shell test ! -e "$$($(SWIFT) -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')_static/linux/libFoundation.a" || echo --static-swift-stdlib)
RELEASE = $(SWIFT) build -c release --product copydesk $(STATIC_SWIFT)
BIN = $$($(SWIFT) build -c release --show-bin-path)/copydesk

# `make fuzz TARGET=csv TIME=600`: a target of Tests/Fuzz, and for how many seconds.
TARGET ?= cleaning
TIME ?= 300
FUZZ_BUILD = $(SWIFT) build -c release --package-path Tests/Fuzz --scratch-path .build/fuzz \
  -Xswiftc -sanitize=fuzzer
FUZZ_FOUND = .build/fuzz/corpus/$(TARGET)

# What `make install` puts below PREFIX, and `make dist` into an archive.
VERSION = $(shell sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/Copydesk/Desk.swift)
STAGE ?= .build/stage
ARCHIVE = copydesk-$(VERSION)-$$(uname -s | tr A-Z a-z)-$$(uname -m)
STAGED = bin/copydesk share/man/man1/copydesk.1 share/bash-completion/completions/copydesk \
  share/zsh/site-functions/_copydesk share/fish/vendor_completions.d/copydesk.fish \
  share/doc/copydesk/README.md share/doc/copydesk/CHANGELOG.md share/doc/copydesk/LICENSE

EXAMPLE = .build/example
PYTHON ?= python3

.PHONY: help build report test browser-test readers-test docs example evaluate benchmark benchmark-scale spark-test fuzz sanitize lint \
  format needs clean stage install \
  uninstall dist

help:
	@echo 'make report   build the release program and write Reports/ from seeds/'
	@echo 'make test     build and pass all tests, formatting included'
	@echo 'make docs     build the documentation of the library; a warning fails'
	@echo 'make example  build the package of ten lines from a clean clone and hold what it prints'
	@echo 'make browser-test  open the reports in headless Chromium, where it is at hand'
	@echo 'make readers-test  open the tables in pandas, DuckDB, R, LibreOffice, where these are at hand'
	@echo 'make evaluate measure accuracy against annotated news, where the corpora are at hand'
	@echo 'make benchmark time cleaning against libxml2, on pages made from seeds/ or PAGES=folder'
	@echo 'make benchmark-scale  speed, memory and growth of whole jobs, against wc and a Python script (SEEDS=folder of texts)'
	@echo 'make spark-test  the Spark job against the bytes of one machine, where pyspark and Java are at hand'
	@echo 'make fuzz     feed a stage with damaged input: TARGET=cleaning|text|csv|ndjson|lexicon|reading TIME=300'
	@echo 'make sanitize pass the tests of what takes any bytes under the address sanitizer'
	@echo 'make build    build the release program'
	@echo 'make install  put program, man page and completions below PREFIX ($(PREFIX)); make uninstall takes them away'
	@echo 'make dist     make an archive of them that runs without Swift'
	@echo 'make lint     check the formatting of all Swift files'
	@echo 'make format   format them'
	@echo 'make needs    install what building needs (Debian, Ubuntu), or say what is missing'

build: needs
	$(RELEASE)

report: build
	$(BIN) compare seeds --output Reports --quiet
	@echo 'written: Reports/comparison.md, Reports/report.html and tables'

test: needs lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

docs: needs
	$(SWIFT) build --target Copydesk
	@SWIFT=$(SWIFT) Tests/Documentation/build.sh

# In a clone below .build, so that only what is committed counts; Reports/ has the same figures.
example: needs
	@rm -rf $(EXAMPLE)/clone && mkdir -p $(EXAMPLE)
	git clone --quiet --no-hardlinks . $(EXAMPLE)/clone
	$(SWIFT) build --package-path $(EXAMPLE)/clone/Examples/TenLines --scratch-path $(EXAMPLE)/build
	@cd $(EXAMPLE)/clone && ../build/debug/TenLines seeds > ../printed.txt
	@python3 Tests/Documentation/ten_lines.py $(EXAMPLE)/printed.txt $(EXAMPLE)/clone/Reports/articles.csv

# Program, man page and completions as they are installed.
stage: build
	@PROGRAM="$(BIN)"; $(STAGING)

# ArgumentParser's plugin writes the manual; asked for its help it is built, and then run on the one
# program that is to have a manual.
STAGING = $(SWIFT) package plugin generate-manual --help >/dev/null; rm -rf $(STAGE) && set -e; for file in $(STAGED); do mkdir -p "$(STAGE)/$$(dirname $$file)"; done; \
  cp "$$PROGRAM" $(STAGE)/bin/copydesk; \
  $$($(SWIFT) build --show-bin-path)/generate-manual-tool "$$PROGRAM" \
    --authors 'the copydesk authors' -o $(STAGE)/share/man/man1 >/dev/null; \
  "$$PROGRAM" --generate-completion-script bash >$(STAGE)/share/bash-completion/completions/copydesk; \
  "$$PROGRAM" --generate-completion-script zsh >$(STAGE)/share/zsh/site-functions/_copydesk; \
  "$$PROGRAM" --generate-completion-script fish >$(STAGE)/share/fish/vendor_completions.d/copydesk.fish; \
  cp README.md CHANGELOG.md LICENSE $(STAGE)/share/doc/copydesk/

install: stage
	@set -e; for file in $(STAGED); do \
	  mode=644; case $$file in bin/*) mode=755;; esac; \
	  install -d "$(DESTDIR)$(PREFIX)/$$(dirname $$file)"; \
	  install -m $$mode "$(STAGE)/$$file" "$(DESTDIR)$(PREFIX)/$$file"; done
	@echo 'installed: $(DESTDIR)$(PREFIX)/bin/copydesk, its man page and completions'

uninstall:
	@for file in $(STAGED); do rm -f "$(DESTDIR)$(PREFIX)/$$file"; done
	@rmdir "$(DESTDIR)$(PREFIX)/share/doc/copydesk" 2>/dev/null || true

# Swift's libraries, libxml2 and zlib go into the program; what is left is what every Linux has. pkg-config
# is told of a folder in which the linker finds the archives alone, and no shared library.
STATIC = $(CURDIR)/.build-dist/static
DIST = PKG_CONFIG_PATH="$(STATIC)" $(SWIFT) build -c release --product copydesk --static-swift-stdlib \
  --scratch-path .build-dist

dist: needs
	@mkdir -p $(STATIC) && for library in xml2 z icuuc icudata lzma; do \
	  file="$$($(CC) -print-file-name=lib$$library.a)"; \
	  case $$file in /*) ln -sf "$$file" $(STATIC);; *) \
	    echo "copydesk: no lib$$library.a here to link in; install its development files" \
	    "(Debian: libxml2-dev zlib1g-dev libicu-dev liblzma-dev)" >&2; exit 1;; esac; done
	@printf 'Name: libxml2\nDescription: linked in\nVersion: 1\nCflags: %s\nLibs: -L%s -lxml2 -licuuc -licudata -llzma -lz -lstdc++ -lm\n' \
	  "$$(pkg-config --cflags libxml-2.0)" "$(STATIC)" >$(STATIC)/libxml-2.0.pc
	@printf 'Name: zlib\nDescription: linked in\nVersion: 1\nLibs: -L%s -lz\n' "$(STATIC)" >$(STATIC)/zlib.pc
	$(DIST)
	@PROGRAM=.build-dist/copydesk; strip -o $$PROGRAM "$$($(DIST) --show-bin-path)/copydesk"; $(STAGING)
	@rm -rf ".build/$(ARCHIVE)" && mv $(STAGE) ".build/$(ARCHIVE)" \
	  && tar -C .build -czf ".build/$(ARCHIVE).tar.gz" "$(ARCHIVE)"
	@echo "written: .build/$(ARCHIVE).tar.gz; install it with tar -xzf, --strip-components=1 and -C $(PREFIX)"

# PYTHON names one that has the packages of Tests/Browser/requirements.txt or Tests/Readers.
PYTHON ?= python3

browser-test: build
	@$(PYTHON) Tests/Browser/browser.py $(if $(SHOTS),--shots $(SHOTS))

readers-test: build
	@$(PYTHON) Tests/Readers/readers.py

evaluate: build
	@python3 Tests/Evaluation/evaluate.py

benchmark: needs
	$(SWIFT) build -c release --product DeskBenchmarks $(STATIC_SWIFT)
	@$$($(SWIFT) build -c release --show-bin-path)/DeskBenchmarks $(PAGES)

benchmark-scale: build
	@$(PYTHON) Tests/Evaluation/benchmark_scale.py $(if $(SEEDS),--seeds $(SEEDS))

spark-test: build
	@$(PYTHON) Integrations/spark/test_copydesk_spark.py

# What breaks lands in .build/fuzz; the mended input goes to Tests/Fuzz/Regressions/$(TARGET).
fuzz: needs
	$(FUZZ_BUILD)
	@mkdir -p $(FUZZ_FOUND)
	FUZZ_TARGET=$(TARGET) SWIFT_BACKTRACE=enable=no $$($(FUZZ_BUILD) --show-bin-path)/fuzz \
	  -max_total_time=$(TIME) -max_len=4096 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
	  -dict=Tests/Fuzz/$(if $(filter cleaning,$(TARGET)),html,text).dict \
	  -artifact_prefix=.build/fuzz/$(TARGET)- \
	  $(FUZZ_FOUND) Tests/Fuzz/Corpus/$(TARGET) $(wildcard Tests/Fuzz/Regressions/$(TARGET))

# XCTest itself leaks, so that only faults are looked for; time is another test's matter.
sanitize: needs
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path .build-asan \
	  --filter 'DeskCleaningTests|DeskIngestTests|FuzzTests' --skip GrowthTests

lint: needs
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Examples

format: needs
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Examples

clean:
	rm -rf .build .build-asan .build-dist

needs:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo 'copydesk: no Swift here; install a Swift toolchain, 6.1 or later (https://swift.org/install)' >&2; \
	  exit 1; }
	@version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1); \
	major=$${version%%.*}; minor=$${version#*.}; \
	if [ -n "$$version" ] && { [ "$$major" -lt 6 ] || { [ "$$major" -eq 6 ] && [ "$$minor" -lt 1 ]; }; }; then \
	  echo "copydesk: this is Swift $$version; it needs 6.1 or later" >&2; exit 1; fi
	@if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libxml-2.0 zlib; then exit 0; fi; \
	case "$$(uname -s)" in \
	  Darwin) \
	    echo 'copydesk: missing libxml2, zlib or pkg-config; run: brew install libxml2 zlib pkg-config' >&2; \
	    echo '          and: export PKG_CONFIG_PATH="$$(brew --prefix libxml2)/lib/pkgconfig:$$(brew --prefix zlib)/lib/pkgconfig"' >&2; \
	    exit 1;; \
	esac; \
	packages='libxml2-dev zlib1g-dev pkg-config'; \
	if ! command -v apt-get >/dev/null 2>&1; then \
	  echo "copydesk: missing the development files of libxml2 and zlib, or pkg-config; install them with your system's package manager" >&2; \
	  exit 1; fi; \
	if [ "$$(id -u)" -eq 0 ]; then as=''; \
	elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as='sudo'; \
	else echo "copydesk: missing $$packages, and no right to install them; run: sudo apt-get install $$packages" >&2; exit 1; fi; \
	echo "copydesk: installing $$packages"; \
	$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq $$packages >/dev/null \
	  || { echo "copydesk: apt-get could not install $$packages; see its message above" >&2; exit 1; }
