"""What holds for every test: its own data folder, no browser opened, one thread a pool, the same examples each time."""

from __future__ import annotations

import os
import signal
from pathlib import Path

# Before anything imports numpy: two test processes beside worker processes share two cores, and a pool of threads
# in each would make every one of them slower.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
os.environ["NEURARIUM_OPEN_BROWSER"] = "0"

# A shell that starts the tests in the background has them ignore Ctrl-C, and all that they start inherits that; the
# tests of what Ctrl-C does need it as a person at a terminal has it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402

# The same examples on every run and machine, and no deadline: a busy machine is no fault of the code.
settings.register_profile(
    "neurarium", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("neurarium")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a data folder of its own, so that it neither sees nor touches the runs of whoever runs it."""
    home = tmp_path_factory.mktemp("neurarium-home")
    monkeypatch.setenv("NEURARIUM_HOME", str(home))
    return home
