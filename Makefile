# A contributor's menu. `make` alone lists it.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' \
	2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -q
EXPLORER := $(shell find explorer -type f -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null)
EXTRACTOR := $(shell find loaders/extraction -name '*.py')
COMPILED := build/compiled.stamp
SAMPLES := $(wildcard samples/*)
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help run test lint compile interpreted questions lock setup setup-dev explorer clients clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: setup explorer $(wildcard $(COMPILED)) ## set everything up, load the samples, serve on http://127.0.0.1:8000
	$(BIN)/entente load samples --quiet >/dev/null
	$(BIN)/entente serve

test: setup-dev explorer clients $(wildcard $(COMPILED)) ## set everything up and pass the tests
	$(BIN)/python -m pytest
	cd explorer && $(CURDIR)/$(BIN)/python ../explorer/npm.py test

lint: setup-dev ## ruff, mypy, import-linter, eslint, tsc, the lock files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd explorer && $(CURDIR)/$(BIN)/python npm.py run check && $(CURDIR)/$(BIN)/python npm.py run lint

setup: $(VENV)/run.stamp ## the environment that the product runs in

setup-dev: $(VENV)/dev.stamp ## the environment with test tools

explorer: explorer/dist/index.html ## build the explorer's pages

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Entente needs Python 3.11 to 3.14 with its venv module; none was found." \
	  "Install one, or name it: make PYTHON=/path/to/python3.12 run" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(PIP) install --require-hashes -r requirements/dev.txt
	touch $@

explorer/dist/index.html: $(EXPLORER) | $(VENV)/run.stamp
	cd explorer && $(CURDIR)/$(BIN)/python npm.py ci && $(CURDIR)/$(BIN)/python npm.py run build
	touch $@

clients: tests/clients/node_modules/installed.stamp ## install the GraphQL clients that the tests use

tests/clients/node_modules/installed.stamp: tests/clients/package-lock.json | $(VENV)/run.stamp
	cd tests/clients && $(CURDIR)/$(BIN)/python ../../explorer/npm.py ci
	touch $@

compile: $(COMPILED) ## compile the extractor with a C compiler: it reads 1.6 times as fast

interpreted: ## forget what was compiled
	find loaders/extraction -name '*.so' -delete
	rm -rf build

$(COMPILED): setup.py $(EXTRACTOR) | $(VENV)/dev.stamp
	@mkdir -p build
	@echo "compiling the extractor: some minutes; build/compile.log has what the compiler says" >&2
	@$(BIN)/python setup.py build_ext --inplace >build/compile.log 2>&1 || { tail -n 20 build/compile.log >&2; \
	  echo "It needs a C compiler and the headers of Python; Entente runs without: make interpreted" >&2; exit 1; }
	@touch $@

questions: setup-dev ## answer the questions of docs/questions.md anew, after a change of what is read
	$(BIN)/python -m tests.gql.questions

lock: $(VENV)/dev.stamp ## pin requirements/*.in anew, with hashes and without any address
	for name in run dev node; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --upgrade requirements/$$name.in -o requirements/$$name.txt; done

clean: interpreted ## remove what was built; stores stay
	rm -rf $(VENV) explorer/node_modules explorer/dist tests/clients/node_modules
