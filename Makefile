# make run and make test do all their own set-up: a virtual environment of their own and pinned, hashed dependencies.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test check soak bench format lock clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] or 0)'
	@echo "Setting up the virtual environment (once)…"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

run: $(VENV)/.installed ## start the cabinet: in the sandbox on this machine, or on Telegram when BOT_TOKEN is set
	@$(BIN)/python -m bot demo

test: $(VENV)/.installed-dev check ## style, types, import contracts and every test
	@$(BIN)/python -m pytest -n auto --dist loadgroup --no-loadscope-reorder

check: $(VENV)/.installed-dev ## style, types and import contracts alone
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

soak: $(VENV)/.installed-dev ## prove that nothing is lost or done twice: 200 people, 200 kills, every fault (an hour or more)
	@$(BIN)/python -m tests.soak
	@$(BIN)/python -m tests.soak broadcast
	@$(BIN)/python -m tests.soak backlog

bench: $(VENV)/.installed-dev ## how fast it is, beside a bare bot (ten minutes; leave the machine alone)
	@$(BIN)/python -m bench

format: $(VENV)/.installed-dev ## put the code into the house style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: ## pin the dependencies anew, with hashes and without addresses
	@$(PYTHON) -m venv build/lock && build/lock/bin/pip install --quiet uv
	@build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml -o requirements.txt
	@build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --group dev pyproject.toml -o requirements-dev.txt

clean: ## remove what can be made again (not data/)
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache
