"""A run and its process, on the tests' own stage."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from neurarium.sessions import endpoint as endpoint_module
from neurarium.sessions import session as session_module
from neurarium.sessions.framing import frame
from neurarium.sessions.manager import SessionManager
from neurarium.spec.errors import ConflictError, NotFoundError
from neurarium.spec.run import RunSpec
from neurarium.training.commands import parse_command
from neurarium.training.states import RunState
from tests.sessions.stage import SPEC, Launcher, Worker, begin, play, until


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that do not end when asked are killed at once: none of these would end by itself."""
    monkeypatch.setattr(session_module, "_QUIT_SECONDS", 0.05)


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
