# Everything a person at a keyboard starts lives here. Each target makes its own environment first.
# On a fresh machine Python 3.11 and make are enough; nothing is installed outside .venv.

PYTHON ?= $(shell command -v python3.11 >/dev/null 2>&1 && echo python3.11 || echo python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LOCK_VENV := build/lock-venv

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench soak safety lock

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)$$/make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-12s %s\n", $$1, $$2}'

# The stamp is newer than the lock files as long as what is installed is what they pin.
$(STAMP): requirements.lock requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(STAMP) ## install what is pinned into .venv (the other targets do this too)

run: $(STAMP) ## start the bot; without a token, the same bot in this terminal
	@$(BIN)/python -m bot run

test: $(STAMP) ## run the tests
	$(BIN)/python -m pytest -q -n 2 -m "not soak"

check: $(STAMP) ## look for faults without running: style, types, layers, texts, diagrams
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict bot flows storage tests
	$(BIN)/lint-imports
	$(BIN)/python -m bot lint-content
	$(BIN)/python -m bot draw --check

bench: $(STAMP) ## measure the bot beside a bare echo bot
	$(BIN)/python -m tests.bench

soak: $(STAMP) ## run the tests that take long
	$(BIN)/python -m pytest -q -n 2 -m soak

safety: $(STAMP) ## print what crisis recognition finds and misses
	$(BIN)/python -m tests.flows.safety.report

COMPILE = $(LOCK_VENV)/bin/python -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header

lock: ## pin the newest versions again, in both lock files
	$(PYTHON) -m venv $(LOCK_VENV)
	$(LOCK_VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(COMPILE) --upgrade --output-file requirements.lock
	$(COMPILE) --upgrade --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	rm -rf $(LOCK_VENV)
