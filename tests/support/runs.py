"""Runs on a real server, as a script would start and follow them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx
import psutil

from tests.support.server import RunningServer

DEADLINE = 60.0


def client_of(server: RunningServer) -> httpx.Client:
    """Return a client of the server's API."""
    return httpx.Client(base_url=server.url, timeout=DEADLINE)


def start(client: httpx.Client, spec: dict[str, Any], **options: Any) -> str:
    """Start a run and return its id."""
    answer = client.post("/api/runs", json=spec, params=options)
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


def show(client: httpx.Client, run: str) -> dict[str, Any]:
    """Return a run as the API shows it."""
    answer = client.get(f"/api/runs/{run}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def command(client: httpx.Client, run: str, name: str, **fields: Any) -> httpx.Response:
    """Send a command and return the answer."""
    return client.post(f"/api/runs/{run}/commands", json={"command": name, **fields})


def wait_until(condition: Callable[[], Any], told: Callable[[], object] | str = "the condition") -> Any:
    """Return what `condition` returns once that is true."""
    end = time.monotonic() + DEADLINE
    while not (found := condition()):
        assert time.monotonic() < end, f"not within {DEADLINE:.0f} s: {told if isinstance(told, str) else told()}"
        time.sleep(0.02)
    return found


def wait_for_state(client: httpx.Client, run: str, *states: str) -> dict[str, Any]:
    """Return the run once it is in one of `states`."""
    return wait_until(
        lambda: shown if (shown := show(client, run))["state"] in states else None,
        lambda: f"{states}; it is {show(client, run)}",
    )


def workers(server: RunningServer) -> list[psutil.Process]:
    """Return the server's living worker processes."""
    return [process for process in server.processes() if process.pid != server.pid]


def wait_for_no_workers(server: RunningServer) -> None:
    """Return once the server has no worker process."""
    wait_until(lambda: not workers(server), lambda: f"no worker; there are {workers(server)}\n{server.read_log()}")
