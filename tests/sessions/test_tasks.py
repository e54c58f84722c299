"""A question is answered by a process that ends with it, also where there is no answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import psutil
import pytest

from neurarium.sessions.endpoint import Endpoint
from neurarium.sessions.launcher import LocalLauncher, LocalProcess
from neurarium.sessions.tasks import TaskRunner
from neurarium.spec.errors import LimitError, SpecError, WorkerError
from tests.support.specs import linear, plane_spec


class WatchedLauncher(LocalLauncher):
    """Remembers whom it started, and may kill it at once."""

    def __init__(self, *, kills: bool = False) -> None:
        self.started: list[int] = []
        self._kills = kills

    async def start(self, address: str, token: str, threads: int) -> LocalProcess:
        process = await super().start(address, token, threads)
        self.started.append(process.process_id)
        if self._kills:
            process.kill()
        return process


def ask(launcher: WatchedLauncher, question: Callable[[TaskRunner], Awaitable[Any]], seconds: float = 60.0) -> Any:
    async def asked() -> Any:
        endpoint = Endpoint()
        await endpoint.open()
        try:
            return await question(TaskRunner(endpoint, launcher, seconds))
        finally:
            await endpoint.close()

    try:
        return asyncio.run(asked())
    finally:
        assert launcher.started
        assert not [number for number in launcher.started if psutil.pid_exists(number)]


def test_an_answer_comes_from_another_process() -> None:
    answer = ask(WatchedLauncher(), lambda runner: runner.ask("gradient_check", plane_spec()))
    assert answer["verdict"] == "right"


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(LimitError, match=r"no answer within 0\.2 s") as raised:
        ask(WatchedLauncher(), lambda runner: runner.ask("gradient_check", plane_spec()), seconds=0.2)
    assert raised.value.info.code == "too_slow"


@pytest.mark.faults
def test_a_worker_that_is_killed_is_told() -> None:
    with pytest.raises(WorkerError, match="SIGKILL"):
        ask(WatchedLauncher(kills=True), lambda runner: runner.ask("gradient_check", plane_spec()))


def test_what_only_the_worker_finds_comes_back_as_its_error() -> None:
    nodes = [{"id": "flat", "kind": "flatten"}, linear("fc1", 10)]
    spec = plane_spec(data={"dataset": "mnist"}, network={"nodes": nodes})  # whose files are not there
    with pytest.raises(SpecError, match="MNIST") as raised:
        ask(WatchedLauncher(), lambda runner: runner.ask("trace", {"spec": spec}))
    assert raised.value.info.code == "unavailable"
