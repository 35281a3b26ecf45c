# Aliases; run.py does the work and needs no make.
.PHONY: run test lint scores
run:
	python3 run.py
test:
	python3 run.py test
lint:
	.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy config articles timeline benchmarks
	.venv/bin/lint-imports && .venv/bin/djlint templates --lint
scores:
	.venv/bin/python benchmarks/scores.py
