# Everything a developer or an operator does with Waymark. `make help` lists it.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(CURDIR)/$(VENV)/bin
WAYMARK := $(BIN)/waymark
PYTEST := $(BIN)/pytest -c tests/pytest.ini --rootdir .
RUFF := --config backend/pyproject.toml backend tests
WEB := frontend/dist/index.html
WEB_SOURCES := $(shell find frontend/src frontend/public frontend/build frontend/*.ts frontend/*.html -type f -not -path '*/i18n/generated/*' 2>/dev/null)

export WAYMARK_PORT ?= $(PORT)

.DEFAULT_GOAL := help
.PHONY: help run dev migrate test check check-backend check-frontend fmt api unit e2e bench soak clean tools

help: ## Show what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

run: $(VENV)/run.stamp $(WEB) ## Install, build, migrate and serve on PORT (default 8000)
	@WAYMARK_WEB_DIR=frontend/dist WAYMARK_LOG_LEVEL=$${WAYMARK_LOG_LEVEL:-WARNING} $(WAYMARK) start

dev: $(VENV)/test.stamp frontend/node_modules/.stamp ## Serve the API and the web app, both reloading on change
	@$(WAYMARK) migrate
	@trap 'kill 0' INT TERM EXIT; \
	  $(BIN)/uvicorn --factory waymark.main:create_app_from_environment --reload --reload-dir backend/waymark --port $(PORT) & \
	  cd frontend && WAYMARK_API=http://127.0.0.1:$(PORT) npm run dev

migrate: $(VENV)/run.stamp ## Bring the database to the newest schema
	@$(WAYMARK) migrate

test: check unit e2e ## Run every check and every test

check: $(VENV)/test.stamp frontend/node_modules/.stamp ## Lint, types, import contracts, the contract's rules
	@$(MAKE) --no-print-directory -j2 check-backend check-frontend

check-backend:
	$(BIN)/ruff check $(RUFF)
	$(BIN)/ruff format --check $(RUFF)
	cd backend && $(BIN)/mypy
	cd backend && $(BIN)/lint-imports

check-frontend:
	cd frontend && npm run typecheck && npm run lint && npm run lint:api

unit: tools ## Unit, integration, contract and migration tests, front-end units
	$(PYTEST) -n auto --dist loadfile tests
	cd frontend && npm test

e2e: tools $(WEB) ## End-to-end tests in a real Chromium
	cd frontend && npm run e2e

tools: $(VENV)/test.stamp frontend/node_modules/.stamp
	@tests/tools.sh

fmt: $(VENV)/test.stamp frontend/node_modules/.stamp ## Format and fix what can be fixed
	$(BIN)/ruff check --fix $(RUFF)
	$(BIN)/ruff format $(RUFF)
	cd frontend && npm run i18n && npm run lint -- --fix

api: $(VENV)/test.stamp frontend/node_modules/.stamp ## Regenerate the contract, the web app's client, the rules' pages
	$(WAYMARK) export-openapi openapi/openapi.json
	$(WAYMARK) export schema openapi/map-file.schema.json
	$(WAYMARK) export rules docs/rules
	cd frontend && npm run api

bench: $(VENV)/test.stamp $(WEB) ## Measure; ratios within one run
	$(BIN)/python -m tests.bench
	cd frontend && npm run bench

soak: tools ## Kill everything a hundred times under load, on both databases
	WAYMARK_TEST_KILLS=100 $(PYTEST) tests/integration/ingest/test_crashes.py

clean: ## Remove what was built and installed, but no data
	rm -rf $(VENV) frontend/node_modules frontend/dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Waymark needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: backend/requirements.txt backend/pyproject.toml | $(VENV)/bin/python
	@echo "Installing Python packages…"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r backend/requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e backend
	@touch $@

$(VENV)/test.stamp: backend/requirements-test.txt $(VENV)/run.stamp
	@echo "Installing test packages…"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r backend/requirements-test.txt
	@touch $@

frontend/node_modules/.stamp: frontend/package.json frontend/package-lock.json
	@command -v node >/dev/null || { echo "Waymark needs Node 20 or newer to build its web app"; exit 1; }
	@echo "Installing web packages…"
	@cd frontend && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(WEB): frontend/node_modules/.stamp $(WEB_SOURCES)
	@echo "Building the web app…"
	@cd frontend && npm run build --silent
	@touch $@
