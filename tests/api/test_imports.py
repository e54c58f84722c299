"""torch is large and slow to import: neither the server nor a run of the scratch engine ever does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import psutil
import pytest

from tests.support.runs import show, start, wait_for_state, workers
from tests.support.server import RunningServer
from tests.support.specs import endless_spec


def libraries(process: psutil.Process) -> str:
    """Return the files that a process has mapped into its memory."""
    return Path(f"/proc/{process.pid}/maps").read_text()


@pytest.mark.parametrize(
    "module",
    [
        "neurarium.api.app",
        "neurarium.cli",
        "neurarium.headless",
        "neurarium.sessions.worker",
        "neurarium.training.loop",
    ],
)
def test_importing_it_imports_no_torch(module: str) -> None:
    code = f"import sys, {module}; print([name for name in sys.modules if name.partition('.')[0] == 'torch'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr


def test_a_worker_is_told_to_flush_denormals_before_numpy_starts_its_threads() -> None:
    code = "import sys, neurarium.sessions.worker; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "False", done.stderr


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs Linux's list of mapped files")
def test_neither_the_server_nor_a_worker_of_the_scratch_engine_maps_torch(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, endless_spec())
    wait_for_state(client, run, "running")
    (worker,) = workers(server)
    assert "_multiarray_umath" in libraries(worker), "it is not the process that computes"
    assert "libtorch" not in libraries(worker)
    assert "libtorch" not in libraries(psutil.Process(server.pid))


@pytest.mark.torch
@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs Linux's list of mapped files")
def test_a_worker_of_the_torch_engine_does(client: httpx.Client, server: RunningServer) -> None:
    """So that the test above is about something; and torch trains in a worker, and the server stays without."""
    run = start(client, endless_spec(engine="torch"))
    wait_for_state(client, run, "running")
    (worker,) = workers(server)
    assert "libtorch" in libraries(worker)
    assert "libtorch" not in libraries(psutil.Process(server.pid))
    assert show(client, run)["device"]
