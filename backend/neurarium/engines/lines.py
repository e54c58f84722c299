"""Which lines of an engine's source run, written down while they do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of the package, in which all code that is written down lies."""

Files: TypeAlias = dict[str, set[int]]
"""Numbers of lines that ran, from 1, by file: ``neurarium/engines/scratch/layers/conv2d.py``."""


def file_name(path: str | Path) -> str:
    """Return a source file's name as seen from outside the package, e.g. ``neurarium/engines/base.py``."""
    return Path(path).resolve().relative_to(PACKAGE.parent).as_posix()


class LinesRun:
    """Lines that ran, by whose they were and in which of its methods: ``of("conv1", "forward")``.

    A helper's lines are those of the layer's pass that called it, and of every pass that did.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Files] = {}

    def add(self, owner: tuple[str, str], file: str, line: int) -> None:
        """Write down one line."""
        self._found.setdefault(owner, {}).setdefault(file, set()).add(line)

    def of(self, name: str, method: str) -> Files:
        """Return the lines of one pass; none where nothing of it ran here."""
        return self._found.get((name, method), {})


LOSS, OPTIMIZER = "(loss)", "(optimizer)"
"""Whose lines those are that belong to no node; no node can be called so."""
_PASSES = {"layers": ("forward", "backward"), "losses": ("forward", "backward"), "optimizers": ("step",)}


@contextmanager
def recording_lines(engine: str) -> Iterator[LinesRun]:
    """Write down the lines of `neurarium.engines.<engine>` that this thread runs inside the block.

    A debugger or coverage tool that watches the thread pauses meanwhile. Nothing but Python code is seen: of an engine
    whose layers run elsewhere, none.
    """
    found, folder = LinesRun(), PACKAGE / "engines" / engine

    def watch(frame: FrameType, event: str, argument: Any) -> Any:
        if not frame.f_code.co_filename.startswith(str(folder)):
            return None
        owner, file = _owner(frame, folder), file_name(frame.f_code.co_filename)
        if owner is None:
            return None

        def line(frame: FrameType, event: str, argument: Any) -> Any:
            if event == "line":
                found.add(owner, file, frame.f_lineno)
            return line

        return line

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        yield found
    finally:
        sys.settrace(before)


def _owner(frame: FrameType | None, folder: Path) -> tuple[str, str] | None:
    """Return whose pass this frame is, or was called by; None where there is none."""
    while frame is not None:
        path, name = frame.f_code.co_filename, frame.f_code.co_name
        if path.startswith(str(folder)):
            family = Path(path).relative_to(folder).parts[0]
            if name in _PASSES.get(family, ()) and "self" in frame.f_locals:
                owners = {"losses": LOSS, "optimizers": OPTIMIZER}
                return owners.get(family) or frame.f_locals["self"].node.name, name
        frame = frame.f_back
    return None
