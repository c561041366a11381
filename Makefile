# Two commands to know: make serve · make test. uv is put into .tools/ where PATH has none.
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
# What it does, said once: a fresh clone has no .venv yet.
FIRST := $(if $(wildcard .venv/bin/chengce),,first)

.PHONY: serve browser test slow neo4j lint types contracts texts check evaluate diff rules publish bench alignment first

serve: $(UV) $(FIRST)
	@$(UV) sync --no-dev --inexact --quiet --frozen
	@.venv/bin/chengce serve

test: $(UV)
	@$(UV) run --quiet --frozen pytest -m "not slow and not neo4j" -n 2 --dist loadfile

slow: $(UV)
	@$(UV) run --quiet --frozen pytest -m slow

# On a real server of its own: started for the tests and stopped after them.
neo4j: $(UV)
	@$(UV) sync --all-extras --quiet --frozen
	@NEO4J_HOME_DIR=$(CURDIR)/.tools/neo4j NEO4J_BOLT_PORT=17687 NEO4J_HTTP_PORT=17474 ../shared/neo4j/neo4j.sh run .venv/bin/pytest -m neo4j

# Neo4j Browser on the five cities, opened at its guide. GUIDE=en for English.
browser: $(UV)
	@$(UV) sync --extra neo4j --inexact --quiet --frozen
	@web/browser/serve.sh $(or $(GUIDE),zh)

lint: $(UV)
	@$(UV) run --quiet --frozen ruff check .
	@$(UV) run --quiet --frozen ruff format --check .

types: $(UV)
	@$(UV) run --quiet --frozen mypy

contracts: $(UV)
	@$(UV) run --quiet --frozen lint-imports

texts:
	@python3 ../shared/check/no_source_text.py .

check: $(UV)
	@$(UV) run --quiet --frozen chengce check

evaluate: $(UV)
	@$(UV) run --quiet --frozen python bench/evaluate.py

# Facts gained and lost since a commit: make diff BASE=HEAD~3
BASE ?= HEAD
diff: $(UV)
	@$(UV) run --quiet --frozen python bench/diff.py --base $(BASE)

rules: $(UV)
	@$(UV) run --quiet --frozen python bench/rules.py

publish: $(UV)
	@$(UV) run --quiet --frozen chengce publish ../shared/corpus

# How well alignment agrees with judged pairs, beside baselines.
alignment: $(UV)
	@$(UV) run --quiet --frozen python bench/alignment.py

# On a real server of its own, like make neo4j; for a quiet machine.
bench-neo4j: $(UV)
	@$(UV) sync --all-extras --quiet --frozen
	@NEO4J_HOME_DIR=$(CURDIR)/.tools/neo4j NEO4J_BOLT_PORT=17687 NEO4J_HTTP_PORT=17474 ../shared/neo4j/neo4j.sh run .venv/bin/python bench/on_neo4j.py
	@NEO4J_HOME_DIR=$(CURDIR)/.tools/neo4j-import NEO4J_HEAP=2g .venv/bin/python bench/offline_import.py ../shared/neo4j/neo4j.sh

bench: $(UV)
	@$(UV) run --quiet --frozen python bench/start.py
	@$(UV) run --quiet --frozen python bench/many_plans.py 25
	@$(UV) run --quiet --frozen python bench/one_more.py
	@$(UV) run --quiet --frozen python bench/extract.py --growth

first:
	@echo "First start: installing what Chengce needs at run time into .venv/ (once, under a minute)"

.tools/bin/uv:
	@echo "Installing uv into .tools/ (once)"
	@python3 -m venv .tools
	@.tools/bin/pip install --quiet --disable-pip-version-check uv
