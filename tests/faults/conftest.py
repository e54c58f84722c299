"""Real processes and sockets, ended and cut on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.support.runs import client_of
from tests.support.server import RunningServer


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.faults)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that gives up runs nobody watches after half a second; tests that end a server have their own."""
    with RunningServer(tmp_path_factory.mktemp("faults-home"), NEURARIUM_UNWATCHED_SECONDS="0.5") as running:
        yield running


@pytest.fixture
def client(server: RunningServer) -> Iterator[httpx.Client]:
    """A client of that server; runs that the test leaves behind are removed, and their processes with them."""
    with client_of(server) as connected:
        yield connected
        for run in connected.get("/api/runs").json():
            connected.delete(f"/api/runs/{run['id']}")
