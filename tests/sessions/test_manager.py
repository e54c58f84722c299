"""Runs and their processes, with a launcher whose processes do what the test says, when it says so."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from neurarium.sessions import endpoint as endpoint_module
from neurarium.sessions import session as session_module
from neurarium.sessions.framing import FrameReader, frame
from neurarium.sessions.launcher import Exit, WorkerProcess
from neurarium.sessions.manager import SessionManager
from neurarium.sessions.settings import Settings
from neurarium.spec.errors import ConflictError, LimitError, NotFoundError
from neurarium.spec.run import RunSpec
from neurarium.training.commands import parse_command
from neurarium.training.messages import state_message
from neurarium.training.states import RunState
from tests.support.specs import enormous_spec, plane_spec

SPEC = RunSpec.model_validate(plane_spec())


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that do not end when asked are killed at once: none of these would end by itself."""
    monkeypatch.setattr(session_module, "_QUIT_SECONDS", 0.05)


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


def test_a_worker_is_told_what_to_train_and_its_news_is_the_runs() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session = manager.create(SPEC, paused=True)
        assert session.state is RunState.STARTING
        await until(lambda: launcher.started)
        worker = launcher.started[0]
        await worker.dial()
        start = await worker.read("start")
        assert RunSpec.model_validate(start["spec"]) == SPEC
        assert start["paused"] is True
        worker.send(
            {
                "kind": "built",
                "device": "cpu",
                "steps_per_epoch": 9,
                "total_steps": 18,
                "samples": {"train": 90, "validation": 10},
            }
        )
        worker.say(RunState.PAUSED)
        await until(lambda: session.state is RunState.PAUSED)
        assert (session.device, session.steps_per_epoch, session.total_steps) == ("cpu", 9, 18)
        session.command(parse_command({"command": "resume"}))
        assert (await worker.read("command"))["command"] == {"command": "resume"}

    play(scene)


def test_a_sample_that_was_pinned_before_it_was_known_how_many_there_are_is_there_in_the_end() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session, worker = await begin(manager, launcher)
        worker.say(RunState.RUNNING)
        await until(lambda: session.state is RunState.RUNNING)
        session.command(parse_command({"command": "set", "pinned_sample": 12}))
        assert session.settings["pinned_sample"] == 12
        built = {"kind": "built", "device": "cpu", "steps_per_epoch": 9, "total_steps": 18}
        worker.send({**built, "samples": {"train": 90, "validation": 10}})
        await until(lambda: session.samples)
        assert session.settings["pinned_sample"] == 0

    play(scene)


def test_a_stop_that_comes_before_there_is_a_process_is_not_lost() -> None:
    """Starting one takes a moment, in which there is nothing to tell or kill."""

    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        may_start = asyncio.Event()

        async def wait_for_leave() -> None:
            await may_start.wait()

        launcher.ready = wait_for_leave
        session = manager.create(SPEC)
        await asyncio.sleep(0)
        session.command(parse_command({"command": "stop"}))
        may_start.set()
        await until(lambda: session.state is RunState.STOPPED)
        assert launcher.started[0].killed
        assert not session.has_process

    play(scene)


def test_deleting_and_closing_before_there_is_a_process_do_not_wait_for_ever() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        async def a_while() -> None:
            await asyncio.sleep(0.05)

        launcher.ready = a_while
        deleted, _ = manager.create(SPEC), manager.create(SPEC)
        await asyncio.sleep(0)
        await asyncio.wait_for(manager.delete(deleted.identifier), 30)
        with pytest.raises(NotFoundError):
            manager.get(deleted.identifier)
        # The other one is still being started, or has just been, when `play` closes the manager.

    play(scene)


def test_a_worker_that_never_dials_is_given_up() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session = manager.create(SPEC)
        await until(lambda: session.state is RunState.FAILED)
        assert "did not report within" in str(session.reason)
        assert launcher.started[0].killed

    play(scene, start_seconds=0.05)


def test_a_worker_that_ends_before_it_dials_tells_why() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session = manager.create(SPEC)
        await until(lambda: launcher.started)
        launcher.started[0].end(1, "Traceback\n  somewhere\nImportError: no module named numpy\n")
        await until(lambda: session.state is RunState.FAILED)
        assert "ImportError: no module named numpy" in str(session.reason)
        assert "code 1" in str(session.reason)

    play(scene)


def test_a_process_that_cannot_be_started_fails_the_run_and_frees_its_place() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        launcher.error = OSError(12, "Cannot allocate memory")
        first, second = manager.create(SPEC), manager.create(SPEC)
        await until(lambda: second.state is RunState.FAILED)
        assert "Cannot allocate memory" in str(first.reason)
        assert first.error is not None
        assert first.error.code == "worker_failed"

    play(scene, max_active_runs=1)


@pytest.mark.parametrize("token", ["", "wrong", "x" * 43])
def test_who_does_not_show_the_token_is_not_listened_to(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint_module, "_HELLO_SECONDS", 0.2)

    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session = manager.create(SPEC)
        await until(lambda: launcher.started)
        worker = launcher.started[0]
        stranger = Worker(99, worker.address, worker.token)
        await stranger.dial(token)
        stranger.say(RunState.FINISHED)
        assert await asyncio.wait_for(stranger.input.read(), 30) == b"", "a stranger was told something"
        # Nor who says nothing, or nothing that could be understood.
        for said in (b"", b"\xff" * 40, frame({"kind": "hello"}), frame({"token": None})):
            reading, writing = await asyncio.open_unix_connection(worker.address.removeprefix("unix:"))
            writing.write(said)
            assert await asyncio.wait_for(reading.read(), 30) == b""
            writing.close()
            await writing.wait_closed()
        await stranger.hang_up()
        stranger.end(0)
        assert session.state is RunState.STARTING
        await worker.dial()
        assert await worker.read("start")

    play(scene)


def test_a_worker_that_is_silent_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "_LIVELESS_SECONDS", 0.1)

    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session, worker = await begin(manager, launcher)
        await until(lambda: session.state is RunState.FAILED)
        assert "silent" in str(session.reason)
        assert worker.killed

    play(scene)


def test_signs_of_life_keep_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "_LIVELESS_SECONDS", 2.0)

    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session, worker = await begin(manager, launcher)
        worker.say(RunState.PAUSED)
        for _ in range(25):
            worker.send({"kind": "heartbeat", "dropped_probes": 0})
            await asyncio.sleep(0.1)
        assert session.state is RunState.PAUSED

    play(scene)


@pytest.mark.parametrize(
    "nonsense",
    [
        {"kind": "message", "message": {"type": "state", "state": "dreaming"}},
        {"kind": "message"},
        {},
        {"kind": "failure", "error": 5},
    ],
)
def test_frames_that_no_worker_sends_fail_the_run_and_leave_no_process(
    nonsense: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session, worker = await begin(manager, launcher)
        worker.say(RunState.RUNNING)
        await until(lambda: session.state is RunState.RUNNING)
        worker.send(nonsense)
        await until(lambda: session.state is RunState.FAILED)
        assert worker.killed
        assert not session.has_process
        with pytest.raises(ConflictError):
            session.command(parse_command({"command": "resume"}))

    play(scene)
    assert "Following run" in caplog.text


def test_a_failure_that_a_worker_reports_is_the_runs() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session, worker = await begin(manager, launcher)
        error = {
            "code": "unavailable",
            "message": "No such device.",
            "hint": "Use cpu.",
            "node": None,
            "field": "device",
        }
        worker.send({"kind": "failure", "error": error})
        await worker.hang_up()
        worker.end(1)
        await until(lambda: session.state is RunState.FAILED)
        assert session.error is not None
        assert session.error.model_dump() == error
        assert session.reason == "No such device."

    play(scene)


def test_a_worker_that_does_not_end_when_asked_is_killed() -> None:

    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        session, worker = await begin(manager, launcher)
        worker.say(RunState.RUNNING)
        await until(lambda: session.state is RunState.RUNNING)
        session.command(parse_command({"command": "stop"}))
        await worker.read("quit")
        await until(lambda: session.state is RunState.STOPPED)
        assert worker.killed

    play(scene)


def test_so_many_train_at_once_and_the_rest_wait_their_turn() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        sessions = [manager.create(SPEC) for _ in range(4)]
        await until(lambda: len(launcher.started) == 2)
        assert [session.state for session in sessions] == ["starting", "starting", "queued", "queued"]
        sessions[2].command(parse_command({"command": "stop"}))
        assert sessions[2].state is RunState.STOPPED
        launcher.started[0].end(1)
        await until(lambda: sessions[3].state is RunState.STARTING)
        await until(lambda: len(launcher.started) == 3)
        assert sessions[0].state is RunState.FAILED

    play(scene, max_active_runs=2)


def test_runs_that_are_started_together_get_the_same_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 8)

    async def alone(manager: SessionManager, launcher: Launcher) -> None:
        for _ in range(4):
            manager.create(SPEC)
        await until(lambda: len(launcher.started) == 4)
        assert launcher.threads == [8, 4, 2, 2]

    async def together(manager: SessionManager, launcher: Launcher) -> None:
        for _ in range(4):
            manager.create(SPEC, beside=3)
        await until(lambda: len(launcher.started) == 4)
        assert launcher.threads == [2, 2, 2, 2]

    async def many(manager: SessionManager, launcher: Launcher) -> None:
        for _ in range(12):
            manager.create(SPEC, beside=11)
        await until(lambda: len(launcher.started) == 12)
        assert launcher.threads == [1] * 12

    play(alone)
    play(together)
    play(many)


def test_a_spec_that_is_too_large_is_refused_and_nothing_is_launched() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        with pytest.raises(LimitError):
            manager.create(RunSpec.model_validate(enormous_spec()))
        assert manager.list() == []
        await asyncio.sleep(0)
        assert launcher.started == []

    play(scene)


def test_ended_runs_are_kept_up_to_a_number_the_newest_of_them() -> None:
    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        launcher.error = OSError("no")
        created = []
        for _ in range(6):
            created.append(manager.create(SPEC))
            await until(lambda: created[-1].state is RunState.FAILED)
        # A new one pushes out those that had ended before it came.
        assert manager.list() == created[:1:-1]

    play(scene, max_kept_runs=3)


def test_closing_interrupts_what_runs_and_keeps_what_has_finished() -> None:
    seen: list[Any] = []

    async def scene(manager: SessionManager, launcher: Launcher) -> None:
        running, worker = await begin(manager, launcher)
        worker.say(RunState.RUNNING)
        finished, other = await begin(manager, launcher)
        other.say(RunState.RUNNING)
        other.say(RunState.FINISHED)
        await until(lambda: running.state is RunState.RUNNING and finished.state is RunState.FINISHED)
        waiting = manager.create(SPEC)
        seen.extend([running, finished, waiting])

    play(scene, max_active_runs=2)
    # The waiting run had the finished one's process, or never got one.
    assert [session.state for session in seen] == ["interrupted", "finished", "interrupted"]
    assert "server was stopped" in seen[0].reason
