# One command surface. `make help` lists it. Paths are relative throughout, so a folder with spaces in its name is fine.
HOST ?= 127.0.0.1
PORT ?= 8000
export PYTHON

VENV_PYTHON := .venv/bin/python
NPM := $(VENV_PYTHON) -m tools.node npm --silent
# One process a core shares the tests out; those in a browser stay together in one. More than four would only wait for
# the servers and workers that the tests start.
SHARED := -n auto --maxprocesses=4 --dist loadgroup

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run install page browser test check check-python check-page test-frontend test-backend test-e2e \
	test-python bench-accuracy bench-engines bench-frontend format contracts renew-constraints clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-19s %s\n", $$1, $$2 }' Makefile

run: ## set up whatever is missing, serve on HOST:PORT (127.0.0.1:8000) and open the browser
	@sh tools/setup.sh run
	@$(VENV_PYTHON) -m tools.page
	@exec $(VENV_PYTHON) -m neurarium serve --host "$(HOST)" --port "$(PORT)"

install: ## make .venv and install Neurarium with everything the checks and tests need
	@sh tools/setup.sh dev

page: install ## build the page, where it is not built already
	@$(VENV_PYTHON) -m tools.page

browser: install ## find a Chrome or Chromium for the end-to-end tests, else install one
	@$(VENV_PYTHON) -m tools.browser

test: check test-frontend page browser test-python ## everything: checks, Vitest, and pytest with a real browser

check: check-python check-page ## linters, formatters, type checkers and the rules between rooms

check-python: install
	@echo "── ruff: lint"
	@$(VENV_PYTHON) -m ruff check .
	@echo "── ruff: format"
	@$(VENV_PYTHON) -m ruff format --check .
	@echo "── pyright"
	@$(VENV_PYTHON) -m tools.types
	@echo "── import-linter"
	@.venv/bin/lint-imports --no-cache --no-logo

check-page: install
	@echo "── frontend: lint"
	@$(NPM) run lint
	@echo "── frontend: format"
	@$(NPM) run format:check
	@echo "── frontend: types"
	@$(NPM) run typecheck
	@echo "── frontend: contracts are those the server publishes"
	@$(NPM) run contracts:check

test-frontend: install ## the page's unit tests (Vitest)
	@echo "── vitest"
	@$(NPM) run test

test-python: install
	@echo "── pytest"
	@$(VENV_PYTHON) -m pytest $(SHARED)

test-backend: install ## the Python tests that need no browser
	@$(VENV_PYTHON) -m pytest $(SHARED) --ignore=tests/e2e

test-e2e: page browser ## the tests in a real browser
	@$(VENV_PYTHON) -m pytest tests/e2e

bench-accuracy: install ## the book's convnets on real MNIST, and how far the engines lie apart; writes docs/BENCHMARKS.md
	@$(VENV_PYTHON) -m benchmarks.accuracy
	@$(VENV_PYTHON) -m benchmarks.agreement

bench-engines: install ## time for a step, in both engines and a yardstick; writes docs/BENCHMARKS.md
	@$(VENV_PYTHON) -m benchmarks.engines

bench-frontend: page browser ## how fluent the page stays while DeepConvNet trains; writes docs/BENCHMARKS.md
	@$(VENV_PYTHON) -m benchmarks.frontend

format: install ## format all code, and mend what the linters can mend
	@$(VENV_PYTHON) -m ruff check --fix .
	@$(VENV_PYTHON) -m ruff format .
	@$(NPM) run format

contracts: install ## generate the page's types from the server's OpenAPI document
	@$(NPM) run contracts

renew-constraints: ## resolve the newest versions that pyproject.toml allows, and pin them
	@sh tools/renew_constraints.sh

clean: ## remove everything that was built or installed here
	rm -rf .venv build dist backend/neurarium/page frontend/node_modules test-results
	rm -rf .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find backend tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
