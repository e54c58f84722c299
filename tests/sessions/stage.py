"""A stage for tests of runs: a launcher whose processes do what the test says, when it says so."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

from neurarium.sessions.framing import FrameReader, frame
from neurarium.sessions.launcher import Exit, WorkerProcess
from neurarium.sessions.manager import SessionManager
from neurarium.sessions.settings import Settings
from neurarium.spec.run import RunSpec
from neurarium.training.messages import state_message
from neurarium.training.states import RunState
from tests.support.specs import plane_spec

SPEC = RunSpec.model_validate(plane_spec())


class Worker:
    """A worker's process as the launcher shows it, and its end of the link."""

    def __init__(self, number: int, address: str, token: str) -> None:
        self.process_id = 1_000_000 + number
        self.address, self.token = address, token
        self.exit: asyncio.Future[Exit] = asyncio.get_running_loop().create_future()
        self.killed = False
        self.frames: list[dict[str, Any]] = []
        self._reader = FrameReader()
        self.output: asyncio.StreamWriter | None = None

    def kill(self) -> None:
        self.killed = True
        self.end(-9)

    def end(self, code: int, log: str = "") -> None:
        """End as a process does, whose sockets the system closes."""
        if not self.exit.done():
            self.exit.set_result(Exit(code, log))
        if self.output is not None:
            self.output.close()

    async def wait(self) -> Exit:
        return await asyncio.shield(self.exit)

    async def dial(self, token: str | None = None) -> None:
        self.input, self.output = await asyncio.open_unix_connection(self.address.removeprefix("unix:"))
        self.send({"kind": "hello", "token": self.token if token is None else token, "process": self.process_id})

    def send(self, content: dict[str, Any]) -> None:
        assert self.output is not None, "it has not dialled"
        self.output.write(frame(content))

    def say(self, state: RunState, generation: int = 0) -> None:
        self.send({"kind": "message", "message": state_message(state, 0, 0.0, generation)})

    async def read(self, kind: str) -> dict[str, Any]:
        """Return the next frame of `kind`."""
        while True:
            for position, content in enumerate(self.frames):
                if content["kind"] == kind:
                    return self.frames.pop(position)
            data = await asyncio.wait_for(self.input.read(65536), 30)
            assert data, "the server closed the link"
            self.frames += self._reader.feed(data)

    async def hang_up(self) -> None:
        if self.output is not None:
            self.output.close()
            with contextlib.suppress(OSError):  # the server may have gone first
                await self.output.wait_closed()


class Launcher:
    """Keeps what it started; `ready` is awaited before a process is there."""

    def __init__(self) -> None:
        self.started: list[Worker] = []
        self.threads: list[int] = []
        self.ready: Callable[[], Awaitable[None]] | None = None
        self.error: OSError | None = None

    async def start(self, address: str, token: str, threads: int) -> WorkerProcess:
        if self.ready:
            await self.ready()
        if self.error:
            raise self.error
        self.threads.append(threads)
        self.started.append(Worker(len(self.started), address, token))
        return self.started[-1]


async def until(condition: Callable[[], Any]) -> None:
    """Let the loop turn until something holds."""
    for _ in range(3000):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to be")


def play(scene: Callable[[SessionManager, Launcher], Awaitable[None]], **settings: Any) -> None:
    """Play a scene with a manager of its own, and close it afterwards: nothing may be left."""

    async def with_manager() -> None:
        launcher = Launcher()
        manager = SessionManager(Settings(**settings), launcher)
        await manager.open()
        try:
            await scene(manager, launcher)
        finally:
            await asyncio.wait_for(manager.close(), 30)
            for worker in launcher.started:
                await worker.hang_up()
        assert all(worker.exit.done() for worker in launcher.started), "a process outlived the manager"
        await until(lambda: len(asyncio.all_tasks()) == 1)

    asyncio.run(with_manager())


async def begin(manager: SessionManager, launcher: Launcher, **options: Any) -> tuple[Any, Worker]:
    """Return a run whose worker has dialled and been told what to train."""
    session = manager.create(SPEC, **options)
    count = len(launcher.started)
    await until(lambda: len(launcher.started) > count)
    worker = launcher.started[-1]
    await worker.dial()
    await worker.read("start")
    return session, worker
