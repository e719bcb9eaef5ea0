# `make lab` sets up and opens JupyterLab on the notebooks; `make test` sets up and runs every test.
PYTHON ?= python3
ARTICLE ?= data/articles/lavrov-china-2024.txt
OUT ?= report.html
BIN := .venv/bin

.PHONY: setup lab test check report notebooks clean

setup: .venv/ready

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

lab: setup
	$(BIN)/jupyter lab notebooks

test: setup
	$(BIN)/python -m pytest -n 2 --dist loadfile tests src
	$(BIN)/python -m pytest -n 2 --dist loadfile --nbval --nbval-current-env --nbval-cell-timeout 300 notebooks

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 -m 'not slow and not browser' tests src

report: setup
	$(BIN)/explore report '$(ARTICLE)' -o '$(OUT)'

notebooks: setup
	$(BIN)/python -m explore.notebooks notebooks

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache
