"""Build the page into backend/neurarium/page/, where it is not there already.

    python -m tools.page

Whether there is anything to do is decided by content, not by dates: a digest of everything that goes into the
page is kept beside it. So a fresh clone, a copied tree and an unpacked source archive are all judged rightly,
and a second `make run` costs a few milliseconds here. The build hook of the wheel uses the same functions.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import node as node_tools
from tools.node import Node, NodeError

ROOT = node_tools.ROOT
FRONTEND = ROOT / "frontend"
PAGE = ROOT / "backend" / "neurarium" / "page"
# Inside what they vouch for, so that removing the one removes the other.
PAGE_STAMP = PAGE / ".built-from"
MODULES_STAMP = FRONTEND / "node_modules" / ".installed-from"

NOT_SOURCES = frozenset({"node_modules", "dist", "coverage", "test-results"})
NOT_IN_PAGE = (".test.ts", ".test.tsx", ".md", ".tsbuildinfo", ".log")


def sources() -> Iterator[Path]:
    """Yield every file that can change what the page becomes, in a fixed order."""
    for folder, folders, names in os.walk(FRONTEND):
        folders[:] = sorted(name for name in folders if name not in NOT_SOURCES and not name.startswith("."))
        for name in sorted(names):
            if not name.endswith(NOT_IN_PAGE) and (not name.startswith(".") or name == ".npmrc"):
                yield Path(folder, name)


def digest(files: Iterator[Path] | list[Path]) -> str:
    """Return the SHA-256 of the files' names and contents."""
    total = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        total.update(f"{file.relative_to(FRONTEND).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _read(stamp: Path) -> str | None:
    return stamp.read_text(encoding="utf-8").strip() if stamp.is_file() else None


def is_built() -> bool:
    """Say whether the page is there and was built from the sources as they stand now."""
    if not (PAGE / "index.html").is_file():
        return False
    # An archive may carry the page alone: then there is nothing to build it from, and nothing to compare.
    return not FRONTEND.is_dir() or _read(PAGE_STAMP) == digest(sources())


def _npm(node: Node, *words: str) -> None:
    try:
        status = node.run_npm(*words, folder=FRONTEND)
    except OSError as error:
        mend = f"Install Node.js {node_tools.SUPPORTED}."
        raise NodeError(f"npm could not be started ({error}). {mend}") from error
    if status != 0:
        raise NodeError(
            f"`npm {' '.join(words)}` in frontend/ failed with status {status}; its message is above. The"
            " page was not built. Mend that and run the command again."
        )


def install_modules(node: Node) -> None:
    """Run ``npm ci`` where frontend/package-lock.json is not what node_modules was installed from.

    Raises:
        NodeError: there is no lock file, or npm failed.
    """
    lock = FRONTEND / "package-lock.json"
    if not lock.is_file():
        raise NodeError("frontend/package-lock.json is missing. Take it from the repository again.")
    wanted = digest([lock, FRONTEND / "package.json"])
    if _read(MODULES_STAMP) == wanted:
        return
    print("Installing the page's libraries (npm ci)", file=sys.stderr, flush=True)
    _npm(node, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    MODULES_STAMP.write_text(wanted + "\n", encoding="utf-8")


def build() -> bool:
    """Build the page where it is missing or stale; say whether there was anything to do.

    Raises:
        NodeError: there is no Node to be had, or npm failed.
    """
    if is_built():
        return False
    wanted = digest(sources())
    node = node_tools.ensure()
    install_modules(node)
    print("Building the page", file=sys.stderr, flush=True)
    _npm(node, "run", "build")
    if not (PAGE / "index.html").is_file():
        raise NodeError(f"`npm run build` ended well but left no {PAGE.relative_to(ROOT) / 'index.html'}.")
    PAGE_STAMP.write_text(wanted + "\n", encoding="utf-8")
    return True


def main() -> int:
    """Build the page, and return the exit status."""
    try:
        build()
    except NodeError as error:
        print(f"neurarium: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
