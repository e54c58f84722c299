"""What a worker does to its own process; each in a process of its own."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import time

import psutil
import pytest

DEADLINE = 30.0
IMPORT = "from neurarium.sessions.process import die_with_parent"

linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's")


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, **environment}, timeout=120
    )


@linux
@pytest.mark.skipif(platform.machine() not in ("x86_64", "aarch64"), reason="for these two processors it is known how")
def test_denormals_are_zero_afterwards_also_in_threads_started_later() -> None:
    code = """
from neurarium.sessions.process import flush_denormals
import sys
assert "numpy" not in sys.modules, "numpy's threads would have been started before"
flushed = flush_denormals()
import threading
import numpy as np
tiny = np.full(1000, 1e-40, np.float32)
found = [(tiny * np.float32(1)).any()]
matrix = np.full((300, 300), 1e-22, np.float32)
found.append((matrix @ matrix.T > 0).any() and (matrix @ matrix.T).min() < np.finfo(np.float32).tiny)
thread = threading.Thread(target=lambda: found.append((tiny * np.float32(1)).any()))
thread.start()
thread.join()
print(flushed, [bool(value) for value in found])
"""
    done = run_python(code)
    assert done.stdout.strip() == "True [False, False, False]", done.stderr


@linux
def test_without_it_they_are_not_zero() -> None:
    """So that the test above is about something."""
    done = run_python("import numpy as np; print(bool((np.full(9, 1e-40, np.float32) * np.float32(1)).any()))")
    assert done.stdout.strip() == "True", done.stderr


def test_where_it_is_not_known_how_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    from neurarium.sessions import process

    monkeypatch.setattr("neurarium.sessions.process.platform.machine", lambda: "riscv64")
    assert process.flush_denormals() is False

    def absent(name: str) -> None:
        raise OSError(f"{name}: no such library")

    monkeypatch.setattr("neurarium.sessions.process.platform.machine", lambda: "x86_64")
    monkeypatch.setattr("neurarium.sessions.process.ctypes.CDLL", absent)
    assert process.flush_denormals() is False


def test_a_worker_whose_server_is_gone_already_ends_and_says_so() -> None:
    done = run_python(
        "from neurarium.sessions.process import die_with_parent; die_with_parent(1 << 30); print('alive')"
    )
    assert done.returncode == 1
    assert "server ended before" in done.stderr
    assert "alive" not in done.stdout


@linux
@pytest.mark.faults
def test_a_process_dies_with_the_one_that_started_it() -> None:
    child = f"{IMPORT}; import os, time; die_with_parent(os.getppid()); print(os.getpid(), flush=True); time.sleep(600)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        found = psutil.Process(int(started.stdout.readline()))
        assert found.is_running()
        started.send_signal(signal.SIGKILL)
        started.wait(DEADLINE)
    end = time.monotonic() + DEADLINE
    while found.is_running() and found.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < end, "the child outlived its parent"
        time.sleep(0.01)
