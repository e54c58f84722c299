"""What the server must not load: a server process that imports torch costs hundreds of megabytes and a slow start."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after the statement."""
    answer = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return {name.split(".")[0] for name in answer.stdout.split()}


@pytest.mark.parametrize("module", ["neurarium", "neurarium.cli", "neurarium.api.app", "neurarium.sessions.worker"])
def test_torch_is_not_imported(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    assert "neurarium" in loaded
    assert "torch" not in loaded, f"import {module} loads torch; import it inside the PyTorch engine, when a run asks"


def test_the_scratch_engine_does_without_torch() -> None:
    loaded = loaded_by("import neurarium.engines.scratch")
    assert "numpy" in loaded
    assert "torch" not in loaded
