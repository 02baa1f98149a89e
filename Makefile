# Everything here needs only make and Python 3.11 or newer; the rest is installed in .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help install chat demo bench test fmt clean

help: ## show these targets
	@grep -E '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

install: $(STAMP) ## make .venv and install Fitcheck and its tools in it

# The stamp makes a second `make install` free: only a change of the packages or their versions installs again.
$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Fitcheck needs Python 3.11 or newer; say PYTHON=... to choose one")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' -c constraints.txt
	@$(BIN)/python -m compileall -q core prompts db bot
	@touch $@

chat: install ## talk with Fitcheck in this terminal
	@$(BIN)/fitcheck chat

demo: install ## see one conversation from posting to verdict
	@$(BIN)/fitcheck demo

bench: install ## measure how good and how fast it is; ARGS="--only proof --misses" for a part
	@$(BIN)/python -m bench $(ARGS)

# -n 2: the property tests are what takes time, and two workers halve it on the smallest machine.
test: install ## lint, types, import rules and all tests: what CI runs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

fmt: install ## put the code in its one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## remove what can be made again
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
