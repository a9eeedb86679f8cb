"""How fast qazlint is, measured: `python -m benchmarks`. docs/benchmarks.md tells how to read what it prints."""
