"""One real server for the tests of this folder: routes are asked as a browser or a script asks them."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.support.runs import client_of
from tests.support.server import RunningServer


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that ends with the last test of this folder."""
    with RunningServer(tmp_path_factory.mktemp("api-home")) as running:
        yield running


@pytest.fixture
def client(server: RunningServer) -> Iterator[httpx.Client]:
    """A client of that server; runs that the test leaves behind are removed."""
    with client_of(server) as connected:
        yield connected
        for run in connected.get("/api/runs").json():
            connected.delete(f"/api/runs/{run['id']}")
