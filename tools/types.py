"""Run pyright: `python -m tools.types`.

Pyright is written in TypeScript, so a machine without Node gets one from PyPI first.
"""

from __future__ import annotations

import subprocess
import sys

from tools import node as node_tools


def main(words: list[str]) -> int:
    """Run pyright over what pyproject.toml names, and return its exit status."""
    try:
        node = node_tools.ensure()
    except node_tools.NodeError as error:
        print(f"neurarium: {error}", file=sys.stderr)
        return 1
    # The version is pinned in constraints.txt: the advice to take a newer one is noise here.
    environment = {**node.environment(), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    return subprocess.run([sys.executable, "-m", "pyright", *words], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
