# Two commands to know: make serve · make test. uv is put into .tools/ where PATH has none.
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)

.PHONY: serve test lint types contracts check

serve: $(UV)
	@$(UV) run --no-dev --quiet chengce serve

test: $(UV)
	@$(UV) run --quiet pytest

lint: $(UV)
	$(UV) run ruff check . && $(UV) run ruff format --check .

types: $(UV)
	$(UV) run mypy

contracts: $(UV)
	$(UV) run lint-imports

.tools/bin/uv:
	@echo "Installing uv into .tools/ (once)"
	@python3 -m venv .tools && .tools/bin/pip install --quiet --disable-pip-version-check uv
